"""A result as a workbook: the rows with their numbers and days as such, and a second sheet that says what was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import isfinite
from typing import Any

import polars as pl

from dashboard.desk import words as wording
from dashboard.desk.naming import Form, form_of
from warehouse.language import Label, Language
from warehouse.spreadsheet_text import lines, open_workbook, text_style, write_text

FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}
NUMBER_FORMATS: Mapping[Form, str] = {
    "share": "0.0%",
    "whole": "#,##0",
    "year": "0",
    "number": "#,##0.00##",
    "day": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm:ss",
}
YES_NO = {True: Label("是", "yes"), False: Label("否", "no")}
NARROWEST, WIDEST = 8, 44
LOOKED_AT = 200
"""Rows by which the width of a column is decided."""
EARLIEST = date(1900, 3, 1)
"""Spreadsheets count days wrongly before it."""
MOST_EXACT = 10**15
"""A spreadsheet keeps fifteen digits of a number."""
LINE = 15.0
"""Points of one line of text."""


@dataclass(frozen=True, slots=True)
class About:
    """The second sheet: a name and what is said, line by line; and the language and day of the workbook."""

    lines: Sequence[tuple[str, str]]
    language: Language
    day: date


def workbook(table: pl.DataFrame, names: Mapping[str, str], about: About) -> bytes:
    """The .xlsx file; equal arguments give equal bytes. ``names`` of ``naming.names_of``."""
    stream = BytesIO()
    with open_workbook(stream, about.day) as book:
        _rows(book, book.add_worksheet(wording.SHEET_RESULT.in_language(about.language)), table, names, about.language)
        _about(book, book.add_worksheet(wording.SHEET_ABOUT.in_language(about.language)), about)
    return stream.getvalue()


def _rows(book: Any, sheet: Any, table: pl.DataFrame, names: Mapping[str, str], language: Language) -> None:
    head = text_style(book, **FONT, bold=True, bg_color="#EDF0F3", border=1)
    text = text_style(book, **FONT)
    forms = [form_of(name, kind) for name, kind in table.schema.items()]
    looks = {form: book.add_format({**FONT, "num_format": code}) for form, code in NUMBER_FORMATS.items()}
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(table.columns):
        write_text(sheet, 0, column, names[name], head)
        sheet.set_column(column, column, _width(table[name], names[name], forms[column]))
    for row, values in enumerate(table.iter_rows(), start=1):
        for column, (value, form) in enumerate(zip(values, forms, strict=True)):
            if form in looks and _is_exact(value):
                _write(sheet, row, column, value, form, looks[form])
            else:
                write_text(sheet, row, column, _text(value, language), text)
    if table.width:
        sheet.autofilter(0, 0, table.height, table.width - 1)


def _write(sheet: Any, row: int, column: int, value: Any, form: Form, look: Any) -> None:
    if form in ("day", "time"):
        sheet.write_datetime(row, column, value, look)
    else:
        sheet.write_number(row, column, value, look)


def _is_exact(value: Any) -> bool:
    """Whether a spreadsheet holds the value as it is."""
    if value is None:
        return False
    if isinstance(value, date):
        return date(value.year, value.month, value.day) >= EARLIEST
    return isfinite(value) and abs(value) < MOST_EXACT


def _text(value: Any, language: Language) -> str | None:
    if isinstance(value, bool):
        return YES_NO[value].in_language(language)
    return None if value is None else str(value)


def _width(series: pl.Series, name: str, form: Form) -> int:
    if form in ("day", "time"):
        return 12 if form == "day" else 20
    shown = [name, *("" if value is None else str(value) for value in series.head(LOOKED_AT))]
    widest = max(len(text) + sum(ord(character) > 255 for character in text) for text in shown)
    return min(max(widest + 2, NARROWEST), WIDEST)


def _about(book: Any, sheet: Any, about: About) -> None:
    head, text = text_style(book, **FONT, bold=True), text_style(book, **FONT, text_wrap=True)
    sheet.set_column(0, 0, 14)
    sheet.set_column(1, 1, 100)
    for row, (name, said) in enumerate(about.lines):
        write_text(sheet, row, 0, name, head)
        write_text(sheet, row, 1, said, text)
        # a row of a spreadsheet is 409 points high at most
        sheet.set_row(row, min(lines(said, 100) * LINE, 400))
