"""Numerators, denominators and values by day and region, and the reasons for what is null."""

from decimal import Decimal

import pytest

from tests.spec.warehouse.toy import DENSITY, MEMBERS, PER_VISIT, SPENT, block, declared, rows
from tests.warehouse_tables import COUNTY, Built, Tables
from warehouse.figures.compute import figures, to_cents

UNIONS = """
    union_code | unit_code | township_code | members | employees | founded_date
    U1         | A         | 530499001     | 10      | 20        | 2020-01-01
    U2         | A         | 530499001     | 30      | 30        | 2020-01-01
    U3         | B         |               | 5       | 8         | 2021-06-15
    U4         |           | 530499999     | 1       | 2         | 2020-01-01
"""
VISITS = """
    visit_code | people | township_code | visited_date | cash_amount
    V1         | 6      | 530499001     | 2021-02-01   | 100.10
    V2         | 7      | 530499002     | 2021-03-01   | 200.20
    V3         | 9      | 530499002     | 2020-03-01   | 7.00
"""


def values(built: Built, text: str, as_of: str, *columns: str) -> dict[str, tuple[object, ...]]:
    """Region → the raw columns of the only indicator of a block."""
    raw = figures(built.con, declared(text)).raw
    lines = [line for line in raw.to_dicts() if line["as_of_date"].isoformat() == as_of]
    return {line["region_code"]: tuple(line[column] for column in columns) for line in lines}


def test_a_sum_by_region_and_a_row_whose_township_is_unknown_counts_in_the_county_alone() -> None:
    assert values(Tables(unions=UNIONS).build(), MEMBERS, "2021-12-31", "value") == {
        COUNTY: (10 + 30 + 5 + 1,),
        "530499001": (10 + 30,),
        "530499002": (0,),
        "none": (5 + 1,),
    }


def test_the_point_in_time_decides() -> None:
    assert values(Tables(unions=UNIONS).build(), MEMBERS, "2021-05-31", "value")[COUNTY] == (10 + 30 + 1,)


def test_a_ratio_is_the_quotient_of_its_parts() -> None:
    found = values(Tables(unions=UNIONS).build(), DENSITY, "2021-12-31", "numerator", "denominator", "value", "reason")
    assert found["530499001"] == (40, 50, 40 / 50, None)
    assert found["530499002"] == (0, 0, None, "zero_denominator")


def test_distinct_things_are_counted_at_the_level_shown() -> None:
    unions = UNIONS.replace("U3         | B", "U3         | A")
    text = block("units", rows("as_of.unions", 'distinct = "unit_code"', "in_force"))
    found = values(Tables(unions=unions).build(), text, "2021-12-31", "value")
    assert found == {COUNTY: (1,), "530499001": (1,), "530499002": (0,), "none": (1,)}


def test_the_largest_of_each_thing_counts_once() -> None:
    text = block("workers", rows("as_of.unions", 'largest = { of = "unit_code", amount = "members" }', "in_force"))
    found = values(Tables(unions=UNIONS).build(), text, "2021-12-31", "value")
    assert found == {COUNTY: (30 + 5,), "530499001": (30,), "530499002": (0,), "none": (5,)}


def test_money_is_summed_exactly() -> None:
    assert values(Tables(relief_visits=VISITS).build(), SPENT, "2021-12-31", "value")[COUNTY] == (300.30,)


def test_a_weighted_sum_does_not_depend_on_the_order_of_rows() -> None:
    text = block(
        "share", rows("as_of.unions", 'sum = "members / employees"', "in_force") + "\nweighted = true", kind="number"
    )
    found = values(Tables(unions=UNIONS).build(), text, "2021-05-31", "value")
    assert found[COUNTY] == (pytest.approx(10 / 20 + 30 / 30 + 1 / 2, abs=1e-14),)


@pytest.mark.parametrize(("amount", "rounded"), [("50.025", "50.03"), ("50.0249", "50.02"), ("0.005", "0.01")])
def test_money_per_head_is_rounded_half_up(amount: str, rounded: str) -> None:
    assert to_cents(Decimal(amount)) == Decimal(rounded)


def test_money_per_head() -> None:
    visits = VISITS.replace("100.10", "100.05").replace("| 6 ", "| 2 ")
    found = values(Tables(relief_visits=visits).build(), PER_VISIT, "2021-12-31", "value")
    assert found["530499001"] == (50.03,)


def test_a_ledger_that_was_never_submitted_is_no_zero() -> None:
    found = values(Tables().build(), DENSITY, "2021-12-31", "numerator", "denominator", "value", "reason")
    assert set(found.values()) == {(None, None, None, "not_submitted")}


def test_a_delivered_ledger_without_rows_is_zero() -> None:
    found = values(Tables(unions="").build(), MEMBERS, "2021-12-31", "value", "reason", "is_complete")
    assert found[COUNTY] == (0, None, True)


def test_a_township_has_no_figure_of_the_county_alone() -> None:
    text = block("raised", rows("as_of.unions", 'sum = "members"'), scope="county")
    found = values(Tables(unions=UNIONS).build(), text, "2021-12-31", "value", "reason")
    assert found == {
        COUNTY: (46, None),
        "530499001": (None, "county_only"),
        "530499002": (None, "county_only"),
    }


def test_before_the_first_month_there_is_nothing() -> None:
    built = Tables(unions=UNIONS, data_date="2021-06-15", first_month="2021-01").build()
    assert values(built, MEMBERS, "2020-06-15", "numerator", "value", "reason")[COUNTY] == (None, None, "before_data")


def test_days_of_an_unknown_calendar_are_never_guessed() -> None:
    part = rows("as_of.unions", 'sum = "members"', "in_force") + "\nno_calendar = \"union_code = 'U3' and in_force\""
    found = values(Tables(unions=UNIONS).build(), block("days", part), "2021-12-31", "value", "reason")
    assert found == {
        COUNTY: (None, "no_calendar"),
        "530499001": (40, None),
        "530499002": (0, None),
        "none": (None, "no_calendar"),
    }


def test_a_mistake_in_a_declaration_is_named() -> None:
    wrong = MEMBERS.replace('sum = "members"', 'sum = "no_such_column"')
    with pytest.raises(ValueError, match=r"kpis/toy.toml, \[members\].*no_such_column"):
        figures(Tables(unions=UNIONS).build().con, declared(wrong))
