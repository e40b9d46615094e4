"""All rows of all sheets, one frame a ledger: what judging works on."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
import polars as pl

from pipelines.ledger import Ledger
from pipelines.reading.sheet_reading import SheetReading

Candidates = dict[str, pl.DataFrame]
"""By ledger id: row_id (numbering all rows of all ledgers), sheet_id (a position in the list of
readings), row (of Excel), is_rejected, and the ledger's stored columns."""

SHEET_PLACE: dict[str, pl.DataType] = {
    "sheet_id": pl.Int64(),
    "file": pl.String(),
    "row": pl.Int64(),
    "is_rejected": pl.Boolean(),
    "occurrence": pl.Int64(),
}


def gather(readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger]) -> Candidates:
    """One frame for every declared ledger (empty where nothing came), rows in file, sheet and row order.

    Rows of a workbook without the key's code column get a code made from their other columns.
    """
    parts: dict[str, list[int]] = {ledger_id: [] for ledger_id in ledgers}
    for sheet_id, reading in enumerate(readings):
        if reading.accepted and reading.ledger is not None:
            parts[reading.ledger].append(sheet_id)
    candidates: Candidates = {}
    first_id = 0
    for ledger_id, ledger in ledgers.items():
        frame = _with_codes(_of_ledger(parts[ledger_id], readings, ledger), ledger).drop("file", "occurrence")
        candidates[ledger_id] = frame.with_row_index("row_id", first_id).cast({"row_id": pl.Int64})
        first_id += frame.height
    return candidates


def _of_ledger(sheet_ids: Sequence[int], readings: Sequence[SheetReading], ledger: Ledger) -> pl.DataFrame:
    """The rows of these readings, one below the other, with their places (:data:`SHEET_PLACE`)."""
    schema = {**SHEET_PLACE, **ledger.schema}
    if not sheet_ids:
        return pl.DataFrame(schema=schema)
    lengths = [len(readings[sheet_id].rows) for sheet_id in sheet_ids]
    places = np.repeat(np.array(sheet_ids, dtype=np.int64), lengths)
    files = pl.Series([reading.file for reading in readings], dtype=pl.String).gather(places)
    rows = pl.concat([readings[sheet_id].rows for sheet_id in sheet_ids])
    return rows.with_columns(sheet_id=pl.Series(places), file=files).select(schema.keys())


def _with_codes(frame: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """Codes for rows whose workbook has none: a digest of the other columns and how often they stood in the file."""
    code = ledger.absent_key_column
    lacking = frame["occurrence"].is_not_null()
    if code is None or not lacking.any():
        return frame
    others = [name for name in ledger.schema if name != code]
    described = frame.with_columns(
        content=pl.concat_str([pl.col(name).cast(pl.String).fill_null("\x00") for name in others], separator="\x1f")
    ).with_columns(occurrence=pl.int_range(1, pl.len() + 1).over("file", "content"))
    made = [
        _code(content, occurrence) if lacks else given
        for content, occurrence, given, lacks in zip(
            described["content"], described["occurrence"], frame[code], lacking, strict=True
        )
    ]
    return frame.with_columns(pl.Series(code, made, dtype=pl.String))


def _code(content: str, occurrence: int) -> str:
    return "无编号-" + hashlib.blake2b(f"{content}\x1f{occurrence}".encode(), digest_size=8).hexdigest()
