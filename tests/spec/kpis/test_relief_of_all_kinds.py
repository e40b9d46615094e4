"""帮扶支出: given ledgers → village teams, recuperation, health checks, and all relief together."""

from tests.spec.kpis.figures import Figures, Given
from warehouse.figures.catalogue import indicators
from warehouse.figures.part_sql import rows_sql

CONDOLENCE = """
    payment_code | person_key | level | condolence_kind | paid_date  | amount
    P0           | wang       | 省级  | 普遍慰问        | 2020-12-31 | 2000.00
    P1           | wang       | 省级  | 普遍慰问        | 2021-01-01 | 2000.00
    P2           | wang       | 省级  | 意外伤害        | 2021-09-14 | 5000.50
    P3           | li         | 省级  | 普遍慰问        | 2021-09-14 | 2000.00
    P4           | zhao       | 市级  | 普遍慰问        | 2021-01-22 | 300.00
    P5           | sun        | 县级  | 普遍慰问        | 2021-01-22 | 40.00
"""


def test_condolence_counts_people_and_money_of_provincial_teams(given: Given) -> None:
    figures = given(village_condolence=CONDOLENCE)
    assert figures("village_condolence_people", "2020-12-31") == {"county": 1}
    assert figures("village_condolence_people", "2021-09-13") == {"county": 1}
    assert figures("village_condolence_people", "2021-09-14") == {"county": 2}  # wang was paid twice
    assert figures("village_condolence_amount", "2021-09-14") == {"county": 2000 + 5000.5 + 2000}


def test_the_team_sent_is_distinct_people_posted_by_the_federation(given: Given) -> None:
    figures = given(
        village_posting="""
            person_key | township_code | sent_by_federation | start_date | end_date
            wang       | east          | 是                 | 2019-05-10 | 2021-05-09
            wang       | west          | 是                 | 2021-05-09 |
            li         | west          | 是                 | 2021-05-09 |
            zhao       | west          | 否                 | 2019-05-10 |
        """
    )
    assert figures("village_team_sent", "2021-05-08") == {"county": 1, "east": 1}
    # Wang's last day in one village is the first in the next.
    assert figures("village_team_sent", "2021-05-09") == {"county": 2, "east": 1, "west": 2}
    assert figures("village_team_sent", "2021-05-10") == {"county": 2, "west": 2}


def test_a_posting_ends_once_that_is_reported(given: Given) -> None:
    figures = given(
        village_posting="""
            person_key | sent_by_federation | start_date | end_date   | reach_date
            wang       | 是                 | 2019-05-10 |            | 2020-12-31
            wang       | 是                 | 2019-05-10 | 2021-05-09 | 2021-06-30
        """
    )
    assert figures("village_team_sent", "2021-06-29") == {"county": 1, "east": 1}
    assert figures("village_team_sent", "2021-06-30") == {}


def test_people_on_recuperation_count_once_by_the_day_it_begins(given: Given) -> None:
    figures = given(
        recuperation="""
            person_key | start_date | end_date
            wang       | 2020-12-31 | 2021-01-05
            li         | 2021-05-10 | 2021-05-15
            li         | 2021-09-10 | 2021-09-15
            zhao       | 2021-09-10 | 2021-09-15
        """
    )
    assert figures("recuperation_people", "2020-12-31") == {"county": 1}
    assert figures("recuperation_people", "2021-05-09") == {}
    assert figures("recuperation_people", "2021-05-10") == {"county": 1}
    assert figures("recuperation_people", "2021-12-31") == {"county": 2}


def test_health_checks_count_people_of_their_kind(given: Given) -> None:
    figures = given(
        health_check="""
            person_key | year | beneficiary_kind | checked_date
            wang       | 2020 | 劳模             | 2020-12-31
            wang       | 2021 | 劳模             | 2021-10-01
            li         | 2021 | 新就业形态       | 2021-05-01
            zhao       | 2021 | 新就业形态       | 2021-05-02
            sun        | 2021 | 女职工           | 2021-05-02
        """
    )
    assert figures("health_check_model", "2020-12-31") == {"county": 1}
    assert figures("health_check_model", "2021-09-30") == {}
    assert figures("health_check_model", "2021-12-31") == {"county": 1}
    assert figures("health_check_platform", "2021-05-01") == {"county": 1}
    assert figures("health_check_platform", "2021-12-31") == {"county": 2}


ALL_RELIEF = {
    "relief_visit": """
        visit_code | visit_kind | person_key | visited_date | cash_amount | goods_amount
        V0         | 个人       | wang       | 2020-12-31   | 9000.00     |
        V1         | 个人       | wang       | 2021-01-01   | 500.00      | 20.50
        V2         | 集体       |            | 2021-07-31   | 300.00      |
    """,
    "student_aid": """
        person_key | year | paid_date  | amount
        liu        | 2021 | 2021-08-31 | 4000.00
    """,
    "mutual_aid_claim": """
        claim_code | person_key | period | applied_date | paid_date  | amount
        C1         | wang       | 16     | 2020-12-01   | 2021-01-01 | 70.00
        C2         | wang       | 17     | 2021-02-01   | 2022-01-01 | 900.00
        C3         | wang       | 17     | 2021-02-01   |            | 8000.00
    """,
    "village_condolence": CONDOLENCE,
    "recuperation": """
        person_key | start_date | amount
        wang       | 2021-09-10 | 1600.00
        li         | 2021-09-10 |
    """,
    "health_check": """
        person_key | year | beneficiary_kind | checked_date | amount
        wang       | 2021 | 劳模             | 2021-10-01   | 1500.00
        sun        | 2021 | 女职工           | 2021-05-02   | 320.00
        liu        | 2021 | 其他             | 2021-05-02   |
    """,
}


def test_relief_in_total_is_what_all_six_ledgers_paid_this_year(given: Given) -> None:
    figures = given(**ALL_RELIEF)
    assert figures("relief_total", "2020-12-31") == {"county": 9000 + 2000}
    assert figures("relief_total", "2021-01-01") == {"county": 520.5 + 70 + 2000}
    assert figures("relief_total", "2021-12-31") == {
        "county": (
            (520.5 + 300)
            + 4000
            + 70  # C2 is paid next year, C3 not yet
            + (2000 + 5000.5 + 2000 + 300 + 40)  # condolence of all levels
            + 1600
            + (1500 + 320)
        )
    }
    assert figures("relief_total", "2022-01-01") == {"county": 900}


def traced(figures: Figures, day: str) -> list[tuple[str, str, int, float]]:
    sql = rows_sql(indicators()["relief_total"].numerator, "county")
    return [(ledger, file, row, amount) for ledger, file, _, row, amount in figures.built.rows(sql, day, None, None)]


def test_relief_in_total_leads_to_the_cells_of_its_ledgers(given: Given) -> None:
    assert traced(given(**ALL_RELIEF), "2021-01-01") == [
        ("mutual_aid_claim", "mutual_aid_claims.xlsx", 2, 70),
        ("relief_visit", "relief_visits.xlsx", 3, 520.5),
        ("village_condolence", "village_condolences.xlsx", 3, 2000),
    ]
