"""The questions that the desk begins with: what some of them answer of given ledgers, and that all may be asked."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.spec.snapshot.two_versions import store
from tests.warehouse_tables import COUNTY, Tables
from warehouse.desk.asking.parameters import parameters_of, values_of
from warehouse.desk.asking.sandbox_child import judge, with_dollars
from warehouse.desk.databases import databases
from warehouse.desk.queries.starters import SUBJECTS, Starter, starters
from warehouse.desk.schema import Table, headings, tables_of
from warehouse.figures.catalogue import indicators

DAY = "2021-12-31"
OF_A_SNAPSHOT = {"figures_restated"}
"""They compare a frozen month with the published version: tests/spec/dashboard/test_sql_desk.py asks them."""
ALONE = [starter for starter in starters().values() if starter.id not in OF_A_SNAPSHOT]


def answered(
    tables: Tables, name: str, *columns: str, computed: tuple[str, ...] = (), **values: str
) -> list[tuple[Any, ...]]:
    """Some columns of what a starter answers of given ledgers and the indicators computed of them, in its order."""
    sql = starters()[name].sql
    con = tables.build(with_marts="mart." in sql or bool(computed)).con
    if computed:
        store(con, {one: indicators()[one] for one in computed})
    given = values_of(parameters_of(sql), {"as_of": DAY, **values})
    con.execute(f"create table answer as {with_dollars(sql)}", given)
    return con.execute(f"select {', '.join(columns)} from answer").fetchall()


def test_contracts_that_end_within_sixty_days() -> None:
    contracts = Tables(
        wage_contracts="""
            contract_code | contract_kind | township_code | effective_date | expiry_date
            TODAY         | 工资专项      | 530499001     | 2021-01-01     | 2021-12-31
            LAST_DAY      | 工资专项      | 530499002     | 2021-03-02     | 2022-03-01
            TOO_LATE      | 工资专项      | 530499001     | 2021-03-03     | 2022-03-02
            OVER          | 工资专项      | 530499001     | 2020-01-01     | 2021-12-30
            GENERAL       | 综合          | 530499001     | 2021-01-01     | 2022-01-31
        """
    )
    soon = [("TODAY", "1镇", 0), ("LAST_DAY", "2镇", 60)]
    shown = ("contract_code", "region_name", "days_left")
    assert answered(contracts, "contracts_ending", *shown) == soon
    assert answered(contracts, "contracts_ending", *shown, township="530499002") == soon[1:]
    assert answered(contracts, "contracts_ending", *shown, days="0") == soon[:1]


def test_unions_past_their_term() -> None:
    unions = Tables(
        unions="""
            union_code | union_name | township_code | members | founded_date | term_end_date | dissolved_date
            OVERDUE    | 甲         | 530499001     | 10      | 2015-01-01   | 2021-12-21    |
            LONGER     | 乙         | 530499002     | 5       | 2015-01-01   | 2021-11-21    |
            LAST_DAY   | 丙         | 530499001     | 5       | 2015-01-01   | 2021-12-31    |
            GONE       | 丁         | 530499001     | 5       | 2015-01-01   | 2020-01-01    | 2021-01-01
        """
    )
    assert answered(unions, "unions_past_term", "union_code", "overdue_days") == [("LONGER", 40), ("OVERDUE", 10)]


def test_tasks_behind_two_months_in_a_row() -> None:
    """By the end of November 334 of 365 days are gone; by the end of the year all of them."""
    tasks = Tables(
        tasks="""
            task_code | year | target | planned_start | planned_end
            BOTH      | 2021 | 100    | 2021-01-01    | 2021-12-31
            NOW       | 2021 | 100    | 2021-01-01    | 2021-12-31
            BEFORE    | 2021 | 100    | 2021-01-01    | 2021-12-31
        """,
        task_progresses="""
            task_code | month      | done
            BOTH      | 2021-11-01 | 50
            BOTH      | 2021-12-01 | 60
            NOW       | 2021-11-01 | 89
            NOW       | 2021-12-01 | 89
            BEFORE    | 2021-11-01 | 50
            BEFORE    | 2021-12-01 | 100
        """,
    )
    assert answered(tasks, "tasks_behind_two_months", "task_code", "done_share") == [("BOTH", 60 / 100)]


def test_large_payments_without_a_meeting() -> None:
    payments = Tables(
        large_payments="""
            payment_code | amount   | meeting_date | paid_date
            DECIDED      | 60000.00 | 2021-03-01   | 2021-03-01
            AFTERWARDS   | 60000.00 | 2021-03-02   | 2021-03-01
            NEVER        | 80000.00 |              | 2021-03-01
            SMALL        | 49999.99 |              | 2021-03-01
        """
    )
    assert answered(payments, "large_payments_without_meeting", "payment_code") == [("NEVER",), ("AFTERWARDS",)]


def test_townships_by_growth_of_members() -> None:
    unions = Tables(
        unions="""
            union_code | township_code | members | employees | founded_date | reach_date
            U1         | 530499001     | 100     | 200       | 2019-01-01   | 2020-12-31
            U1         | 530499001     | 110     | 200       | 2019-01-01   | 2021-12-31
            U2         | 530499002     | 50      | 80        | 2019-01-01   | 2020-12-31
            U2         | 530499002     | 75      | 80        | 2019-01-01   | 2021-12-31
        """
    )
    shown = ("region_name", "members_gained", "growth_rate")
    grown = answered(unions, "townships_by_member_growth", *shown, computed=("members",))
    assert grown == [("2镇", 75 - 50, 25 / 50), ("1镇", 110 - 100, 10 / 100)]


def test_indicators_red_two_months_running() -> None:
    """Of 10 enterprises of 30 people 2 and then 3 have a union, where 9 should have one."""
    registry = "unit_code | unit_kind | township_code | employees | registered_date\n"
    registry += "".join(f"E{number} | 企业 | 530499001 | 30 | 2015-01-01\n" for number in range(10))
    tables = Tables(
        first_month="2021-10",
        enterprises=registry,
        unions="""
            union_code | unit_code | township_code | members | employees | founded_date
            U0         | E0        | 530499001     | 20      | 30        | 2019-01-01
            U1         | E1        | 530499001     | 20      | 30        | 2019-01-01
            U2         | E2        | 530499001     | 20      | 30        | 2021-12-15
        """,
        union_units="",
        targets="""
            kpi_id       | year | target
            unionisation | 2021 | 90
        """,
    )
    shown = ("value", "value_before", "target")
    found = answered(tables, "indicators_red_two_months", *shown, computed=("unionisation",))
    assert found == [(3 / 10, 2 / 10, 0.9)]


def test_departments_by_days_late() -> None:
    tables = Tables(unions="")
    con = tables.build(with_marts=False).con
    con.execute(
        """
        insert into meta.departments values ('org', '组织部', '张明'), ('rights', '权益保障部', '李芳');
        insert into quality.submissions by name
        select * from (values
            ('org', 'union', 'late', date '2021-10-31', date '2021-11-30'),
            ('org', 'union', 'late', date '2021-11-30', date '2021-12-10'),
            ('org', 'union', 'delivered', date '2021-12-31', date '2021-12-31'),
            ('rights', 'wage_contract', 'missing', date '2021-12-11', null),
            ('rights', 'wage_contract', 'late', date '2020-12-31', date '2021-12-31')
        ) as given(department_id, ledger_id, state, period_end_date, covered_reach_date)
        """
    )
    found = con.execute(with_dollars(starters()["departments_by_days_late"].sql), {"year": 2021}).fetchall()
    # 30 and 10 days until November's and a December list; 20 days until the data date
    assert sorted(found) == [("权益保障部", "李芳", 0, 1, 20, 20), ("组织部", "张明", 2, 0, (30 + 10) / 2, 30)]


def test_there_are_as_many_as_were_promised_and_of_every_subject() -> None:
    assert len(starters()) >= 20
    assert {starter.subject for starter in starters().values()} == set(SUBJECTS)
    labels = [starter.label for starter in starters().values()]
    assert len({label.zh for label in labels}) == len({label.en for label in labels}) == len(labels)


@pytest.fixture(scope="module")
def desk(sample_home: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, tuple[Table, ...]]]:
    """The desk's database of the sample county as a query's child opens it, and its tables."""
    file = databases(sample_home).main
    with duckdb.connect(str(file), read_only=True) as con:
        yield con, tables_of(file)


@pytest.mark.slow
@pytest.mark.parametrize("starter", ALONE, ids=lambda starter: starter.id)
def test_each_is_accepted_and_answers_with_columns_that_have_names(
    desk: tuple[duckdb.DuckDBPyConnection, tuple[Table, ...]], starter: Starter
) -> None:
    con, tables = desk
    parameters = parameters_of(starter.sql)
    given = values_of(parameters, {"as_of": DAY, "region": COUNTY})
    assert judge(con, with_dollars(starter.sql)) == set(given)
    answer = con.execute(with_dollars(starter.sql), given)
    columns = [name for name, *_ in answer.description or ()]
    named = headings(tables, starter.sql)
    assert [name for name in columns if name not in named] == []
    assert answer.fetchmany(1) is not None
