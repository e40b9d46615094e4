"""Grids into files: .xlsx with fixed properties, CSV in the encodings that departments use."""

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from itertools import accumulate
from pathlib import Path
from typing import Any

import xlsxwriter

from pipelines.ledger import Column, Kind
from pipelines.registry import ledgers
from pipelines.sample.layout import Grid, lay_out
from pipelines.sample.organisation import Row
from pipelines.sample.sheet import IDENTITY, Book, Cell, Formula, heading_of, slots_of

AS_TEXT = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


def write_book(inbox: Path, book: Book) -> list[Grid]:
    """Writes a book; the grids of its sheets tell where every row came to stand."""
    file = inbox / book.path
    file.parent.mkdir(parents=True, exist_ok=True)
    grids = [lay_out(sheet, is_csv=bool(book.encoding)) for sheet in book.sheets]
    if book.encoding:
        write_csv(file, grids[0].rows, book.encoding)
        grids[0].entry_rows = _physical_lines(grids[0])
    else:
        write_workbook(
            file, {sheet.name: grid for sheet, grid in zip(book.sheets, grids, strict=True)}, book.sheets[0].as_of
        )
    return grids


def _physical_lines(grid: Grid) -> list[int]:
    """A heading with a line break takes two lines of a CSV, and everything below moves down."""
    breaks = [sum(cell.count("\n") for cell in cells if isinstance(cell, str)) for cells in grid.rows]
    above = [0, *accumulate(breaks)]
    return [row + above[row - 1] for row in grid.entry_rows]


def write_workbook(file: Path, grids: dict[str, Grid], day: date) -> None:
    """A workbook that says it was made on ``day`` and is the same to the byte whenever it is written."""
    with xlsxwriter.Workbook(str(file), {**AS_TEXT, "in_memory": True}) as workbook:
        workbook.set_properties({"created": datetime.combine(day, time())})
        day_format = workbook.add_format({"num_format": "yyyy-mm-dd"})
        middle = workbook.add_format({"align": "center", "valign": "vcenter"})
        for name, grid in grids.items():
            worksheet = workbook.add_worksheet(name)
            for row, cells in enumerate(grid.rows):
                for column, cell in enumerate(cells):
                    _write_cell(worksheet, row, column, cell, day_format)
            for top, left, bottom, right in grid.merges:
                if (top, left) != (bottom, right):
                    worksheet.merge_range(top, left, bottom, right, None, middle)
                    worksheet.write(top, left, _cell(grid, top, left), middle)
            for row in grid.hidden_rows:
                worksheet.set_row(row, None, None, {"hidden": True})
            for column in grid.hidden_columns:
                worksheet.set_column(column, column, None, None, {"hidden": True})


def _write_cell(worksheet: Any, row: int, column: int, cell: Cell, day_format: Any) -> None:
    if isinstance(cell, str):
        worksheet.write_string(row, column, cell)
    elif isinstance(cell, date):
        worksheet.write_datetime(row, column, cell, day_format)
    elif isinstance(cell, Formula):
        worksheet.write_formula(row, column, cell.text, None, "")
    elif cell is not None:
        worksheet.write_number(row, column, cell)


def _cell(grid: Grid, row: int, column: int) -> Cell:
    cells = grid.rows[row]
    return cells[column] if column < len(cells) else None


def write_csv(file: Path, rows: Iterable[list[Cell]], encoding: str) -> None:
    """Comma separated values, one physical line a row."""
    file.parent.mkdir(parents=True, exist_ok=True)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for cells in rows:
        writer.writerow(["" if cell is None else cell for cell in cells])
    file.write_bytes(text.getvalue().encode(encoding))


def stream_csv(file: Path, ledger_id: str, rows: Iterable[Row]) -> int:
    """A ledger that is too large for a workbook: one row in memory at a time; returns how many there were."""
    file.parent.mkdir(parents=True, exist_ok=True)
    slots, count = slots_of(ledgers()[ledger_id]), 0
    spelled = [(column.name, _speller(slot, column)) for slot, column in slots.items()]
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([heading_of(slot, column) for slot, column in slots.items()])
        for row in rows:
            count += 1
            writer.writerow([spell(row.get(name)) if spell else row.get(name) for name, spell in spelled])
    return count


def _speller(slot: str, column: Column) -> Callable[[Any], str] | None:
    """How a column's values are written where that is not their own plain text."""
    match column.kind:
        case Kind.PERSON:
            part = "identity" if slot == IDENTITY else "name"
            return lambda person: getattr(person, part, "")
        case Kind.BOOL:
            return lambda answer: "" if answer is None else "是" if answer else "否"
        case Kind.MONTH:
            return lambda month: str(month)[:7]
    return None
