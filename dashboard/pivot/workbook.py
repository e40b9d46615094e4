"""The pivot as a workbook: the table with native numbers, and a second sheet that says what it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from warehouse.spreadsheet_text import lines, open_workbook, text_style, write_text

FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}
TITLE, UPPER, LOWER, FIRST = range(4)
"""The rows of the sheet, from 0."""
NAME_WIDTH, NUMBER_WIDTH, ABOUT_WIDTH = 26, 13, 100
LINE = 15.0
"""Points of one line of text."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the table, in per cent or not; None says ``instead``."""

    value: float | None
    is_rate: bool
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The table in words: a title, the corner, the heads of columns with how many cells each spans, their parts, and
    rows of name and numbers, whose last is a total where ``has_total``."""

    name: str
    title: str
    corner: str
    heads: tuple[str, ...]
    parts: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Number, ...]], ...]
    has_total: bool


def workbook(sheet: Sheet, about_name: str, about: Sequence[tuple[str, str]], as_of: date) -> bytes:
    """The .xlsx file; equal arguments give equal bytes."""
    stream = BytesIO()
    with open_workbook(stream, as_of) as book:
        _table(book, sheet)
        _about(book, about_name, about)
    return stream.getvalue()


def _table(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.freeze_panes(FIRST, 1)
    head = text_style(book, **FONT, border=1, bold=True, bg_color="#EDF0F3", text_wrap=True)
    write_text(page, TITLE, 0, sheet.title, text_style(book, **{**FONT, "font_size": 14, "bold": True}))
    page.set_column(0, 0, NAME_WIDTH)
    page.set_column(1, max(len(sheet.heads) * len(sheet.parts), 1), NUMBER_WIDTH)
    write_text(page, UPPER, 0, sheet.corner, head)
    write_text(page, LOWER, 0, None, head)
    for place, text in enumerate(sheet.heads):
        for part, part_text in enumerate(sheet.parts):
            column = 1 + place * len(sheet.parts) + part
            # every column says all that it is: cells that are merged cannot be sorted or filtered
            write_text(page, UPPER, column, text, head)
            write_text(page, LOWER, column, part_text, head)
    looks = {bold: _looks(book, bold=bold) for bold in (False, True)}
    for at, (name, numbers) in enumerate(sheet.rows, start=FIRST):
        bold = sheet.has_total and at == FIRST + len(sheet.rows) - 1
        _row(page, at, name, numbers, looks[bold])


def _looks(book: Any, *, bold: bool) -> dict[str, Any]:
    return {
        "name": text_style(book, **FONT, border=1, bold=bold),
        "instead": text_style(book, **FONT, border=1, bold=bold, align="right", font_color="#52606D"),
        "number": book.add_format({**FONT, "border": 1, "bold": bold, "num_format": "#,##0.##;-#,##0.##;0"}),
        "whole": book.add_format({**FONT, "border": 1, "bold": bold, "num_format": "#,##0"}),
        "rate": book.add_format({**FONT, "border": 1, "bold": bold, "num_format": "0.0%"}),
    }


def _row(page: Any, at: int, name: str, numbers: Sequence[Number], looks: dict[str, Any]) -> None:
    write_text(page, at, 0, name, looks["name"])
    for column, number in enumerate(numbers, start=1):
        if number.value is None:
            write_text(page, at, column, number.instead, looks["instead"])
        else:
            whole = "whole" if float(number.value).is_integer() else "number"
            page.write_number(at, column, number.value, looks["rate" if number.is_rate else whole])


def _about(book: Any, name: str, about: Sequence[tuple[str, str]]) -> None:
    page = book.add_worksheet(name)
    page.set_column(0, 0, 16)
    page.set_column(1, 1, ABOUT_WIDTH)
    head = text_style(book, **{**FONT, "valign": "top"}, bold=True)
    text = text_style(book, **{**FONT, "valign": "top"}, text_wrap=True)
    for at, (label, said) in enumerate(about):
        page.set_row(at, min(LINE * lines(said, ABOUT_WIDTH) + LINE / 3, 409))
        write_text(page, at, 0, label, head)
        write_text(page, at, 1, said, text)
