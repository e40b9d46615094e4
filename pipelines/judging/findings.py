"""What judging finds wrong."""

from collections.abc import Iterable

import polars as pl

from pipelines.ledger import Severity
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
