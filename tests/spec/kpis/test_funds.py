"""经费: given the ledgers of the finance department and of loans → amounts and rates."""

import pytest

from tests.spec.kpis.figures import Given
from tests.warehouse_tables import COUNTY, TOWNSHIPS, Tables

EAST, WEST = TOWNSHIPS


def test_dues_are_two_per_cent_of_the_payroll_to_the_fraction_of_a_cent(given: Given) -> None:
    figures = given(
        enterprise="""
            unit_code | township_code
            A         | east
            B         | west
        """,
        dues="""
            unit_code | month   | payroll    | paid_amount
            A         | 2020-12 | 9000.00    | 180.00
            A         | 2021-01 | 1000.37    | 20.01
            A         | 2021-02 | 1000.00    | -5.50
            B         | 2021-02 | 100000.03  | 2000.00
            STRANGER  | 2021-02 | 50.00      | 1.00
        """,
    )
    assert figures("dues_collection", "2021-01-30") == {}  # January has not ended
    assert figures("dues_collection", "2021-01-31") == {"county": (20.01, 20.0074), "east": (20.01, 20.0074)}
    assert figures("dues_collection", "2021-12-31") == {
        "county": (20.01 - 5.50 + 2000 + 1, 20.0074 + 20 + 2000.0006 + 1),
        "east": (14.51, 40.0074),  # a refund is negative
        "west": (2000, 2000.0006),
        "none": (1, 1),
    }


def test_a_unit_without_payroll_has_no_rate() -> None:
    built = Tables(
        data_date="2021-01-31",
        enterprises=f"""
            unit_code | township_code | registered_date
            A         | {EAST}        | 2000-01-01
        """,
        dues="""
            unit_code | month      | payroll | paid_amount
            A         | 2021-01-01 | 0       | 0
        """,
    ).build()
    for region in (COUNTY, EAST):
        line = built.kpi("dues_collection", "2021-01-31", region)
        assert (line["denominator"], line["value"], line["reason"]) == (0, None, "zero_denominator")


def test_remitted_is_all_that_was_passed_on_for_the_ended_months(given: Given) -> None:
    figures = given(
        dues_remit="""
            month   | due_amount | remitted_amount
            2020-12 | 500        | 500
            2021-01 | 100        | 40.50
            2021-02 | 100        | 130
            2021-03 | 0          | 20
        """,
    )
    assert figures("dues_remitted", "2021-01-30") == {}
    assert figures("dues_remitted", "2021-02-27") == {"county": (40.5, 100)}
    assert figures("dues_remitted", "2021-02-28") == {"county": (40.5 + 130, 100 + 100)}
    assert figures("dues_remitted", "2021-12-31") == {"county": (40.5 + 130 + 20, 100 + 100 + 0)}


BUDGET = """
    subject_code | direction | month   | adjusted_amount | executed_amount | executed_to_date
    501          | 支出      | 2020-12 | 900             | 90              | 800
    5            | 支出      | 2021-01 | 300             | 30              | 30
    501          | 支出      | 2021-01 | 200             | 20              | 20
    50101        | 支出      | 2021-01 | 150             | 15              | 15
    50102        | 支出      | 2021-01 | 50              | 5               | 5
    502          | 支出      | 2021-01 | 100             | 10              | 10
    401          | 收入      | 2021-01 | 999             | 99              | 99
    501          | 支出      | 2021-02 | 200             | -8              | 12
    502          | 支出      | 2021-02 | 120             | 40              | 50
"""


def test_execution_is_that_of_the_last_ended_month_without_parents_and_income(given: Given) -> None:
    figures = given(budget=BUDGET)
    assert figures("budget_execution", "2021-01-30") == {"county": (800, 900)}  # December is the last that ended
    assert figures("budget_execution", "2021-01-31") == {"county": (15 + 5 + 10, 150 + 50 + 100)}
    assert figures("budget_execution", "2021-02-27") == {"county": (15 + 5 + 10, 150 + 50 + 100)}
    assert figures("budget_execution", "2021-02-28") == {"county": (12 + 50, 200 + 120)}
    assert figures("budget_execution", "2021-03-31") == {}  # no sheet of March


def test_a_parent_is_one_by_the_codes_of_its_own_month(given: Given) -> None:
    figures = given(budget=BUDGET)

    def parents(day: str) -> list[str]:
        return figures.mart("budgets", day, "subject_code", "is_parent and this_month")

    assert parents("2021-01-31") == ["5", "501"]  # parents at two levels; 401 and 502 begin no other code
    assert parents("2021-02-28") == []  # in February 501 has no children
    assert figures.mart("budgets", "2021-02-28", "subject_code", "is_parent") == ["5", "501"]  # of January


def test_a_leap_day_ends_its_month(given: Given) -> None:
    figures = given(
        budget="""
            subject_code | month   | adjusted_amount | executed_to_date
            501          | 2020-01 | 10              | 1
            501          | 2020-02 | 10              | 2
        """,
    )
    assert figures("budget_execution", "2020-02-28") == {"county": (1, 10)}
    assert figures("budget_execution", "2020-02-29") == {"county": (2, 10)}


def test_the_share_of_subsidies_is_of_all_expenses_of_the_year(given: Given) -> None:
    figures = given(
        budget=BUDGET,
        subsidy="""
            grant_code | paid_date  | amount
            S0         | 2020-12-31 | 70
            S1         | 2021-01-20 | 6.25
            S2         | 2021-02-10 | 3
        """,
    )
    assert figures("subsidy_share", "2021-01-20") == {"county": (6.25, 0)}  # no month of the year has ended
    assert figures("subsidy_share", "2021-01-31") == {"county": (6.25, 15 + 5 + 10)}
    assert figures("subsidy_share", "2021-02-10") == {"county": (6.25 + 3, 15 + 5 + 10)}
    # a reversal of 8 in February
    assert figures("subsidy_share", "2021-12-31") == {"county": (6.25 + 3, 15 + 5 + 10 - 8 + 40)}


PAYMENTS = """
    payment_code | amount    | meeting_date | paid_date
    LAST_YEAR    | 90000     | 2020-12-01   | 2020-12-31
    SAME_DAY     | 50000.00  | 2021-03-10   | 2021-03-10
    DAY_LATER    | 60000     | 2021-03-11   | 2021-03-10
    NEVER        | 70000     |              | 2021-03-10
    SMALL        | 49999.99  |              | 2021-03-10
"""


def test_a_large_payment_needs_a_meeting_by_the_day_it_is_paid(given: Given) -> None:
    figures = given(large_payment=PAYMENTS)
    assert figures("collective_decision", "2020-12-31") == {"county": (1, 1)}
    assert figures("collective_decision", "2021-03-09") == {}
    assert figures("collective_decision", "2021-03-10") == {"county": (1, 1 + 1 + 1)}


@pytest.mark.parametrize(("amount", "parts"), [("49999.99", (1, 4)), ("60000.01", (0, 1)), ("1000000", (0, 0))])
def test_the_amount_from_which_a_payment_is_large_is_configured(amount: str, parts: tuple[int, int]) -> None:
    built = Tables(data_date="2021-12-31", settings={"large_payment_amount": amount}, large_payments=PAYMENTS).build()
    line = built.kpi("collective_decision", "2021-12-31")
    assert (line["numerator"], line["denominator"]) == parts
    assert line["reason"] == (None if parts[1] else "zero_denominator")


def test_central_procurement_is_of_office_supplies_and_equipment_by_amount(given: Given) -> None:
    figures = given(
        procurement="""
            purchase_code | item_kind | method   | amount  | purchased_date
            P0            | 办公用品  | 集中采购 | 800     | 2020-12-31
            P1            | 办公用品  | 集中采购 | 100.50  | 2021-01-01
            P2            | 办公设备  | 网上商城 | 200     | 2021-02-01
            P3            | 办公设备  | 公开招标 | 400     | 2021-02-01
            P4            | 办公用品  | 自行采购 | 50      | 2021-02-02
            P5            | 服务      | 集中采购 | 9000    | 2021-02-01
        """,
    )
    assert figures("central_procurement", "2021-02-01") == {"county": (100.5 + 200, 100.5 + 200 + 400)}
    assert figures("central_procurement", "2021-02-02") == {"county": (100.5 + 200, 100.5 + 200 + 400 + 50)}


def test_three_public_spending_sums_all_kinds_with_their_reversals(given: Given) -> None:
    figures = given(
        three_public="""
            expense_kind     | month   | amount
            公务接待         | 2020-12 | 900
            公务接待         | 2021-01 | 300.25
            公务用车运行维护 | 2021-01 | 100
            公务接待         | 2021-02 | -50
        """,
    )
    assert figures("three_public_spending", "2021-01-30") == {}
    assert figures("three_public_spending", "2021-01-31") == {"county": 300.25 + 100}
    assert figures("three_public_spending", "2021-02-28") == {"county": 300.25 + 100 - 50}


def test_a_contract_counts_once_per_project_with_a_payment(given: Given) -> None:
    figures = given(
        project_payment="""
            payment_code | project_name | contract_amount | amount | paid_date
            X1           | 服务中心     | 1000            | 200    | 2020-06-01
            X2           | 服务中心     | 1000            | 300    | 2021-06-01
            X3           | 文化宫       | 500             | 100    | 2021-07-01
            X4           | 文化宫       | 520             | 100    | 2021-08-01
        """,
    )
    assert figures("project_payment_share", "2020-05-31") == {}
    assert figures("project_payment_share", "2021-05-31") == {"county": (200, 1000)}
    assert figures("project_payment_share", "2021-07-01") == {"county": (200 + 300 + 100, 1000 + 500)}
    assert figures("project_payment_share", "2021-08-01") == {"county": (200 + 300 + 100 + 100, 1000 + 520)}


LOANS = """
    loan_code | person_key | township_code | granted_date | amount | status
    D1        | wang       | east          | 2020-03-01   | 1000   | 逾期
    D2        | wang       | east          | 2021-03-01   | 2000   | 逾期
    D3        | li         | east          | 2021-03-02   | 4000   | 在贷
    D4        | zhao       | west          | 2020-03-01   | 500    | 已还清
    D5        | zhao       | west          | 2021-05-01   | 250.50 | 在贷
"""


def test_loans_granted_are_those_of_the_year(given: Given) -> None:
    figures = given(loan=LOANS)
    assert figures("loans_granted", "2020-12-31") == {"county": 1000 + 500, "east": 1000, "west": 500}
    assert figures("loans_granted", "2021-03-01") == {"county": 2000, "east": 2000}
    assert figures("loans_granted", "2021-12-31") == {
        "county": 2000 + 4000 + 250.5,
        "east": 2000 + 4000,
        "west": 250.5,
    }
    assert figures.heads("loans_granted", "2021-12-31") == {"county": 3, "east": 2, "west": 1}


def test_overdue_is_the_share_of_what_is_not_paid_back(given: Given) -> None:
    figures = given(loan=LOANS)
    assert figures("loan_overdue", "2021-03-01") == {"county": (3000, 3000), "east": (3000, 3000)}
    assert figures("loan_overdue", "2021-12-31") == {
        "county": (1000 + 2000, 1000 + 2000 + 4000 + 250.5),
        "east": (1000 + 2000, 1000 + 2000 + 4000),
        "west": (0, 250.5),
    }
    assert figures.heads("loan_overdue", "2021-12-31") == {"county": 1, "east": 1}


def test_few_overdue_borrowers_are_withheld_and_the_loans_of_many_are_shown() -> None:
    borrowers = "\n".join(
        f"E{number} | east{number} | {EAST} | 2021-02-01 | 100 | {'逾期' if number < 2 else '在贷'}"
        for number in range(6)
    )
    built = Tables(
        data_date="2021-12-31",
        loans=f"""
            loan_code | person_key | township_code | granted_date | amount | status
            {borrowers}
            W1        | west1      | {WEST}        | 2021-02-01   | 100    | 逾期
            W2        | west2      | {WEST}        | 2021-02-01   | 100    | 逾期
            W3        | west3      | {WEST}        | 2021-02-01   | 100    | 逾期
        """,
    ).build()

    def shown(indicator: str, region: str) -> tuple[object, ...]:
        line = built.kpi(indicator, "2021-12-31", region)
        return line["numerator"], line["denominator"], line["reason"]

    assert shown("loan_overdue", COUNTY) == (5 * 100, 9 * 100, None)
    assert shown("loans_granted", COUNTY) == (9 * 100, None, None)
    # 3 borrowers stand behind the west's loans; with the east's it could be told by subtraction
    assert shown("loan_overdue", WEST) == (None, None, "suppressed")
    assert shown("loan_overdue", EAST) == (None, None, "suppressed")
    assert shown("loans_granted", WEST) == (None, None, "suppressed")


def test_a_denominator_of_enough_borrowers_is_shown_beside_a_withheld_numerator() -> None:
    lines = "\n".join(
        f"{town[-1]}{number} | {town}{number} | {town} | 2021-02-01 | 100 | {'逾期' if number < 3 else '在贷'}"
        for town in TOWNSHIPS
        for number in range(6)
    )
    built = Tables(
        data_date="2021-12-31",
        loans=f"loan_code | person_key | township_code | granted_date | amount | status\n{lines}",
    ).build()
    for town in TOWNSHIPS:
        line = built.kpi("loan_overdue", "2021-12-31", town)
        assert (line["numerator"], line["denominator"], line["value"]) == (None, 6 * 100, None)
        assert line["reason"] == "suppressed"
