"""When something that has to be settled within so many working days is settled in the invented county."""

import random
from datetime import date

from pipelines.working_days import STATUTORY_YEARS, CalendarYear, WorkingCalendar

LAST_YEAR = 2100
CALENDAR = WorkingCalendar({year: CalendarYear((), ()) for year in range(STATUTORY_YEARS.stop, LAST_YEAR + 1)})
"""The statutory calendar; in years whose holidays are not announced the invented county knows weekends alone."""
IN_TIME = 0.94
MOST_DAYS_LATE = 4


def closing_day(dice: random.Random, start: date, limit: int) -> date:
    """A working day within the limit, seldom a few days after it."""
    is_in_time = dice.random() < IN_TIME
    needed = dice.randint(min(limit, 1), limit) if is_in_time else limit + dice.randint(1, MOST_DAYS_LATE)
    return CALENDAR.due_date(start, needed)
