"""The problems that reading found, by their sheets, and the cells that they are about."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from pipelines.reading.problem import PROBLEM_SCHEMA
from pipelines.reading.sheet_reading import SheetReading


def reading_problems(readings: Sequence[SheetReading]) -> pl.DataFrame:
    """The problems that reading found, one below the other, each with its sheet_id."""
    found = [(sheet_id, reading.problems) for sheet_id, reading in enumerate(readings) if len(reading.problems)]
    if not found:
        return pl.DataFrame(schema={**PROBLEM_SCHEMA, "sheet_id": pl.Int64})
    sheet_ids = np.repeat([sheet_id for sheet_id, _ in found], [len(problems) for _, problems in found])
    return pl.concat([problems for _, problems in found]).with_columns(sheet_id=pl.Series(sheet_ids, dtype=pl.Int64))


def bad_cells(readings: Sequence[SheetReading]) -> dict[str, dict[str, pl.DataFrame]]:
    """Per ledger and stored column: sheet_id and row of the cells that reading could not accept."""
    ledgers = pl.Series([reading.ledger if reading.accepted else None for reading in readings], dtype=pl.String)
    wrong = (
        reading_problems(readings)
        .filter((pl.col("severity") == "error") & pl.col("row").is_not_null() & pl.col("field").is_not_null())
        .with_columns(pl.col("sheet_id").replace_strict(range(len(ledgers)), ledgers, default=None).alias("ledger"))
        .drop_nulls("ledger")
    )
    cells: dict[str, dict[str, pl.DataFrame]] = {}
    for (ledger_id, field), part in wrong.partition_by("ledger", "field", as_dict=True).items():
        cells.setdefault(str(ledger_id), {})[str(field)] = part.select("sheet_id", "row")
    return cells
