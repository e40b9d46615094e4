"""The outcome of a judgement: loaded tables, and sheets whose rows balance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from pipelines.judging.reach import Reach
from pipelines.ledger import Ledger
from pipelines.reading.sheet_reading import SheetReading

SHEET_SCHEMA: dict[str, pl.DataType] = {
    "file": pl.String(),
    "sheet": pl.String(),
    "ledger_id": pl.String(),
    "reach_date": pl.Date(),
    "is_date_stated": pl.Boolean(),
    "is_accepted": pl.Boolean(),
    "read": pl.Int64(),
    "loaded": pl.Int64(),
    "rejected": pl.Int64(),
    "superseded": pl.Int64(),
    "skipped": pl.Int64(),
}


DELISTED_SCHEMA: dict[str, pl.DataType] = {
    "ledger_id": pl.String(),
    "source_file": pl.String(),
    "source_sheet": pl.String(),
    "source_row": pl.Int64(),
    "delisted_date": pl.Date(),
}

REPLACEMENT_SCHEMA: dict[str, pl.DataType] = {
    "ledger_id": pl.String(),
    "file": pl.String(),
    "sheet": pl.String(),
    "replaced_by": pl.String(),
    "rows": pl.Int64(),
}
"""Rows of a sheet by the file that replaced them."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What becomes of the rows of all readings.

    ``tables`` by ledger id: stored columns, source_file, source_sheet, source_row and reach_date,
    sorted by key, reach and source. ``sheets`` (:data:`SHEET_SCHEMA`) balances for each sheet:
    read = loaded + rejected + superseded + skipped. ``skips`` counts skipped rows by reason.
    ``problems`` as ``quality.problems``. ``delisted`` (:data:`DELISTED_SCHEMA`) are states of span
    ledgers that a later full list ended. ``replacements`` (:data:`REPLACEMENT_SCHEMA`) count the superseded
    rows that another file with the same reach has again. ``corrections`` and ``corrected_cells`` are those of
    :mod:`pipelines.correcting.correction_lines`. ``data_date`` is None when no sheet tells any date.
    """

    tables: dict[str, pl.DataFrame]
    sheets: pl.DataFrame
    skips: pl.DataFrame
    problems: pl.DataFrame
    delisted: pl.DataFrame
    replacements: pl.DataFrame
    corrections: pl.DataFrame
    corrected_cells: pl.DataFrame
    data_date: date | None


def with_source(frame: pl.DataFrame, readings: Sequence[SheetReading]) -> pl.DataFrame:
    """Rows with source_file, source_sheet and source_row in place of the reading they came from."""
    files = pl.Series([reading.file for reading in readings], dtype=pl.String)
    sheets = pl.Series([reading.sheet for reading in readings], dtype=pl.String)
    places = frame["sheet_id"]
    return frame.with_columns(source_file=files.gather(places), source_sheet=sheets.gather(places)).rename(
        {"row": "source_row"}
    )


def loaded_table(loaded: pl.DataFrame, ledger: Ledger, readings: Sequence[SheetReading]) -> pl.DataFrame:
    """A ledger's table: stored columns and source, sorted by key, reach and source."""
    columns = [*ledger.schema, "source_file", "source_sheet", "source_row", "reach_date"]
    order = [*ledger.key, "reach_date", "source_file", "source_sheet", "source_row"]
    return with_source(loaded, readings).select(columns).sort(order, nulls_last=False)


def delisted_lines(
    loaded: pl.DataFrame, gone: pl.DataFrame, ledger_id: str, readings: Sequence[SheetReading]
) -> pl.DataFrame:
    """The rows of a span ledger that a later list ended (row_id, delisted_date), by their source."""
    rows = with_source(loaded.join(gone, on="row_id", how="inner", maintain_order="left"), readings)
    return rows.select(pl.lit(ledger_id).alias("ledger_id"), *list(DELISTED_SCHEMA)[1:]).sort(list(DELISTED_SCHEMA))


def replacement_lines(
    replaced: pl.DataFrame, places: pl.DataFrame, ledger_id: str, readings: Sequence[SheetReading]
) -> pl.DataFrame:
    """Rows that another file of the same reach has again (sheet_id, by_file_id), counted by sheet and that file."""
    files = dict(zip(places["file_id"], (reading.file for reading in readings), strict=True))
    counted = replaced.group_by("sheet_id", "by_file_id").agg(rows=pl.len())
    lines = [
        (ledger_id, readings[sheet_id].file, readings[sheet_id].sheet, files[by_file_id], rows)
        for sheet_id, by_file_id, rows in counted.iter_rows()
    ]
    return pl.DataFrame(lines, schema=REPLACEMENT_SCHEMA, orient="row").sort(list(REPLACEMENT_SCHEMA))


def count_lines(rows: pl.DataFrame, what: str) -> pl.DataFrame:
    """How many of these rows each sheet brought: sheet_id, rows, what."""
    return rows.group_by("sheet_id").agg(rows=pl.len().cast(pl.Int64)).with_columns(what=pl.lit(what))


def sheet_lines(readings: Sequence[SheetReading], reach: Reach, counts: pl.DataFrame) -> pl.DataFrame:
    """One line a sheet (:data:`SHEET_SCHEMA`), in the order of the readings."""
    numbers = {(sheet_id, what): rows for sheet_id, rows, what in counts.iter_rows()}
    lines = [
        {
            "file": reading.file,
            "sheet": reading.sheet,
            "ledger_id": reading.ledger,
            "reach_date": reach.of_sheet[sheet_id],
            "is_date_stated": reading.stated_date is not None,
            "is_accepted": reading.accepted,
            "read": reading.read,
            "loaded": numbers.get((sheet_id, "loaded"), 0),
            "rejected": numbers.get((sheet_id, "rejected"), 0) + reading.rejected_whole,
            "superseded": numbers.get((sheet_id, "superseded"), 0),
            "skipped": sum(reading.skipped.values()),
        }
        for sheet_id, reading in enumerate(readings)
    ]
    return pl.DataFrame(lines, schema=SHEET_SCHEMA)


def skip_lines(readings: Sequence[SheetReading]) -> pl.DataFrame:
    """Skipped rows by file, sheet and reason."""
    lines = [
        (reading.file, reading.sheet, reason, rows)
        for reading in readings
        for reason, rows in sorted(reading.skipped.items())
        if rows
    ]
    schema = {"file": pl.String, "sheet": pl.String, "reason": pl.String, "rows": pl.Int64}
    return pl.DataFrame(lines, schema=schema, orient="row")
