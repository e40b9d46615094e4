"""Against last year, the month before and already reported figures."""

from typing import Any

import pytest

from tests.spec.warehouse.toy import DENSITY, PER_VISIT, SPENT, block, declared, rows
from tests.warehouse_tables import COUNTY, Built, Tables
from warehouse.figures.compute import figures

VISITS = """
    visit_code | people | township_code | visited_date | cash_amount
    V1         | 10     | 530499001     | 2020-01-10   | 100
    V2         | 10     | 530499001     | 2020-12-10   | 60
    V3         | 10     | 530499001     | 2021-01-10   | 90
    V4         | 10     | 530499001     | 2021-02-10   | 30
    V5         | 10     | 530499001     | 2021-03-10   | 45
"""
UNIONS = """
    union_code | township_code | members | employees | founded_date | reach_date
    U1         | 530499001     | 50      | 100       | 2020-01-01   | 2020-12-31
    U1         | 530499001     | 60      | 100       | 2020-01-01   | 2021-02-28
    U1         | 530499001     | 66      | 100       | 2020-01-01   | 2021-12-31
"""


def line(built: Built, text: str, as_of: str, region: str = COUNTY) -> dict[str, Any]:
    shown = figures(built.con, declared(text)).shown
    (found,) = [
        entry
        for entry in shown.to_dicts()
        if (entry["as_of_date"].isoformat(), entry["region_code"]) == (as_of, region)
    ]
    return found


@pytest.fixture(scope="module")
def visits() -> Built:
    return Tables(relief_visits=VISITS).build()


@pytest.fixture(scope="module")
def unions() -> Built:
    return Tables(unions=UNIONS).build()


def test_an_amount_changes_in_per_cent(visits: Built) -> None:
    found = line(visits, SPENT, "2021-03-31")
    assert (found["value"], found["last_year"]) == (90 + 30 + 45, 100)
    assert found["yoy"] == pytest.approx((90 + 30 + 45) / 100 - 1)


def test_single_months_of_the_year_to_date_are_compared(visits: Built) -> None:
    assert line(visits, SPENT, "2021-03-31")["mom"] == pytest.approx(45 / 30 - 1)
    assert line(visits, SPENT, "2021-02-28")["mom"] == pytest.approx(30 / 90 - 1)
    months = ("2021-01-31", "2021-02-28", "2021-03-31")
    assert [line(visits, SPENT, day)["month_value"] for day in months] == [90, 30, 45]


def test_january_is_compared_with_december_alone(visits: Built) -> None:
    assert line(visits, SPENT, "2021-01-31")["mom"] == pytest.approx(90 / 60 - 1)


def test_a_month_after_nothing_has_no_change(visits: Built) -> None:
    assert line(visits, SPENT, "2021-05-31")["mom"] is None


def test_a_ratio_changes_by_the_difference_of_fractions(unions: Built) -> None:
    found = line(unions, DENSITY, "2021-12-31")
    assert (found["last_year"], found["value"]) == (50 / 100, 66 / 100)
    assert found["yoy"] == pytest.approx(0.66 - 0.50)
    assert line(unions, DENSITY, "2021-02-28")["mom"] == pytest.approx(0.60 - 0.50)


def test_a_quotient_of_the_year_to_date_has_no_month_before_in_january(visits: Built) -> None:
    assert line(visits, PER_VISIT, "2021-01-31")["mom"] is None
    assert line(visits, PER_VISIT, "2021-02-28")["mom"] == pytest.approx(6.00 / 9.00 - 1)


def test_month_ends_are_compared_with_month_ends() -> None:
    built = Tables(relief_visits=VISITS.replace("2020-01-10", "2020-02-29")).build()
    assert line(built, SPENT, "2021-02-28")["last_year"] == 100


def test_a_leap_day_is_compared_with_the_last_of_february() -> None:
    visits = """
        visit_code | people | township_code | visited_date | cash_amount
        V1         | 10     | 530499001     | 2019-02-28   | 80
        V2         | 10     | 530499001     | 2019-03-01   | 900
        V3         | 10     | 530499001     | 2020-02-28   | 40
        V4         | 10     | 530499001     | 2020-02-29   | 60
        V5         | 10     | 530499001     | 2020-03-31   | 25
    """
    built = Tables(relief_visits=visits, data_date="2020-03-31", first_month="2019-01").build()
    found = line(built, SPENT, "2020-02-29")
    assert (found["value"], found["last_year"]) == (40 + 60, 80)
    assert found["yoy"] == pytest.approx((40 + 60) / 80 - 1)
    assert line(built, SPENT, "2020-03-31")["mom"] == pytest.approx(25 / (40 + 60) - 1)


def test_a_data_date_may_be_a_leap_day_or_the_day_before_it() -> None:
    visits = """
        visit_code | people | township_code | visited_date | cash_amount
        V1         | 10     | 530499001     | 2019-02-28   | 80
        V2         | 10     | 530499001     | 2020-02-28   | 40
        V3         | 10     | 530499001     | 2020-02-29   | 60
    """
    for day, value in (("2020-02-28", 40), ("2020-02-29", 40 + 60)):
        found = line(Tables(relief_visits=visits, data_date=day, first_month="2019-01").build(), SPENT, day)
        assert (found["value"], found["last_year"], found["yoy"]) == (value, 80, pytest.approx(value / 80 - 1))


def test_the_data_date_is_compared_with_its_own_day() -> None:
    built = Tables(
        relief_visits=VISITS.replace("2020-01-10", "2020-03-10"), data_date="2021-03-12", first_month="2020-01"
    ).build()
    found = line(built, SPENT, "2021-03-12")
    assert (found["value"], found["last_year"]) == (90 + 30 + 45, 100)
    assert found["mom"] == pytest.approx(45 / 30 - 1)


def test_a_zero_base_gives_no_infinity() -> None:
    visits = Tables(relief_visits=VISITS.replace("2020-01-10", "2019-06-01")).build()
    found = line(visits, SPENT, "2021-03-31")
    assert (found["last_year"], found["yoy"], found["yoy_reason"]) == (0, None, "zero_base")


def test_a_ratio_without_a_denominator_last_year_has_none() -> None:
    built = Tables(unions=UNIONS.replace("2020-01-01", "2021-01-01")).build()
    found = line(built, DENSITY, "2021-12-31")
    assert (found["last_year"], found["yoy"], found["yoy_reason"]) == (None, None, "zero_denominator")


def test_before_the_first_month_there_is_no_last_year(visits: Built) -> None:
    found = line(visits, SPENT, "2020-03-31")
    assert (found["last_year"], found["yoy"], found["yoy_reason"]) == (None, None, "before_data")


def test_the_reason_of_a_missing_value_is_that_of_its_comparison() -> None:
    assert line(Tables().build(), SPENT, "2021-12-31")["yoy_reason"] == "not_submitted"


def test_last_year_s_small_cell_is_not_given_away_by_this_year_s() -> None:
    small = """
        visit_code | people | township_code | visited_date | cash_amount
        V1         | 3      | 530499001     | 2020-01-10   | 100
        V2         | 8      | 530499002     | 2020-01-10   | 100
        V3         | 8      | 530499001     | 2021-01-10   | 100
        V4         | 8      | 530499002     | 2021-01-10   | 150
    """
    built = Tables(relief_visits=small).build()
    for region, value in (("530499001", 100), ("530499002", 150)):
        found = line(built, SPENT, "2021-12-31", region)
        assert (found["value"], found["last_year"], found["yoy"]) == (value, None, None)
        assert (found["is_suppressed"], found["yoy_reason"]) == (False, "suppressed")
    assert line(built, SPENT, "2021-01-31", "530499001")["mom"] is None
    assert line(built, SPENT, "2021-01-31", "530499001")["month_value"] is None
    assert line(built, SPENT, "2021-01-31")["month_value"] == 250
    county = line(built, SPENT, "2021-12-31")
    assert (county["value"], county["last_year"], county["yoy_reason"]) == (250, 200, None)


def test_what_a_suppressed_cell_withholds() -> None:
    small = """
        visit_code | people | township_code | visited_date | cash_amount
        V1         | 4      | 530499001     | 2021-01-10   | 100
        V2         | 8      | 530499002     | 2021-01-10   | 100
    """
    built = Tables(relief_visits=small).build()
    found = line(built, SPENT, "2021-12-31", "530499001")
    assert found["is_suppressed"]
    assert found["reason"] == "suppressed"
    assert {found[name] for name in ("numerator", "value", "last_year", "yoy", "mom")} == {None}
    assert found["light"] == "grey"
    assert line(built, SPENT, "2021-12-31", "none")["value"] == 0
    assert line(built, SPENT, "2021-12-31")["value"] == 200
    raw = figures(built.con, declared(SPENT)).raw
    assert raw.filter(raw["region_code"] == "530499001")["heads"].max() == 4


def test_a_denominator_of_the_same_people_is_withheld_too() -> None:
    text = block(
        "reach",
        rows("as_of.unions", 'sum = "1"', "in_force and members > 50"),
        rows("as_of.unions", 'sum = "1"', "in_force"),
        kind="ratio",
        suppression='heads = [ { sum = "1" } ]\ndenominator = "same_people"',
    )
    built = Tables(unions=UNIONS).build()
    found = line(built, text, "2021-12-31", "530499001")
    assert (found["numerator"], found["denominator"], found["is_suppressed"]) == (None, None, True)
    shown = line(built, text.replace("same_people", "other"), "2021-12-31", "530499001")
    assert (shown["numerator"], shown["denominator"], shown["is_suppressed"]) == (None, 1, True)


def test_a_denominator_of_few_people_is_withheld_with_its_value_unless_nothing_was_counted() -> None:
    text = block(
        "reach",
        rows("as_of.unions", 'sum = "members"', "in_force"),
        rows("as_of.unions", 'sum = "employees"', "in_force"),
        kind="ratio",
        suppression=(
            'heads = [ { sum = "members" } ]\ndenominator = "other"\ndenominator_heads = [ { sum = "employees" } ]'
        ),
    )
    unions = """
        union_code | township_code | members | employees | founded_date
        U1         | 530499001     | 0       | 3         | 2020-01-01
        U2         | 530499002     | 6       | 6         | 2020-01-01
        U3         |               | 9       | 20        | 2020-01-01
    """
    built = Tables(unions=unions).build()
    nothing_counted = line(built, text, "2021-12-31", "530499001")
    assert (nothing_counted["numerator"], nothing_counted["denominator"]) == (0, None)
    # 6 of 6 would tell the 6 that hides the 3; the cell without township hides this one in turn
    assert line(built, text, "2021-12-31", "530499002")["is_suppressed"]
    assert line(built, text, "2021-12-31", "none")["is_suppressed"]


def with_history(built: Built, *lines: tuple[str, str, str | None, int]) -> Built:
    """Adds ledger history: indicator, month, township, value."""
    built.con.execute(
        "create or replace table ledger.reported "
        "(kpi_id varchar, as_of date, township_code varchar, value decimal(18, 6), source varchar)"
    )
    built.con.execute("delete from meta.ledgers where ledger_id = 'history'")
    built.con.execute("insert into meta.ledgers (ledger_id, table_name) values ('history', 'reported')")
    for line in lines:
        built.con.execute("insert into ledger.reported values (?, ?, ?, ?, '工会〔2019〕3号')", list(line))
    return built


def test_a_reported_figure_stands_in_for_a_year_without_rows() -> None:
    visits = VISITS.replace("2020-01-10", "2020-03-10")
    built = with_history(
        Tables(relief_visits=visits, unions=UNIONS).build(),
        ("spent", "2019-03-01", None, 80),
        ("spent", "2019-03-01", "530499001", 80),
        ("density", "2019-03-01", None, 45),
    )
    spent, density = (line(built, text, "2020-03-31") for text in (SPENT, DENSITY))
    assert (spent["last_year"], spent["yoy"], spent["last_year_source"]) == (80, 100 / 80 - 1, "工会〔2019〕3号")
    assert (density["last_year"], density["yoy"]) == (0.45, pytest.approx(0.50 - 0.45))
    # nothing says how many people stood behind a township's reported amount
    assert line(built, SPENT, "2020-03-31", "530499001")["last_year"] is None


def test_a_reported_figure_is_last_year_s_and_never_the_month_before() -> None:
    built = with_history(
        Tables(unions=UNIONS, relief_visits=VISITS.replace("2020-01-10", "2020-03-10")).build(),
        ("density", "2019-12-01", None, 45),
    )
    found = line(built, DENSITY, "2020-01-31")
    assert (found["value"], found["last_year"], found["mom"]) == (0.50, None, None)
    assert line(built, DENSITY, "2020-12-31")["last_year"] == 0.45


def test_a_course_is_told_by_rows_or_by_reported_figures_and_never_by_both() -> None:
    target = "kpi_id | year | target | pacing\nspent | 2021 | 100 | 按去年进度"
    visits = VISITS.replace("2020-", "2021-")
    december = ("spent", "2020-12-01", None, 80)
    only_the_year = with_history(Tables(relief_visits=visits, targets=target).build(), december)
    assert line(only_the_year, SPENT, "2021-12-31")["pace"] == 100
    found = line(only_the_year, SPENT, "2021-01-31")
    assert (found["last_year"], found["pace"], found["light"]) == (0, None, "grey")
    january = ("spent", "2020-01-01", None, 20)
    month_too = with_history(Tables(relief_visits=visits, targets=target).build(), december, january)
    assert line(month_too, SPENT, "2021-01-31")["pace"] == 100 * 20 / 80


def test_a_reported_figure_never_replaces_rows() -> None:
    built = with_history(Tables(relief_visits=VISITS).build(), ("spent", "2020-01-01", None, 80))
    found = line(built, SPENT, "2021-01-31")
    assert (found["last_year"], found["last_year_source"]) == (100, None)
