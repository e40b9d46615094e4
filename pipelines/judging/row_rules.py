"""The rules of a ledger's own rows: each a Polars expression of the declaration."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from pipelines.judging.findings import findings, together
from pipelines.ledger import DATA_DATE, Ledger, RowRule, Severity
from pipelines.rules import naming


def broken_row_rules(
    frame: pl.DataFrame,
    ledger: Ledger,
    severity: Severity,
    bad_cells: Mapping[str, pl.DataFrame],
    data_date: date | None = None,
) -> pl.DataFrame:
    """The rules of one severity that rows break, as findings; those about birth dates were judged in reading.

    ``frame`` is a candidate frame; ``bad_cells`` maps a stored column to the sheet_id and row of
    its cells that could not be read: a rule that needs such a cell is not judged.
    """
    rules = [rule for rule in ledger.rules if rule.severity == severity and not rule.needs_birth_date]
    if not rules or frame.is_empty():
        return together([])
    dated = frame.with_columns(pl.lit(data_date, dtype=pl.Date).alias(DATA_DATE))
    judged = dated.select(
        "sheet_id", "row", *(rule.broken.fill_null(False).alias(str(place)) for place, rule in enumerate(rules))
    )
    parts = []
    for place, rule in enumerate(rules):
        broken = judged.filter(pl.col(str(place))).select("sheet_id", "row")
        message = naming(rule.message, f"{ledger.id}.{rule.column}")
        parts.append(findings(_judgeable(broken, rule, bad_cells), rule.column, rule.rule, severity, message))
    return together(parts)


def _judgeable(broken: pl.DataFrame, rule: RowRule, bad_cells: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    for name in sorted(rule.needs):
        if name in bad_cells:
            broken = broken.join(bad_cells[name], on=["sheet_id", "row"], how="anti", maintain_order="left")
    return broken
