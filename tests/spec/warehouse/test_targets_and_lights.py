"""Targets, what of them is due, and the lights."""

from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.spec.warehouse.toy import DENSITY, PER_VISIT, SPENT, VISITED, declared
from tests.warehouse_tables import COUNTY, Tables
from warehouse.figures.compute import figures
from warehouse.figures.target import Target, exact, light_of, light_of_doubles, pace_of


def line(text: str, as_of: str, region: str = COUNTY, **tables: str) -> dict[str, Any]:
    shown = figures(Tables(**tables).build().con, declared(text)).shown
    (found,) = [
        entry
        for entry in shown.to_dicts()
        if (entry["as_of_date"].isoformat(), entry["region_code"]) == (as_of, region)
    ]
    return found


@pytest.mark.parametrize(
    ("value", "goal", "better", "light"),
    [
        ("80", "80", "up", "green"),
        ("79.999", "80", "up", "amber"),
        ("72", "80", "up", "amber"),
        ("71.999", "80", "up", "red"),
        ("80", "80", "down", "green"),
        ("88", "80", "down", "amber"),
        ("88.001", "80", "down", "red"),
        ("0", "0", "down", "green"),
        ("0.01", "0", "down", "red"),
        ("80", "80", "none", "grey"),
    ],
)
def test_the_light(value: str, goal: str, better: str, light: str) -> None:
    assert light_of(Fraction(value), Fraction(goal), better) == light


@given(
    value=st.fractions(min_value=0, max_value=10**6, max_denominator=1000),
    goal=st.fractions(min_value=0, max_value=10**6, max_denominator=1000),
    share=st.sampled_from([None, Fraction(1), Fraction(9, 10), Fraction(11, 10)]),
    better=st.sampled_from(["up", "down", "none"]),
)
def test_what_doubles_can_tell_is_what_exact_numbers_say(
    value: Fraction, goal: Fraction, share: Fraction | None, better: str
) -> None:
    value = value if share is None else goal * share
    told = pl.select(light_of_doubles(pl.lit(float(value)), pl.lit(float(goal)), pl.lit(better))).item()
    assert told in (None, light_of(value, goal, better))
    if share is not None and better != "none" and (share == 1 or (share < 1) == (better == "up")):
        assert told is None, "on a border doubles cannot tell"


def test_without_value_or_goal_it_is_grey() -> None:
    assert light_of(None, Fraction(1), "up") == "grey"
    assert light_of(Fraction(1), None, "up") == "grey"


def test_a_tenth_below_is_exact() -> None:
    assert 0.9 * 0.8 > 18 / 25  # what doubles would say
    assert light_of(Fraction(18, 25), Fraction(80) / 100, "up") == "amber"
    assert exact(0.72) == Fraction(18, 25)


UNIONS = """
    union_code | township_code | members | employees | founded_date
    U1         | 530499001     | 18      | 25        | 2020-01-01
    U2         | 530499002     | 5       | 25        | 2020-01-01
"""
VISITS = """
    visit_code | people | township_code | visited_date | cash_amount
    V1         | 30     | 530499001     | 2020-01-10   | 1
    V2         | 10     | 530499001     | 2020-12-10   | 1
    V3         | 33     | 530499001     | 2021-01-10   | 1
"""


def targets(*rows: str) -> str:
    return "\n".join(["kpi_id | year | township_code | target | pacing", *rows])


def test_a_ratio_is_compared_with_the_target_itself_and_a_township_takes_the_county_s() -> None:
    given = {"unions": UNIONS, "targets": targets("density | 2021 | | 80 | 均衡")}
    found = line(DENSITY, "2021-03-31", "530499001", **given)
    assert (found["target"], found["pace"], found["light"]) == (0.8, None, "amber")  # 18/25 = 0.9 × 0.8
    assert line(DENSITY, "2021-03-31", **given)["light"] == "red"
    assert line(DENSITY, "2020-12-31", **given)["light"] == "grey"  # no target of that year


def test_a_township_s_own_target_goes_before_the_county_s() -> None:
    given = targets("density | 2021 | | 80 | 均衡", "density | 2021 | 530499001 | 70 | 均衡")
    found = line(DENSITY, "2021-12-31", "530499001", unions=UNIONS, targets=given)
    assert (found["target"], found["light"]) == (0.7, "green")


def test_a_count_of_a_township_has_no_target_but_its_own() -> None:
    given = {"relief_visits": VISITS, "targets": targets("visited | 2021 | | 120 | 均衡")}
    assert line(VISITED, "2021-03-31", "530499001", **given)["target"] is None
    assert line(VISITED, "2021-03-31", **given)["target"] == 120


def test_an_even_pace_is_the_elapsed_share_of_the_year() -> None:
    given = {"relief_visits": VISITS, "targets": targets("visited | 2021 | | 120 | 均衡")}
    found = line(VISITED, "2021-03-31", **given)
    assert found["pace"] == pytest.approx(120 * (31 + 28 + 31) / 365)
    assert (found["value"], found["light"]) == (33, "green")
    assert line(VISITED, "2021-04-30", **given)["light"] == "red"  # 33 < 0.9 × 120 × 120/365


def test_seasonal_work_follows_last_year_s_course() -> None:
    given = {"relief_visits": VISITS, "targets": targets("visited | 2021 | | 44 | 按去年进度")}
    found = line(VISITED, "2021-03-31", **given)
    assert (found["pace"], found["light"]) == (44 * 30 / 40, "green")  # exactly 33


@pytest.mark.parametrize("kind", ["average", "ratio"])
def test_a_quotient_of_the_year_to_date_does_not_add_up_and_has_no_pace(kind: str) -> None:
    quotient = PER_VISIT.replace('kind = "average"', f'kind = "{kind}"')
    found = line(quotient, "2021-03-31", relief_visits=VISITS, targets=targets("per_visit | 2021 | | 80 | 均衡"))
    assert (found["target"], found["pace"], found["month_value"]) == (80 if kind == "average" else 0.8, None, None)


def test_without_last_year_s_course_there_is_no_pace() -> None:
    given = {"relief_visits": VISITS, "targets": targets("visited | 2020 | | 44 | 按去年进度")}
    found = line(VISITED, "2020-03-31", **given)
    assert (found["target"], found["pace"], found["light"], found["light_reason"]) == (44, None, "grey", None)


def test_at_the_year_s_end_nothing_is_due_before_december() -> None:
    given = {"relief_visits": VISITS, "targets": targets("visited | 2021 | | 35 | 年底")}
    found = line(VISITED, "2021-11-30", **given)
    assert (found["pace"], found["light"], found["light_reason"]) == (None, "grey", "not_due")
    found = line(VISITED, "2021-12-31", **given)
    assert (found["pace"], found["light"], found["light_reason"]) == (35, "amber", None)


def test_last_year_s_course_of_a_suppressed_cell_is_not_shown() -> None:
    small = VISITS.replace("| 30 ", "| 3  ").replace("| 10 ", "| 1  ").replace("| 33 ", "| 6  ")
    given = {
        "relief_visits": small,
        "targets": targets("spent | 2021 | 530499001 | 2 | 按去年进度").replace("530499001", "530499001"),
    }
    found = line(SPENT, "2021-03-31", "530499001", **given)
    assert (found["value"], found["target"], found["pace"], found["light"]) == (1, 2, None, "grey")


def test_the_pace_of_a_leap_year() -> None:
    even = Target(Fraction(366), "均衡")
    assert pace_of(even, date(2020, 2, 29), None, None) == 60
    assert pace_of(even, date(2020, 12, 31), None, None) == 366
