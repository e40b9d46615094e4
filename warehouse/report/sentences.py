"""How a figure is said in a sentence: the rules for documents and speeches, once.

万元 and 万人 have at most two decimals, rounded half up, without trailing zeros and without separators (63.38, 34.6,
5); rates likewise. A rate changes in percentage points, anything else in per cent, both with at most one decimal. What
is missing is said where the figure would stand, never left out.
"""

from decimal import ROUND_HALF_UP, Decimal

from warehouse.figure_names import LIGHT_NAMES, REASON_NAMES
from warehouse.figures.target import due_in_things
from warehouse.language import Label, Language
from warehouse.report.figure import Figure

WAN = 10_000
YUAN, WAN_YUAN, PEOPLE, WAN_PEOPLE = "元", "万元", "人", "万人"
IN_WAN = {YUAN: WAN_YUAN, PEOPLE: WAN_PEOPLE}
"""Units that may be said in 万, with what they are then called."""
DECIMALS, CHANGE_DECIMALS = 2, 1
NOISE = 12
"""Digits after the point beyond which a difference of fractions is a remainder of binary arithmetic."""

NOT_SUBMITTED = Label("未报送", "not handed in")
INCOMPLETE = Label("数据未报齐", "not all handed in")
SAME = Label("与上年同期持平", "the same as a year before")
NEARLY_SAME = Label("与上年同期基本持平", "much the same as a year before")
NO_LAST_YEAR = Label("上年同期无数据", "no figure of a year before")
NOTHING_LAST_YEAR = Label("上年同期无", "none a year before")
WITHHELD_LAST_YEAR = Label("上年同期数按规定不显示", "last year's figure is withheld by rule")
NOT_COMPARED = Label("暂不与上年同期比较", "not compared with last year yet")
"""Of a figure that is marked as incomplete; the mark says why."""
WORDED: dict[str | None, Label] = {"not_submitted": NOT_SUBMITTED, None: Label("没有数据", "no figure")}
"""Reasons that a sentence words in its own way."""
CHANGES = {
    (True, True): Label("比上年同期提高{size}个百分点", "up {size} percentage points on a year before"),
    (True, False): Label("比上年同期下降{size}个百分点", "down {size} percentage points on a year before"),
    (False, True): Label("比上年同期增长{size}%", "up {size}% on a year before"),
    (False, False): Label("比上年同期下降{size}%", "down {size}% on a year before"),
}
"""By whether it is a rate, and whether it grew."""
DUE = {
    False: Label("序时应达{pace}", "{pace} due by now"),
    True: Label("序时不超过{pace}", "at most {pace} by now"),
}
"""By whether less is better."""


def rounded(number: Decimal, decimals: int) -> str:
    """Half up, at most so many decimals, trailing zeros dropped, no separators."""
    text = f"{number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def separated(number: float) -> str:
    """At most two decimals, with separators, as English is written."""
    return f"{Decimal(rounded(exact(number), DECIMALS)):,f}"


def exact(number: float) -> Decimal:
    """The number as it is written, not as it is stored: 0.1 is a tenth."""
    return Decimal(repr(number))


def per_cent(fraction: float) -> str:
    """``0.8125`` as ``81.25%``; what is not quite nothing, or not quite the whole, does not look like it."""
    number = exact(fraction) * 100
    shown = rounded(number, DECIMALS)
    step = Decimal(1).scaleb(-DECIMALS)
    if Decimal(shown) != number and shown in ("0", "100"):
        shown = f"{Decimal(shown) + (step if number > Decimal(shown) else -step)}"
    return f"{shown}%"


def quantity(number: float, unit: str, *, in_wan: bool = False) -> str:
    """A count or an amount with its unit: ``36份``, ``63.38万元``; in 万 unless nothing would be left of it."""
    if in_wan and unit in IN_WAN:
        shown = rounded(exact(number) / WAN, DECIMALS)
        if shown != "0" or number == 0:
            return f"{shown}{IN_WAN[unit]}"
    return f"{rounded(exact(number), DECIMALS)}{unit}"


def amount(figure: Figure, number: float, language: Language = "zh", shown_unit: str | None = None) -> str:
    """Any number of the figure's kind: its value, last year's, its target.

    Amounts of money are said in 万元 and everything else in its own unit, unless ``shown_unit`` says otherwise.
    """
    if figure.is_ratio:
        return per_cent(number)
    if language == "en":
        return f"{separated(number)} {figure.unit.en}"
    unit = figure.unit.zh
    in_wan = shown_unit in (WAN_YUAN, WAN_PEOPLE) if shown_unit else (unit == YUAN and figure.kind == "amount")
    return quantity(number, unit, in_wan=in_wan)


def mark(figure: Figure, language: Language = "zh") -> str:
    """What stands behind or instead of the figure when something is missing: ``〔数据未报齐〕``; else nothing."""
    said = doubt(figure)
    if said is None:
        return ""
    return f"〔{said.zh}〕" if language == "zh" else f" [{said.en}]"


def doubt(figure: Figure) -> Label | None:
    """Why a figure is marked; None when it is whole."""
    if figure.is_suppressed:
        return REASON_NAMES["suppressed"]
    if figure.value is None:
        return WORDED.get(figure.reason) or REASON_NAMES[figure.reason or ""]
    return None if figure.is_complete else INCOMPLETE


def value(figure: Figure, language: Language = "zh", shown_unit: str | None = None) -> str:
    """The value with its unit and its mark; the mark alone where there is no value."""
    if figure.value is None:
        return mark(figure, language).strip()
    return amount(figure, figure.value, language, shown_unit) + mark(figure, language)


def last_year(figure: Figure, shown_unit: str | None = None) -> str:
    """The value of a year before, in Chinese."""
    if figure.last_year is None:
        return f"〔{no_comparison(figure).zh}〕"
    return amount(figure, figure.last_year, "zh", shown_unit)


def change(figure: Figure, language: Language = "zh") -> str:
    """The change on a year before; nothing where the figure itself is missing."""
    if figure.value is None:
        return ""
    if not figure.is_complete:
        return NOT_COMPARED.in_language(language)
    if figure.yoy is None:
        return no_comparison(figure).in_language(language)
    percent = exact(round(figure.yoy, NOISE)) * 100
    size = rounded(abs(percent), CHANGE_DECIMALS)
    if size == "0":
        return (NEARLY_SAME if percent else SAME).in_language(language)
    return CHANGES[figure.is_ratio, percent > 0].in_language(language).format(size=size)


def no_comparison(figure: Figure) -> Label:
    """Why there is nothing to compare with; nothing then and nothing now is the same."""
    if figure.yoy_reason == "suppressed":
        return WITHHELD_LAST_YEAR
    if figure.yoy_reason == "zero_base":
        return SAME if figure.value == 0 else NOTHING_LAST_YEAR
    return NO_LAST_YEAR


def due(figure: Figure, language: Language = "zh") -> str:
    """The share of the target that is due by now, of things a whole number; nothing of rates, and where it is the
    target itself."""
    pace = figure.due_by_now
    if pace is None:
        return ""
    is_less_better = figure.better == "down"
    if figure.kind == "count":
        pace = due_in_things(pace, is_less_better=is_less_better)
    return DUE[is_less_better].in_language(language).format(pace=amount(figure, pace, language))


def light(figure: Figure, language: Language = "zh") -> str:
    """The light's word; nothing where it is not judged."""
    return "" if figure.light == "grey" else LIGHT_NAMES[figure.light].in_language(language)
