"""A copy of one file of any readable form with its problems marked."""

import datetime as dt
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError

import xlsxwriter
from python_calamine import CalamineError

from pipelines.annotating.marked_workbook import write_marked
from pipelines.annotating.remarks import Remark
from pipelines.annotating.result_sheet import LONGEST_TEXT, MOST_ROWS
from pipelines.quarantine import FORMULA_STARTS
from pipelines.reading.own_sheets import MARKS, RESULTS, is_own_sheet
from pipelines.reading.readers import ReaderPool
from pipelines.reading.workbook import Cell, RawSheet, UnreadableFile

SHEET_OF_A_CSV = "数据"
_KEPT = (".xlsx", ".xlsm")
_MOST_COLUMNS = 16_384
_ODD_STRUCTURE = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    CalamineError,
    LookupError,
    ValueError,
    EOFError,
    RuntimeError,
)
_AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_PLAIN_COPY = "本副本由原文件的内容另行生成，没有原来的格式。"
_SHORTENED = f"超过{LONGEST_TEXT}字的文字在副本中被截短。"
_LIST_ONLY = "原文件没有副本，只列出问题。"
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_FIRST_YEAR_OF_A_WORKBOOK = 1900


def name_of_copy(name: str) -> str:
    """What the copy of a file is called: a workbook keeps its name, anything else becomes one."""
    return name if Path(name).suffix.lower() in _KEPT else f"{name}.xlsx"


def annotate(path: Path, remarks: Sequence[Remark], out: Path) -> None:
    """Writes a copy of the file at ``path`` to ``out``: wrong cells coloured and commented, a list of problems first.

    An .xlsx keeps everything it has. Of .xls, .xlsb, .ods, CSV, and of an .xlsx of unusual structure,
    the copy is a new .xlsx with their values. Of a file that cannot be read, or is larger than a
    workbook may be, it has the list only. The original is not touched, and opened here only when the
    reader, a process of its own, has found it harmless.
    """
    try:
        with ReaderPool(1) as pool:
            sheets = pool.sheets(path, path.name, None)
        if path.suffix.lower() in _KEPT:
            try:
                write_marked(path, remarks, out)
            except _ODD_STRUCTURE:
                _write_values(sheets, remarks, out)
        else:
            _write_values(sheets, remarks, out)
    except UnreadableFile:
        _write_list(remarks, out)


def _write_values(read: Iterable[RawSheet], remarks: Sequence[Remark], out: Path) -> None:
    sheets = [sheet for sheet in read if not is_own_sheet(sheet)]
    if any(sheet.row_numbers[-1] > MOST_ROWS or len(sheet.rows[0]) > _MOST_COLUMNS for sheet in sheets):
        _write_list(remarks, out)
        return
    names = _sheet_names(sheet.sheet for sheet in sheets)
    renamed = [replace(remark, sheet=names.get(remark.sheet, remark.sheet)) for remark in remarks]
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        plain = Path(folder) / "values.xlsx"
        with xlsxwriter.Workbook(str(plain), {**_AS_TEXT, "constant_memory": True, "tmpdir": folder}) as book:
            written = [_Values(book, names[sheet.sheet]).write(sheet) for sheet in sheets]
        write_marked(plain, renamed, out, [_PLAIN_COPY, *([] if all(written) else [_SHORTENED])])


def _write_list(remarks: Sequence[Remark], out: Path) -> None:
    """A workbook with the list and nothing else."""
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        plain = Path(folder) / "list.xlsx"
        with xlsxwriter.Workbook(str(plain), _AS_TEXT) as book:
            book.add_worksheet(RESULTS).write_string(0, 0, MARKS[RESULTS])
        write_marked(plain, remarks, out, [_LIST_ONLY])


def _sheet_names(names: Iterable[str]) -> dict[str, str]:
    """Names that a workbook may have, by those that the file has; no two differ in case only."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        plain = _FORBIDDEN_IN_NAMES.sub("_", name or SHEET_OF_A_CSV).strip("'")[:_LONGEST_NAME] or SHEET_OF_A_CSV
        number = 1
        while (free := plain if number == 1 else f"{plain[: _LONGEST_NAME - 5]}({number})").casefold() in taken:
            number += 1
        taken.add(free.casefold())
        found[name] = free
    return found


class _Values:
    """One sheet of values; a row stands where problems say that it does."""

    def __init__(self, book: Any, name: str) -> None:
        self.sheet = book.add_worksheet(name)
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})
        self.moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self.time = book.add_format({"num_format": "hh:mm:ss"})
        self.literal = book.add_format({"quote_prefix": True})
        self.fits = True

    def write(self, sheet: RawSheet) -> bool:
        """Writes all cells; returns whether all of them fitted."""
        for number, row in zip(sheet.row_numbers, sheet.rows, strict=True):
            for column, cell in enumerate(row):
                self.write_cell(number - 1, column, cell)
        return self.fits

    def write_cell(self, row: int, column: int, cell: Cell) -> None:
        match cell:
            case None | "":
                return
            case str():
                # typed into once more, such a text would become a formula
                look = self.literal if cell.startswith(FORMULA_STARTS) else None
                self.fits = self.fits and len(cell) <= LONGEST_TEXT
                self.sheet.write_string(row, column, cell[:LONGEST_TEXT], look)
            case bool():
                self.sheet.write_boolean(row, column, cell)
            case int() | float():
                self.sheet.write_number(row, column, cell)
            case dt.date() if cell.year < _FIRST_YEAR_OF_A_WORKBOOK:
                self.sheet.write_string(row, column, cell.isoformat())
            case dt.datetime() if cell.time() != dt.time():
                self.sheet.write_datetime(row, column, cell, self.moment)
            case dt.date():
                self.sheet.write_datetime(row, column, cell, self.day)
            case _:
                self.sheet.write_datetime(row, column, cell, self.time)
