"""The data rows of a recognised sheet as tables: typed, and as read."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from pipelines.cell_rules import Finding, Place, missing
from pipelines.headings import Target, heading_of
from pipelines.layout import Layout
from pipelines.ledger import Column, Kind
from pipelines.parsed import nowhere
from pipelines.problem import Problem
from pipelines.sheet_rows import is_empty
from pipelines.tidy import ColumnContext, TidyColumn, absent_column, tidy_column
from pipelines.workbook import Cell, RawSheet

_MEASURES = (Kind.INT, Kind.NUMBER, Kind.MONEY)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What reading cells needs of the home."""

    person_key_secret: bytes
    county_code: str


@dataclass(frozen=True, slots=True)
class Tables:
    """``rows`` and ``as_read`` as a sheet's reading holds them, and the problems of their cells."""

    rows: pl.DataFrame
    as_read: pl.DataFrame
    problems: list[Problem]


def assemble(sheet: RawSheet, layout: Layout, data: Sequence[int], secrets: Secrets) -> Tables:
    """Types every declared column of the data rows (``data`` are their positions in the sheet)."""
    ledger = layout.ledger
    rows = pl.Series("row", [sheet.row_numbers[position] for position in data], dtype=pl.Int64)
    tidied: dict[str, TidyColumn] = {}
    problems: list[Problem] = []
    is_rejected = nowhere(len(rows))
    for column in ledger.columns:
        is_given = Target(column.stored_name) in layout.columns or column.stored_name in layout.fills
        if is_given or column.warn_if_empty:
            cells = _cells(sheet, layout, column, data)
            tidy = tidy_column(cells, _context(sheet, layout, column, data, rows, secrets))
        else:
            tidy = absent_column(column, len(data))
        tidied[column.stored_name] = tidy
        problems += tidy.problems
        is_rejected |= tidy.is_wrong
    unnamed, nameless = _without_name(sheet, layout, data, rows)
    problems = _once_for_a_missing_person(problems, nameless)
    frame = pl.DataFrame(
        [
            rows,
            (is_rejected | unnamed).alias("is_rejected"),
            pl.Series("occurrence", [None] * len(rows), dtype=pl.Int64),
        ]
        + [tidied[name].values.cast(dtype).alias(name) for name, dtype in ledger.schema.items()]
    )
    texts = [
        tidied[column.stored_name].as_read.alias(column.stored_name)
        for column in ledger.columns
        if column.kind is not Kind.PERSON
    ]
    return Tables(_with_occurrence(frame, layout), pl.DataFrame([rows, *texts]), problems)


def lacks_key_code(layout: Layout) -> bool:
    """Whether the sheet has no column for the code that is the ledger's key."""
    code = layout.ledger.absent_key_column
    return code is not None and Target(code) not in layout.columns and code not in layout.fills


def _context(
    sheet: RawSheet, layout: Layout, column: Column, data: Sequence[int], rows: pl.Series, secrets: Secrets
) -> ColumnContext:
    target = Target(column.stored_name)
    position = layout.columns.get(target, [None])[0]
    cell = layout.cells[position] if position is not None else None
    heading = cell.text if cell else heading_of(layout.ledger, target)
    own_unit = cell.money_unit if cell else None
    return ColumnContext(
        place=Place(layout.ledger.id, column, heading),
        rows=rows,
        county_code=secrets.county_code,
        person_key_secret=secrets.person_key_secret,
        scale=own_unit if own_unit is not None else layout.lines.money_unit,
        percent=_marked(sheet.percent_cells, position, data),
        uncached=_marked(sheet.uncached_cells, position, data),
    )


def _marked(marks: frozenset[tuple[int, int]], column: int | None, data: Sequence[int]) -> tuple[int, ...]:
    """Positions among the data rows of the marked cells in a column of the sheet."""
    rows = {row for row, marked in marks if marked == column}
    return tuple(position for position, row in enumerate(data) if row in rows) if rows else ()


def _cells(sheet: RawSheet, layout: Layout, column: Column, data: Sequence[int]) -> list[Cell]:
    """The cells of a declared column; merged ones repeat their value, but an amount is counted once."""
    positions = layout.columns.get(Target(column.stored_name))
    if not positions:
        return [layout.fills.get(column.stored_name)] * len(data)
    position = positions[0]
    cells = [sheet.rows[row][position] for row in data]
    is_counted_once = column.kind in _MEASURES and column.stored_name not in layout.ledger.key
    if not is_counted_once:
        _fill_down(cells, sheet, position, data)
    return cells


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


def _without_name(
    sheet: RawSheet, layout: Layout, data: Sequence[int], rows: pl.Series
) -> tuple[pl.Series, list[Problem]]:
    """Rows of a ledger of people that lack the name; the names themselves go no further than this."""
    nobody = nowhere(len(rows))
    column = next((column for column in layout.ledger.columns if column.kind is Kind.PERSON), None)
    positions = layout.columns.get(Target(column.stored_name, "name")) if column else None
    if column is None or not positions or not column.required:
        return nobody, []
    cells = [sheet.rows[row][positions[0]] for row in data]
    _fill_down(cells, sheet, positions[0], data)
    unnamed = pl.Series([is_empty(cell) for cell in cells], dtype=pl.Boolean)
    heading = layout.cells[positions[0]].text
    place = Place(layout.ledger.id, column, heading)
    values = pl.Series([None] * len(rows), dtype=pl.String)
    return unnamed, Finding(unnamed, "missing_value", "error", missing(heading)).problems(place, rows, values)


def _once_for_a_missing_person(problems: list[Problem], nameless: list[Problem]) -> list[Problem]:
    """All problems; where name and number are both empty, only the missing name is told."""
    told = {(problem.row, problem.field, problem.rule) for problem in nameless}
    return [*(problem for problem in problems if (problem.row, problem.field, problem.rule) not in told), *nameless]


def _with_occurrence(frame: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    """Rows without a key code are told apart by their other columns and how often these occurred before."""
    code = layout.ledger.absent_key_column
    if code is None or not lacks_key_code(layout):
        return frame
    others = [name for name in layout.ledger.schema if name != code]
    return frame.with_columns(occurrence=pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over(others))
