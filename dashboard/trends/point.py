"""How one point is said: its figure, parts, change and marks. From a row of ``series.points``."""

from collections.abc import Mapping
from typing import Any

from dashboard import figure
from dashboard import format as formats
from dashboard.trends import words as wording
from warehouse.language import Label, Language

Row = Mapping[str, Any]


def marked(row: Row, text: str, language: Language) -> str:
    """The text with what is to be known of the point: incomplete, in mid-month, reported at the time."""
    if not row["is_complete"]:
        text = wording.MARK_INCOMPLETE.in_language(language).format(value=text)
    if row["is_open"]:
        text = wording.MARK_OPEN.in_language(language).format(value=text, day=row["as_of_date"].day)
    if row["source"]:
        text = wording.FROM_SOURCE.in_language(language).format(value=text, source=row["source"])
    return text


def value(row: Row, definition: Row, language: Language) -> str:
    """The value with its unit, or why there is none."""
    return figure.value({**definition, **row}, language)


def cell(row: Row, definition: Row, language: Language, *, is_by_month: bool) -> str:
    """The value with its parts (of a quotient) or its month alone (of what grows over the year), and its marks."""
    text = value(row, definition, language)
    if definition["denominator_label_zh"] is not None and None not in (row["numerator"], row["denominator"]):
        text = wording.WITH_PARTS.in_language(language).format(
            value=text, numerator=formats.plain(row["numerator"]), denominator=formats.plain(row["denominator"])
        )
    elif is_by_month and row["value"] is not None and not row["source"]:
        text = wording.WITH_MONTH.in_language(language).format(value=text, month=month(row, definition, language))
    if row.get("now_value") is not None:
        now = figure.amount({**definition, **row}, row["now_value"], language)
        text = wording.WITH_NOW.in_language(language).format(value=text, now=now)
    return marked(row, text, language) if row["value"] is not None else text


def month(row: Row, definition: Row, language: Language) -> str:
    """What the month alone brought; a dash where there is no such figure."""
    if row["month_value"] is None:
        return wording.NO_MONTH.in_language(language)
    return figure.amount({**definition, **row}, row["month_value"], language)


def mom(row: Row, definition: Row, language: Language) -> str:
    """The change on the month before by its name, with its size, or why there is none."""
    return f"{wording.MOM.in_language(language)} {change(row, definition, language)}"


def change(row: Row, definition: Row, language: Language) -> str:
    """The change on the month before alone: ``↑ 1.6个百分点``."""
    if row["mom"] is None:
        why = wording.NO_MONTH_BEFORE.in_language(language)
        if row["value"] is None:
            why = figure.reason(row["reason"], language)
        return wording.MOM_NONE.in_language(language).format(reason=why)
    if formats.is_zero(row["mom"]):
        return wording.MOM_SAME.in_language(language)
    arrow: Label = wording.MOM_UP if row["mom"] > 0 else wording.MOM_DOWN
    return arrow.in_language(language).format(size=size(row["mom"], definition, language))


def yoy(row: Row, definition: Row, language: Language) -> str:
    """The change on a year before with its size and whether that is good, or why there is none."""
    return figure.change({**definition, **row}, language)[0]


def size(change: float, definition: Row, language: Language) -> str:
    """The size of a change: percentage points of a ratio, else per cent."""
    return formats.points(change, language) if definition["kind"] == "ratio" else formats.change(change)
