"""What somebody has chosen to see of a subject."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from warehouse.days import year_before
from warehouse.desk.pivot.subject import Dimension, Measure, Period, Subject

Versus = Literal["none", "last_year", "target"]


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are looked at, both counted; ``until`` is the as-of date."""

    since: date
    until: date

    @property
    def year_before(self) -> "Span":
        """The same days a year before."""
        return Span(self.since.replace(year=self.since.year - 1), year_before(self.until))


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows, columns and measure by their ids, what it is compared with, when, and the values that are kept.

    ``kept`` holds, by dimension, the Chinese words that a row has to have; a dimension that is not in it keeps all.
    """

    rows: str
    columns: str | None
    measure: str
    span: Span
    versus: Versus = "none"
    kept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def axes(self, subject: Subject) -> tuple[Dimension, ...]:
        """The dimensions of rows and columns."""
        return tuple(subject.dimensions[name] for name in (self.rows, self.columns) if name is not None)

    def measured(self, subject: Subject) -> Measure:
        return subject.measures[self.measure]


def periods_within(span: Span, period: Period) -> tuple[str, ...]:
    """The months, quarters or years of a span as they are written, oldest first, also those without a row."""
    months = [
        (year, month)
        for year in range(span.since.year, span.until.year + 1)
        for month in range(1, 13)
        if (span.since.year, span.since.month) <= (year, month) <= (span.until.year, span.until.month)
    ]
    written = {
        "month": [f"{year}-{month:02}" for year, month in months],
        "quarter": [f"{year}-Q{(month + 2) // 3}" for year, month in months],
        "year": [str(year) for year, _ in months],
    }
    return tuple(dict.fromkeys(written[period]))


def span_of(period: str, as_of: date, first_day: date) -> Span:
    """The days of one of :data:`warehouse.desk.pivot.subject.PERIODS`, up to the as-of date."""
    year, month = as_of.year, as_of.month
    since = {
        "month": date(year, month, 1),
        "quarter": date(year, (month - 1) // 3 * 3 + 1, 1),
        "year": date(year, 1, 1),
        "twelve_months": date(year if month == 12 else year - 1, month % 12 + 1, 1),
        "all": first_day,
    }[period]
    return Span(since, as_of)
