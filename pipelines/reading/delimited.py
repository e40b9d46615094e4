"""CSV files: UTF-8 or GB18030, separated by comma, semicolon, tab or bar."""

import csv
import io
from pathlib import Path
from statistics import median
from typing import cast

from pipelines.reading.workbook import Cell, RawSheet, UnreadableFile

ENCODINGS = ("utf-8-sig", "gb18030")
SEPARATORS = (",", ";", "\t", "|")
_LINES_LOOKED_AT = 60
_LONGEST_FIELD = 1_000_000


def read_delimited(path: Path, file: str) -> RawSheet:
    """The one sheet of a CSV file; every cell is text, ``row_numbers`` are physical lines."""
    text = _decoded(path)
    rows, row_numbers = _records(text, _separator(text))
    width = max(map(len, rows), default=0)
    for row in rows:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
    return RawSheet(file=file, sheet="", rows=cast(list[list[Cell]], rows), row_numbers=row_numbers, is_csv=True)


def _decoded(path: Path) -> str:
    """The text in the first encoding that fits to the last byte; a guess would corrupt names silently."""
    content = path.read_bytes()
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile(
        "文件编码既不是 UTF-8 也不是 GB18030，读不出文字；请在 Excel 中另存为“CSV UTF-8”或 .xlsx 后重新报送",
        "the encoding is neither UTF-8 nor GB18030: save it in Excel as “CSV UTF-8” or .xlsx and hand it in again",
    )


def _separator(text: str) -> str:
    """The separator that divides the typical line, else the longest, into most fields; comma when none does."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:_LINES_LOOKED_AT]

    def fields(separator: str) -> tuple[float, int]:
        try:
            widths = [len(record) for record in csv.reader(lines, delimiter=separator)]
        except csv.Error:
            return 0, 0
        return (median(widths), max(widths)) if widths else (0, 0)

    return max(SEPARATORS, key=fields)


def _records(text: str, separator: str) -> tuple[list[list[str]], list[int]]:
    """Records with the physical line that each begins on.

    Strict quoting is tried first, since a quote that is never closed would swallow the rest
    of the file; a stray quote inside a field is only untidy.
    """
    try:
        return _parsed(text, separator, strict=True)
    except csv.Error as error:
        if "unexpected end of data" not in str(error) and "field larger" not in str(error):
            return _parsed(text, separator, strict=False)
        raise UnreadableFile(
            "有一个双引号没有成对，后面的内容分不清行列；请检查引号，或另存为 .xlsx 后重新报送",
            "a quotation mark is never closed and the rest of the file cannot be told apart: "
            "check the quotation marks, or save it as .xlsx and hand it in again",
        ) from error


def _parsed(text: str, separator: str, *, strict: bool) -> tuple[list[list[str]], list[int]]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    rows, first_lines, next_line = [], [], 1
    for record in reader:
        rows.append(record)
        first_lines.append(next_line)
        next_line = reader.line_num + 1
    return rows, first_lines
