"""The gate's suites, made from the ledgers' declarations."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from expectations.suite import ColumnExpectation, Severity, TableSuite
from pipelines.ledger import Column, Kind, Ledger, Span
from pipelines.load import DUCKDB_TYPES

NUMERIC_KINDS = (Kind.INT, Kind.NUMBER, Kind.MONEY)


def table_suites(ledgers: Mapping[str, Ledger], tables: Mapping[str, pl.DataFrame]) -> list[TableSuite]:
    """One suite a ledger; ``tables`` are the rows as they were handed to the load, by ledger id."""
    return [suite_of(ledger, tables[ledger_id].height) for ledger_id, ledger in ledgers.items()]


def published_suites(ledgers: Mapping[str, Ledger], database: Path) -> list[TableSuite]:
    """The suites of a version that exists: what its sheets say was loaded is what must be there."""
    con = duckdb.connect(str(database), read_only=True)
    try:
        loaded = dict(con.execute("select ledger_id, sum(loaded) from quality.sheets group by ledger_id").fetchall())
    finally:
        con.close()
    return [suite_of(ledger, int(loaded.get(ledger_id, 0))) for ledger_id, ledger in ledgers.items()]


def suite_of(ledger: Ledger, loaded_rows: int) -> TableSuite:
    """The suite of one ledger. Of a span every state of a key is kept, one for each reach date."""
    states = ("reach_date",) if isinstance(ledger.time, Span) else ()
    return TableSuite(
        table=ledger.table,
        ledger_id=ledger.id,
        label_zh=ledger.label.zh,
        label_en=ledger.label.en,
        key=(*ledger.key, *states),
        columns=tuple(_column(column) for column in ledger.columns),
        loaded_rows=loaded_rows,
    )


def _column(column: Column) -> ColumnExpectation:
    severity: Severity = "warning" if column.kind is Kind.TOWN else "critical"
    return ColumnExpectation(
        name=column.stored_name,
        label_zh=column.heading.zh,
        label_en=column.heading.en,
        kind=str(column.kind),
        data_type=DUCKDB_TYPES[column.kind],
        required=column.required,
        required_severity=severity,
        allowed=tuple(value.zh for value in column.values) or None,
        minimum=_minimum(column),
        above_minimum=column.positive,
    )


def _minimum(column: Column) -> int | None:
    """The smallest value; numbers are not negative unless the column says that they may be."""
    may_be_negative = (column.signed or column.signed_warning) and not column.positive
    if column.minimum is not None or column.kind not in NUMERIC_KINDS or may_be_negative:
        return column.minimum
    return 0
