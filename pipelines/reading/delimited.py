"""Text files: UTF-8, GB18030 or Excel's “Unicode text”, separated by comma (of either width), semicolon, tab or bar."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from pipelines.reading.limits import FileLimits
from pipelines.reading.workbook import Cell, RawSheet, UnreadableFile

ENCODINGS = ("utf-8-sig", "gb18030")
SEPARATORS = (",", ";", "\t", "|", "，")
_BYTE_ORDER_MARKS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_CHARACTERS_LOOKED_AT = 100_000
_LINES_LOOKED_AT = 60
_LONGEST_FIELD = 1_000_000
_TEXT_FORMULA = re.compile(r'^\s*="([^"]*)"\s*$')
"""What programs write so that Excel leaves the figures of a code as they are: ``="001"`` shows as 001."""


def read_delimited(content: bytes, file: str, limits: FileLimits) -> RawSheet:
    """The one sheet of a text file; every cell is text, ``row_numbers`` are physical lines.

    Raises :class:`UnreadableFile`, also for rows that would have to be widened to more cells than ``limits`` allow.
    """
    encoding = _encoding(content)
    rows, row_numbers = _records(content, encoding, _separator(_beginning(content, encoding)))
    width = max(map(len, rows), default=0)
    if width * len(rows) > limits.cells:
        raise UnreadableFile(
            f"文件有{len(rows)}行，最宽的一行有{width}格，超出能读取的大小；请检查分隔符和引号，"
            "或按乡镇、年度拆分后重新报送",
            f"the file has {len(rows)} lines, the widest of {width} cells, which is more than can be read: check "
            "separators and quotation marks, or split it by township or year",
        )
    for row in rows:
        if len(row) < width:
            row.extend([""] * (width - len(row)))
    return RawSheet(file=file, sheet="", rows=cast(list[list[Cell]], rows), row_numbers=row_numbers, is_csv=True)


def _encoding(content: bytes) -> str:
    """The first encoding that fits to the last byte; a guess would corrupt names silently.

    UTF-16 is known by its byte order mark alone.
    """
    marked = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), None)
    for encoding in (marked,) if marked else ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return encoding
    raise UnreadableFile(
        "文件编码不是 UTF-8、GB18030，也不是 Excel 的“Unicode 文本”，读不出文字；"
        "请在 Excel 中另存为“CSV UTF-8”或 .xlsx 后重新报送",
        "the encoding is neither UTF-8 nor GB18030 nor Excel's “Unicode text”: "
        "save it in Excel as “CSV UTF-8” or .xlsx and hand it in again",
    )


def _stream(content: bytes, encoding: str) -> io.TextIOWrapper:
    """The text piece by piece: all of it at once would take as much memory as its cells."""
    return io.TextIOWrapper(io.BytesIO(content), encoding=encoding, newline="")


def _beginning(content: bytes, encoding: str) -> list[str]:
    """The first lines that are not blank."""
    lines = _stream(content, encoding).read(_CHARACTERS_LOOKED_AT).splitlines()
    return [line for line in lines if line.strip()][:_LINES_LOOKED_AT]


def _separator(lines: Sequence[str]) -> str:
    """The separator that divides most lines into equally many fields, and into most; comma when none does."""

    def agreement(separator: str) -> tuple[float, int]:
        try:
            widths = Counter(len(record) for record in csv.reader(lines, delimiter=separator))
        except csv.Error:
            return 0, 0
        width, count = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
        return (round(count / widths.total(), 1), width) if width > 1 else (0, max(widths, default=0))

    return max(SEPARATORS, key=agreement)


def _records(content: bytes, encoding: str, separator: str) -> tuple[list[list[str]], list[int]]:
    """Records with the physical line that each begins on.

    Strict quoting is tried first, since a quote that is never closed would swallow the rest
    of the file; a stray quote inside a field is only untidy.
    """
    try:
        return _parsed(content, encoding, separator, strict=True)
    except csv.Error as error:
        if "unexpected end of data" not in str(error) and "field larger" not in str(error):
            return _parsed(content, encoding, separator, strict=False)
        raise UnreadableFile(
            "有一个双引号没有成对，后面的内容分不清行列；请检查引号，或另存为 .xlsx 后重新报送",
            "a quotation mark is never closed and the rest of the file cannot be told apart: "
            "check the quotation marks, or save it as .xlsx and hand it in again",
        ) from error


def _parsed(content: bytes, encoding: str, separator: str, *, strict: bool) -> tuple[list[list[str]], list[int]]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(_stream(content, encoding), delimiter=separator, strict=strict)
    rows, first_lines, next_line = [], [], 1
    shows_texts = any('="'.encode(code) in content for code in ("utf-8", "utf-16-le", "utf-16-be"))
    for record in reader:
        rows.append([_TEXT_FORMULA.sub(r"\1", cell) for cell in record] if shows_texts else record)
        first_lines.append(next_line)
        next_line = reader.line_num + 1
    return rows, first_lines
