"""The list of ledgers, and a search over all that is said of them."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard import address, data, words
from dashboard import format as formats
from dashboard.dictionary import queries
from dashboard.dictionary import words as wording
from dashboard.dictionary.links import to_ledger
from dashboard.findings import listed
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.period import FREQUENCY_NAMES

SEARCHED = ("ledger_id", "table_name", "label_zh", "label_en", "grain_zh", "grain_en", "department_name", "owner")
SEARCHED_COLUMN = ("column_name", "heading_zh", "heading_en")
MOST_NAMED = 4


def show(view: View) -> None:
    """The search and the ledgers that it finds."""
    ledgers, columns = queries.ledgers(view.published), queries.columns(view.published)
    st.markdown(view.say(wording.DICTIONARY_INTRO, count=ledgers.height))
    text = address.typed(view.say(wording.SEARCH_LEDGERS), "ledger_search", view.say(words.SEARCH), width=520)
    found = matching(ledgers, columns, text)
    st.header(view.say(wording.LEDGERS), anchor=False)
    if text:
        finding = wording.NOTHING_FOUND if found.is_empty() else wording.FOUND
        st.caption(view.say(finding, text=text, count=found.height))
    if not found.is_empty():
        rows = [_row(view, ledger, columns, text) for ledger in found.iter_rows(named=True)]
        with st.container(key="facts_ledgers"):
            show_table(_columns(view, is_search=bool(text)), rows, view.say(wording.DICTIONARY))


def matching(ledgers: pl.DataFrame, columns: pl.DataFrame, text: str) -> pl.DataFrame:
    """The ledgers that mention, or a column of which mentions, every word of the text; in their order."""
    sought = text.casefold().split()
    said = {ledger["ledger_id"]: _said(ledger, SEARCHED) for ledger in ledgers.iter_rows(named=True)}
    for column in columns.iter_rows(named=True):
        said[column["ledger_id"]] = f"{said[column['ledger_id']]}\n{of_column(column)}"
    keep = [all(word in said[ledger_id] for word in sought) for ledger_id in ledgers["ledger_id"]]
    return ledgers.filter(pl.Series(keep, dtype=pl.Boolean))


def of_column(column: Mapping[str, Any]) -> str:
    """All that is said of a column, for searching."""
    values = [*(column["values_zh"] or []), *(column["values_en"] or [])]
    return "\n".join([_said(column, SEARCHED_COLUMN), *(value.casefold() for value in values)])


def _said(row: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return "\n".join(str(row[name] or "") for name in names).casefold()


def _columns(view: View, *, is_search: bool) -> list[TableColumn]:
    found = [TableColumn("found", view.say(wording.FOUND_COLUMNS), is_sentence=True)] if is_search else []
    return [
        TableColumn("ledger", view.say(words.LEDGER)),
        *found,
        TableColumn("department", view.say(words.DEPARTMENT)),
        TableColumn("frequency", view.say(wording.FREQUENCY)),
        TableColumn("columns", view.say(wording.COLUMNS), is_number=True),
        TableColumn("loaded", view.say(wording.ROWS), is_number=True),
        TableColumn("feeds", view.say(wording.FEEDS), is_sentence=True),
    ]


def _row(view: View, ledger: Mapping[str, Any], columns: pl.DataFrame, text: str) -> dict[str, object]:
    own = columns.filter(pl.col("ledger_id") == ledger["ledger_id"])
    sought = text.casefold().split()
    found = [
        column[f"heading_{view.language}"]
        for column in own.iter_rows(named=True)
        if any(word in of_column(column) for word in sought)
    ]
    feeds = fed(data.definitions(view.published), ledger["ledger_id"])[f"label_{view.language}"].to_list()
    return {
        "ledger": to_ledger(view, ledger["ledger_id"], ledger[f"label_{view.language}"]),
        "found": listed(found, view.language, MOST_NAMED),
        "department": ledger["department_name"],
        "frequency": FREQUENCY_NAMES[ledger["frequency"]].in_language(view.language),
        "columns": formats.plain(own.height),
        "loaded": formats.plain(ledger["loaded"]),
        "feeds": listed(feeds, view.language, MOST_NAMED),
    }


def fed(definitions: pl.DataFrame, ledger_id: str) -> pl.DataFrame:
    """Of ``data.definitions`` the indicators that read the ledger."""
    return definitions.filter(pl.col("ledgers").str.split(",").list.contains(ledger_id))
