"""The catalogue: every indicator by family with its figure, and a search over all that is said of it."""

from collections.abc import Mapping

import polars as pl
import streamlit as st

from dashboard import address, data, figure_list, words
from dashboard.indicators import words as wording
from dashboard.page import View
from dashboard.table import show_table

SEARCHED = (
    "indicator_id",
    "label_zh",
    "label_en",
    "definition_zh",
    "definition_en",
    "family_label_zh",
    "family_label_en",
    "department_name",
    "owner",
)


def show(view: View) -> None:
    """The search and, family by family, what it finds."""
    figures = data.figures(view.published, view.as_of, view.region_code)
    st.markdown(view.say(wording.CATALOGUE_INTRO, count=figures.height))
    text = address.typed(view.say(wording.SEARCH_INDICATORS), "search", view.say(words.SEARCH), width=520)
    found = matching(figures, text, _ledger_names(view))
    if text:
        finding = wording.NOTHING_FOUND if found.is_empty() else wording.FOUND
        st.caption(view.say(finding, text=text, count=found.height))
    for (family,), group in found.group_by(f"family_label_{view.language}", maintain_order=True):
        st.header(str(family), anchor=False)
        with st.container(key=f"family_{group['family'][0]}"):
            show_table(figure_list.columns(view), figure_list.rows(group, view.language), str(family), figure_list.KIND)


def matching(figures: pl.DataFrame, text: str, ledgers: Mapping[str, str]) -> pl.DataFrame:
    """The figures (``data.figures``) that mention every word of the text, in their order.

    ``ledgers`` are the names of the ledgers by id; upper and lower case are one.
    """
    sought = text.casefold().split()
    keep = [all(word in _said(row, ledgers) for word in sought) for row in figures.iter_rows(named=True)]
    return figures.filter(pl.Series(keep, dtype=pl.Boolean))


def _said(row: Mapping[str, object], ledgers: Mapping[str, str]) -> str:
    own = [str(row[name] or "") for name in SEARCHED]
    read = [ledgers.get(ledger_id, ledger_id) for ledger_id in str(row["ledgers"]).split(",")]
    return "\n".join([*own, *read]).casefold()


def _ledger_names(view: View) -> dict[str, str]:
    lines = data.ledgers(view.published).select("ledger_id", "label_zh", "label_en").iter_rows()
    return {ledger_id: f"{zh}\n{en}" for ledger_id, zh, en in lines}
