"""Working days: the statutory calendar, what configuration adds, and years that nobody knows."""

from datetime import date, timedelta

import chinese_calendar
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.working_days import STATUTORY_YEARS, CalendarYear, WorkingCalendar

settings.register_profile("working_days", max_examples=60, deadline=None, derandomize=True)
settings.load_profile("working_days")

STATUTORY = WorkingCalendar()
NEXT_YEAR = STATUTORY_YEARS.stop
DAYS = st.dates(date(STATUTORY_YEARS.start, 1, 1), date(STATUTORY_YEARS.stop - 1, 9, 30))
LINES = {line["day"]: line for line in STATUTORY.table().to_dicts()}


def count(start: date, end: date) -> int:
    """Working days from ``start`` (day 0) to ``end``, as SQL counts them."""
    return int(LINES[end]["working_day_number"] - LINES[start]["working_day_number"])


def test_complete_on_friday_with_3_days_is_due_on_thursday_after_the_holiday():
    friday, saturday = date(2021, 9, 17), date(2021, 9, 18)
    holiday, thursday = [date(2021, 9, day) for day in (19, 20, 21)], date(2021, 9, 23)
    assert STATUTORY.is_working_day(saturday), "a make-up day"
    assert not any(STATUTORY.is_working_day(day) for day in holiday)
    assert STATUTORY.due_date(friday, 3) == thursday
    assert [count(friday, day) for day in (friday, saturday, *holiday, thursday)] == [0, 1, 1, 1, 1, 3]


def test_no_days_are_the_same_day_even_on_a_holiday():
    assert STATUTORY.due_date(date(2021, 10, 1), 0) == date(2021, 10, 1)
    assert count(date(2021, 10, 1), date(2021, 10, 1)) == 0


@given(DAYS)
def test_a_day_is_what_the_statutory_calendar_says(day: date):
    assert STATUTORY.is_working_day(day) is chinese_calendar.is_workday(day)
    assert LINES[day]["is_working_day"] is chinese_calendar.is_workday(day)


@given(st.lists(DAYS, min_size=3, max_size=3))
def test_counting_is_additive_and_begins_after_the_start(days: list[date]):
    start, middle, end = sorted(days)
    assert count(start, end) == count(start, middle) + count(middle, end)
    assert count(start, start) == 0
    assert count(start, end) == sum(
        STATUTORY.is_working_day(start + timedelta(step)) for step in range(1, (end - start).days + 1)
    )


@given(DAYS, st.integers(0, 40))
def test_the_due_date_is_the_first_day_with_so_many_working_days_behind_it(start: date, limit: int):
    due = STATUTORY.due_date(start, limit)
    assert count(start, due) == limit
    assert limit == 0 or count(start, due - timedelta(1)) == limit - 1


def test_a_year_that_is_not_known_is_never_guessed():
    assert not STATUTORY.knows(NEXT_YEAR)
    with pytest.raises(LookupError, match=str(NEXT_YEAR)):
        STATUTORY.is_working_day(date(NEXT_YEAR, 1, 4))
    with pytest.raises(LookupError, match=str(NEXT_YEAR)):
        STATUTORY.due_date(date(NEXT_YEAR - 1, 12, 31), 1)
    assert date(NEXT_YEAR, 1, 1) not in LINES


def test_a_configured_year_has_its_holidays_its_make_up_days_and_weekends():
    new_year, saturday, monday = date(2027, 1, 1), date(2027, 1, 2), date(2027, 1, 4)
    calendar = WorkingCalendar({2027: CalendarYear(holidays=(new_year,), workdays=(saturday,))})
    assert calendar.knows(2027)
    week = [new_year + timedelta(step) for step in range(4)]
    assert [calendar.is_working_day(day) for day in week] == [False, True, False, True]
    assert calendar.due_date(new_year, 2) == monday


def test_a_configured_day_goes_before_a_statutory_one():
    holiday_of_the_region = date(2021, 11, 3)
    calendar = WorkingCalendar({2021: CalendarYear(holidays=(holiday_of_the_region,), workdays=(date(2021, 11, 6),))})
    assert not calendar.is_working_day(holiday_of_the_region)
    assert calendar.is_working_day(date(2021, 11, 6))
    assert calendar.is_working_day(date(2021, 9, 18)), "the other days of the year stay as they are"


def test_nothing_is_counted_across_a_year_that_is_not_known():
    gap = NEXT_YEAR + 1
    calendar = WorkingCalendar({gap: CalendarYear(holidays=(date(gap, 1, 1),), workdays=())})
    table = calendar.table()
    assert table["day"].is_sorted()
    assert table["known_from"].unique().sort().to_list() == [date(STATUTORY_YEARS.start, 1, 1), date(gap, 1, 1)]
    first = table.filter(pl.col("day") == date(gap, 1, 1))
    assert first["working_day_number"].to_list() == [0]
