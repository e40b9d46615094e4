"""Rows that fall in a judgement: which they are, why, and the frames with and without them."""

import polars as pl

from pipelines.judging.candidates import Candidates
from pipelines.judging.findings import FindingsByLedger

RowIds = dict[str, pl.Series]
"""Row ids by ledger, of ledgers that have any."""


def without(frame: pl.DataFrame, row_ids: pl.Series | None) -> pl.DataFrame:
    """The rows that have none of these ids."""
    if row_ids is None or row_ids.is_empty():
        return frame
    return frame.filter(~pl.col("row_id").is_in(row_ids.implode()))


def only(frame: pl.DataFrame, row_ids: pl.Series) -> pl.DataFrame:
    """The rows that have one of these ids."""
    return frame.clear() if row_ids.is_empty() else frame.filter(pl.col("row_id").is_in(row_ids.implode()))


def rows_with_errors(frames: Candidates, found: FindingsByLedger) -> RowIds:
    """The rows that errors among the findings are about."""
    errors = {ledger_id: _errors_of(frame) for ledger_id, frame in found.items() if not frame.is_empty()}
    hit = {
        ledger_id: frames[ledger_id].join(wrong, on=["sheet_id", "row"], how="semi")["row_id"]
        for ledger_id, wrong in errors.items()
        if not wrong.is_empty()
    }
    return {ledger_id: row_ids for ledger_id, row_ids in hit.items() if not row_ids.is_empty()}


def errors_of_rows(found: pl.DataFrame, frame: pl.DataFrame, row_ids: pl.Series) -> pl.DataFrame:
    """The errors among the findings that are about rows of the frame with these ids."""
    return _errors_of(found).join(only(frame, row_ids), on=["sheet_id", "row"], how="semi")


def without_warnings_of_fallen(found: pl.DataFrame) -> pl.DataFrame:
    """A row that falls is told why it falls, and nothing besides."""
    errors = _errors_of(found)
    spared = found.join(errors, on=["sheet_id", "row"], how="anti", maintain_order="left")
    return pl.concat([errors, spared])


def _errors_of(found: pl.DataFrame) -> pl.DataFrame:
    return found.filter((pl.col("severity") == "error") & pl.col("row").is_not_null())
