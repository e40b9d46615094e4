"""The rows of all ledgers judged together, round by round until no row that falls makes room for another.

In a round, duplicate keys in a file are set aside; references and rules between ledgers judge the first
row of every key and file against everything submitted; then, as superseding leaves them, the rules about
what remains judge the rest. When the first row of a key falls, the next row of that key and file is judged
in its place; when a row falls that had superseded another, that one remains.
"""

from collections.abc import Collection
from datetime import date

import polars as pl

from pipelines.judging.between_ledgers import BetweenLedgers
from pipelines.judging.candidates import Candidates
from pipelines.judging.criteria import Criteria
from pipelines.judging.dependencies import dependencies_of, reached_by
from pipelines.judging.fallen_rows import (
    RowIds,
    errors_of_rows,
    only,
    rows_with_errors,
    without,
    without_warnings_of_fallen,
)
from pipelines.judging.findings import FindingsByLedger, together
from pipelines.judging.hearing import Hearing
from pipelines.judging.same_again import duplicate_findings
from pipelines.judging.superseding import duplicates, with_one_behind


def judge_together(hearing: Hearing, criteria: Criteria, places: pl.DataFrame, data_date: date | None) -> Candidates:
    """The rows that stand: sound ones without duplicates. The hearing records why the others fell."""
    rounds = _Rounds(hearing, criteria, hearing.waiting(places))
    between = BetweenLedgers(hearing, criteria, places, data_date)
    dependencies = dependencies_of(criteria.ledgers)
    touched: Collection[str] = criteria.ledgers.keys()
    while True:
        rounds.set_duplicates_aside(touched)
        reached = rounds.in_order(reached_by(touched, dependencies))
        rounds.found |= between.found_in_submitted(rounds.first, reached)
        losers = rows_with_errors(rounds.first, rounds.found)
        if fallen := rounds.before_a_duplicate(losers):
            rounds.remove(fallen, rounds.found)
        else:
            standing = {ledger_id: without(frame, losers.get(ledger_id)) for ledger_id, frame in rounds.first.items()}
            last = between.found_in_remaining(standing)
            fallen = rows_with_errors(rounds.first, last)
            if not fallen:
                rounds.close(last)
                return standing
            rounds.remove(fallen, last)
        touched = fallen.keys()


class _Rounds:
    """The rows that still wait, of these the first of every key and file, the extra ones, and what was found last."""

    def __init__(self, hearing: Hearing, criteria: Criteria, waiting: Candidates) -> None:
        self.hearing = hearing
        self.ledgers = criteria.ledgers
        self.waiting = waiting
        self.first: Candidates = {}
        self.extra: Candidates = {}
        self.found: FindingsByLedger = {}

    def in_order(self, ledger_ids: Collection[str]) -> list[str]:
        return [ledger_id for ledger_id in self.ledgers if ledger_id in ledger_ids]

    def set_duplicates_aside(self, ledger_ids: Collection[str]) -> None:
        for ledger_id in self.in_order(ledger_ids):
            self.extra[ledger_id] = duplicates(self.waiting[ledger_id], self.ledgers[ledger_id])
            self.first[ledger_id] = without(self.waiting[ledger_id], self.extra[ledger_id]["row_id"])

    def before_a_duplicate(self, losers: RowIds) -> RowIds:
        """The losing rows behind which a duplicate waits.

        Only they make room: no ledger's verdict hangs on what falls where it does not look.
        """
        behind = {
            ledger_id: with_one_behind(
                only(self.first[ledger_id], row_ids), self.extra[ledger_id], self.ledgers[ledger_id]
            )
            for ledger_id, row_ids in losers.items()
            if not self.extra[ledger_id].is_empty()
        }
        return {ledger_id: rows["row_id"] for ledger_id, rows in behind.items() if not rows.is_empty()}

    def remove(self, fallen: RowIds, found: FindingsByLedger) -> None:
        """Rejects rows for the errors among what was found; they wait no longer."""
        for ledger_id, row_ids in fallen.items():
            self.hearing.record(errors_of_rows(found[ledger_id], self.first[ledger_id], row_ids))
            self.waiting[ledger_id] = without(self.waiting[ledger_id], row_ids)

    def close(self, last: FindingsByLedger) -> None:
        """Records what the last round found, and the duplicates."""
        self.hearing.record(without_warnings_of_fallen(together([*self.found.values(), *last.values()])))
        self.hearing.record(
            together(
                duplicate_findings(frame, self.first[ledger_id], self.ledgers[ledger_id], self.hearing.readings)
                for ledger_id, frame in self.extra.items()
            )
        )
