"""Text in workbooks that are handed on: it stays text, whatever it looks like.

Names, problems and remedies come from cells that anybody may have filled. A cell that begins like a formula is written
as text that says so, for Excel would calculate it as soon as somebody edits it: =, +, -, @, tabulator and carriage
return, their full-width forms, also behind blanks and invisible characters. Nothing is added to the text or taken from
it. Numbers and dates are written as such and not through this module, so that a negative number stays a number.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

STARTERS = frozenset("=+-@\t\r")
INVISIBLE = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Unicode categories of blanks and characters that are not seen."""
LONGEST_TEXT = 32_767
"""Characters that a cell of an .xlsx file holds."""
CUT = "……（超过单元格上限，以下略 · cut: longer than a cell can hold）"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One look of text cells in two formats: as it is, and for text that begins like a formula."""

    plain: Any
    as_text: Any


def open_workbook(stream: BytesIO, day: date) -> Any:
    """A workbook to be written into ``stream``: the same to the byte whenever it is written, and dated ``day``."""
    as_given = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(stream, {**as_given, "in_memory": True})
    workbook.set_properties({"created": datetime.combine(day, time())})
    return workbook


def text_style(workbook: Any, **properties: object) -> TextStyle:
    """A look made of XlsxWriter's format properties."""
    as_text = {**properties, "num_format": "@", "quote_prefix": True}
    return TextStyle(workbook.add_format(properties), workbook.add_format(as_text))


def begins_like_formula(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula.

    A tabulator or carriage return in front counts by itself; other blanks and invisible characters are looked past.
    """
    for character in text:
        if unicodedata.normalize("NFKC", character) in STARTERS:
            return True
        if unicodedata.category(character) not in INVISIBLE:
            return False
    return False


def write_text(worksheet: Any, row: int, column: int, text: str | None, style: TextStyle) -> None:
    """Writes a cell of text, None as an empty one; rows and columns count from 0.

    What a cell cannot hold is cut, and the cell says so.
    """
    if not text:
        worksheet.write_blank(row, column, None, style.plain)
        return
    look = style.as_text if begins_like_formula(text) else style.plain
    fitting = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - len(CUT)] + CUT
    worksheet.write_string(row, column, fitting, look)


def lines(text: str | None, width: float) -> int:
    """How many lines a wrapped text takes in a column so many characters wide; at least one.

    Heights are set by it: not every program that opens the file fits rows to wrapped text. A Chinese character is as
    wide as two digits, and one digit's width is kept free because words are not broken.
    """
    room = max(width - 1, 1)
    return sum(max(ceil(_width(line) / room), 1) for line in (text or "").split("\n"))


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)
