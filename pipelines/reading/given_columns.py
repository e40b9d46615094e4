"""The cells that a recognised sheet gives to each column of its ledger."""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

import polars as pl

from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.cell_rules import Place
from pipelines.reading.cells import RawColumn, raw_column
from pipelines.reading.headings import Target, heading_of
from pipelines.reading.layout import Layout
from pipelines.reading.workbook import Cell, RawSheet, is_empty

_MEASURES = (Kind.INT, Kind.NUMBER, Kind.MONEY)


@dataclass(frozen=True, slots=True)
class GivenColumn:
    """A declared column of one sheet: its untyped cells, and what they need beside themselves.

    ``rows`` are their row numbers, ``scale`` is the unit of money in 元; ``percent`` and
    ``uncached`` are positions among the cells.
    """

    place: Place
    rows: pl.Series
    cells: RawColumn
    scale: int = 1
    percent: tuple[int, ...] = ()
    uncached: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Nameless:
    """Positions of the data rows that lack the name of their person, and the place of the names."""

    place: Place
    positions: list[int]


@dataclass(frozen=True, slots=True)
class GivenColumns:
    """The data rows of a sheet: their numbers, and by stored name the columns that are there or filled.

    ``lacks_key_code`` says that the sheet has no column for the code that is the ledger's key.
    """

    ledger: Ledger
    rows: pl.Series
    columns: dict[str, GivenColumn]
    lacks_key_code: bool
    nameless: Nameless | None


@dataclass(frozen=True, slots=True)
class _Source:
    """A sheet with its layout; ``data`` are positions of the data rows, ``rows`` their cells."""

    sheet: RawSheet
    layout: Layout
    data: Sequence[int]
    rows: list[list[Cell]]

    def is_given(self, stored_name: str) -> bool:
        return Target(stored_name) in self.layout.columns or stored_name in self.layout.fills

    def cells(self, position: int, *, fill_down: bool) -> list[Cell]:
        """The cells of the column at this position; ``fill_down`` repeats those that are merged."""
        cells = list(map(itemgetter(position), self.rows))
        if fill_down:
            _fill_down(cells, self.sheet, position, self.data)
        return cells

    def marked(self, marks: frozenset[tuple[int, int]], column: int | None) -> tuple[int, ...]:
        """Positions among the data rows of the marked cells in a column of the sheet."""
        rows = {row for row, marked in marks if marked == column}
        return tuple(position for position, row in enumerate(self.data) if row in rows) if rows else ()


def given_columns(sheet: RawSheet, layout: Layout, data: Sequence[int]) -> GivenColumns:
    """Takes the declared columns out of the sheet; ``data`` are the positions of the data rows in it."""
    source = _Source(sheet, layout, data, [sheet.rows[position] for position in data])
    rows = pl.Series("row", [sheet.row_numbers[position] for position in data], dtype=pl.Int64)
    columns = {
        column.stored_name: _given(source, column, rows)
        for column in layout.ledger.columns
        if source.is_given(column.stored_name) or column.warn_if_empty
    }
    code = layout.ledger.absent_key_column
    lacks_key_code = code is not None and not source.is_given(code)
    return GivenColumns(layout.ledger, rows, columns, lacks_key_code, _nameless(source))


def _given(source: _Source, column: Column, rows: pl.Series) -> GivenColumn:
    layout, sheet = source.layout, source.sheet
    target = Target(column.stored_name)
    position = layout.columns.get(target, [None])[0]
    heading = layout.cells[position] if position is not None else None
    own_unit = heading.money_unit if heading else None
    return GivenColumn(
        place=Place(layout.ledger.id, column, heading.text if heading else heading_of(layout.ledger, target)),
        rows=rows,
        cells=raw_column(_cells(source, column)),
        scale=own_unit if own_unit is not None else layout.lines.money_unit,
        percent=source.marked(sheet.percent_cells, position),
        uncached=source.marked(sheet.uncached_cells, position),
    )


def _cells(source: _Source, column: Column) -> list[Cell]:
    """The cells of a declared column; merged ones repeat their value, but an amount is counted once."""
    positions = source.layout.columns.get(Target(column.stored_name))
    if not positions:
        return [source.layout.fills.get(column.stored_name)] * len(source.data)
    is_counted_once = column.kind in _MEASURES and column.stored_name not in source.layout.ledger.key
    return source.cells(positions[0], fill_down=not is_counted_once)


def _fill_down(cells: list[Cell], sheet: RawSheet, column: int, data: Sequence[int]) -> None:
    merges = [(first[0], last[0]) for first, last in sheet.merges if first[1] <= column <= last[1]]
    tall = {first: last for first, last in merges if last > first}
    if not tall:
        return
    where = {row: position for position, row in enumerate(data)}
    for first, last in tall.items():
        value = sheet.rows[first][column]
        for row in range(first + 1, last + 1):
            if row in where and is_empty(cells[where[row]]):
                cells[where[row]] = value


def _nameless(source: _Source) -> Nameless | None:
    """Rows of a ledger of people that lack the name; the names themselves go no further than this."""
    layout = source.layout
    column = next((column for column in layout.ledger.columns if column.kind is Kind.PERSON), None)
    positions = layout.columns.get(Target(column.stored_name, "name")) if column else None
    if column is None or not positions or not column.required:
        return None
    cells = source.cells(positions[0], fill_down=True)
    unnamed = [position for position, cell in enumerate(cells) if is_empty(cell)]
    return Nameless(Place(layout.ledger.id, column, layout.cells[positions[0]].text), unnamed) if unnamed else None
