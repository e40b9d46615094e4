"""What the desk tells of people: counts that hide few, indicators as their sums, and nothing beside."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.spec.cli.published_home import publish
from tests.warehouse_tables import Tables
from warehouse.desk.asking.sandbox import ask
from warehouse.desk.databases import databases
from warehouse.desk.people.count_declarations import WITHHELD_COUNTS, full_counts, withheld_counts
from warehouse.desk.people.people_tables import COLUMNS, columns_of
from warehouse.snapshot.shelf import Snapshots

EAST, WEST = "530499001", "530499002"
HEADINGS = (
    "visit_code | township_code | beneficiary_kind | campaign | visit_kind | people | person_key | visited_date "
    "| cash_amount"
)
Desk = Callable[[str], list[tuple[Any, ...]]]


def visits(*given: tuple[str, str, int]) -> str:
    """Visits in (township, month), of as many different people each, 100 元 each."""
    lines = [
        f"V{number}-{n} | {township} | 环卫工人 | 元旦春节 | 个人 | 1 | p{number}-{n} | {month}-10 | 100.00"
        for number, (township, month, heads) in enumerate(given)
        for n in range(heads)
    ]
    return "\n".join([HEADINGS, *lines])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """East: 6 in January, 3 in March, 8 in April; west: 7, 20 and 9. One loan of each of two people in west."""
    tables = Tables(
        data_date="2021-05-20",
        relief_visits=visits(
            (EAST, "2021-01", 6),
            (WEST, "2021-01", 7),
            (EAST, "2021-03", 3),
            (WEST, "2021-03", 20),
            (EAST, "2021-04", 8),
            (WEST, "2021-04", 9),
            (EAST, "2021-05", 30),
            (WEST, "2021-05", 30),
            (EAST, "2020-02", 5),
            (WEST, "2020-02", 5),
        ),
        loans=f"""
            loan_code | person_key | township_code | granted_date | amount | status
            L1        | a          | {WEST}        | 2020-03-01   | 9      | 在贷
            L2        | b          | {WEST}        | 2020-04-01   | 9      | 在贷
        """,
        members="person_key | union_code | employment_kind | joined_date\n a | U1 | 正式 | 2021-01-04",
        unions="union_code | township_code | members | employees | founded_date\n U1 | 530499001 | 1 | 1 | 2019-05-01",
        histories=f"""
            kpi_id        | as_of      | township_code | numerator | value
            relief_visits | 2018-12-01 | {EAST}        | 2         | 2
            relief_visits | 2018-12-01 |               | 90        | 90
            unions        | 2018-12-01 | {EAST}        | 3         | 3
        """,
    )
    home = publish(tmp_path_factory.mktemp("desk"), tables)
    with duckdb.connect(str(databases(home).main), read_only=True) as con:
        yield lambda sql: con.execute(sql).fetchall()


def test_a_month_with_a_small_cell_hides_another_with_it(desk: Desk) -> None:
    sql = """
        select period, township_code, counted, amount, is_withheld
        from mart.relief_visit_counts
        where dimension = 'township' and township_code <> 'none' and period between '2021-01' and '2021-03'
        order by period, township_code
    """
    assert desk(sql) == [
        ("2021-01", EAST, 6, Decimal("600.00"), False),
        ("2021-01", WEST, 7, Decimal("700.00"), False),
        ("2021-02", EAST, 0, None, False),
        ("2021-02", WEST, 0, None, False),
        ("2021-03", EAST, None, None, True),
        ("2021-03", WEST, None, None, True),
    ]


def test_the_county_and_the_kinds_stand_beside_the_townships(desk: Desk) -> None:
    sql = """
        select dimension, category, counted
        from mart.relief_visit_counts
        where period = '2021-03' and dimension <> 'township' and counted > 0
        order by all
    """
    assert desk(sql) == [("beneficiary_kind", "环卫工人", 23), ("campaign", "元旦春节", 23), ("county", None, 23)]


def test_a_reported_figure_about_people_is_told_of_the_county_alone(desk: Desk) -> None:
    """Nobody knows how many people stood behind the two visits of a township that a document once named."""
    found = desk("select kpi_id, township_code, numerator, value from ledger.histories order by all")
    assert [(kpi, township, *map(_whole, figures)) for kpi, township, *figures in found] == [
        ("relief_visits", EAST, None, None),
        ("relief_visits", None, 90, 90),
        ("unions", EAST, 3, 3),
    ]
    assert desk("select count(*) from as_of.histories where kpi_id = 'relief_visits' and value = 2") == [(0,)]


def _whole(figure: Decimal | None) -> int | None:
    return None if figure is None else int(figure)


def test_a_period_that_is_not_over_is_withheld_and_never_absent(desk: Desk) -> None:
    sql = (
        "select count(*), count(counted), bool_and(is_withheld) from mart.relief_visit_counts where period = '2021-05'"
    )
    ((lines, shown, all_withheld),) = desk(sql)
    assert (lines > 3, shown, all_withheld) == (True, 0, True)
    assert desk("select distinct is_withheld from mart.loan_counts where period = '2021'") == [(True,)]


def test_a_year_of_few_people_is_withheld_whole(desk: Desk) -> None:
    assert desk("select distinct counted, is_withheld from mart.loan_counts where period = '2020'") == [(None, True)]


def test_an_indicator_of_a_township_is_told_as_far_as_its_cells_are(desk: Desk) -> None:
    """From March on the sum of the year would tell March by subtraction."""
    sql = f"""
        select cast(as_of_date as varchar), value, is_suppressed, reason
        from kpi.values
        where indicator_id = 'relief_visits' and region_code = '{EAST}' and as_of_date >= '2021-01-01'
        order by as_of_date
    """
    assert desk(sql) == [
        ("2021-01-31", 6.0, False, None),
        ("2021-02-28", 6.0, False, None),
        ("2021-03-31", None, True, "suppressed"),
        ("2021-04-30", None, True, "suppressed"),
        ("2021-05-20", None, True, "suppressed"),
        ("2021-05-31", None, True, "suppressed"),
    ]


def test_the_county_is_told_as_everywhere(desk: Desk) -> None:
    sql = """
        select value from kpi.values
        where indicator_id = 'relief_visits' and region_code = '530499' and as_of_date = '2021-04-30'
    """
    assert desk(sql) == [(6 + 7 + 3 + 20 + 8 + 9,)]


def test_last_year_is_told_where_it_is_told_itself(desk: Desk) -> None:
    sql = f"""
        select cast(as_of_date as varchar), last_year, mom from kpi.values
        where indicator_id = 'relief_visits' and region_code = '{EAST}'
            and as_of_date in ('2021-01-31', '2021-02-28', '2021-03-31') order by as_of_date
    """
    assert desk(sql) == [("2021-01-31", 0.0, None), ("2021-02-28", 5.0, None), ("2021-03-31", None, None)]


@pytest.mark.parametrize("indicator", ["hardship_reach", "hardship_resolved", "loan_overdue", "mutual_aid_payout"])
def test_an_indicator_that_is_no_sum_of_cells_is_told_of_the_county_alone(desk: Desk, indicator: str) -> None:
    sql = f"select count(value) from kpi.values where indicator_id = '{indicator}' and region_code <> '530499'"
    assert desk(sql) == [(0,)]


def test_how_many_rows_of_people_a_sheet_brought_is_not_told(desk: Desk) -> None:
    sql = "select ledger_id, loaded is null, read is null from quality.sheets order by ledger_id"
    assert desk(sql) == [
        ("history", False, False),
        ("loan", True, True),
        ("member", False, False),
        ("relief_visit", True, True),
        ("union", False, False),
    ]


def test_members_are_counted_in_full(desk: Desk) -> None:
    sql = "select period, township_code, employment_kind, in_force, joined from mart.member_counts order by period"
    assert desk(sql)[:2] == [("2021-01", EAST, "正式", 1, 1), ("2021-02", EAST, "正式", 1, 0)]


def test_every_table_has_names_for_itself_and_all_its_columns(desk: Desk) -> None:
    for table in (*withheld_counts(), *full_counts()):
        names = [name for name, *_ in desk(f"describe mart.{table.table}")]
        assert tuple(names) == columns_of(table)
        assert set(names) <= set(COLUMNS)
    assert desk("select count(*) from meta.count_columns where label_zh is null or label_en is null") == [(0,)]
    assert desk("select count(*) from meta.count_tables") == [(len(withheld_counts()) + len(full_counts()),)]


def test_a_header_that_says_something_else_is_refused(tmp_path: Path) -> None:
    text = (WITHHELD_COUNTS / "loan_counts.sql").read_text("utf-8")
    (tmp_path / "loans.sql").write_text(text.replace("period: year", "period: week"), "utf-8")
    with pytest.raises(ValueError, match=r"loans\.sql: period is one of month, year, not week"):
        withheld_counts(tmp_path)


def test_a_frozen_month_tells_of_a_period_only_what_the_published_version_tells(tmp_path: Path) -> None:
    """One visit of February came late: the two states of February would tell of one person, January is the same."""
    before = visits((EAST, "2021-01", 6), (WEST, "2021-01", 7), (EAST, "2021-02", 8), (WEST, "2021-02", 9))
    late = f"\nV9-0 | {EAST} | 环卫工人 | 元旦春节 | 个人 | 1 | p9-0 | 2021-02-20 | 100.00"
    home = publish(tmp_path / "home", Tables(data_date="2021-02-28", relief_visits=before))
    Snapshots(home).create("2021-02", "张三", "台账未报")
    publish(home, Tables(data_date="2021-02-28", relief_visits=before + late), "fedcba9876543210")
    answer = ask(
        databases(home, "2021-02.r1"),
        f"""
            select frozen.period, frozen.counted, now.counted, frozen.is_withheld, frozen_sum.value, now_sum.value
            from mart.relief_visit_counts as frozen
            inner join live.mart.relief_visit_counts as now using (period, dimension, township_code)
            inner join kpi.values as frozen_sum
                on frozen_sum.as_of_date = last_day(frozen.period_start_date) and frozen_sum.region_code = township_code
                and frozen_sum.indicator_id = 'relief_visits'
            inner join live.kpi.values as now_sum using (indicator_id, as_of_date, region_code)
            where township_code = '{EAST}' and period in ('2021-01', '2021-02')
            order by frozen.period
        """,
    )
    assert answer.rows == [["2021-01", 6, 6, False, 6.0, 6.0], ["2021-02", None, 9, True, None, 15.0]]


def test_a_pace_by_last_years_course_is_not_told(tmp_path: Path) -> None:
    """It would tell of the whole of last year, December included, of which three people are not told."""
    given = visits(
        (EAST, "2020-01", 6), (WEST, "2020-01", 7), (EAST, "2020-12", 3), (WEST, "2020-12", 9),
        (EAST, "2021-01", 6), (WEST, "2021-01", 7),
    )  # fmt: skip
    targets = f"""
        kpi_id        | year | township_code | target | pacing
        relief_visits | 2021 | {EAST}        | 100    | 按去年进度
        relief_visits | 2021 | {WEST}        | 100    | 均衡
    """
    home = publish(tmp_path / "home", Tables(data_date="2021-01-31", relief_visits=given, targets=targets))
    answer = ask(
        databases(home),
        f"""
            select region_code, value, last_year, pace is null, light from kpi.values
            where indicator_id = 'relief_visits' and as_of_date = '2021-01-31' and region_code in ('{EAST}', '{WEST}')
            order by region_code
        """,
    )
    assert answer.rows == [[EAST, 6.0, 6.0, True, "grey"], [WEST, 7.0, 7.0, False, "red"]]
