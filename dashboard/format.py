"""Numbers and dates as people read them: 万 and 亿 in Chinese, separators in English, never more than is known."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from warehouse.language import Language

MINUS = "−"
MAX_DECIMALS = 4


def rounded(value: float, decimals: int) -> Decimal:
    """The value rounded half up to so many decimals."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def plain(value: float, decimals: int = 2) -> str:
    """With thousands separators and at most so many decimals, trailing zeros dropped: ``1,286.4``."""
    text = f"{abs(rounded(value, decimals)):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{MINUS}{text}" if value < 0 and text != "0" else text


def quantity(value: float, unit: str, language: Language) -> str:
    """A count or an amount with its unit: ``5.58万人``, ``1.2亿元``; ``55,800 people``, ``12.9 million yuan``."""
    if language == "en":
        return f"{_english(value)} {unit}".strip()
    if rounded(abs(value) / 1e8, 2) >= 1:
        return f"{plain(value / 1e8)}亿{unit}"
    if abs(value) >= 1e4:
        return f"{plain(value / 1e4)}万{unit}"
    return f"{plain(value)}{_gap(unit)}{unit}"


def _english(value: float) -> str:
    return f"{plain(value / 1e6)} million" if abs(value) >= 1e6 else plain(value)


def _gap(unit: str) -> str:
    return " " if unit.isascii() and unit else ""


def percent(fraction: float, against: float | None = 1.0) -> str:
    """``0.876`` as ``87.6%``.

    Where one decimal would make it look equal to ``against`` (a target, or the whole)
    though it is not, as many more are given as tell the two apart.
    """
    decimals = 1
    while against is not None and decimals < MAX_DECIMALS and _looks_equal(fraction, against, decimals):
        decimals += 1
    sign = MINUS if fraction < 0 else ""
    return f"{sign}{abs(rounded(fraction * 100, decimals))}%"


def _looks_equal(fraction: float, against: float, decimals: int) -> bool:
    return abs(fraction - against) > 1e-9 and rounded(fraction * 100, decimals) == rounded(against * 100, decimals)


def goal(fraction: float) -> str:
    """A target rate without needless zeros: ``85%``, ``87.5%``."""
    return f"{plain(fraction * 100)}%"


def points(difference: float, language: Language) -> str:
    """The size of a difference of rates: ``3.2个百分点``, ``3.2 percentage points``."""
    size = abs(rounded(difference * 100, 1))
    if language == "zh":
        return f"{size}个百分点"
    return f"{size} percentage points"


def change(relative: float) -> str:
    """The size of a relative change: ``0.118`` as ``11.8%``."""
    return f"{abs(rounded(relative * 100, 1))}%"


def is_zero(difference: float) -> bool:
    """Whether a change shows as none at one decimal of a per cent."""
    return rounded(difference * 100, 1) == 0


def day(value: date, language: Language) -> str:
    """``2021年12月31日``, ``31 December 2021``."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}"


def month(value: date, language: Language) -> str:
    """``2021年12月``, ``December 2021``."""
    if language == "zh":
        return f"{value.year}年{value.month}月"
    return f"{MONTH_NAMES[value.month - 1]} {value.year}"


def as_of_code(value: date) -> str:
    """The stable code of an as-of date: the month for its last day, else the day itself."""
    is_month_end = (value + timedelta(days=1)).day == 1
    return value.isoformat()[:7] if is_month_end else value.isoformat()


def as_of_text(value: date, language: Language) -> str:
    """A month for its last day, else the day."""
    is_month_end = (value + timedelta(days=1)).day == 1
    return month(value, language) if is_month_end else day(value, language)


MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
