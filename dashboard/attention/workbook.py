"""The list as a workbook: the items, and on a second sheet the rows that they stand for."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.attention import words as wording
from dashboard.attention.choosing import Chosen
from dashboard.attention.item import Item
from dashboard.list_workbook import Columns, Heading, add_list
from dashboard.page import View
from warehouse.spreadsheet_text import open_workbook

ITEM_COLUMNS: Columns = (
    ("number", wording.NUMBER, 6),
    ("state", words.STATE, 10),
    ("kind", wording.KIND, 24),
    ("what", wording.WHAT, 30),
    ("distance", wording.DISTANCE, 44),
    ("department", words.DEPARTMENT, 16),
    ("owner", wording.OWNER, 12),
    ("score", wording.SCORE, 8),
    ("file", words.FILE, 34),
    ("sheet", words.SHEET, 16),
    ("row", words.ROW, 8),
)
CELL_COLUMNS: Columns = (
    ("number", wording.NUMBER, 6),
    ("kind", wording.KIND, 24),
    ("row_name", wording.CELL, 44),
    ("days", wording.DAYS, 8),
    ("amount", wording.AMOUNT, 14),
    ("ledger", words.LEDGER, 18),
    ("file", words.FILE, 40),
    ("sheet", words.SHEET, 16),
    ("row", words.ROW, 8),
)


def heading(view: View, chosen: Chosen) -> Heading:
    """What the workbook says of itself."""
    scope = view.say(
        wording.SCOPE,
        kind=chosen.kind,
        department=chosen.department,
        count=chosen.items.height,
        version=view.version_said,
    )
    title = view.say(wording.TITLE, place=view.region_name, as_of=view.day(view.as_of))
    return Heading(title, scope, view.language, view.as_of)


def file_name(view: View) -> str:
    name = view.say(wording.FILE_NAME, place=view.region_name, as_of=formats.as_of_code(view.as_of))
    return f"{name}.xlsx"


@st.cache_data(show_spinner=False, max_entries=50)
def workbook(items: Sequence[Item], cells: pl.DataFrame, heading: Heading) -> bytes:
    """The .xlsx file in the order given; equal arguments give equal bytes. ``cells`` of ``queries.cells``."""
    language = heading.language
    numbers = {item.position: number for number, item in enumerate(items, start=1)}
    listed = [_item(item, number) for number, item in enumerate(items, start=1)]
    rows = [
        {
            **row,
            "number": numbers[row["position"]],
            "kind": row[f"label_{language}"],
            "ledger": row[f"ledger_{language}"],
        }
        for row in cells.iter_rows(named=True)
    ]
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        add_list(book, wording.SHEET.in_language(language), ITEM_COLUMNS, listed, heading)
        if rows:
            add_list(book, wording.SHEET_CELLS.in_language(language), CELL_COLUMNS, rows, heading)
    return stream.getvalue()


def _item(item: Item, number: int) -> dict[str, Any]:
    names = ("state", "kind", "what", "distance", "department", "owner", "file", "sheet", "row")
    score = float(formats.rounded(item.score, 2))
    return {"number": number, "score": score, **{name: getattr(item, name) for name in names}}
