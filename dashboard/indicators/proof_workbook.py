"""All rows behind a figure as a workbook."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl

from dashboard import figure, words
from dashboard import format as formats
from dashboard.download import download
from dashboard.indicators import words as wording
from dashboard.page import View
from warehouse.language import Label, Language
from warehouse.spreadsheet_text import open_workbook, text_style, write_text

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS: tuple[tuple[str, Label, int], ...] = (
    ("part_label", wording.PART, 10),
    ("amount", wording.AMOUNT, 14),
    ("ledger_label", words.LEDGER, 20),
    ("file", words.FILE, 46),
    ("sheet", words.SHEET, 22),
    ("row", wording.EXCEL_ROW, 8),
)
"""Name, heading and width in characters of what each line tells."""
NUMBERS = ("amount", "row")
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of a sheet, from 0."""
ROWS_ON_A_SHEET = 1_000_000
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the rows: title and scope, the language and the day of the data."""

    title: str
    scope: str
    language: Language
    as_of: date


def button(view: View, row: dict[str, Any], named: pl.DataFrame) -> None:
    """The download of all rows, which is written when it is asked for."""
    place, as_of = view.region_name, formats.as_of_code(view.as_of)
    download(
        view,
        view.say(wording.DOWNLOAD, rows=formats.plain(named.height)),
        _later(named, _heading(view, row)),
        view.say(wording.FILE_NAME, indicator=row[f"label_{view.language}"], place=place, as_of=as_of),
        MIME,
        key="proof_download",
        filters={"indicator": row["indicator_id"]},
    )


def _later(named: pl.DataFrame, heading: Heading) -> Callable[[], bytes]:
    return lambda: workbook(named, heading)


def _heading(view: View, row: dict[str, Any]) -> Heading:
    title = view.say(
        wording.WORKBOOK_TITLE,
        indicator=row[f"label_{view.language}"],
        place=view.region_name,
        as_of=view.day(view.as_of),
    )
    scope = view.say(
        wording.WORKBOOK_SCOPE,
        value=figure.value(row, view.language),
        version=view.version_said,
        definition=row["definition_version"],
    )
    return Heading(title, scope, view.language, view.as_of)


def workbook(named: pl.DataFrame, heading: Heading) -> bytes:
    """The .xlsx file with one line a row, in their order; equal arguments give equal bytes.

    ``named`` as of ``proof.with_names``; what one sheet cannot hold goes on in the next.
    """
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        for number, start in enumerate(range(0, max(named.height, 1), ROWS_ON_A_SHEET), start=1):
            name = wording.WORKBOOK_SHEET.in_language(heading.language)
            sheet = book.add_worksheet(name if number == 1 else f"{name} {number}")
            _fill(book, sheet, named.slice(start, ROWS_ON_A_SHEET), heading)
    return stream.getvalue()


def _fill(book: Any, sheet: Any, lines: pl.DataFrame, heading: Heading) -> None:
    text, head = text_style(book, **FONT), text_style(book, **FONT, bold=True, bg_color="#EDF0F3", border=1)
    number = book.add_format(FONT)
    sheet.freeze_panes(FIRST, 0)
    write_text(sheet, TITLE, 0, heading.title, text_style(book, **{**FONT, "font_size": 16, "bold": True}))
    write_text(sheet, SCOPE, 0, heading.scope, text)
    for column, (_, label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        write_text(sheet, HEADING, column, label.in_language(heading.language), head)
    names = [name for name, _, _ in COLUMNS]
    for at, line in enumerate(lines.select(names).iter_rows(), start=FIRST):
        for column, (name, value) in enumerate(zip(names, line, strict=True)):
            if name in NUMBERS:
                sheet.write_number(at, column, value, number)
            else:
                write_text(sheet, at, column, value, text)
    sheet.autofilter(HEADING, 0, HEADING + lines.height, len(COLUMNS) - 1)
