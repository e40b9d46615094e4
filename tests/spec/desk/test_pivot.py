"""A pivot's figures: every cell and every total from the rows, never from other cells."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.spec.cli.published_home import publish
from tests.warehouse_tables import COUNTY, Tables
from warehouse.desk.asking.sandbox import ask
from warehouse.desk.asking.sandbox_child import judge, with_dollars
from warehouse.desk.databases import databases
from warehouse.desk.pivot.choice import Choice, Span, periods_within, span_of
from warehouse.desk.pivot.compile import compile_choice, is_possible, may_filter
from warehouse.desk.pivot.subject import read_subject, subjects
from warehouse.desk.pivot.table import TOTAL, ZERO, Cell, Table, table, without_empty_rows

EAST, WEST = "1镇", "2镇"
OF_2021 = Span(date(2021, 1, 1), date(2021, 12, 31))
Pivot = Callable[..., Table]

HOUSEHOLDS = "\n".join(
    [
        "household_code | person_key | township_code | hardship_kind | filed_date",
        *(f"E{number} | e{number} | 530499001 | 深度困难 | 2019-05-01" for number in range(6)),
        *(f"F{number} | f{number} | 530499001 | 深度困难 | 2021-05-01" for number in range(2)),
        *(f"W{number} | w{number} | 530499002 | 意外致困 | 2020-05-01" for number in range(5)),
    ]
)
TABLES = Tables(
    first_month="2020-01",
    unions="""
        union_code | township_code | union_kind | members | employees | founded_date | dissolved_date
        U1         | 530499001     | 单独       | 10      | 20        | 2019-05-01   |
        U2         | 530499001     | 联合       | 5       | 5         | 2020-07-15   |
        U3         | 530499002     | 单独       | 30      | 40        | 2021-03-01   |
        U4         | 530499002     | 单独       | 8       | 8         | 2019-01-01   | 2021-06-30
        U5         |               | 单独       | 1       | 1         | 2019-01-01   |
    """,
    wage_contracts="""
        contract_code | contract_kind | township_code | signing_party | signed_date | effective_date | expiry_date
        C1            | 工资专项      | 530499001     | 甲            | 2021-02-01  | 2021-02-01     | 2022-01-31
        C2            | 工资专项      | 530499001     | 乙            | 2021-05-01  | 2021-05-01     | 2022-04-30
        C3            | 综合          | 530499001     | 甲            | 2021-05-02  | 2021-05-02     | 2023-04-30
        C4            | 工资专项      | 530499002     | 甲            | 2020-05-01  | 2020-05-01     | 2021-04-30
    """,
    procurements="""
        purchase_code | item_kind | method   | amount    | budget_amount | supplier | purchased_date
        P1            | 办公用品  | 网上商城 | 10000.05  | 20000.00      | O'Neil   | 2021-03-01
        P2            | 办公设备  | 网上商城 | 30000.00  | 40000.00      | 乙       | 2021-04-01
        P3            | 办公用品  | 自行采购 | 5000.00   | 5000.00       | 乙       | 2020-04-01
    """,
    service_cases="""
        case_code | matter       | received_date | complete_date | closed_date | outcome
        S1        | 其他         | 2021-03-01    | 2021-03-01    | 2021-03-03  | 办结
        S2        | 其他         | 2021-03-01    | 2021-03-01    | 2021-03-31  | 办结
        S3        | 工会组建批复 | 2020-12-30    | 2020-12-30    | 2021-01-04  | 办结
    """,
    hardship_households=HOUSEHOLDS,
    members="""
        person_key | union_code | employment_kind | joined_date | left_date
        a          | U1         | 正式            | 2019-06-01  |
        b          | U1         | 正式            | 2021-05-02  | 2021-08-20
    """,
    relief_visits="""
        visit_code | township_code | beneficiary_kind | campaign | visit_kind | people | visited_date | cash_amount
        V1         | 530499001     | 环卫工人         | 元旦春节 | 集体       | 3      | 2021-02-01   | 300
        V2         | 530499002     | 环卫工人         | 元旦春节 | 集体       | 90     | 2021-02-01   | 9000
    """,
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("pivot"), TABLES)


@pytest.fixture(scope="module")
def desk(home: Path) -> duckdb.DuckDBPyConnection:
    return duckdb.connect(str(databases(home).main), read_only=True)


@pytest.fixture(scope="module")
def pivot(desk: duckdb.DuckDBPyConnection) -> Pivot:
    """The table of a choice, asked as the sandbox would ask it."""

    def asked(subject_id: str, rows: str, columns: str | None, measure: str, **chosen: Any) -> Table:
        subject = subjects()[subject_id]
        query = compile_choice(subject, Choice(rows, columns, measure, **{"span": OF_2021, **chosen}), COUNTY)
        sql = with_dollars(query.sql)
        judge(desk, sql)
        return table(query, desk.execute(sql, dict(query.parameters)).fetchall(), ())

    return asked


def values(found: Table) -> dict[tuple[str | None, str | None], int | float | None]:
    return {place: cell.value for place, cell in found.cells.items()}


def test_every_cell_and_every_total_is_counted(pivot: Pivot) -> None:
    found = pivot("unions", "township", "union_kind", "unions")
    assert values(found) == {
        (EAST, "单独"): 1,
        (EAST, "联合"): 1,
        (WEST, "单独"): 1,
        ("未归属乡镇", "单独"): 1,
        (EAST, TOTAL): 1 + 1,
        (WEST, TOTAL): 1,
        ("未归属乡镇", TOTAL): 1,
        (TOTAL, "单独"): 1 + 1 + 1,
        (TOTAL, "联合"): 1,
        (TOTAL, TOTAL): 4,
    }


def test_a_share_is_computed_from_its_parts_and_never_averaged(pivot: Pivot) -> None:
    found = values(pivot("unions", "township", None, "density"))
    assert found[EAST, TOTAL] == (10 + 5) / (20 + 5)
    assert found[WEST, TOTAL] == 30 / 40
    assert found[TOTAL, TOTAL] == (10 + 5 + 30 + 1) / (20 + 5 + 40 + 1)


def test_an_average_is_over_the_rows_that_have_a_value(pivot: Pivot) -> None:
    found = values(pivot("service_cases", "matter", None, "days"))
    # 1 March 2021 is a Monday: two and 22 working days
    assert found["其他", TOTAL] == (2 + 22) / 2


def test_different_things_are_counted_once_in_a_total(pivot: Pivot) -> None:
    found = values(pivot("contracts_signed", "contract_kind", None, "parties"))
    assert found == {("工资专项", TOTAL): 2, ("综合", TOTAL): 1, (TOTAL, TOTAL): 2}


def test_amounts_are_exact_and_also_in_ten_thousand_yuan(pivot: Pivot) -> None:
    in_yuan = values(pivot("procurement", "method", None, "amount"))
    in_ten_thousand = values(pivot("procurement", "method", None, "amount_ten_thousand"))
    assert in_yuan == {("网上商城", TOTAL): 40000.05, (TOTAL, TOTAL): 40000.05}
    assert in_ten_thousand["网上商城", TOTAL] == pytest.approx(40000.05 / 10_000)


def test_a_state_is_compared_with_the_same_day_a_year_before(pivot: Pivot) -> None:
    found = pivot("unions", "township", None, "unions", versus="last_year")
    assert {row: (cell.value, cell.compared) for (row, _), cell in found.cells.items()} == {
        EAST: (2, 2),
        WEST: (1, 1),
        "未归属乡镇": (1, 1),
        TOTAL: (4, 4),
    }


def test_events_are_compared_with_the_same_months_a_year_before(pivot: Pivot) -> None:
    found = pivot("procurement", "month", None, "purchases", versus="last_year")
    assert found.cells["2021-04", TOTAL] == Cell(1, 1)
    assert found.cells["2021-03", TOTAL] == Cell(1, 0)
    until_march = Span(date(2021, 1, 1), date(2021, 3, 31))
    shorter = pivot("procurement", "month", None, "purchases", versus="last_year", span=until_march)
    assert shorter.cells[TOTAL, TOTAL] == Cell(1, 0)


def test_the_states_at_the_ends_of_months_have_no_total(pivot: Pivot) -> None:
    span = Span(date(2021, 1, 1), date(2021, 7, 15))
    by_quarter = pivot("unions", "township", "quarter", "unions", span=Span(date(2021, 1, 1), date(2021, 9, 30)))
    assert values(by_quarter) == {
        (EAST, "2021-Q1"): 2,
        (EAST, "2021-Q2"): 2,
        (EAST, "2021-Q3"): 2,
        (WEST, "2021-Q1"): 1 + 1,
        (WEST, "2021-Q2"): 1 + 1,
        (WEST, "2021-Q3"): 1,
        ("未归属乡镇", "2021-Q1"): 1,
        ("未归属乡镇", "2021-Q2"): 1,
        ("未归属乡镇", "2021-Q3"): 1,
        (TOTAL, "2021-Q1"): 2 + 2 + 1,
        (TOTAL, "2021-Q2"): 2 + 2 + 1,
        (TOTAL, "2021-Q3"): 2 + 1 + 1,
    }
    assert not pivot("unions", "month", None, "unions", span=span).has_total_row


def test_what_belongs_to_an_earlier_year_stands_as_at_its_end(pivot: Pivot) -> None:
    found = values(pivot("service_cases", "year", None, "closed", span=Span(date(2020, 1, 1), date(2021, 12, 31))))
    # S3 was still open at the end of the year in which it came in
    assert found == {("2020", TOTAL): 0, ("2021", TOTAL): 2, (TOTAL, TOTAL): 2}


def test_filters_keep_rows_and_their_totals(pivot: Pivot) -> None:
    kept = {"contract_kind": ("工资专项", "综合"), "township": (EAST,)}
    found = values(pivot("collective_contracts", "contract_kind", None, "contracts", kept=kept))
    assert found == {("工资专项", TOTAL): 2, ("综合", TOTAL): 1, (TOTAL, TOTAL): 3}


def test_what_is_kept_is_a_value_and_never_sql(pivot: Pivot) -> None:
    found = pivot("procurement", "supplier", None, "purchases", kept={"supplier": ("O'Neil", "x') or (1=1")})
    assert values(found) == {("O'Neil", TOTAL): 1, (TOTAL, TOTAL): 1}


def test_written_out_it_says_the_same_and_is_answered_by_the_sandbox(home: Path, pivot: Pivot) -> None:
    kept = {"supplier": ("O'Neil", ":until")}
    choice = Choice("method", "month", "amount", OF_2021, "last_year", kept)
    query = compile_choice(subjects()["procurement"], choice, COUNTY)
    answer = ask(databases(home), query.written_out)
    assert "'O''Neil', ':until'" in query.written_out
    assert "date '2021-12-31'" in query.written_out
    found = table(query, answer.rows, ())
    assert values(found) == values(pivot("procurement", "method", "month", "amount", versus="last_year", kept=kept))
    assert [name for name, _ in answer.columns][:3] == ["采购方式", "月份", "成交金额（元）"]


def test_the_county_is_the_total_of_an_indicator(pivot: Pivot) -> None:
    chosen = {"kept": {"indicator": ("入会率",)}}
    found = values(pivot("indicators", "township", None, "value", **chosen))
    assert found[EAST, TOTAL] == 15 / 25
    assert found[TOTAL, TOTAL] == (10 + 5 + 30 + 1) / (20 + 5 + 40 + 1)


def test_of_some_townships_a_rate_is_computed_from_its_parts(pivot: Pivot) -> None:
    chosen = {"kept": {"indicator": ("入会率",), "township": (EAST, WEST)}}
    found = values(pivot("indicators", "township", None, "value", **chosen))
    assert found == {(EAST, TOTAL): 15 / 25, (WEST, TOTAL): 30 / 40, (TOTAL, TOTAL): (15 + 30) / (25 + 40)}
    together = values(pivot("indicators", "indicator", None, "value", **chosen))
    assert together == {("入会率", TOTAL): (15 + 30) / (25 + 40)}


def test_what_is_counted_once_is_not_added_over_townships(pivot: Pivot) -> None:
    chosen = {"kept": {"indicator": ("合同覆盖企业数",), "township": (EAST, WEST)}}
    assert pivot("indicators", "indicator", None, "value", **chosen).cells["合同覆盖企业数", TOTAL].value is None


def test_what_is_withheld_is_said_and_withholds_the_total_of_some_townships(pivot: Pivot) -> None:
    chosen = {"kept": {"indicator": ("送温暖慰问人次",), "township": (EAST, WEST)}}
    found = pivot("indicators", "township", None, "value", **chosen)
    assert found.cells[EAST, TOTAL] == Cell(None, is_withheld=True, unit="人次")
    assert found.cells[TOTAL, TOTAL] == Cell(None, is_withheld=True, unit="人次")
    of_county = pivot("indicators", "indicator", None, "value", kept={"indicator": ("送温暖慰问人次",)})
    assert of_county.cells["送温暖慰问人次", TOTAL].value == 3 + 90


def test_indicators_are_never_added_nor_are_their_months(pivot: Pivot) -> None:
    kept = {"indicator": ("入会率", "基层工会数")}
    found = pivot("indicators", "indicator", "quarter", "value", kept=kept)
    assert (found.has_total_row, found.has_total_column) == (False, False)
    assert found.columns == ("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4")
    assert [found.cell("基层工会数", quarter).value for quarter in found.columns] == [5, 5, 4, 4]


def test_the_total_of_people_is_what_is_told_of_the_county(pivot: Pivot) -> None:
    found = pivot("relief_visits", "township", "month", "counted", span=Span(date(2021, 2, 1), date(2021, 3, 31)))
    withheld, zero = Cell(None, is_withheld=True), Cell(0)
    assert found.cells == {
        (EAST, "2021-02"): withheld,
        (WEST, "2021-02"): withheld,
        ("未归属乡镇", "2021-02"): zero,
        (EAST, "2021-03"): zero,
        (WEST, "2021-03"): zero,
        ("未归属乡镇", "2021-03"): zero,
        (EAST, TOTAL): withheld,
        (WEST, TOTAL): withheld,
        ("未归属乡镇", TOTAL): zero,
        (TOTAL, "2021-02"): Cell(3 + 90),
        (TOTAL, "2021-03"): zero,
        (TOTAL, TOTAL): Cell(3 + 90),
    }


def test_of_some_townships_people_have_no_total_where_one_is_withheld(pivot: Pivot) -> None:
    kept = {"township": (WEST, "未归属乡镇")}
    found = pivot("relief_visits", "township", None, "counted", kept=kept)
    assert found.cells[TOTAL, TOTAL] == Cell(None, is_withheld=True)
    assert (EAST, TOTAL) not in found.cells


def test_people_are_looked_at_by_one_kind_at_a_time() -> None:
    visits = subjects()["relief_visits"]
    assert is_possible(visits, "township", "month")
    assert not is_possible(visits, "township", "beneficiary_kind")
    assert [one.id for one in may_filter(visits, "township", "month")] == ["township"]


def test_the_states_of_months_are_those_of_the_last_one_that_has_ended(pivot: Pivot) -> None:
    for until in (date(2021, 7, 15), date(2021, 6, 30)):
        found = pivot("members", "employment_kind", None, "members", span=Span(date(2021, 1, 1), until))
        assert values(found) == {("正式", TOTAL): 2, (TOTAL, TOTAL): 2}
    by_month = pivot("members", "employment_kind", "quarter", "members")
    assert [by_month.cell("正式", quarter).value for quarter in by_month.columns] == [1, 2, 1, 1]
    assert not by_month.has_total_column


def test_households_on_file_are_those_of_years_ends_and_are_not_added_over_years(pivot: Pivot) -> None:
    found = pivot("hardship_households", "township", "year", "counted", span=Span(date(2020, 1, 1), date(2021, 12, 31)))
    assert values(without_empty_rows(found)) | {("未归属乡镇", "2020"): 0, ("未归属乡镇", "2021"): 0} == {
        (EAST, "2020"): 6,
        (EAST, "2021"): 6 + 2,
        (WEST, "2020"): 5,
        (WEST, "2021"): 5,
        ("未归属乡镇", "2020"): 0,
        ("未归属乡镇", "2021"): 0,
        (TOTAL, "2020"): 6 + 5,
        (TOTAL, "2021"): 6 + 2 + 5,
    }
    assert not found.has_total_column


def test_while_a_year_has_not_ended_households_are_those_of_the_end_of_the_year_before(pivot: Pivot) -> None:
    for until in (date(2020, 12, 31), date(2021, 6, 30)):
        found = pivot("hardship_households", "township", None, "counted", span=Span(date(2021, 1, 1), until))
        assert (found.cells[EAST, TOTAL], found.cells[WEST, TOTAL]) == (Cell(6), Cell(5))
        assert found.cells[TOTAL, TOTAL] == Cell(6 + 5)
    of_year = pivot("hardship_households", "hardship_kind", "year", "counted", span=Span(date(2021, 1, 1), until))
    assert of_year.cells["深度困难", "2020"] == Cell(6)
    some = pivot("hardship_households", "township", None, "counted", kept={"township": (WEST,)})
    assert some.cells[TOTAL, TOTAL] == Cell(5)


SUBJECT = """
[subject]
label = { zh = "甲", en = "a" }
about = { zh = "甲", en = "a" }
position = 1
from = "cells"
time = "dated"
date = "day"
withheld = "is_withheld"
rows = "kind"
measure = "people"
[dimensions.kind]
label = { zh = "类", en = "kind" }
[measures.people]
label = { zh = "人数", en = "people" }
unit = { zh = "人", en = "people" }
sum = "people"
"""


def test_a_total_that_holds_something_withheld_is_withheld() -> None:
    con = duckdb.connect(":memory:")
    con.execute(
        """
        create table cells as select * from (values
            ('甲', date '2021-01-10', 7, false),
            ('甲', date '2021-02-10', null, true),
            ('乙', date '2021-01-10', 9, false)
        ) as given (kind, day, people, is_withheld)
        """
    )
    query = compile_choice(read_subject("a.toml", SUBJECT), Choice("kind", "month", "people", OF_2021), COUNTY)
    found = table(query, con.execute(with_dollars(query.sql), dict(query.parameters)).fetchall(), ())
    assert found.cells == {
        ("甲", "2021-01"): Cell(7),
        ("甲", "2021-02"): Cell(None, is_withheld=True),
        ("乙", "2021-01"): Cell(9),
        ("甲", TOTAL): Cell(None, is_withheld=True),
        ("乙", TOTAL): Cell(9),
        (TOTAL, "2021-01"): Cell(7 + 9),
        (TOTAL, "2021-02"): Cell(None, is_withheld=True),
        (TOTAL, TOTAL): Cell(None, is_withheld=True),
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('date = "day"\n', "", r"a.toml, \[file.subject\], date: is needed by what happens"),
        ('rows = "kind"', 'rows = "colour"', "'colour' is none of kind, month"),
        ('sum = "people"', 'total = "people"', "needs one of count, sum"),
        ('sum = "people"', 'sum = "people"\nscale = 3', "scale: is not a key of this block"),
        ('time = "dated"', 'time = "sometimes"', "'sometimes' is none of state, events"),
        ('withheld = "is_withheld"', 'hidden = "is_withheld"', "hidden: is not a key of this block"),
    ],
)
def test_a_wrong_declaration_names_file_and_key(old: str, new: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_subject("a.toml", SUBJECT.replace(old, new))


def test_two_different_things_stand_against_each_other_and_one_period_at_most() -> None:
    unions = subjects()["unions"]
    assert is_possible(unions, "township", None)
    assert is_possible(unions, "township", "month")
    assert not is_possible(unions, "township", "township")
    assert not is_possible(unions, "year", "month")


@pytest.mark.parametrize(
    ("period", "since"),
    [
        ("month", date(2021, 5, 1)),
        ("quarter", date(2021, 4, 1)),
        ("year", date(2021, 1, 1)),
        ("twelve_months", date(2020, 6, 1)),
        ("all", date(2019, 1, 1)),
    ],
)
def test_a_period_ends_on_the_day_that_is_looked_at(period: str, since: date) -> None:
    assert span_of(period, date(2021, 5, 20), date(2019, 1, 1)) == Span(since, date(2021, 5, 20))


def test_the_span_before_and_its_periods() -> None:
    span = Span(date(2020, 1, 1), date(2020, 2, 29))
    assert span.year_before == Span(date(2019, 1, 1), date(2019, 2, 28))
    assert periods_within(Span(date(2020, 11, 1), date(2021, 1, 15)), "month") == ("2020-11", "2020-12", "2021-01")
    assert periods_within(Span(date(2020, 11, 1), date(2021, 1, 15)), "quarter") == ("2020-Q4", "2021-Q1")
    assert periods_within(Span(date(2020, 11, 1), date(2021, 1, 15)), "year") == ("2020", "2021")


def test_a_change_is_a_difference_and_a_share_of_what_it_is_compared_with() -> None:
    assert (Cell(12, 10).change, Cell(12, 10).relative_change) == (2, 0.2)
    assert (Cell(12, 0).change, Cell(12, 0).relative_change) == (12, None)
    assert (Cell(3, -6).change, Cell(3, -6).relative_change) == (9, 1.5)
    assert (Cell(None, 10).change, Cell(12, None).change) == (None, None)


def test_rows_stand_in_their_order_and_periods_without_a_row_are_there(desk: duckdb.DuckDBPyConnection) -> None:
    query = compile_choice(subjects()["procurement"], Choice("method", "quarter", "purchases", OF_2021), COUNTY)
    lines = desk.execute(with_dollars(query.sql), dict(query.parameters)).fetchall()
    periods = periods_within(OF_2021, "quarter")
    found = table(query, lines, [("自行采购", "网上商城")], [("自行采购",), periods], ZERO)
    assert found.rows == ("自行采购", "网上商城")
    assert found.columns == periods
    assert found.cell("自行采购", "2021-Q3").value == 0
    assert without_empty_rows(found).rows == ("网上商城",)


@pytest.mark.parametrize("subject_id", subjects())
def test_every_dimension_and_measure_of_a_subject_is_answered(pivot: Pivot, subject_id: str) -> None:
    subject, default = subjects()[subject_id], subjects()[subject_id].default
    for rows in subject.dimensions:
        pivot(subject_id, rows, None, default.measure)
    for measure in subject.measures:
        pivot(subject_id, default.rows, None, measure)
    everything = {one.id: ("甲",) for one in may_filter(subject, default.rows, default.columns)}
    pivot(subject_id, default.rows, default.columns, default.measure, versus="last_year", kept=everything)
    assert subject.is_about_people is subject.relation.endswith("_counts")
    assert default.columns is None or is_possible(subject, default.rows, default.columns)
    assert all(label.zh != label.en for label in [one.label for one in subject.dimensions.values()])
