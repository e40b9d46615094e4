"""The problems one by one, to be filtered and leafed through."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, data, words
from dashboard.opened import note_opened
from dashboard.page import View
from dashboard.quality import words as wording
from dashboard.table import STACKED, TableColumn, show_table
from warehouse.language import Label
from warehouse.rule_names import rule_name

PER_PAGE = 50
EVERY = "all"
SEVERITIES = {"error": wording.ERROR, "warning": wording.WARNING}
SHAPED = {"error": wording.ERROR_SHAPED, "warning": wording.WARNING_SHAPED}


def show(view: View, problems: pl.DataFrame, page: str) -> None:
    """Filters, a page of rows and the way to the others; ``problems`` with ``ledger_label``.

    ``page`` is the address of the page; the log notes there whose rows about people were opened.
    """
    chosen = _filters(view, problems)
    if chosen.is_empty():
        st.info(view.say(wording.NO_MATCHING_PROBLEMS))
        return
    pages = -(-chosen.height // PER_PAGE)
    first = (_page(view, pages) - 1) * PER_PAGE
    shown = chosen.slice(first, PER_PAGE)
    note_opened(view, page, shown["ledger_id"])
    position = view.say(wording.SHOWING, first=first + 1, last=first + shown.height, total=f"{chosen.height:,}")
    st.caption(position)
    show_table(
        _columns(view), [_row(view, row) for row in shown.iter_rows(named=True)], view.say(wording.PROBLEMS), STACKED
    )


def _filters(view: View, problems: pl.DataFrame) -> pl.DataFrame:
    departments = data.keepers(view.published, view.viewer)
    ledgers = dict(problems.select("ledger_id", "ledger_label").drop_nulls().unique().sort("ledger_id").iter_rows())
    rules = {rule: rule_name(rule, view.language) for rule in sorted(problems["rule"].unique())}
    severities = {code: view.say(SEVERITIES[code]) for code in SEVERITIES if code in set(problems["severity"])}
    filters: list[tuple[Label, str, dict[str, str]]] = [
        (words.DEPARTMENT, "department_id", departments),
        (words.LEDGER, "ledger_id", ledgers),
        (wording.RULE, "rule", rules),
    ]
    if len(severities) > 1:
        filters.append((wording.SEVERITY, "severity", severities))
    chosen = problems
    for column, (label, name, names) in zip(st.columns(len(filters)), filters, strict=True):
        with column:
            if (value := _filter(view, label, name, names)) != EVERY:
                chosen = chosen.filter(pl.col(name) == value)
    return chosen


def _filter(view: View, label: Label, name: str, names: dict[str, str]) -> str:
    options = {EVERY: view.say(words.ALL), **names}
    value = address.chosen(name, list(options), EVERY).value
    address.drop_down(view.say(label), name, options, view.say(words.CHOOSE))
    return value


def _page(view: View, pages: int) -> int:
    if pages == 1:
        return 1
    numbers = [str(number) for number in range(1, pages + 1)]
    value = address.chosen("page", numbers, "1").value
    names = {number: number for number in numbers}
    address.drop_down(view.say(wording.PAGE_NUMBER), "page", names, view.say(words.CHOOSE), width=120)
    return int(value)


def _columns(view: View) -> list[TableColumn]:
    return [
        TableColumn("severity", view.say(wording.SEVERITY)),
        TableColumn("sentence", view.say(wording.SENTENCE), is_sentence=True),
        TableColumn("heading", view.say(wording.HEADING)),
        TableColumn("value", view.say(wording.AS_READ)),
        TableColumn("row", view.say(words.ROW), is_number=True),
        TableColumn("sheet", view.say(words.SHEET)),
        TableColumn("file", view.say(words.FILE)),
        TableColumn("ledger", view.say(words.LEDGER)),
        TableColumn("rule", view.say(wording.RULE)),
    ]


def _row(view: View, row: dict[str, Any]) -> dict[str, object]:
    return {
        "severity": view.say(SHAPED[row["severity"]]) if row["severity"] in SHAPED else row["severity"],
        "sentence": row[f"message_{view.language}"],
        "heading": row["heading"],
        "value": row["value"],
        "row": row["row"] if row["row"] is not None else view.say(wording.WHOLE_SHEET),
        "sheet": row["sheet"] or view.say(wording.CSV_SHEET),
        "file": row["file"],
        "ledger": row["ledger_label"],
        "rule": rule_name(row["rule"], view.language),
    }
