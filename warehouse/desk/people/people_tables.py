"""Puts into a desk's database what may be told of the ledgers about people, and the names of its tables and columns."""

from pathlib import Path

import duckdb
import polars as pl

from warehouse.desk.people.count_declarations import FullCount, WithheldCount, full_counts, withheld_counts
from warehouse.desk.people.counting import Scale, counted_table, told_alike
from warehouse.desk.people.shown_indicators import shown_breakdowns, shown_values, told_sums
from warehouse.language import Label
from warehouse.reader import Published

COUNT_TABLES = """
create table meta.count_tables (
    table_name varchar not null, ledger_id varchar not null, label_zh varchar, label_en varchar, period varchar,
    counted_zh varchar, counted_en varchar, is_withheld boolean not null)
"""
COUNT_COLUMNS = """
create table meta.count_columns (
    table_name varchar not null, column_name varchar not null, position integer, label_zh varchar, label_en varchar,
    kind varchar, unit_zh varchar, unit_en varchar)
"""
YUAN = Label("元", "yuan")
PEOPLE = Label("人", "people")
MEMBERSHIPS = Label("人次", "memberships")
COLUMNS: dict[str, tuple[Label, str, Label | None]] = {
    "period": (Label("期间", "Period"), "text", None),
    "period_start_date": (Label("期间首日", "First day of the period"), "date", None),
    "dimension": (Label("分类方式", "Broken down by"), "text", None),
    "township_code": (Label("所属乡镇", "Township"), "town", None),
    "category": (Label("类别", "Category"), "text", None),
    "counted": (Label("数量", "Counted"), "int", None),
    "amount": (Label("金额", "Amount"), "money", YUAN),
    "is_withheld": (Label("是否不显示", "Withheld"), "bool", None),
    "employment_kind": (Label("用工类别", "Kind of employment"), "enum", None),
    "level": (Label("派出级别", "Level"), "enum", None),
    "in_force": (Label("期末在册人数", "In force at the month's end"), "int", PEOPLE),
    "joined": (Label("当月入会", "Joined in the month"), "int", MEMBERSHIPS),
    "left_again": (Label("当月退会", "Left in the month"), "int", MEMBERSHIPS),
    "sent_by_federation": (Label("其中县总工会派出", "Of them sent by the federation"), "int", PEOPLE),
}
"""What a column is called, its kind (as of the ledgers' columns) and its unit."""
WITHHELD_COLUMNS = (
    *("period", "period_start_date", "dimension", "township_code"),
    *("category", "counted", "amount", "is_withheld"),
)


def columns_of(table: WithheldCount | FullCount) -> tuple[str, ...]:
    """The columns of a table, in their order."""
    return table.columns if isinstance(table, FullCount) else WITHHELD_COLUMNS


def label_of(table: WithheldCount | FullCount, column: str) -> Label:
    """What a column of a table is called: what is counted by its own name."""
    if isinstance(table, WithheldCount) and column == "counted":
        return table.counted
    return COLUMNS[column][0]


def add_people(con: duckdb.DuckDBPyConnection, published: Published, beside: Path | None = None) -> None:
    """Creates the tables about people, ``kpi.values``, ``kpi.breakdowns``, ``meta.count_tables`` and
    ``meta.count_columns`` in a desk's database.

    ``beside`` is the desk's file of the published version that a frozen month is asked together with.
    """
    sums = _add_withheld(con, published, beside)
    for full in full_counts():
        _create(con, f"mart.{full.table}", published.query(full.sql).select(full.columns))
    _add_indicators(con, published, sums)
    _add_names(con)


def _add_withheld(con: duckdb.DuckDBPyConnection, published: Published, beside: Path | None) -> pl.DataFrame:
    scale = Scale.of(published)
    sums = []
    for declared in withheld_counts():
        table = counted_table(published, declared, scale)
        if beside is not None:
            table = told_alike(table, _read(beside, declared.table))
        _create(con, f"mart.{declared.table}", table)
        sums.append(told_sums(declared, table))
    return pl.concat(sums)


def _add_indicators(con: duckdb.DuckDBPyConnection, published: Published, sums: pl.DataFrame) -> None:
    about = set(published.query("select indicator_id from kpi.definitions where is_about_people")["indicator_id"])
    values = published.query("select * from kpi.values")
    _create(con, "kpi.values", shown_values(values, about, published.county_code, sums))
    breakdowns = published.query("select * from kpi.breakdowns")
    _create(con, "kpi.breakdowns", shown_breakdowns(breakdowns, about, sums))


def _add_names(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(COUNT_TABLES)
    con.execute(COUNT_COLUMNS)
    tables: tuple[WithheldCount | FullCount, ...] = (*withheld_counts(), *full_counts())
    for table in sorted(tables, key=lambda one: one.table):
        period = table.period if isinstance(table, WithheldCount) else "month"
        counted = table.counted if isinstance(table, WithheldCount) else table.label
        names = (table.label.zh, table.label.en, period, counted.zh, counted.en, isinstance(table, WithheldCount))
        con.execute(
            "insert into meta.count_tables values (?, ?, ?, ?, ?, ?, ?, ?)", [table.table, table.ledger, *names]
        )
        for position, column in enumerate(columns_of(table)):
            label, (_, kind, unit) = label_of(table, column), COLUMNS[column]
            units = (unit.zh, unit.en) if unit else (None, None)
            con.execute(
                "insert into meta.count_columns values (?, ?, ?, ?, ?, ?, ?, ?)",
                [table.table, column, position, label.zh, label.en, kind, *units],
            )


def _read(file: Path, table: str) -> pl.DataFrame:
    with duckdb.connect(str(file), read_only=True) as con:
        rows: pl.DataFrame = con.cursor().sql(f"from mart.{table}").pl()
        return rows


def _create(con: duckdb.DuckDBPyConnection, name: str, rows: pl.DataFrame) -> None:
    con.register("rows_of_a_table", rows.to_arrow())
    con.execute(f"create table {name} as from rows_of_a_table")
    con.unregister("rows_of_a_table")
