"""Days: ends of months, the same day a year before, working days between two days."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any


class UnknownCalendar(Exception):
    """A working day is asked of a year whose calendar nobody knows."""


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def end_of_month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)


def whole_months_end(day: date) -> date:
    """The end of the last month that is over on the day, the day itself if it is a month's end."""
    return day if day == month_end(day) else end_of_month_before(day)


def a_year_before(day: date) -> date:
    """The same day a year before; the end of a month stays the end of a month."""
    if day == month_end(day):
        return month_end(date(day.year - 1, day.month, 1))
    return date(day.year - 1, day.month, day.day)


class WorkingDays:
    """Working days by the statutory calendar, counted one by one."""

    def __init__(self, rows: list[dict[str, Any]]) -> None:
        self._so_far: dict[date, int] = {}
        count = 0
        for row in sorted(rows, key=lambda row: row["day"].toordinal()):
            count += bool(row["is_working_day"])
            self._so_far[row["day"]] = count
        self._known_from = {row["day"]: row["known_from"] for row in rows}

    def between(self, start: date, end: date) -> int:
        """Working days after the start, up to the end; the start is day 0."""
        if start not in self._so_far or end not in self._so_far or self._known_from[end] > start:
            raise UnknownCalendar
        return self._so_far[end] - self._so_far[start]
