"""Working days: the statutory calendar with its make-up days, extended by configuration.

The package chinesecalendar knows the years that the State Council has announced. Other years are known
only when ``[calendar.YEAR]`` of ``config.toml`` lists them; a year that is not known is never guessed at.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import chinese_calendar
import polars as pl

STATUTORY_YEARS = range(min(chinese_calendar.holidays).year, max(chinese_calendar.holidays).year + 1)
"""The years that the installed package knows."""

SATURDAY = 5

WORKING_DAY_SCHEMA: dict[str, pl.DataType] = {
    "day": pl.Date(),
    "is_working_day": pl.Boolean(),
    "working_day_number": pl.Int64(),
    "known_from": pl.Date(),
}
"""One calendar day a row: ``working_day_number`` counts the working days from ``known_from`` to the day, both counted.

``known_from`` is the first day of the run of known years that the day lies in. Of two days with the same
``known_from`` the difference of their numbers is the working days from the one (day 0) to the other."""


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """Holidays and make-up working days of one year, as configured."""

    holidays: tuple[date, ...]
    workdays: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The statutory calendar and, by year, what configuration adds; a configured day goes before a statutory one."""

    configured: Mapping[int, CalendarYear] = field(default_factory=dict)

    def knows(self, year: int) -> bool:
        """Whether the year's holidays and make-up days are known."""
        return year in STATUTORY_YEARS or year in self.configured

    @property
    def known_years(self) -> list[int]:
        """All known years, ascending."""
        return sorted({*STATUTORY_YEARS, *self.configured})

    def is_working_day(self, day: date) -> bool:
        """Whether people work on the day; raises ``LookupError`` in a year that is not known."""
        if not self.knows(day.year):
            raise LookupError(f"the calendar of {day.year} is not known")
        configured = self.configured.get(day.year)
        if configured is not None and (day in configured.workdays or day in configured.holidays):
            return day in configured.workdays
        return day in chinese_calendar.workdays or (day.weekday() < SATURDAY and day not in chinese_calendar.holidays)

    def due_date(self, start: date, working_days: int) -> date:
        """The last day of a limit that starts on ``start`` (day 0) and has so many working days.

        With 0 it is the start day itself. Raises ``LookupError`` where a year on the way is not known.
        """
        day, left = start, working_days
        while left:
            day += timedelta(1)
            left -= self.is_working_day(day)
        return day

    def table(self) -> pl.DataFrame:
        """Every day of every known year (:data:`WORKING_DAY_SCHEMA`), in order."""
        return pl.DataFrame(list(self._lines()), schema=WORKING_DAY_SCHEMA, orient="row")

    def _lines(self) -> Iterator[tuple[date, bool, int, date]]:
        number, known_from, before = 0, date.min, date.min
        for year in self.known_years:
            for day in _days_of(year):
                if day - before != timedelta(1):
                    number, known_from = 0, day
                is_working_day = self.is_working_day(day)
                number += is_working_day
                before = day
                yield day, is_working_day, number, known_from


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days) for days in range((date(year + 1, 1, 1) - first).days))
