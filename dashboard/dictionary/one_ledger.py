"""One ledger: what it is, its columns, and the indicators that read it."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import data, figure_list, words
from dashboard import format as formats
from dashboard.dictionary import queries
from dashboard.dictionary import words as wording
from dashboard.dictionary.listing import fed
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.declaration_names import COLUMN_KINDS, LEDGER_TIMES
from warehouse.period import FREQUENCY_NAMES


def show(view: View, ledger: dict[str, Any]) -> None:
    """The entry of a row of ``queries.ledgers``."""
    columns = queries.columns(view.published).filter(pl.col("ledger_id") == ledger["ledger_id"])
    st.header(view.say(wording.ABOUT), anchor=False)
    _about(view, ledger, dict(columns.select("column_name", f"heading_{view.language}").iter_rows()))
    st.header(view.say(wording.COLUMNS), anchor=False)
    _columns(view, columns)
    st.header(view.say(wording.FEEDS_TITLE), anchor=False)
    _feeds(view, ledger["ledger_id"])


def _about(view: View, ledger: dict[str, Any], headings: dict[str, str]) -> None:
    keys = [headings.get(name, name) for name in ledger["key_columns"].split(",")]
    facts = [
        (wording.GRAIN, ledger[f"grain_{view.language}"]),
        (words.DEPARTMENT_OWNER, figure_list.owner(ledger)),
        (wording.KEY, view.say(words.SEPARATOR).join(keys)),
        (wording.TIME, _time(view, ledger, headings)),
        (wording.FREQUENCY, FREQUENCY_NAMES[ledger["frequency"]].in_language(view.language)),
        (wording.MODE, view.say(wording.MODES[ledger["mode"]])),
        (wording.ROWS, formats.plain(ledger["loaded"])),
        (wording.TABLE, f"ledger.{ledger['table_name']}"),
        (wording.ID, ledger["ledger_id"]),
    ]
    shown = [
        TableColumn("item", view.say(wording.ITEM)),
        TableColumn("content", view.say(wording.CONTENT), is_sentence=True),
    ]
    with st.container(key="facts_ledger"):
        show_table(shown, [{"item": view.say(item), "content": said} for item, said in facts], view.say(wording.ABOUT))


def _time(view: View, ledger: dict[str, Any], headings: dict[str, str]) -> str:
    kind = LEDGER_TIMES[ledger["time_kind"]].in_language(view.language)
    names = [
        headings.get(name, name) for name in (ledger[f"time_{one}"] for one in ("column", "otherwise", "end")) if name
    ]
    if not names:
        return kind
    return view.say(wording.TIME_OF, kind=kind, columns=view.say(words.SEPARATOR).join(names))


def _columns(view: View, columns: pl.DataFrame) -> None:
    shown = [
        TableColumn("heading", view.say(wording.HEADING)),
        TableColumn("kind", view.say(wording.KIND)),
        TableColumn("unit", view.say(wording.UNIT)),
        TableColumn("required", view.say(wording.REQUIRED)),
        TableColumn("values", view.say(wording.VALUES), is_sentence=True),
        TableColumn("name", view.say(wording.NAME)),
    ]
    with st.container(key="facts_columns"):
        show_table(shown, [_column(view, row) for row in columns.iter_rows(named=True)], view.say(wording.COLUMNS))


def _column(view: View, row: dict[str, Any]) -> dict[str, object]:
    marks = [(wording.IS_REQUIRED, row["is_required"]), (wording.IS_KEY, row["is_key"])]
    return {
        "heading": row[f"heading_{view.language}"],
        "kind": COLUMN_KINDS[row["kind"]].in_language(view.language),
        "unit": row[f"unit_{view.language}"],
        "required": view.say(words.SEPARATOR).join(view.say(label) for label, is_so in marks if is_so),
        "values": view.say(words.SEPARATOR).join(row[f"values_{view.language}"] or []),
        "name": row["column_name"],
    }


def _feeds(view: View, ledger_id: str) -> None:
    figures = fed(data.figures(view.published, view.as_of, view.region_code), ledger_id)
    if figures.is_empty():
        st.caption(view.say(wording.FEEDS_NONE))
        return
    show_table(
        figure_list.columns(view),
        figure_list.rows(figures, view.language),
        view.say(wording.FEEDS_TITLE),
        figure_list.KIND,
    )
