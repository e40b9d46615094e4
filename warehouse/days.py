"""Days that figures are compared on."""

from calendar import monthrange
from datetime import date, timedelta


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def year_before(day: date) -> date:
    """The same day a year before; a month's end stays a month's end."""
    if day == month_end(day):
        return month_end(date(day.year - 1, day.month, 1))
    return day.replace(year=day.year - 1)


def month_end_before(day: date) -> date:
    """The last day of the month before the day's."""
    return day.replace(day=1) - timedelta(days=1)


def year_end_before(day: date) -> date:
    """31 December of the year before."""
    return date(day.year - 1, 12, 31)


def elapsed_days(day: date) -> tuple[int, int]:
    """Days of the year so far, the day counted, and days of the whole year."""
    return day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday


def days_compared_with(day: date) -> tuple[date, ...]:
    """The day itself and every other day that its comparisons read."""
    month = month_end_before(day)
    return (day, year_before(day), month, month_end_before(month), year_end_before(day))
