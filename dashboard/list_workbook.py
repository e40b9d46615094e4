"""A list as a workbook to be handed on: a title, what it is about, headings, and one line a row.

Printed it is as wide as a page of A4 laid across, with the headings on every page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from warehouse.language import Label, Language
from warehouse.spreadsheet_text import lines, text_style, write_text

Columns = Sequence[tuple[str, Label, int]]
"""Name, heading and width in characters of what each line tells."""
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of a sheet, from 0."""
A4 = 9
"""The number of the paper in the file format."""
LINE = 15.0
"""Points of one line of text."""
HIGHEST = 409.0
"""Points of the highest row that there is."""
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines: title and scope; the language and the day of the data."""

    title: str
    scope: str
    language: Language
    as_of: date


def add_list(
    book: Any, name: str, columns: Columns, rows: Iterable[Mapping[str, Any]], heading: Heading, *, wraps: bool = True
) -> None:
    """Adds a sheet with a line for each of the ``rows``, in their order; numbers stay numbers, what is None is empty.

    Where it ``wraps``, long texts go on in the next line of their cell and rows are as high as they need; lists of
    very many short lines are written faster without.
    """
    sheet = book.add_worksheet(name)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING)
    sheet.freeze_panes(FIRST, 0)
    write_text(sheet, TITLE, 0, heading.title, text_style(book, **{**FONT, "font_size": 16, "bold": True}))
    write_text(sheet, SCOPE, 0, heading.scope, text_style(book, **FONT))
    head = text_style(book, **FONT, border=1, bold=True, bg_color="#EDF0F3")
    text = text_style(book, **FONT, border=1, text_wrap=wraps)
    number = book.add_format({**FONT, "border": 1})
    for column, (_, label, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        write_text(sheet, HEADING, column, label.in_language(heading.language), head)
    last = HEADING
    for last, row in enumerate(rows, start=FIRST):
        if wraps:
            sheet.set_row(last, _height(row, columns))
        for column, (key, _, _) in enumerate(columns):
            value = row[key]
            if isinstance(value, int | float):
                sheet.write_number(last, column, value, number)
            else:
                write_text(sheet, last, column, value, text)
    sheet.autofilter(HEADING, 0, last, len(columns) - 1)


def _height(row: Mapping[str, Any], columns: Columns) -> float:
    """Points of a row that shows its texts in columns of these widths."""
    texts = [(row[key], width) for key, _, width in columns if isinstance(row[key], str)]
    return min(LINE * max([lines(text, width) for text, width in texts], default=1) + LINE / 3, HIGHEST)
