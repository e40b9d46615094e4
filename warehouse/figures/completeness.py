"""Which ledgers an indicator still waits for: a department that has not delivered is never shown as a zero."""

from dataclasses import dataclass
from datetime import date
from functools import cache

import duckdb

from warehouse.days import month_end, month_end_before
from warehouse.period import MONTHS

SUBMISSIONS = """
with
accepted as (
    select
        ledger_id,
        max(reach_date) as reach_date
    from quality.sheets
    where is_accepted and ledger_id is not null
    group by ledger_id
)

select
    ledgers.ledger_id,
    ledgers.frequency,
    ledgers.time_kind,
    accepted.ledger_id is not null as is_submitted,
    accepted.reach_date
from meta.ledgers as ledgers
left join accepted
    on ledgers.ledger_id = accepted.ledger_id
order by ledgers.ledger_id
"""


@dataclass(frozen=True, slots=True)
class Submission:
    """What of a ledger was ever accepted. A zero report counts; ``reach`` is the latest of its sheets."""

    frequency: str
    is_submitted: bool
    reach: date | None

    def covers(self, as_of: date) -> bool:
        """Whether the last period that was due by ``as_of`` has been handed in."""
        return self.is_submitted and self.reach is not None and last_due(as_of, self.frequency) <= self.reach


@cache
def last_due(as_of: date, frequency: str) -> date:
    """The last end of a month, quarter, half year or year that is not after ``as_of``."""
    end = as_of if as_of == month_end(as_of) else month_end_before(as_of)
    months_over = end.month % MONTHS[frequency]
    month = end.month - months_over
    year = end.year if month else end.year - 1
    return month_end(date(year, month or 12, 1))


class Completeness:
    """The submissions of every ledger, and what is missing for a set of ledgers on a day."""

    def __init__(self, submissions: dict[str, Submission], timeless: frozenset[str], data_date: date) -> None:
        self.submissions, self.timeless, self.data_date = submissions, timeless, data_date

    def is_submitted(self, ledger_id: str) -> bool:
        """Whether any sheet of the ledger was ever accepted."""
        found = self.submissions.get(ledger_id)
        return found is not None and found.is_submitted

    def missing(self, ledgers: tuple[str, ...], as_of: date) -> list[str]:
        """Of these ledgers those whose submissions do not cover ``as_of``, in their order."""
        return [ledger_id for ledger_id in ledgers if not self._covers(ledger_id, as_of)]

    def _covers(self, ledger_id: str, as_of: date) -> bool:
        if ledger_id in self.timeless and as_of > self.data_date:
            return False
        found = self.submissions.get(ledger_id)
        return found is not None and found.covers(as_of)


def read_completeness(con: duckdb.DuckDBPyConnection, data_date: date) -> Completeness:
    """Reads ``quality.sheets``. A ledger of years reaches to 31 December, one without time to the data date."""
    submissions: dict[str, Submission] = {}
    timeless: set[str] = set()
    for ledger_id, frequency, time_kind, is_submitted, reach in con.execute(SUBMISSIONS).fetchall():
        if time_kind is None:
            timeless.add(ledger_id)
        submissions[ledger_id] = Submission(frequency, is_submitted, reach_by_kind(time_kind, reach, data_date))
    return Completeness(submissions, frozenset(timeless), data_date)


def reach_by_kind(time_kind: str | None, reach: date | None, data_date: date) -> date | None:
    """How far a submission counts: of years to 31 December, without time to the data date, else to its reach."""
    if time_kind is None:
        return data_date
    if time_kind == "year" and reach is not None:
        return date(reach.year, 12, 31)
    return reach
