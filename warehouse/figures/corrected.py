"""Which figures have corrected rows behind them (``quality.corrections``).

``corrected_rows`` is exact: of the rows that the trace of a figure shows, how many have a corrected cell.
``corrected_ledgers`` is wider: where an indicator reads a mart, rows that are not counted may decide what counts
(whether an enterprise has a union is told by the unions), so every ledger it reads that has a corrected row by that
day is named. Where it reads ledgers alone, those of the exact rows are. A corrected target is named for its indicator
and year, a corrected township wherever townships are told apart.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import duckdb
import polars as pl

from warehouse.figures.cell import CELL
from warehouse.figures.indicator import Indicator, Part
from warehouse.figures.part_sql import corrected_sql

ADDED: dict[str, pl.DataType] = {"corrected_rows": pl.Int64(), "corrected_ledgers": pl.String()}
NOT_COMPUTED = ("county_only", "not_submitted", "before_data")
TARGET, TOWNSHIP = "target", "township"

Cell = tuple[str, date, str]

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
    if not con.execute(CORRECTED_LEDGERS).fetchall():
        computed = ~pl.col("reason").is_in(NOT_COMPUTED).fill_null(value=False)
        return raw.with_columns(
            pl.when(computed).then(nothing).otherwise(None).cast(ADDED[name]).alias(name)
            for name, nothing in (("corrected_rows", pl.lit(0)), ("corrected_ledgers", pl.lit("")))
        )
    corrections = _Corrections(con, declared, county_code)
    said = [
        (None, None) if reason in NOT_COMPUTED else corrections.behind(declared[name], day, region)
        for name, day, region, reason in raw.select(*CELL, "reason").iter_rows()
    ]
    return raw.hstack(pl.DataFrame(said, schema=ADDED, orient="row"))


class _Corrections:
    """Where corrected rows stand: by cell, by ledger and day, by indicator and year of its target."""

    def __init__(self, con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator], county_code: str) -> None:
        tables = dict(con.execute(CORRECTED_LEDGERS).fetchall())
        self.rows = dict(_rows_by_cell(con, declared, tables, county_code))
        self.days = {ledger_id: _days_with_corrections(con, ledger_id, table) for ledger_id, table in tables.items()}
        self.targets = _corrected_targets(con, tables)

    def behind(self, indicator: Indicator, day: date, region: str) -> tuple[int, str]:
        """Corrected rows behind a cell, and the ledgers with corrections that it depends on."""
        rows, own = self.rows.get((indicator.id, day, region), (0, frozenset()))
        on_the_day = {ledger_id for ledger_id, days in self.days.items() if day in days}
        ledgers = [
            ledger_id
            for ledger_id in indicator.ledgers
            if ledger_id in own or (ledger_id in on_the_day and _joins_ledgers(indicator))
        ]
        if indicator.scope == "township" and TOWNSHIP in on_the_day:
            ledgers.append(TOWNSHIP)
        if (indicator.id, day.year) in self.targets:
            ledgers.append(TARGET)
        return rows, ",".join(ledgers)


def _joins_ledgers(indicator: Indicator) -> bool:
    """Whether rows that are not counted may decide what counts: marts join, a ledger as of a day does not."""
    return any(part.selection.source.startswith("mart.") for part in _parts(indicator))


def _parts(indicator: Indicator) -> list[Part]:
    return [part for part in (indicator.numerator, indicator.denominator) if part is not None]


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


def _rows_by_cell(
    con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator], tables: Mapping[str, str], county_code: str
) -> Iterator[tuple[Cell, tuple[int, frozenset[str]]]]:
    """Corrected rows and their ledgers of every cell that has any."""
    for indicator in declared.values():
        if tables.keys().isdisjoint(indicator.ledgers):
            continue
        for day, region, rows, ledgers in con.execute(corrected_sql(_parts(indicator), indicator.scope)).fetchall():
            yield (indicator.id, day, region or county_code), (rows, frozenset(ledgers))
