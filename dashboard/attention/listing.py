"""The list as a table, and the rows that its items stand for."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.attention import words as wording
from dashboard.attention.item import Item
from dashboard.page import View
from dashboard.table import Link, TableColumn, show_table

MOST_CELLS = 300
"""Rows shown on the page; the workbook has all."""


def show(view: View, items: Sequence[Item], caption: str) -> None:
    """The items as a table, each with the page to look at."""
    columns = [
        TableColumn("state", view.say(words.STATE)),
        TableColumn("kind", view.say(wording.KIND)),
        TableColumn("what", view.say(wording.WHAT)),
        TableColumn("distance", view.say(wording.DISTANCE), is_sentence=True),
        TableColumn("keeper", view.say(words.DEPARTMENT_OWNER)),
        TableColumn("score", view.say(wording.SCORE), is_number=True),
        TableColumn("look", view.say(wording.LOOK)),
    ]
    rows = [
        {
            "state": item.state,
            "kind": item.kind,
            "what": item.what,
            "distance": item.distance,
            "keeper": item.keeper,
            "score": score(item.score),
            "look": Link(view.say(wording.GO), item.address),
        }
        for item in items
    ]
    show_table(columns, rows, caption)


def score(value: float) -> str:
    """Two decimals."""
    return str(formats.rounded(value, 2))


def cells(view: View, cells: pl.DataFrame) -> None:
    """The rows behind the items, closed until somebody asks; ``cells`` of ``queries.cells``."""
    with st.expander(view.say(wording.CELLS, count=formats.plain(cells.height))):
        if cells.height > MOST_CELLS:
            count = formats.plain(cells.height)
            st.caption(view.say(wording.CELLS_CUT, shown=MOST_CELLS, count=count))
        show_table(
            [
                TableColumn("kind", view.say(wording.KIND)),
                TableColumn("row_name", view.say(wording.CELL), is_sentence=True),
                TableColumn("days", view.say(wording.DAYS), is_number=True),
                TableColumn("amount", view.say(wording.AMOUNT), is_number=True),
                TableColumn("ledger", view.say(words.LEDGER)),
                TableColumn("file", view.say(words.FILE), is_sentence=True),
                TableColumn("sheet", view.say(words.SHEET)),
                TableColumn("row", view.say(words.ROW), is_number=True),
            ],
            [_cell(view, row) for row in cells.head(MOST_CELLS).iter_rows(named=True)],
            view.say(wording.CELLS, count=cells.height),
        )


def _cell(view: View, row: dict[str, object]) -> dict[str, object]:
    days, amount = row["days"], row["amount"]
    return {
        **row,
        "kind": row[f"label_{view.language}"],
        "ledger": row[f"ledger_{view.language}"],
        "days": formats.plain(days) if isinstance(days, int) else None,
        "amount": formats.plain(amount) if isinstance(amount, float) else None,
    }


def explained(view: View, kinds: pl.DataFrame) -> None:
    """How the score is made: what a kind weighs and what its distance is; ``kinds`` of ``queries.kinds``."""
    with st.expander(view.say(wording.EXPLAINED)):
        st.markdown(view.say(wording.EXPLAINED_SCORE))
        show_table(
            [
                TableColumn("kind", view.say(wording.KIND)),
                TableColumn("weight", view.say(wording.WEIGHT), is_number=True),
                TableColumn("distance", view.say(wording.HOW), is_sentence=True),
            ],
            [
                {
                    "kind": row[f"label_{view.language}"],
                    "weight": row["weight"],
                    "distance": row[f"distance_{view.language}"],
                }
                for row in kinds.sort("weight", "kind", descending=[True, False]).iter_rows(named=True)
            ],
            view.say(wording.EXPLAINED),
        )
