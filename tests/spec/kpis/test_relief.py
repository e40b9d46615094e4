"""帮扶支出: given ledgers → amounts, visits, households and claims, and the heads that stand behind them."""

from tests.spec.kpis.figures import Given
from tests.warehouse_tables import Tables

VISITS = """
    visit_code | township_code | visit_kind | people | person_key | visited_date | cash_amount | goods_amount
    V0         | east          | 个人       | 1      | wang       | 2020-12-31   | 999.00      |
    V1         | east          | 个人       | 1      | wang       | 2021-01-01   | 500.00      | 120.50
    V2         | east          | 个人       | 1      | wang       | 2021-09-20   | 300.00      |
    V3         | west          | 个人       | 1      | li         | 2021-02-10   | 0.00        | 200.00
    V4         | west          | 集体       | 30     |            | 2021-07-31   | 3000.00     | 1500.00
"""
FUNDS = """
    fund_code | received_date | amount
    F0        | 2020-12-31    | 9000.00
    F1        | 2021-01-01    | 1000.00
    F2        | 2021-07-31    | 3000.50
"""


def test_relief_raised_is_what_arrived_this_year(given: Given) -> None:
    figures = given(relief_fund=FUNDS)
    assert figures("relief_raised", "2020-12-31") == {"county": 9000}
    assert figures("relief_raised", "2021-07-30") == {"county": 1000}
    assert figures("relief_raised", "2021-07-31") == {"county": 1000 + 3000.5}


def test_relief_spent_is_cash_and_goods_of_this_years_visits(given: Given) -> None:
    figures = given(relief_visit=VISITS)
    assert figures("relief_spent", "2021-01-01") == {"county": 500 + 120.5, "east": 500 + 120.5}
    assert figures("relief_spent", "2021-12-31") == {
        "county": 500 + 120.5 + 300 + 200 + 3000 + 1500,
        "east": 500 + 120.5 + 300,
        "west": 200 + 3000 + 1500,
    }


def test_relief_visits_count_every_time_and_the_people_of_a_group(given: Given) -> None:
    figures = given(relief_visit=VISITS)
    assert figures("relief_visits", "2021-07-30") == {"county": 1 + 1, "east": 1, "west": 1}
    assert figures("relief_visits", "2021-12-31") == {"county": 1 + 1 + 1 + 30, "east": 1 + 1, "west": 1 + 30}


def test_relief_per_visit_divides_one_by_the_other(given: Given) -> None:
    figures = given(relief_visit=VISITS)
    assert figures("relief_per_visit", "2021-12-31") == {
        "county": (920.5 + 4700, 2 + 31),
        "east": (500 + 120.5 + 300, 2),
        "west": (200 + 3000 + 1500, 31),
    }


def test_relief_execution_may_exceed_one(given: Given) -> None:
    figures = given(relief_visit=VISITS, relief_fund=FUNDS)
    assert figures("relief_execution", "2021-12-31") == {"county": (920.5 + 4700, 1000 + 3000.5)}


def test_heads_of_relief_are_distinct_people_and_the_people_of_groups(given: Given) -> None:
    figures = given(relief_visit=VISITS)
    for indicator in ("relief_spent", "relief_visits", "relief_per_visit"):
        assert figures.heads(indicator, "2021-12-31") == {"county": 2 + 30, "east": 1, "west": 1 + 30}


HOUSEHOLDS = """
    household_code | person_key | township_code | filed_date | closed_date
    H1             | wang       | east          | 2019-05-01 |
    H2             | li         | west          | 2019-05-01 | 2021-03-15
    H3             | zhao       | west          | 2021-06-30 |
    H4             | sun        | west          | 2018-01-01 | 2020-12-31
    H5             | wang       | west          | 2021-01-01 |
"""


def test_households_are_on_file_until_their_closing_day(given: Given) -> None:
    figures = given(hardship_household=HOUSEHOLDS)
    assert figures("hardship_households", "2020-12-31") == {"county": 3, "east": 1, "west": 2}  # H1, H2, H4
    assert figures("hardship_households", "2021-03-15") == {"county": 3, "east": 1, "west": 2}  # H1, H2, H5
    assert figures("hardship_households", "2021-03-16") == {"county": 2, "east": 1, "west": 1}
    assert figures("hardship_households", "2021-06-30") == {"county": 3, "east": 1, "west": 2}
    assert figures.heads("hardship_households", "2021-06-30") == {"county": 3, "east": 1, "west": 2}


def test_households_out_of_hardship_count_by_their_closing_day(given: Given) -> None:
    figures = given(hardship_household=HOUSEHOLDS)
    assert figures("hardship_resolved", "2020-12-31") == {"county": 1, "west": 1}
    assert figures("hardship_resolved", "2021-03-14") == {}
    assert figures("hardship_resolved", "2021-03-15") == {"county": 1, "west": 1}
    assert figures("hardship_resolved", "2021-12-31") == {"county": 1, "west": 1}
    assert figures.heads("hardship_resolved", "2021-12-31") == {"county": 1, "west": 1}


def test_a_closing_counts_once_a_later_submission_reports_it(given: Given) -> None:
    figures = given(
        hardship_household="""
            household_code | township_code | filed_date | closed_date | reach_date
            H              | east          | 2019-05-01 |             | 2021-03-31
            H              | east          | 2019-05-01 | 2021-03-15  | 2021-04-30
        """
    )
    assert figures("hardship_households", "2021-03-31") == {"county": 1, "east": 1}
    assert figures("hardship_resolved", "2021-03-31") == {}
    assert figures("hardship_households", "2021-04-30") == {}
    assert figures("hardship_resolved", "2021-04-30") == {"county": 1, "east": 1}


def test_reach_is_households_on_file_whose_person_was_visited_this_year(given: Given) -> None:
    figures = given(
        hardship_household=HOUSEHOLDS,
        relief_visit="""
            visit_code | township_code | visit_kind | person_key | visited_date
            V1         | east          | 个人       | wang       | 2021-02-01
            V2         | west          | 个人       | li         | 2021-03-01
            V3         | west          | 个人       | zhao       | 2020-07-01
            V4         | east          | 个人       | wang       | 2021-08-01
            V5         | west          | 集体       |            | 2021-08-01
            V6         | west          | 个人       | stranger   | 2021-08-01
        """,
    )
    assert figures("hardship_reach", "2021-01-31") == {"county": (0, 3), "east": (0, 1), "west": (0, 2)}
    # Both of wang's households, H1 and H5, are reached by a visit to wang; the second visit adds nothing.
    assert figures("hardship_reach", "2021-03-15") == {"county": (3, 3), "east": (1, 1), "west": (2, 2)}
    assert figures("hardship_reach", "2021-12-31") == {
        "county": (2, 3),  # H2 is closed; H3 was visited only last year
        "east": (1, 1),
        "west": (1, 2),
    }
    assert figures.heads("hardship_reach", "2021-12-31") == {"county": 2, "east": 1, "west": 1}


STUDENT_AID = {
    "hardship_household": """
        household_code | township_code | filed_date | closed_date
        H1             | east          | 2018-01-01 | 2019-12-31
        H2             | west          | 2018-01-01 |
    """,
    "student_aid": """
        person_key | year | household_code | paid_date  | amount
        liu        | 2020 | H1             | 2020-09-01 | 1000.00
        liu        | 2021 | H1             | 2021-08-31 | 2000.00
        chen       | 2020 | H2             | 2021-01-01 | 500.00
        chen       | 2021 | H2             | 2021-09-01 | 3000.50
        zhou       | 2021 |                | 2021-09-01 | 4000.00
        xu         | 2021 | UNKNOWN        | 2021-09-01 | 100.00
    """,
}


def test_students_are_distinct_and_belong_to_their_households_township(given: Given) -> None:
    figures = given(**STUDENT_AID)
    assert figures("student_aid_students", "2021-08-31") == {"county": 2, "east": 1, "west": 1}
    assert figures("student_aid_students", "2021-12-31") == {
        "county": 4,  # chen is paid twice this year
        "east": 1,  # the file of H1 is closed, and still says where it lies
        "west": 1,
        "none": 2,  # zhou without a file, xu with an unknown one
    }
    assert figures.heads("student_aid_students", "2021-12-31") == {"county": 4, "east": 1, "west": 1, "none": 2}


def test_student_aid_counts_by_the_day_of_payment(given: Given) -> None:
    figures = given(**STUDENT_AID)
    assert figures("student_aid_amount", "2020-12-31") == {"county": 1000, "east": 1000}
    assert figures("student_aid_amount", "2021-12-31") == {
        "county": 2000 + 500 + 3000.5 + 4000 + 100,
        "east": 2000,
        "west": 500 + 3000.5,
        "none": 4000 + 100,
    }
    assert figures.heads("student_aid_amount", "2021-12-31") == {"county": 4, "east": 1, "west": 1, "none": 2}


MUTUAL_AID = {
    "enterprise": """
        unit_code | township_code
        A         | east
        B         | west
    """,
    "mutual_aid_enrolment": """
        unit_code | period | people | paid_amount | start_date | end_date
        A         | 16     | 90     | 9000.00     | 2020-01-01 | 2020-12-31
        A         | 17     | 100    | 10000.00    | 2021-01-01 | 2021-12-31
        A         | 18     | 1      | 60.00       | 2021-12-31 | 2022-12-31
        B         | 17     | 20     | 2000.50     | 2021-03-01 | 2021-12-31
        UNKNOWN   | 17     | 5      | 500.00      | 2021-01-01 | 2021-12-31
    """,
    "mutual_aid_claim": """
        claim_code | person_key | unit_code | period | applied_date | paid_date  | amount
        C1         | wang       | A         | 16     | 2020-12-01   | 2021-01-01 | 700.00
        C2         | wang       | A         | 17     | 2021-02-01   | 2021-03-31 | 800.00
        C3         | li         | B         | 17     | 2021-02-01   | 2021-12-31 | 100.25
        C4         | li         | B         | 17     | 2021-02-01   |            | 6000.00
        C5         | zhao       | UNKNOWN   | 17     | 2021-02-01   | 2021-04-01 | 40.00
        C6         | sun        | B         | 17     | 2021-12-20   | 2022-01-10 | 50.00
    """,
}


def test_units_and_people_enrolled_are_those_whose_rows_cover_the_day(given: Given) -> None:
    figures = given(**MUTUAL_AID)
    assert figures("mutual_aid_units", "2021-02-28") == {"county": 2, "east": 1, "none": 1}
    assert figures("mutual_aid_units", "2021-12-31") == {"county": 3, "east": 1, "west": 1, "none": 1}
    assert figures("mutual_aid_people", "2021-12-30") == {"county": 100 + 20 + 5, "east": 100, "west": 20, "none": 5}
    assert figures("mutual_aid_people", "2021-12-31") == {
        "county": 100 + 1 + 20 + 5,  # unit A: two rows cover the day, one unit
        "east": 100 + 1,
        "west": 20,
        "none": 5,
    }


def test_claims_count_when_they_are_paid_whatever_their_period(given: Given) -> None:
    figures = given(**MUTUAL_AID)
    assert figures("mutual_aid_claims", "2021-03-30") == {"county": 1, "east": 1}  # C1, of last year's period
    assert figures("mutual_aid_claims", "2021-12-31") == {"county": 4, "east": 2, "west": 1, "none": 1}
    assert figures("mutual_aid_amount", "2021-12-31") == {
        "county": 700 + 800 + 100.25 + 40,  # C4 is not paid yet, C6 is paid next year
        "east": 700 + 800,
        "west": 100.25,
        "none": 40,
    }
    for indicator in ("mutual_aid_claims", "mutual_aid_amount"):
        assert figures.heads(indicator, "2021-12-31") == {"county": 3, "east": 1, "west": 1, "none": 1}


def test_payout_counts_claims_of_the_period_whenever_they_are_paid(given: Given) -> None:
    figures = given(**MUTUAL_AID)
    # 2021 is period 17 (2021 - 2004): C1 is of period 16, though paid this year.
    assert figures("mutual_aid_payout", "2021-03-31") == {
        "county": (800, 10000 + 2000.5 + 500),
        "east": (800, 10000),
        "west": (0, 2000.5),
        "none": (0, 500),
    }
    assert figures("mutual_aid_payout", "2021-12-31") == {
        "county": (800 + 100.25 + 40, 10000 + 60 + 2000.5 + 500),
        "east": (800, 10000 + 60),
        "west": (100.25, 2000.5),
        "none": (40, 500),
    }
    assert figures.heads("mutual_aid_payout", "2021-12-31") == {"county": 3, "east": 1, "west": 1, "none": 1}
    # In 2022 the period is 18: C6, paid then, is of period 17.
    assert figures("mutual_aid_payout", "2022-01-31") == {"county": (0, 60), "east": (0, 60)}


def test_the_base_year_of_the_periods_is_configuration(given: Given) -> None:
    figures = given(**MUTUAL_AID, mutual_aid_base_year="2005")
    assert figures("mutual_aid_payout", "2021-12-31")["county"] == (700, 10000 + 60 + 2000.5 + 500)


def test_what_is_spent_without_anything_raised_has_no_rate() -> None:
    built = Tables(
        relief_visits="""
            visit_code | people | visited_date | cash_amount
            V          | 6      | 2021-02-28   | 500.00
        """,
        relief_funds="",
    ).build()
    execution = built.kpi("relief_execution", "2021-02-28")
    assert (execution["numerator"], execution["denominator"], execution["value"]) == (500, 0, None)
    assert execution["reason"] == "zero_denominator"
    per_visit = built.kpi("relief_per_visit", "2021-01-31")  # nobody was visited yet
    assert (per_visit["numerator"], per_visit["denominator"], per_visit["value"]) == (0, 0, None)
    assert per_visit["reason"] == "zero_denominator"


def test_a_leap_day_is_the_last_of_its_month(given: Given) -> None:
    figures = given(
        relief_visit="""
            visit_code | township_code | visited_date | cash_amount | goods_amount
            V          | east          | 2020-02-29   | 500.00      |
        """,
        hardship_household="""
            household_code | township_code | filed_date | closed_date
            H              | east          | 2019-05-01 | 2020-02-29
        """,
        mutual_aid_claim="""
            claim_code | person_key | unit_code | period | applied_date | paid_date  | amount
            C          | wang       | A         | 16     | 2020-01-01   | 2020-02-29 | 7.00
        """,
        enterprise="",
    )
    assert figures("relief_spent", "2020-02-28") == {}
    assert figures("relief_spent", "2020-02-29") == {"county": 500, "east": 500}
    assert figures("hardship_households", "2020-02-29") == {"county": 1, "east": 1}
    assert figures("hardship_resolved", "2020-02-28") == {}
    assert figures("hardship_resolved", "2020-02-29") == {"county": 1, "east": 1}
    assert figures("hardship_households", "2020-03-01") == {}
    assert figures("mutual_aid_claims", "2020-02-28") == {}
    assert figures("mutual_aid_claims", "2020-02-29") == {"county": 1, "none": 1}
