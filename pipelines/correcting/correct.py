"""Corrections applied to the rows as they were read, before anything is judged."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from pipelines.correcting.correction import Correction, Stored, folded, is_blank
from pipelines.judging.candidates import Candidates
from pipelines.judging.towns import spelled_codes
from pipelines.ledger import Column, Kind, Ledger
from pipelines.reading.problem import PROBLEM_SCHEMA
from pipelines.reading.sheet_reading import SheetReading


@dataclass(frozen=True, slots=True)
class CorrectedCell:
    """A cell that a correction replaced: its sheet (a position in the list of readings), row, and text as read."""

    correction: Correction
    sheet_id: int
    row: int
    as_read: str | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """Readings whose corrected cells have lost their problems, rows with the new values, and what was done.

    ``corrections`` are all that were given; ``expired`` are the numbers of those whose last day has passed,
    ``found`` of those whose key some row has.
    """

    readings: Sequence[SheetReading]
    candidates: Candidates
    corrections: Sequence[Correction]
    expired: frozenset[int] = frozenset()
    found: frozenset[int] = frozenset()
    cells: tuple[CorrectedCell, ...] = ()


def correct(
    readings: Sequence[SheetReading],
    candidates: Candidates,
    ledgers: Mapping[str, Ledger],
    corrections: Sequence[Correction],
    day: date | None,
) -> Corrected:
    """Replaces the old value by the new one in every row of a correction's key where the old one stands.

    Keys and old values are compared with the cells as they were read, never with what another
    correction made of them; a row that reading rejected for the corrected cell alone may load.
    Corrections whose last day lies before ``day`` replace nothing.
    """
    standing = [correction for correction in corrections if correction.holds_on(day)]
    expired = frozenset(correction.number for correction in corrections if not correction.holds_on(day))
    if not standing:
        return Corrected(readings, candidates, corrections, expired)
    by_ledger: dict[str, list[Correction]] = {}
    for correction in standing:
        by_ledger.setdefault(correction.ledger, []).append(correction)
    codes = spelled_codes(candidates)
    cells: list[CorrectedCell] = []
    found: set[int] = set()
    for ledger_id, asked in by_ledger.items():
        ledger = ledgers[ledger_id]
        met = _rows_of_keys(candidates[ledger_id], ledger, asked, codes)
        found |= {one.correction.number for one in met}
        cells += _standing(met, ledger, readings, codes)
    mended = _without_old_problems(readings, cells)
    replaced = _replaced(candidates, cells, mended)
    return Corrected(mended, replaced, corrections, expired, frozenset(found), tuple(cells))


@dataclass(frozen=True, slots=True)
class _Met:
    """A correction and a row that has its key: the typed value in the column, and where it stands."""

    correction: Correction
    place: tuple[int, int]
    value: Stored

    @property
    def cell(self) -> tuple[int, int, str]:
        return (*self.place, self.correction.column)


def _rows_of_keys(
    frame: pl.DataFrame, ledger: Ledger, corrections: Sequence[Correction], codes: Mapping[str, str]
) -> list[_Met]:
    """Each correction with each row that has its key, in the order of the file and of the rows."""
    asked = {correction.number: correction for correction in corrections}
    keys = pl.DataFrame(
        [{name: value.stored for name, value in correction.key.items()} for correction in corrections],
        schema={name: ledger.schema[name] for name in ledger.key},
    ).with_columns(correction=pl.Series(list(asked), dtype=pl.Int64))
    towns = [pl.col(name).replace(codes) for name in ledger.key if ledger.column(name).kind is Kind.TOWN]
    met = frame.with_columns(towns).join(keys.with_columns(towns), on=list(ledger.key), nulls_equal=True)
    return [
        _Met(asked[row["correction"]], (row["sheet_id"], row["row"]), row[asked[row["correction"]].column])
        for row in met.sort("correction", "row_id").to_dicts()
    ]


def _standing(
    met: Sequence[_Met], ledger: Ledger, readings: Sequence[SheetReading], codes: Mapping[str, str]
) -> Iterator[CorrectedCell]:
    """The cells where the old value stands; the first correction of a cell has it."""
    texts = _texts_as_read(met, readings)
    taken: set[tuple[int, int, str]] = set()
    for one in met:
        text = texts[one.place].get(one.correction.column)
        if one.cell not in taken and _stands(one, ledger.column(one.correction.column), text, codes):
            taken.add(one.cell)
            yield CorrectedCell(one.correction, *one.place, text)


def _texts_as_read(
    met: Sequence[_Met], readings: Sequence[SheetReading]
) -> dict[tuple[int, int], dict[str, str | None]]:
    rows: dict[int, set[int]] = {}
    for sheet_id, row in (one.place for one in met):
        rows.setdefault(sheet_id, set()).add(row)
    return {
        (sheet_id, line["row"]): line
        for sheet_id, wanted in rows.items()
        for line in readings[sheet_id].as_read.filter(pl.col("row").is_in(sorted(wanted))).to_dicts()
    }


def _stands(met: _Met, column: Column, text: str | None, codes: Mapping[str, str]) -> bool:
    """Whether the cell still holds the old value: typed where it could be read, else letter by letter."""
    old, value = met.correction.old, met.value
    if old.text is None or is_blank(text, column):
        return old.text is None and is_blank(text, column)
    if value is None:
        return text is not None and folded(text) == folded(old.text)
    if column.kind is Kind.TOWN:
        return codes.get(str(value), value) == codes.get(str(old.stored), old.stored)
    return value == old.stored


def _without_old_problems(readings: Sequence[SheetReading], cells: Sequence[CorrectedCell]) -> list[SheetReading]:
    """The problems of a replaced cell go with it; what is odd about its new value comes instead."""
    changed = list(readings)
    by_sheet: dict[int, list[CorrectedCell]] = {}
    for cell in cells:
        by_sheet.setdefault(cell.sheet_id, []).append(cell)
    for sheet_id, own in by_sheet.items():
        reading = changed[sheet_id]
        places = pl.DataFrame(
            [(cell.row, cell.correction.column) for cell in own],
            schema={"row": pl.Int64, "field": pl.String},
            orient="row",
        )
        others = reading.problems.join(places, on=["row", "field"], how="anti", maintain_order="left")
        doubts = pl.DataFrame(
            [line for cell in own for line in _doubts(cell, reading)], schema=PROBLEM_SCHEMA, orient="row"
        )
        changed[sheet_id] = replace(reading, problems=pl.concat([others, doubts]))
    return changed


def _doubts(cell: CorrectedCell, reading: SheetReading) -> Iterator[tuple[object, ...]]:
    correction = cell.correction
    heading = reading.headings.get(correction.column)
    for doubt in correction.doubts:
        place = (cell.row, heading, correction.column, correction.new.text)
        yield (*place, doubt.rule, "warning", doubt.zh, doubt.en)


def _replaced(candidates: Candidates, cells: Sequence[CorrectedCell], readings: Sequence[SheetReading]) -> Candidates:
    """The rows with the new values; one stays rejected while another of its cells has an error."""
    errors = {sheet_id: _rows_with_errors(readings[sheet_id]) for sheet_id in {cell.sheet_id for cell in cells}}
    changes: dict[tuple[str, str], dict[tuple[int, int], Stored]] = {}
    for cell in cells:
        ledger_id, place = cell.correction.ledger, (cell.sheet_id, cell.row)
        changes.setdefault((ledger_id, cell.correction.column), {})[place] = cell.correction.new.stored
        changes.setdefault((ledger_id, "is_rejected"), {})[place] = cell.row in errors[cell.sheet_id]
    changed = dict(candidates)
    for (ledger_id, name), values in changes.items():
        changed[ledger_id] = _with_values(changed[ledger_id], name, values)
    return changed


def _rows_with_errors(reading: SheetReading) -> frozenset[int]:
    return frozenset(reading.problems.filter(pl.col("severity") == "error")["row"].drop_nulls())


def _with_values(frame: pl.DataFrame, name: str, values: Mapping[tuple[int, int], Stored]) -> pl.DataFrame:
    """The frame with these values of one column, by sheet and row."""
    new = pl.DataFrame(
        [(*place, True, value) for place, value in values.items()],
        schema={"sheet_id": pl.Int64, "row": pl.Int64, "is_changed": pl.Boolean, "new_value": frame.schema[name]},
        orient="row",
    )
    marked = frame.join(new, on=["sheet_id", "row"], how="left", maintain_order="left")
    changed = pl.when("is_changed").then("new_value").otherwise(name)
    return marked.with_columns(changed.alias(name)).drop("is_changed", "new_value")
