"""The list as a workbook: the items, and on a second sheet the rows that they stand for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.attention import words as wording
from dashboard.attention.choosing import Chosen
from dashboard.attention.item import Item
from dashboard.page import View
from warehouse.language import Label, Language
from warehouse.spreadsheet_text import lines, open_workbook, text_style, write_text

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ITEM_COLUMNS: tuple[tuple[str, Label, int], ...] = (
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
CELL_COLUMNS: tuple[tuple[str, Label, int], ...] = (
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
"""Name, heading and width in characters."""
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of a sheet, from 0."""
LINE = 15.0
"""Points of one line of text."""
A4 = 9
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines, the language and the day of the data."""

    title: str
    scope: str
    language: Language
    as_of: date


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
        _sheet(book, wording.SHEET, ITEM_COLUMNS, listed, heading)
        if rows:
            _sheet(book, wording.SHEET_CELLS, CELL_COLUMNS, rows, heading)
    return stream.getvalue()


def _item(item: Item, number: int) -> dict[str, Any]:
    names = ("state", "kind", "what", "distance", "department", "owner", "file", "sheet", "row")
    score = float(formats.rounded(item.score, 2))
    return {"number": number, "score": score, **{name: getattr(item, name) for name in names}}


def _sheet(
    book: Any,
    name: Label,
    columns: Sequence[tuple[str, Label, int]],
    rows: Sequence[Mapping[str, Any]],
    heading: Heading,
) -> None:
    """One sheet: title, scope, headings and a line a row; numbers stay numbers."""
    sheet = book.add_worksheet(name.in_language(heading.language))
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING)
    sheet.freeze_panes(FIRST, 0)
    write_text(sheet, TITLE, 0, heading.title, text_style(book, **{**FONT, "font_size": 16, "bold": True}))
    write_text(sheet, SCOPE, 0, heading.scope, text_style(book, **FONT))
    head = text_style(book, **FONT, border=1, bold=True, bg_color="#EDF0F3")
    text = text_style(book, **FONT, border=1, text_wrap=True)
    number = book.add_format({**FONT, "border": 1})
    for column, (_, label, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        write_text(sheet, HEADING, column, label.in_language(heading.language), head)
    for at, row in enumerate(rows, start=FIRST):
        sheet.set_row(at, _height(row, columns))
        for column, (key, _, _) in enumerate(columns):
            value = row[key]
            if isinstance(value, int | float):
                sheet.write_number(at, column, value, number)
            else:
                write_text(sheet, at, column, value, text)
    sheet.autofilter(HEADING, 0, HEADING + len(rows), len(columns) - 1)


def _height(row: Mapping[str, Any], columns: Sequence[tuple[str, Label, int]]) -> float:
    """Points of a row that shows its texts in columns of these widths."""
    texts = [(row[key], width) for key, _, width in columns if isinstance(row[key], str)]
    return LINE * max([lines(text, width) for text, width in texts], default=1) + LINE / 3
