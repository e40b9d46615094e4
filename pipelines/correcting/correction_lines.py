"""What became of the corrections, as tables of the version."""

from collections import Counter
from collections.abc import Container, Mapping, Sequence

import polars as pl

from pipelines.correcting.correct import Corrected, CorrectedCell
from pipelines.ledger import Ledger
from pipelines.reading.sheet_reading import SheetReading
from warehouse.state_names import CorrectionState

CORRECTION_SCHEMA: dict[str, pl.DataType] = {
    "correction_number": pl.Int64(),
    "ledger_id": pl.String(),
    "row_key": pl.String(),
    "column_name": pl.String(),
    "old_value": pl.String(),
    "new_value": pl.String(),
    "reason": pl.String(),
    "corrected_by": pl.String(),
    "until_date": pl.Date(),
    "state": pl.String(),
    "applied_cells": pl.Int64(),
}
"""One correction of the file a row, as ``meta.corrections`` holds it."""

CORRECTED_CELL_SCHEMA: dict[str, pl.DataType] = {
    "correction_number": pl.Int64(),
    "ledger_id": pl.String(),
    "file": pl.String(),
    "sheet": pl.String(),
    "row": pl.Int64(),
    "heading": pl.String(),
    "column_name": pl.String(),
    "old_value": pl.String(),
    "new_value": pl.String(),
    "reason": pl.String(),
    "corrected_by": pl.String(),
    "outcome": pl.String(),
}
"""One corrected cell a row, as ``quality.corrections`` holds it: ``old_value`` is the cell as read, ``outcome``
what became of its row (loaded, rejected or superseded)."""

ROW_OUTCOME_SCHEMA: dict[str, pl.DataType] = {
    "sheet_id": pl.Int64(),
    "row": pl.Int64(),
    "outcome": pl.String(),
}
"""What became of each judged row."""


def correction_lines(corrected: Corrected) -> pl.DataFrame:
    """Every correction with its state (:data:`CORRECTION_SCHEMA`), in the order of the file."""
    applied = Counter(cell.correction.number for cell in corrected.cells)
    lines = [
        (
            correction.number,
            correction.ledger,
            correction.key_text,
            correction.column,
            correction.old.text,
            correction.new.text,
            correction.reason,
            correction.by,
            correction.until,
            _state(correction.number, applied, corrected),
            applied[correction.number],
        )
        for correction in corrected.corrections
    ]
    return pl.DataFrame(lines, schema=CORRECTION_SCHEMA, orient="row")


def _state(number: int, applied: Container[int], corrected: Corrected) -> CorrectionState:
    if number in corrected.expired:
        return "expired"
    if number in applied:
        return "applied"
    return "value_changed" if number in corrected.found else "row_not_found"


def corrected_cell_lines(
    cells: Sequence[CorrectedCell],
    readings: Sequence[SheetReading],
    ledgers: Mapping[str, Ledger],
    outcomes: pl.DataFrame,
) -> pl.DataFrame:
    """Every corrected cell with its place (:data:`CORRECTED_CELL_SCHEMA`), sorted by file, sheet and row.

    ``outcomes`` are those of all judged rows (:data:`ROW_OUTCOME_SCHEMA`).
    """
    lines = [
        {
            "sheet_id": cell.sheet_id,
            "correction_number": cell.correction.number,
            "ledger_id": cell.correction.ledger,
            "file": readings[cell.sheet_id].file,
            "sheet": readings[cell.sheet_id].sheet,
            "row": cell.row,
            "heading": _heading(cell, readings[cell.sheet_id], ledgers),
            "column_name": cell.correction.column,
            "old_value": cell.as_read,
            "new_value": cell.correction.new.text,
            "reason": cell.correction.reason,
            "corrected_by": cell.correction.by,
        }
        for cell in cells
    ]
    frame = pl.DataFrame(lines, schema={"sheet_id": pl.Int64(), **CORRECTED_CELL_SCHEMA})
    with_outcome = frame.drop("outcome").join(outcomes, on=["sheet_id", "row"], how="left")
    return with_outcome.select(CORRECTED_CELL_SCHEMA.keys()).sort("file", "sheet", "row", "column_name")


def _heading(cell: CorrectedCell, reading: SheetReading, ledgers: Mapping[str, Ledger]) -> str:
    """As it stands in the sheet, else as the ledger declares it."""
    declared = ledgers[cell.correction.ledger].column(cell.correction.column)
    return reading.headings.get(cell.correction.column, declared.heading.zh)
