"""Which figures have corrected rows behind them (``quality.corrections``).

``corrected_rows`` is exact: of the rows that the trace of a figure shows, how many have a corrected cell.
``corrected_ledgers`` is wider: the ledgers that the indicator reads which have any corrected row by that day, for a
figure also depends on rows that it does not count (whether an enterprise has a union is told by the unions).
"""

from collections.abc import Iterator, Mapping
from datetime import date

import duckdb
import polars as pl

from warehouse.indicator import Indicator
from warehouse.part_sql import corrected_sql

CELL = ["indicator_id", "as_of_date", "region_code"]
NOT_COMPUTED = ("county_only", "not_submitted", "before_data")
TARGET, TOWNSHIP = "target", "township"

CORRECTED_LEDGERS = """
select distinct
    corrections.ledger_id,
    ledgers.table_name
from quality.corrections as corrections
inner join meta.ledgers as ledgers on corrections.ledger_id = ledgers.ledger_id
where corrections.outcome = 'loaded'
order by corrections.ledger_id
"""

ROWS_OF = """
select distinct {columns}
from {relation} as ledger_rows
inner join quality.corrections as corrections
    on
        corrections.ledger_id = '{ledger_id}'
        and corrections.outcome = 'loaded'
        and corrections.file = ledger_rows.source_file
        and corrections.sheet = ledger_rows.source_sheet
        and corrections.row = ledger_rows.source_row
"""


def with_corrected_rows(
    con: duckdb.DuckDBPyConnection, raw: pl.DataFrame, declared: Mapping[str, Indicator], county_code: str
) -> pl.DataFrame:
    """Adds corrected_rows (a count) and corrected_ledgers (ids, separated by commas) to raw figures.

    Both are null where nothing was computed. Takes the columns of :data:`CELL` and ``reason``.
    """
    tables = dict(con.execute(CORRECTED_LEDGERS).fetchall())
    days = {ledger_id: _days_with_corrections(con, ledger_id, table) for ledger_id, table in tables.items()}
    targets = _corrected_targets(con, tables)
    ledgers = [
        _ledgers_behind(declared[indicator_id], day, days, targets)
        for indicator_id, day in raw.select("indicator_id", "as_of_date").iter_rows()
    ]
    counted = pl.DataFrame(
        list(_counts(con, declared, tables, county_code)),
        schema={**{name: raw.schema[name] for name in CELL}, "corrected_rows": pl.Int64},
        orient="row",
    )
    joined = raw.with_columns(pl.Series("corrected_ledgers", ledgers, dtype=pl.String)).join(
        counted, on=CELL, how="left", maintain_order="left"
    )
    is_computed = ~pl.col("reason").is_in(NOT_COMPUTED).fill_null(value=False)
    return joined.select(
        *raw.columns,
        pl.when(is_computed).then(pl.col("corrected_rows").fill_null(0)),
        pl.when(is_computed).then("corrected_ledgers"),
    )


def _days_with_corrections(con: duckdb.DuckDBPyConnection, ledger_id: str, table: str) -> frozenset[date]:
    sql = ROWS_OF.format(columns="ledger_rows.as_of_date", relation=f"as_of.{table}", ledger_id=ledger_id)
    return frozenset(day for (day,) in con.execute(sql).fetchall())


def _corrected_targets(con: duckdb.DuckDBPyConnection, tables: Mapping[str, str]) -> frozenset[tuple[str, int]]:
    """Indicators and years with a corrected target."""
    if TARGET not in tables:
        return frozenset()
    columns = "ledger_rows.kpi_id, ledger_rows.year"
    sql = ROWS_OF.format(columns=columns, relation=f"ledger.{tables[TARGET]}", ledger_id=TARGET)
    return frozenset((kpi_id, year) for kpi_id, year in con.execute(sql).fetchall())


def _ledgers_behind(
    indicator: Indicator, day: date, days: Mapping[str, frozenset[date]], targets: frozenset[tuple[str, int]]
) -> str:
    read = [*indicator.ledgers, *([TOWNSHIP] if indicator.scope == "township" else [])]
    corrected = [ledger_id for ledger_id in read if day in days.get(ledger_id, frozenset())]
    return ",".join([*corrected, *([TARGET] if (indicator.id, day.year) in targets else [])])


def _counts(
    con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator], tables: Mapping[str, str], county_code: str
) -> Iterator[tuple[str, date, str, int]]:
    """Indicator, day, region and corrected rows of every cell that has any."""
    for indicator in declared.values():
        if tables.keys().isdisjoint(indicator.ledgers):
            continue
        parts = [part for part in (indicator.numerator, indicator.denominator) if part is not None]
        for day, region, rows in con.execute(corrected_sql(parts, indicator.scope)).fetchall():
            yield indicator.id, day, region or county_code, rows
