"""All rows of all sheets, one frame a ledger: what judging works on."""

import hashlib
from collections.abc import Mapping, Sequence

import polars as pl

from pipelines.ledger import Ledger
from pipelines.read import SheetReading

PLACE = {"row_id": pl.Int64(), "sheet_id": pl.Int64(), "row": pl.Int64(), "is_rejected": pl.Boolean()}
"""Leading columns of a candidate frame; the ledger's stored columns follow.

``row_id`` numbers all rows of all ledgers; ``sheet_id`` is a position in the list of readings.
"""

Candidates = dict[str, pl.DataFrame]


def gather(readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger]) -> Candidates:
    """One frame for every declared ledger (empty where nothing came), rows in file, sheet and row order.

    Rows of a workbook without the key's code column get a code made from their other columns.
    """
    parts: dict[str, list[pl.DataFrame]] = {ledger_id: [] for ledger_id in ledgers}
    for sheet_id, reading in enumerate(readings):
        if reading.accepted and reading.ledger is not None:
            parts[reading.ledger].append(_of_sheet(sheet_id, reading, ledgers[reading.ledger]))
    candidates: Candidates = {}
    first_id = 0
    for ledger_id, ledger in ledgers.items():
        empty = pl.DataFrame(schema={**{k: v for k, v in PLACE.items() if k != "row_id"}, **ledger.schema})
        frame = pl.concat([empty, *parts[ledger_id]]).with_row_index("row_id", first_id).cast({"row_id": pl.Int64})
        first_id += frame.height
        candidates[ledger_id] = frame
    return candidates


def _of_sheet(sheet_id: int, reading: SheetReading, ledger: Ledger) -> pl.DataFrame:
    frame = reading.rows.select(
        pl.lit(sheet_id, dtype=pl.Int64).alias("sheet_id"), "row", "is_rejected", "occurrence", *ledger.schema
    )
    code = ledger.absent_key_column
    if code is not None and frame["occurrence"].is_not_null().any():
        frame = frame.with_columns(_made_codes(frame, ledger, code))
    return frame.drop("occurrence")


def _made_codes(frame: pl.DataFrame, ledger: Ledger, code: str) -> pl.Series:
    """A stable code for rows that have none: a digest of the other columns and the occurrence number."""
    others = [name for name in ledger.schema if name != code]
    texts = frame.select(
        pl.concat_str([pl.col(name).cast(pl.String).fill_null("\x00") for name in others], separator="\x1f")
    ).to_series()
    occurrences = frame["occurrence"]
    made = [
        "无编号-" + hashlib.blake2b(f"{text}\x1f{occurrence}".encode(), digest_size=8).hexdigest()
        for text, occurrence in zip(texts, occurrences, strict=True)
    ]
    return pl.Series(code, made, dtype=pl.String)
