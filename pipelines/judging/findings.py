"""What judging finds wrong, and the table of problems that people read."""

from collections.abc import Iterable, Sequence

import numpy as np
import polars as pl

from pipelines.ledger import Severity
from pipelines.reading.problem import PROBLEM_SCHEMA as READING_SCHEMA
from pipelines.reading.sheet_reading import SheetReading
from warehouse.language import Label

FINDING_SCHEMA: dict[str, pl.DataType] = {
    "sheet_id": pl.Int64(),
    "row": pl.Int64(),
    "field": pl.String(),
    "rule": pl.String(),
    "severity": pl.String(),
    "zh": pl.String(),
    "en": pl.String(),
}
"""One finding a row: ``sheet_id`` is a position in the list of readings, ``row`` the Excel row
(null: the whole sheet), ``field`` the stored column."""

FindingsByLedger = dict[str, pl.DataFrame]
"""By ledger id: what was found in the ledger's rows (:data:`FINDING_SCHEMA`)."""

NO_FINDINGS = pl.DataFrame(schema=FINDING_SCHEMA)
"""A table of none."""

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


def findings(rows: pl.DataFrame, field: str | None, rule: str, severity: Severity, message: Label) -> pl.DataFrame:
    """The same finding for every line of ``rows`` (columns sheet_id and row)."""
    if rows.is_empty():
        return NO_FINDINGS
    return rows.select(
        pl.col("sheet_id").cast(pl.Int64),
        pl.col("row").cast(pl.Int64),
        field=pl.lit(field, dtype=pl.String),
        rule=pl.lit(rule),
        severity=pl.lit(severity),
        zh=pl.lit(message.zh),
        en=pl.lit(message.en),
    )


def together(parts: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """All findings in one frame."""
    return pl.concat([NO_FINDINGS, *(part for part in parts if len(part))])


def problem_table(readings: Sequence[SheetReading], found: pl.DataFrame) -> pl.DataFrame:
    """The problems of reading and of judging, sorted, each with file, sheet, heading and cell as read.

    Takes the readings and the findings of judging (:data:`FINDING_SCHEMA`); returns
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


def reading_problems(readings: Sequence[SheetReading]) -> pl.DataFrame:
    """The problems that reading found, one below the other, each with its sheet_id."""
    found = [(sheet_id, reading.problems) for sheet_id, reading in enumerate(readings) if len(reading.problems)]
    if not found:
        return pl.DataFrame(schema={**READING_SCHEMA, "sheet_id": pl.Int64})
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
