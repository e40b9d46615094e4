"""限时办结: given applications and refunds → what was in time, counted in working days of the statutory calendar.

In September 2021 Saturday 18 and Sunday 26 are worked, and 19 to 21 is the Mid-Autumn holiday. The limits are those of
the default configuration: 工会组建批复 3 working days, 法人资格登记 0, 经费返拨 5, 医疗互助补助 none.
"""

from pipelines.working_days import STATUTORY_YEARS
from tests.spec.kpis.figures import Given
from tests.warehouse_tables import COUNTY, TOWNSHIPS, Built, Tables
from warehouse.mart import build_marts

UNKNOWN_YEAR = STATUTORY_YEARS.stop
BEFORE = UNKNOWN_YEAR - 1
EAST, WEST = TOWNSHIPS


def test_the_last_day_of_the_limit_is_in_time_across_a_holiday_and_a_worked_saturday(given: Given) -> None:
    figures = given(
        service_case="""
            case_code | received_date | complete_date | closed_date
            LAST_DAY  | 2021-09-15    | 2021-09-17    | 2021-09-23
            DAY_AFTER | 2021-09-15    | 2021-09-17    | 2021-09-24
            OPEN      | 2021-09-15    | 2021-09-17    |
        """,
    )
    # Friday 17 is day 0, Saturday 18 day 1, Wednesday 22 day 2, Thursday 23 day 3.
    assert figures("service_on_time", "2021-09-22") == {}  # all are open and have time
    assert figures("service_on_time", "2021-09-23") == {"county": (1, 1)}
    assert figures("service_on_time", "2021-09-24") == {"county": (1, 1 + 1 + 1)}  # OPEN is over the limit
    assert figures.mart("service_cases", "2021-09-24", "working_days", "true") == [3, 4, 4]


def test_a_limit_of_nothing_is_the_same_working_day(given: Given) -> None:
    figures = given(
        service_case="""
            case_code   | matter       | received_date | complete_date | closed_date
            SAME_DAY    | 法人资格登记 | 2021-05-10    | 2021-05-10    | 2021-05-10
            NEXT_DAY    | 法人资格登记 | 2021-05-10    | 2021-05-10    | 2021-05-11
            DAY_OFF     | 法人资格登记 | 2021-05-14    | 2021-05-14    | 2021-05-15
            MONDAY      | 法人资格登记 | 2021-05-14    | 2021-05-14    | 2021-05-17
            WORKED_SAT  | 法人资格登记 | 2021-09-17    | 2021-09-17    | 2021-09-18
        """,
    )
    assert figures("service_on_time", "2021-05-10") == {"county": (1, 1)}  # NEXT_DAY is open and has time
    assert figures("service_on_time", "2021-05-11") == {"county": (1, 2)}
    assert figures("service_on_time", "2021-05-15") == {"county": (2, 3)}  # a Saturday off is no working day
    assert figures("service_on_time", "2021-05-16") == {"county": (2, 3)}  # MONDAY is open and has time
    assert figures("service_on_time", "2021-05-17") == {"county": (2, 4)}
    assert figures("service_on_time", "2021-12-31") == {"county": (2, 5)}  # 18 September was worked: a day late


def test_a_case_closed_on_a_day_off_after_its_last_day_is_in_time(given: Given) -> None:
    figures = given(
        service_case="""
            case_code | received_date | complete_date | closed_date
            SUNDAY    | 2021-05-11    | 2021-05-11    | 2021-05-16
            MONDAY    | 2021-05-11    | 2021-05-11    | 2021-05-17
        """,
    )
    # Tuesday 11 is day 0, Friday 14 day 3, the next working day is Monday 17.
    assert figures("service_on_time", "2021-05-16") == {"county": (1, 1)}
    assert figures("service_on_time", "2021-05-17") == {"county": (1, 2)}


def test_only_complete_papers_of_a_matter_with_a_limit_count_whatever_the_outcome(given: Given) -> None:
    figures = given(
        service_case="""
            case_code | matter       | received_date | complete_date | closed_date | outcome
            SETTLED   | 工会组建批复 | 2021-03-01    | 2021-03-01    | 2021-03-02  | 办结
            RETURNED  | 工会组建批复 | 2021-03-01    | 2021-03-01    | 2021-03-02  | 退件
            PASSED_ON | 其他         | 2021-03-01    | 2021-03-01    | 2021-03-12  | 转办
            NO_LIMIT  | 医疗互助补助 | 2021-03-01    | 2021-03-01    | 2021-03-02  | 办结
            NO_PAPERS | 工会组建批复 | 2021-03-01    |               | 2021-03-02  | 办结
            WAITING   | 工会组建批复 | 2021-03-01    |               |             |
        """,
    )
    assert figures("service_on_time", "2021-03-31") == {"county": (1 + 1, 1 + 1 + 1)}


def test_papers_that_are_complete_later_and_closings_after_the_day_are_not_known(given: Given) -> None:
    figures = given(
        service_case="""
            case_code | received_date | complete_date | closed_date
            A         | 2021-03-01    | 2021-03-15    | 2021-03-17
        """,
    )
    assert figures("service_on_time", "2021-03-12") == {}
    assert figures.mart("service_cases", "2021-03-12", "case_code", "complete_date is null and not is_closed") == ["A"]
    assert figures("service_on_time", "2021-03-16") == {}
    assert figures("service_on_time", "2021-03-17") == {"county": (1, 1)}
    assert figures("service_days", "2021-03-16") == {}
    assert figures("service_days", "2021-03-17") == {"county": (2, 1)}


def test_a_case_received_last_year_belongs_to_last_year(given: Given) -> None:
    figures = given(
        service_case="""
            case_code | received_date | complete_date | closed_date
            LAST_YEAR | 2020-12-25    | 2020-12-25    | 2021-01-05
            LEAP_DAY  | 2020-02-29    | 2020-02-29    | 2020-03-04
            THIS_YEAR | 2021-01-04    | 2021-01-04    | 2021-01-04
        """,
    )
    assert figures("service_on_time", "2020-02-29") == {}
    assert figures("service_on_time", "2020-03-04") == {"county": (1, 1)}  # Saturday, then 3 working days
    assert figures("service_on_time", "2020-12-30") == {"county": (1, 1)}  # LAST_YEAR: Friday, then 3 working days
    assert figures("service_on_time", "2020-12-31") == {"county": (1, 1 + 1)}
    assert figures("service_on_time", "2021-01-31") == {"county": (1, 1)}


def test_days_are_counted_over_closed_cases_of_all_matters(given: Given) -> None:
    figures = given(
        service_case="""
            case_code | matter       | received_date | complete_date | closed_date
            A         | 工会组建批复 | 2021-09-15    | 2021-09-17    | 2021-09-23
            NO_LIMIT  | 医疗互助补助 | 2021-09-17    | 2021-09-17    | 2021-09-26
            SAME_DAY  | 其他         | 2021-09-17    | 2021-09-17    | 2021-09-17
            NO_PAPERS | 其他         | 2021-09-17    |               | 2021-09-17
            OPEN      | 其他         | 2021-09-17    | 2021-09-17    |
        """,
    )
    assert figures("service_days", "2021-09-17") == {"county": (0, 1)}
    assert figures("service_days", "2021-12-31") == {"county": (3 + 5 + 0, 1 + 1 + 1)}


UNIONS = """
    union_code | township_code
    U1         | east
    U2         | west
"""


def test_refunds_have_five_working_days_from_the_receipt(given: Given) -> None:
    figures = given(
        union=UNIONS,
        dues_refund="""
            refund_code | union_code | receipt_date | refunded_date
            LAST_DAY    | U1         | 2021-09-17   | 2021-09-26
            DAY_AFTER   | U2         | 2021-09-17   | 2021-09-27
            OPEN        | U1         | 2021-09-17   |
            STRANGER    | UNKNOWN    | 2021-09-17   | 2021-09-17
            LAST_YEAR   | U1         | 2020-12-31   | 2021-01-04
        """,
    )
    # Friday 17 is day 0, Saturday 18 day 1, Wednesday 22 to Friday 24 days 2 to 4, Sunday 26 day 5.
    assert figures("refund_on_time", "2021-09-16") == {}
    assert figures("refund_on_time", "2021-09-17") == {"county": (1, 1), "none": (1, 1)}
    assert figures("refund_on_time", "2021-09-26") == {"county": (2, 2), "east": (1, 1), "none": (1, 1)}
    assert figures("refund_on_time", "2021-09-27") == {
        "county": (2, 2 + 1 + 1),
        "east": (1, 1 + 1),
        "west": (0, 1),
        "none": (1, 1),
    }


def test_a_refund_takes_the_configured_limit(given: Given) -> None:
    figures = given(
        union=UNIONS,
        dues_refund="""
            refund_code | union_code | receipt_date | refunded_date
            A           | U1         | 2021-05-10   | 2021-05-14
        """,
    )
    assert figures("refund_on_time", "2021-05-31") == {"county": (1, 1), "east": (1, 1)}
    _limit(figures.built, "3")
    assert figures("refund_on_time", "2021-05-31") == {"county": (0, 1), "east": (0, 1)}
    _limit(figures.built, "null")
    assert figures("refund_on_time", "2021-05-31") == {}


def _limit(built: Built, working_days: str) -> None:
    built.con.execute(f"update meta.service_limits set limit_working_days = {working_days} where matter = '经费返拨'")
    build_marts(built.con)


def test_an_unknown_year_leaves_the_parts_empty_that_need_it() -> None:
    built = Tables(
        data_date=f"{UNKNOWN_YEAR}-02-28",
        service_cases=f"""
            case_code | matter       | received_date      | complete_date      | closed_date
            KNOWN     | 工会组建批复 | {BEFORE}-03-02     | {BEFORE}-03-02     | {BEFORE}-03-03
            CROSSING  | 工会组建批复 | {BEFORE}-12-30     | {BEFORE}-12-30     | {UNKNOWN_YEAR}-01-05
            NO_LIMIT  | 医疗互助补助 | {UNKNOWN_YEAR}-01-05 | {UNKNOWN_YEAR}-01-05 | {UNKNOWN_YEAR}-01-06
            OPEN      | 工会组建批复 | {UNKNOWN_YEAR}-02-01 | {UNKNOWN_YEAR}-02-01 |
        """,
    ).build()
    last_year = built.kpi("service_on_time", f"{BEFORE}-12-31")
    assert (last_year["numerator"], last_year["denominator"], last_year["reason"]) == (1, 1, None)
    january = built.kpi("service_on_time", f"{UNKNOWN_YEAR}-01-31")  # one closed, of a matter without a limit
    assert (january["numerator"], january["denominator"], january["reason"]) == (0, 0, "zero_denominator")
    february = built.kpi("service_on_time", f"{UNKNOWN_YEAR}-02-28")
    assert (february["numerator"], february["denominator"], february["reason"]) == (0, None, "no_calendar")
    days = built.kpi("service_days", f"{UNKNOWN_YEAR}-01-31")
    assert (days["numerator"], days["denominator"], days["value"], days["reason"]) == (None, 1, None, "no_calendar")
    assert built.kpi("service_on_time", f"{UNKNOWN_YEAR}-02-28", EAST)["reason"] == "county_only"


def test_an_unknown_year_empties_the_township_that_needs_it_and_the_county() -> None:
    built = Tables(
        data_date=f"{UNKNOWN_YEAR}-01-31",
        unions=f"""
            union_code | township_code | founded_date
            U1         | {EAST}        | 2000-01-01
            U2         | {WEST}        | 2000-01-01
        """,
        dues_refunds=f"""
            refund_code | union_code | receipt_date       | refunded_date
            A           | U1         | {UNKNOWN_YEAR}-01-05 | {UNKNOWN_YEAR}-01-06
        """,
    ).build()
    reasons = {
        region: built.kpi("refund_on_time", f"{UNKNOWN_YEAR}-01-31", region)["reason"]
        for region in (COUNTY, EAST, WEST, "none")
    }
    assert reasons == {
        COUNTY: "no_calendar",
        EAST: "no_calendar",
        WEST: "zero_denominator",
        "none": "zero_denominator",
    }
    east = built.kpi("refund_on_time", f"{UNKNOWN_YEAR}-01-31", EAST)
    assert (east["numerator"], east["denominator"]) == (None, 1)


def test_without_any_case_there_is_nothing_to_divide_by() -> None:
    built = Tables(data_date="2021-01-31", service_cases="").build()
    for indicator in ("service_on_time", "service_days"):
        line = built.kpi(indicator, "2021-01-31")
        assert (line["numerator"], line["denominator"], line["reason"]) == (0, 0, "zero_denominator")
