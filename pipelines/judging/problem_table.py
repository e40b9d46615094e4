"""The table of problems that people read: those of reading and those of judging, each with its place and cell."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from pipelines.judging.reading_problems import reading_problems
from pipelines.reading.sheet_reading import SheetReading

PROBLEM_SCHEMA: dict[str, pl.DataType] = {
    "file": pl.String(),
    "sheet": pl.String(),
    "ledger_id": pl.String(),
    "row": pl.Int64(),
    "heading": pl.String(),
    "column_name": pl.String(),
    "value": pl.String(),
    "rule": pl.String(),
    "severity": pl.String(),
    "message_zh": pl.String(),
    "message_en": pl.String(),
}
"""One problem a row, as ``quality.problems`` holds it."""


def problem_table(readings: Sequence[SheetReading], found: pl.DataFrame) -> pl.DataFrame:
    """The problems of reading and of judging, sorted, each with file, sheet, heading and cell as read.

    Takes the readings and the findings of judging (:data:`pipelines.judging.findings.FINDING_SCHEMA`); returns
    :data:`PROBLEM_SCHEMA`. Values of person columns are never looked up: reading masks its own.
    """
    own = reading_problems(readings).select(
        "sheet_id",
        "row",
        pl.col("column").alias("heading"),
        pl.col("field").alias("column_name"),
        "value",
        "rule",
        "severity",
        pl.col("zh").alias("message_zh"),
        pl.col("en").alias("message_en"),
    )
    problems = pl.concat([own, _of_judging(readings, found)]).join(_sheets(readings), on="sheet_id", how="left")
    return in_order(problems.select(PROBLEM_SCHEMA.keys()))


def in_order(problems: pl.DataFrame) -> pl.DataFrame:
    """Problems by file, sheet, row and column."""
    return problems.sort("file", "sheet", "row", "column_name", "rule", "message_zh", nulls_last=False)


def _sheets(readings: Sequence[SheetReading]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "sheet_id": range(len(readings)),
            "file": [reading.file for reading in readings],
            "sheet": [reading.sheet for reading in readings],
            "ledger_id": [reading.ledger for reading in readings],
        },
        schema={"sheet_id": pl.Int64, "file": pl.String, "sheet": pl.String, "ledger_id": pl.String},
    )


def _of_judging(readings: Sequence[SheetReading], found: pl.DataFrame) -> pl.DataFrame:
    headings = [
        (sheet_id, field, heading)
        for sheet_id in found["sheet_id"].unique()
        for field, heading in readings[sheet_id].headings.items()
    ]
    schema = {"sheet_id": pl.Int64, "field": pl.String, "heading": pl.String}
    return (
        found.join(pl.DataFrame(headings, schema=schema, orient="row"), on=["sheet_id", "field"], how="left")
        .join(_cells_as_read(readings, found), on=["sheet_id", "row", "field"], how="left")
        .select(
            "sheet_id",
            "row",
            "heading",
            pl.col("field").alias("column_name"),
            "value",
            "rule",
            "severity",
            pl.col("zh").alias("message_zh"),
            pl.col("en").alias("message_en"),
        )
    )


def _cells_as_read(readings: Sequence[SheetReading], found: pl.DataFrame) -> pl.DataFrame:
    """The cells of the rows and columns that the findings are about: sheet_id, row, field and value."""
    schema = pl.Schema({"sheet_id": pl.Int64, "row": pl.Int64, "field": pl.String, "value": pl.String})
    wanted = found.drop_nulls(["row", "field"]).select("sheet_id", "row", "field")
    sheets: dict[str | None, list[int]] = {}
    for sheet_id in wanted["sheet_id"].unique():
        sheets.setdefault(readings[sheet_id].ledger, []).append(sheet_id)
    parts = [pl.DataFrame(schema=schema)]
    for sheet_ids in sheets.values():
        of_ledger = pl.concat([readings[sheet_id].as_read for sheet_id in sheet_ids], how="diagonal")
        places = np.repeat(sheet_ids, [len(readings[sheet_id].as_read) for sheet_id in sheet_ids])
        rows = of_ledger.with_columns(sheet_id=pl.Series(places, dtype=pl.Int64)).join(
            wanted, on=["sheet_id", "row"], how="semi"
        )
        fields = sorted(set(wanted["field"]) & set(of_ledger.columns))
        # a ledger may have a column of its own that is named value
        values = rows.unpivot(fields, index=["sheet_id", "row"], variable_name=":field", value_name=":value")
        parts.append(values.rename({":field": "field", ":value": "value"}).cast(schema))
    return pl.concat(parts)
