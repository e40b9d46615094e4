"""A year whose working days are not known is said once a sheet and rejects nothing."""

from datetime import date
from typing import Any

from pipelines.judging.verdict import Judged
from pipelines.working_days import STATUTORY_YEARS, CalendarYear, WorkingCalendar
from tests.spec.judging.readings import judged, sheet

UNKNOWN = STATUTORY_YEARS.stop
KNOWN = UNKNOWN - 1


def case(code: str, received: date, complete: date | None, closed: date | None) -> dict[str, Any]:
    return {
        "case_code": code,
        "matter": "工会组建批复",
        "applicant": "甲厂",
        "first_contact": "苍安和",
        "received_date": received,
        "complete_date": complete,
        "closed_date": closed,
        "outcome": "办结" if closed else None,
    }


def warned(verdict: Judged) -> list[tuple[Any, ...]]:
    return verdict.problems.select("file", "row", "rule", "severity").rows()


def test_rows_of_a_year_that_is_not_known_load_with_one_warning_a_sheet():
    day = date(UNKNOWN, 1, 4)
    rows = [case("S1", day, day, day), case("S2", day, day, day)]
    verdict = judged(sheet("service_case", rows, stated=date(UNKNOWN, 1, 31)))
    assert warned(verdict) == [("台账.xlsx", None, "unknown_calendar", "warning")]
    assert f"[calendar.{UNKNOWN}]" in verdict.problems["message_zh"][0]
    assert verdict.tables["service_case"].height == 2


def test_a_configured_year_is_known():
    day = date(UNKNOWN, 1, 4)
    calendar = WorkingCalendar({UNKNOWN: CalendarYear((date(UNKNOWN, 1, 1),), ())})
    given = sheet("service_case", [case("S1", day, day, day)], stated=date(UNKNOWN, 1, 31))
    assert warned(judged(given, calendar=calendar)) == []


def test_a_case_that_is_closed_in_the_next_year_needs_that_year_too():
    rows = [case("S1", date(KNOWN, 12, 30), date(KNOWN, 12, 30), date(UNKNOWN, 1, 4))]
    assert [rule for *_, rule, _ in warned(judged(sheet("service_case", rows)))] == ["unknown_calendar"]


def test_an_open_case_needs_the_years_up_to_the_data_date():
    rows = [case("S1", date(KNOWN, 12, 30), date(KNOWN, 12, 30), None)]
    assert warned(judged(sheet("service_case", rows, stated=date(KNOWN, 12, 31)))) == []
    later = judged(sheet("service_case", rows, stated=date(UNKNOWN, 1, 31)))
    assert [rule for *_, rule, _ in warned(later)] == ["unknown_calendar"]


def test_a_case_whose_papers_are_not_complete_needs_no_calendar():
    rows = [case("S1", date(UNKNOWN, 1, 4), None, None)]
    assert warned(judged(sheet("service_case", rows, stated=date(UNKNOWN, 1, 31)))) == []


def test_refunds_need_the_calendar_as_well_and_rejected_rows_do_not():
    refund = {"union_code": "G1", "receipt_date": date(UNKNOWN, 1, 4), "amount": 100}
    sound = sheet("dues_refund", [{"refund_code": "F1", **refund}], file="1.xlsx", stated=date(UNKNOWN, 1, 31))
    fallen = sheet("dues_refund", [{"refund_code": "F2", **refund}], file="2.xlsx", rejected=(0,))
    assert warned(judged(sound, fallen)) == [("1.xlsx", None, "unknown_calendar", "warning")]
