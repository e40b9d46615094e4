"""Months as they are said and drawn on the page of relief spending."""

from calendar import monthrange
from datetime import date

from dashboard import format as formats
from dashboard.relief import words as wording
from warehouse.language import Language

MONTHS = [f"{month:02}" for month in range(1, 13)]
"""The codes of the months on an axis."""


def month_code(day: date) -> str:
    return f"{day.month:02}"


def is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def month_name(month: int, language: Language) -> str:
    return str(month) if language == "zh" else formats.MONTH_NAMES[month - 1]


def period(as_of: date, language: Language) -> str:
    """From 1 January to the day: ``2021年1–6月``, ``2021年1月1日至11月15日``."""
    month = month_name(as_of.month, language)
    if not is_month_end(as_of):
        sentence = wording.UP_TO_A_DAY
    else:
        sentence = wording.ONE_MONTH if as_of.month == 1 else wording.SOME_MONTHS
    return sentence.in_language(language).format(year=as_of.year, month=month, day=as_of.day)


def in_month(day: date, language: Language) -> str:
    """The month of a day, and up to which day if that is not its last: ``2021年11月（到15日）``."""
    sentence = wording.IN_MONTH if is_month_end(day) else wording.UP_TO_DAY_OF_MONTH
    month = month_name(day.month, language)
    return sentence.in_language(language).format(year=day.year, month=month, day=day.day)
