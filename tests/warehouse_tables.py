"""A small warehouse from tables drawn as text, for the specifications of marts and indicators.

    built = Tables(
        unions='''
            union_code | township_code | members | employees | founded_date
            U1         | 530499001     | 10      | 20        | 2019-05-01
            U2         |               | 5       | 5         | 2020-01-15
        ''',
        members="",                                    # delivered, without a row
    ).build()

Keywords are table names of the schema ledger, columns are stored names; what is not named or left blank is null.
``reach_date``, ``source_file``, ``source_sheet`` and ``source_row`` may be given; by default a row reaches to the data
date and stands in ``<table>.xlsx``, sheet ``1``, rows 2, 3, … A table that is not named was never submitted. Options:
``data_date`` (default 2021-12-31), ``first_month`` (default January of the year before), ``townships`` (default
530499001 and 530499002), ``reaches`` (ledger id → reach of its sheet), ``settings`` (entries of meta.version).
Working days are those of the statutory calendar, their limits the configuration's defaults.

``built.con`` is the DuckDB connection with as-of views and marts; ``built.rows(sql)`` a list of tuples;
``built.mart(name, as_of, *columns)`` the rows of a mart on a day, sorted; ``built.kpi(id, as_of, region)`` one line of
kpi.values as a dict (``raw=True``: of kpi.raw_values). To fill the kpi tables call ``compute_and_store(built.con)``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import duckdb
import polars as pl

from pipelines.config import Config
from pipelines.ledger import Ledger
from pipelines.load import as_of_dates, create_ledger_table, insert, service_limit_lines, time_columns
from pipelines.registry import ledgers
from warehouse.asof import create_views
from warehouse.figures.catalogue import indicators
from warehouse.figures.compute import Figures, figures
from warehouse.mart import build_marts
from warehouse.meta import create_schema

COUNTY = "530499"
TOWNSHIPS = ("530499001", "530499002")


class Built:
    """A filled database and short ways to read it."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        self.figures: dict[str, Figures] = {}

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        return self.con.execute(sql, list(parameters)).fetchall()

    def mart(self, name: str, as_of: str, *columns: str) -> list[tuple[Any, ...]]:
        return sorted(self.rows(f"select {', '.join(columns)} from mart.{name} where as_of_date = ?", as_of), key=repr)

    def kpi(self, indicator_id: str, as_of: str, region: str = COUNTY, *, raw: bool = False) -> dict[str, Any]:
        if indicator_id not in self.figures:
            self.figures[indicator_id] = figures(self.con, {indicator_id: indicators()[indicator_id]})
        computed = self.figures[indicator_id]
        day = date.fromisoformat(as_of)
        (line,) = (
            (computed.raw if raw else computed.shown)
            .filter((pl.col("as_of_date") == day) & (pl.col("region_code") == region))
            .to_dicts()
        )
        return line


class Tables:
    """Ledger tables drawn as text; see the module."""

    def __init__(
        self,
        *,
        data_date: str = "2021-12-31",
        first_month: str | None = None,
        townships: tuple[str, ...] = TOWNSHIPS,
        reaches: Mapping[str, str] | None = None,
        settings: Mapping[str, str] | None = None,
        **tables: str,
    ) -> None:
        self.data_date = date.fromisoformat(data_date)
        self.first_month = (
            date.fromisoformat(f"{first_month}-01") if first_month else date(self.data_date.year - 1, 1, 1)
        )
        self.townships = townships
        self.reaches = dict(reaches or {})
        self.settings = dict(settings or {})
        self.tables = tables
        self.ledgers = {ledger.table: ledger for ledger in ledgers().values()}
        unknown = set(tables) - set(self.ledgers)
        assert not unknown, f"no such ledger table: {unknown}"

    def build(self, *, with_marts: bool = True) -> Built:
        con = duckdb.connect(":memory:")
        create_schema(con)
        for ledger in self.ledgers.values():
            self._create(con, ledger)
        for table, text in self.tables.items():
            self._fill(con, self.ledgers[table], text)
        self._describe(con)
        if with_marts:
            build_marts(con)
        else:
            create_views(con)
        return Built(con)

    def _create(self, con: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
        create_ledger_table(con, ledger)
        con.execute(
            "insert into meta.ledgers values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'increment')",
            [
                ledger.id,
                ledger.table,
                ledger.label.zh,
                ledger.label.en,
                ledger.grain.zh,
                ledger.grain.en,
                ledger.department,
                ledger.frequency,
                *time_columns(ledger),
                ",".join(ledger.key),
            ],
        )

    def _fill(self, con: duckdb.DuckDBPyConnection, ledger: Ledger, text: str) -> None:
        reach = date.fromisoformat(self.reaches.get(ledger.id, self.data_date.isoformat()))
        lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
        for number, cells in enumerate(lines[1:], start=2):
            row: dict[str, object] = {
                "source_file": f"{ledger.table}.xlsx",
                "source_sheet": "1",
                "source_row": number,
                "reach_date": reach,
            }
            row |= {name: cell for name, cell in zip(lines[0], cells, strict=True) if cell}
            marks = ", ".join("?" for _ in row)
            con.execute(f"insert into ledger.{ledger.table} ({', '.join(row)}) values ({marks})", list(row.values()))
        con.execute(
            "insert into quality.sheets values (?, '1', ?, ?, ?, true, true, 0, 0, 0, 0, 0)",
            [f"{ledger.table}.xlsx", ledger.id, ledger.department, reach],
        )

    def _describe(self, con: duckdb.DuckDBPyConnection) -> None:
        settings = {
            "version": "0" * 16,
            "data_date": self.data_date.isoformat(),
            "first_month": self.first_month.isoformat(),
            "county_code": COUNTY,
            "county_name": "示例县",
            "city_name": "示例市",
            "code_version": "0",
            "suppression_threshold": "5",
            "mutual_aid_base_year": "2004",
            "large_payment_amount": "50000",
            "procurement_split_amount": "20000",
        } | self.settings
        for key, value in settings.items():
            con.execute("insert into meta.version values (?, ?)", [key, value])
        con.execute("insert into meta.regions values (?, '示例县', '县', 0)", [COUNTY])
        for position, code in enumerate(self.townships, start=1):
            con.execute("insert into meta.regions values (?, ?, '镇', ?)", [code, f"{code[-1]}镇", position])
        config = Config(COUNTY, "示例县")
        insert(con, "meta.working_days", config.working_calendar.table())
        insert(con, "meta.service_limits", service_limit_lines(config))
        insert(con, "meta.as_of_dates", as_of_dates(self.first_month, self.data_date))
