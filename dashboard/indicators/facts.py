"""What an indicator is, and what its figure says: two lists of an item and its content."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import data, figure, words
from dashboard import format as formats
from dashboard.figure_list import owner
from dashboard.findings import of_missing
from dashboard.indicators import words as wording
from dashboard.page import View
from dashboard.table import Link, TableColumn, show_table
from warehouse.declaration_names import DIRECTIONS, INDICATOR_KINDS, INDICATOR_TIMES, SCOPES
from warehouse.language import Label

Fact = tuple[Label, str | Link | None]


def definition(view: View, row: dict[str, Any]) -> None:
    """The definition with department, ledgers and version; ``row`` of ``data.figures``."""
    st.header(view.say(wording.WHAT_IT_IS), anchor=False)
    _show(view, "definition", what_it_is(view, row), wording.WHAT_IT_IS)


def now(view: View, row: dict[str, Any]) -> None:
    """The figure with its parts, what it is compared with, and how complete it is."""
    st.header(view.say(wording.FIGURE_NOW), anchor=False)
    _show(view, "figure", what_it_says(view, row), wording.FIGURE_NOW)


def what_it_is(view: View, row: dict[str, Any]) -> list[Fact]:
    """The facts of the definition, empty ones left out."""
    language = view.language
    names = data.ledgers(view.published).filter(pl.col("ledger_id").is_in(row["ledgers"].split(",")))
    has_two = row["denominator_label_zh"] is not None
    facts: list[Fact] = [
        (wording.MEANING, row[f"definition_{language}"]),
        (wording.CAVEAT, row[f"caveat_{language}"]),
        (wording.NUMERATOR if has_two else wording.COUNTED, _part(view, row, "numerator")),
        (wording.DENOMINATOR, _part(view, row, "denominator")),
        (wording.UNIT, figure.unit(row, language)),
        (wording.KIND, INDICATOR_KINDS[row["kind"]].in_language(language)),
        (wording.TIME, INDICATOR_TIMES[row["time"]].in_language(language)),
        (wording.DIRECTION, DIRECTIONS[row["better"]].in_language(language)),
        (wording.SCOPE, SCOPES[row["scope"]].in_language(language)),
        (words.DEPARTMENT_OWNER, owner(row)),
        (wording.LEDGERS, view.say(words.SEPARATOR).join(names[f"label_{language}"])),
        (wording.SMALL_NUMBERS, view.say(wording.SMALL_NUMBERS_RULE) if row["is_about_people"] else None),
        (wording.FAMILY, row[f"family_label_{language}"]),
        (wording.ID, row["indicator_id"]),
        (wording.VERSION, view.say(wording.VERSION_NOTE, version=row["definition_version"])),
    ]
    return [(item, content) for item, content in facts if content]


def _part(view: View, row: dict[str, Any], name: str) -> str | None:
    label, unit = row[f"{name}_label_{view.language}"], row[f"{name}_unit_{view.language}"]
    return view.say(wording.WITH_UNIT, name=label, unit=unit) if label else None


def what_it_says(view: View, row: dict[str, Any]) -> list[Fact]:
    """The facts of the figure; what is not there says why or that there is none."""
    language = view.language
    _, look, word = figure.light(row)
    changed, _ = figure.change(row, language)
    none = view.say(wording.NONE)
    return [
        (words.VALUE, figure.value(row, language)),
        *_parts(view, row),
        (wording.LAST_YEAR, _last_year(view, row)),
        (wording.YEAR_ON_YEAR, changed.removeprefix(view.say(words.YOY)).strip()),
        (wording.MONTH_ON_MONTH, _month_on_month(view, row)),
        (wording.TARGET, none if row["target"] is None else figure.target_text(row, language)),
        (words.GOAL, figure.due_text(row, language) or none),
        (wording.LIGHT, f"{look.shape} {word.in_language(language)}"),
        (wording.COMPLETENESS, _completeness(view, row)),
        (wording.CORRECTIONS, figure.corrected(row, language) or _uncorrected(view, row)),
    ]


def _parts(view: View, row: dict[str, Any]) -> list[Fact]:
    if row["denominator_label_zh"] is None:
        return []
    return [
        (item, figure.part(row[name], row, view.language))
        for name, item in (("numerator", wording.NUMERATOR), ("denominator", wording.DENOMINATOR))
    ]


def _last_year(view: View, row: dict[str, Any]) -> str:
    if row["last_year"] is not None:
        return figure.amount(row, row["last_year"], view.language)
    reason = words.YOY_REASONS.get(row["yoy_reason"] or "")
    return view.say(reason) if reason else view.say(wording.NONE)


def _month_on_month(view: View, row: dict[str, Any]) -> str:
    if row["mom"] is None:
        return view.say(wording.NONE)
    if formats.is_zero(row["mom"]):
        return view.say(words.YOY_SAME)
    size = formats.points(row["mom"], view.language) if row["kind"] == "ratio" else formats.change(row["mom"])
    return view.say(words.YOY_UP if row["mom"] > 0 else words.YOY_DOWN, size=size)


def _completeness(view: View, row: dict[str, Any]) -> str:
    if row["is_complete"]:
        return view.say(words.COMPLETE)
    missing = of_missing((row["missing"] or "").split(","), data.ledgers(view.published), view.language)
    return view.say(words.INCOMPLETE, missing=missing)


def _uncorrected(view: View, row: dict[str, Any]) -> str:
    return view.say(wording.CORRECTIONS_WITHHELD if row["corrected_rows"] is None else wording.NO_CORRECTIONS)


def _show(view: View, name: str, facts: list[Fact], caption: Label) -> None:
    columns = [
        TableColumn("item", view.say(wording.ITEM)),
        TableColumn("content", view.say(wording.CONTENT), is_sentence=True),
    ]
    rows = [{"item": view.say(item), "content": content} for item, content in facts]
    with st.container(key=f"facts_{name}"):
        show_table(columns, rows, view.say(caption))
