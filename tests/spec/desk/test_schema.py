"""What can be asked, in words: every table and column has its name, and every ready query is accepted."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.desk.asking.parameters import parameters_of, values_of
from warehouse.desk.asking.sandbox_child import judge, with_dollars
from warehouse.desk.column_names import COLUMN_NAMES
from warehouse.desk.databases import databases
from warehouse.desk.queries.ready_queries import ready_queries
from warehouse.desk.schema import Column, Table, headings, tables_of
from warehouse.desk.table_names import TableName, name_in_header
from warehouse.language import Label

MEMBERS = Label("会员人数", "Members")
UNIONS = Table(
    "ledger",
    "unions",
    Label("基层工会台账", "Unions"),
    Label("一行一个工会", "One union a row"),
    (Column("members", "BIGINT", MEMBERS, Label("人", "people")), Column("amount", "DOUBLE", Label("金额", "Amount"))),
    "union",
)
GRANTS = Table("ledger", "grants", None, None, (Column("amount", "DOUBLE", Label("补助", "Grant")),))


@pytest.fixture(scope="module")
def desk(bare_home: Path) -> Path:
    return databases(bare_home).main


@pytest.fixture(scope="module")
def tables(desk: Path) -> tuple[Table, ...]:
    return tables_of(desk)


@pytest.fixture(scope="module")
def con(desk: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(desk), read_only=True) as opened:
        yield opened


def test_every_table_and_column_has_a_name_in_both_languages(tables: tuple[Table, ...]) -> None:
    assert len(tables) > 100
    assert [table.full_name for table in tables if table.label is None or table.grain is None] == []
    nameless = [f"{table.full_name}.{column.name}" for table in tables for column in table.columns if not column.label]
    assert nameless == []


def test_a_mart_is_named_in_the_header_of_its_file_or_not_at_all() -> None:
    header = "-- mart.sites: one row a site.\n-- grain: site\n"
    lines = "-- zh: 示范点\n-- en: Sites\n-- row_zh: 一个示范点\n-- row_en: site\n"
    named = TableName(Label("示范点", "Sites"), Label("一个示范点", "site"))
    assert name_in_header("sites", f"{header}{lines}select 1 as site") == named
    assert name_in_header("sites", f"{header}select 1 as site") is None
    for wrong in (lines.replace("-- en: Sites\n", ""), lines * 2):
        with pytest.raises(ValueError, match=r"marts/sites.sql: the header needs each of zh, en, row_zh, row_en once"):
            name_in_header("sites", f"{header}{wrong}select 1 as site")


def test_a_ledgers_columns_are_called_as_they_are_declared(tables: tuple[Table, ...]) -> None:
    (unions,) = [table for table in tables if table.full_name == "ledger.unions"]
    columns = {column.name: column for column in unions.columns}
    assert columns["members"] == Column("members", "BIGINT", MEMBERS, Label("人", "people"), "int")
    assert [value.zh for value in columns["womens_body"].values][-1] == "无"
    assert columns["source_row"].label == COLUMN_NAMES["source_row"]


def test_a_marts_columns_are_called_as_in_the_ledgers_behind_it(tables: tuple[Table, ...]) -> None:
    (tasks,) = [table for table in tables if table.full_name == "mart.tasks"]
    named = {column.name: column.label.zh for column in tasks.columns if column.label}
    assert (named["title"], named["problem"], named["is_behind"]) == ("任务名称", "存在问题", "滞后")


def test_numbers_of_people_say_that_they_are_counted_already(tables: tuple[Table, ...]) -> None:
    of_people = [table for table in tables if table.is_of_people]
    assert {table.name for table in of_people} >= {"relief_visit_counts", "member_counts"}
    assert all("count(" not in ready.sql for table in of_people for ready in ready_queries(table))


def test_every_ready_query_is_accepted(con: duckdb.DuckDBPyConnection, tables: tuple[Table, ...]) -> None:
    asked = [ready.sql for table in tables for ready in ready_queries(table)]
    assert len(asked) > len(tables)
    for sql in asked:
        given = values_of(parameters_of(sql), {"as_of": "2021-12-31"})
        assert judge(con, with_dollars(sql)) == set(given)
        con.execute(f"explain {with_dollars(sql)}", given)


def test_a_results_columns_are_called_as_the_tables_that_the_query_reads_call_them() -> None:
    sql = "select members, amount from ledger.unions"
    named = headings((UNIONS, GRANTS), sql)
    assert named["members"] == Label("会员人数（人）", "Members (people)")
    assert named["amount"] == Label("金额", "Amount")
    both = headings((UNIONS, GRANTS), f"{sql} cross join LEDGER.GRANTS")
    assert "amount" not in both
    assert headings((UNIONS,), "select 1")["members"] == COLUMN_NAMES["members"]
    assert named["days_left"] == COLUMN_NAMES["days_left"]
