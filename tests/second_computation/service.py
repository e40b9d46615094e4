"""Service: applications and refunds within their limits of working days."""

from datetime import date

from tests.second_computation.figure import Books, Indicator, Item, Parts
from tests.second_computation.tables import Row

REFUND = "经费返拨"


def judged(books: Books, day: date, start: date, closed: date | None, limit: int) -> bool | None:
    """Whether a case was in time: True or False once it is decided, None while it is open and within its limit."""
    if closed is not None and closed <= day:
        return books.working_days.between(start, closed) <= limit
    return False if start <= day and books.working_days.between(start, day) > limit else None


def _shares(judgements: list[tuple[str | None, bool | None]]) -> Parts:
    return Parts(
        numerator=[Item(township) for township, in_time in judgements if in_time],
        denominator=[Item(township) for township, in_time in judgements if in_time is not None],
    )


def received(books: Books, day: date) -> list[Row]:
    """Cases of the year whose papers are complete."""
    return [row for row in books.tables.year_to(day, "service_case", "received_date") if row["complete_date"]]


def on_time(books: Books, day: date) -> Parts:
    limited = [row for row in received(books, day) if books.limits.get(row["matter"]) is not None]
    return _shares(
        [
            (None, judged(books, day, row["complete_date"], row["closed_date"], books.limits[row["matter"]]))
            for row in limited
        ]
    )


def average_days(books: Books, day: date) -> Parts:
    closed = [row for row in received(books, day) if row["closed_date"] and row["closed_date"] <= day]
    return Parts(
        numerator=[Item(None, books.working_days.between(row["complete_date"], row["closed_date"])) for row in closed],
        denominator=[Item(None) for _ in closed],
    )


def refunds(books: Books, day: date) -> Parts:
    rows = books.tables.year_to(day, "dues_refund", "receipt_date")
    return _shares(
        [
            (
                books.townships.of_union(day, row),
                judged(books, day, row["receipt_date"], row["refunded_date"], books.limits[REFUND]),
            )
            for row in rows
        ]
    )


INDICATORS = (
    Indicator("service_on_time", "ratio", "ytd", "up", ("service_case",), on_time, county_only=True),
    Indicator("service_days", "average", "ytd", "down", ("service_case",), average_days, county_only=True),
    Indicator("refund_on_time", "ratio", "ytd", "up", ("dues_refund", "union"), refunds),
)
