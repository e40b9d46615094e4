"""Indicator values as a person at a terminal reads them: exact digits with separators, per cent, 万元 for money."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from warehouse.language import Label, Language

NOTHING = "—"
WAN = 10_000
FEWEST_WAN = 10
"""Smaller amounts are told in 元, where no digit is lost."""


def value_text(value: Any, unit: str, language: Language) -> str:
    """A value of ``kpi --json`` with its unit: ``81.25%``, ``1,234人``, ``63.38万元``."""
    if value is None:
        return NOTHING
    if unit == "%":
        return per_cent(value)
    if isinstance(value, str):
        return _money(Decimal(value), unit, language)
    number = amount_text(value)
    return f"{number}{unit}" if language == "zh" else f"{number} {unit}"


def amount_text(amount: Any) -> str:
    """A part of a value, or what a row adds to it: digits with separators, at most two decimals."""
    if amount is None:
        return NOTHING
    if isinstance(amount, str):
        return f"{Decimal(amount):,}"
    return f"{amount:,}" if isinstance(amount, int) else _trimmed(_rounded(Decimal(str(amount)), 2))


def change_text(change: float | None, unit: str, language: Language) -> str:
    """A year-on-year or month-on-month change: percentage points of a ratio, per cent of anything else."""
    if change is None:
        return NOTHING
    size = f"{_rounded(Decimal(str(change)) * 100, 1) + 0:+}"
    if unit != "%":
        return f"{size}%"
    return size + Label("个百分点", " points").in_language(language)


def per_cent(fraction: float) -> str:
    """``0.8125`` as ``81.25%``; what is not quite the whole does not look like it."""
    exact = Decimal(str(fraction)) * 100
    shown = _rounded(exact, 2)
    return f"{exact.normalize():f}%" if shown == 100 != exact else f"{shown}%"


def _money(amount: Decimal, unit: str, language: Language) -> str:
    if language == "en":
        return f"{amount:,} {unit}"
    if abs(amount) < FEWEST_WAN * WAN:
        return f"{amount:,}{unit}"
    return f"{_trimmed(_rounded(amount / WAN, 2))}万{unit}"


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _trimmed(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
