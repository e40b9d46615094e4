"""What judging finds wrong, and the table of problems that people read."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from pipelines.ledger import Severity
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
    return pl.concat([pl.DataFrame(schema=FINDING_SCHEMA), *parts])


def problem_table(readings: Sequence[SheetReading], found: pl.DataFrame) -> pl.DataFrame:
    """The problems of reading and of judging, sorted, each with file, sheet, heading and cell as read.

    Takes the readings and the findings of judging (:data:`FINDING_SCHEMA`); returns
    :data:`PROBLEM_SCHEMA`. Values of person columns are never looked up: reading masks its own.
    """
    by_sheet: Mapping[int, pl.DataFrame] = {
        int(key[0]): frame for key, frame in found.partition_by("sheet_id", as_dict=True).items()
    }
    parts = [pl.DataFrame(schema=PROBLEM_SCHEMA)]
    for sheet_id, reading in enumerate(readings):
        own = [_of_reading(reading)]
        if sheet_id in by_sheet:
            own.append(_of_judging(reading, by_sheet[sheet_id]))
        parts.append(pl.concat(own).with_columns(file=pl.lit(reading.file), sheet=pl.lit(reading.sheet)))
    order = ["file", "sheet", "row", "column_name", "rule", "message_zh"]
    return pl.concat([part.select(PROBLEM_SCHEMA.keys()) for part in parts]).sort(order, nulls_last=False)


def _of_reading(reading: SheetReading) -> pl.DataFrame:
    return reading.problems.select(
        "row",
        "value",
        "rule",
        "severity",
        heading="column",
        column_name="field",
        message_zh="zh",
        message_en="en",
        ledger_id=pl.lit(reading.ledger, dtype=pl.String),
    ).select("row", "heading", "column_name", "value", "rule", "severity", "message_zh", "message_en", "ledger_id")


def _of_judging(reading: SheetReading, found: pl.DataFrame) -> pl.DataFrame:
    headings = pl.DataFrame(
        {"field": list(reading.headings), "heading": list(reading.headings.values())},
        schema={"field": pl.String, "heading": pl.String},
    )
    wanted = found.select("row", "field").unique()
    read = reading.as_read.join(wanted.select("row").unique(), on="row", how="semi")
    # a ledger may have a column of its own that is named value
    unpivoted = read.unpivot(index="row", variable_name=":field", value_name=":value")
    cells = unpivoted.rename({":field": "field", ":value": "value"})
    return (
        found.join(headings, on="field", how="left", maintain_order="left")
        .join(cells, on=["row", "field"], how="left", maintain_order="left")
        .select(
            "row",
            "heading",
            pl.col("field").alias("column_name"),
            "value",
            "rule",
            "severity",
            pl.col("zh").alias("message_zh"),
            pl.col("en").alias("message_en"),
            pl.lit(reading.ledger, dtype=pl.String).alias("ledger_id"),
        )
    )
