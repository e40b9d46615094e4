"""Every ledger has a suite that says what its declaration says."""

import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from expectations.frames import all_frames
from expectations.ledger_checks import ledger_frame
from expectations.suite import TableSuite
from pipelines.ledger import Kind, Ledger, Span
from pipelines.registry import ledgers
from pipelines.suites import published_suites, suite_of, table_suites
from warehouse.meta import create_schema

LEDGERS = pytest.mark.parametrize("ledger", ledgers().values(), ids=lambda ledger: ledger.id)


def subjects(suite: TableSuite, expectation: str) -> set[str]:
    return {check.subject for check in ledger_frame(suite).checks if check.expectation == expectation}


def columns_where(ledger: Ledger, names: set[str]) -> set[str]:
    return {f"ledger.{ledger.table}.{name}" for name in names}


@LEDGERS
def test_a_suite_survives_json(ledger: Ledger) -> None:
    suite = suite_of(ledger, 7)
    assert TableSuite.from_json(json.loads(json.dumps(suite.to_json()))) == suite


@LEDGERS
def test_rows_are_counted_and_keys_unique(ledger: Ledger) -> None:
    suite = suite_of(ledger, 7)
    count, unique = ledger_frame(suite).checks[:2]
    assert count.arguments == {"value": 7}
    states = ["reach_date"] if isinstance(ledger.time, Span) else []
    assert unique.arguments.get("column_list", [unique.arguments.get("column")]) == [*ledger.key, *states]


@LEDGERS
def test_required_columns_are_not_null_and_a_township_only_warns(ledger: Ledger) -> None:
    suite = suite_of(ledger, 7)
    required = {column.stored_name for column in ledger.columns if column.required}
    assert subjects(suite, "expect_column_values_to_not_be_null") == columns_where(ledger, required)
    warnings = {check.subject for check in ledger_frame(suite).checks if check.severity == "warning"}
    towns = {column.stored_name for column in ledger.columns if column.required and column.kind is Kind.TOWN}
    assert warnings == columns_where(ledger, towns)


@LEDGERS
def test_lists_bounds_and_person_keys_are_checked(ledger: Ledger) -> None:
    suite = suite_of(ledger, 7)
    enums = {column.stored_name for column in ledger.columns if column.values}
    people = {column.stored_name for column in ledger.columns if column.kind is Kind.PERSON}
    bounded = {
        column.stored_name
        for column in ledger.columns
        if column.kind in (Kind.INT, Kind.NUMBER, Kind.MONEY)
        and (column.positive or column.minimum is not None or not (column.signed or column.signed_warning))
    }
    assert subjects(suite, "expect_column_values_to_be_in_set") == columns_where(ledger, enums)
    assert subjects(suite, "expect_column_values_to_match_regex") == columns_where(ledger, people)
    assert subjects(suite, "expect_column_values_to_be_between") == columns_where(ledger, bounded)


@LEDGERS
def test_every_query_runs_on_the_empty_table(ledger: Ledger) -> None:
    suite = suite_of(ledger, 0)
    con = duckdb.connect()
    create_schema(con)
    columns = ", ".join(f"{column.name} {column.data_type}" for column in suite.columns)
    con.execute(
        f"create table ledger.{suite.table} ({columns}, "
        "source_file varchar, source_sheet varchar, source_row bigint, reach_date date)"
    )
    frame = ledger_frame(suite)
    assert con.execute(frame.query).fetchall() == []
    assert [con.execute(check.offenders).fetchall() for check in frame.checks] == [[] for _ in frame.checks]


def test_every_frame_has_its_own_name() -> None:
    con = duckdb.connect()
    create_schema(con)
    names = [frame.name for frame in all_frames(con, [suite_of(ledger, 0) for ledger in ledgers().values()])]
    assert len(set(names)) == len(names)


def test_a_published_version_owes_what_its_sheets_loaded(tmp_path: Path) -> None:
    database = tmp_path / "version.duckdb"
    con = duckdb.connect(str(database))
    create_schema(con)
    con.execute("insert into quality.sheets (file, ledger_id, loaded) values ('a', 'union', 3), ('b', 'union', 4)")
    con.close()
    owed = {suite.ledger_id: suite.loaded_rows for suite in published_suites(ledgers(), database)}
    assert (owed["union"], owed["enterprise"]) == (7, 0)


def test_a_build_owes_the_rows_it_hands_over() -> None:
    tables = {ledger_id: pl.DataFrame(schema=ledger.schema) for ledger_id, ledger in ledgers().items()}
    assert {suite.loaded_rows for suite in table_suites(ledgers(), tables)} == {0}
