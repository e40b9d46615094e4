"""Whether what an indicator reads has been handed in as far as a day."""

from collections.abc import Iterable
from datetime import date
from functools import cache

from tests.second_computation.days import end_of_month_before, month_end
from tests.second_computation.tables import Tables

MONTHS_OF = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@cache
def last_due(day: date, frequency: str) -> date:
    """The end of the last whole period (month, quarter, half-year, year) on or before the day."""
    end = day if day == month_end(day) else end_of_month_before(day)
    while end.month % MONTHS_OF[frequency]:
        end = end_of_month_before(end)
    return end


def missing(tables: Tables, ledgers: Iterable[str], day: date) -> list[str]:
    """Ledgers of which no accepted sheet reaches to the last period that was due."""
    return sorted(ledger for ledger in ledgers if not _is_covered(tables, ledger, day))


def never_submitted(tables: Tables, ledgers: Iterable[str]) -> bool:
    return any(not tables.accepted_reaches.get(ledger) for ledger in ledgers)


def _is_covered(tables: Tables, ledger: str, day: date) -> bool:
    declared = tables.ledgers[ledger]
    reaches = tables.accepted_reaches.get(ledger)
    if not reaches:
        return False
    furthest = max(reaches)
    if declared["time_kind"] == "year":
        furthest = date(furthest.year, 12, 31)
    return furthest >= last_due(day, declared["frequency"])
