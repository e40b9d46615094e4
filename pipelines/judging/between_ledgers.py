"""References and rules between ledgers: what they find in rows that are held against those of other ledgers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from expectations.between import BetweenRule, Session, load_rules
from pipelines.judging.candidates import Candidates
from pipelines.judging.criteria import Criteria
from pipelines.judging.fallen_rows import only
from pipelines.judging.findings import FindingsByLedger, findings, together
from pipelines.judging.hearing import Hearing
from pipelines.judging.references import Directory, broken_references
from pipelines.judging.settling import settle
from pipelines.judging.verdict import with_source
from pipelines.rules import naming
from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class BetweenLedgers:
    """What is asked of several ledgers at once; rows count as rejected when the hearing has rejected them by then.

    ``places`` are those of the sheets, ``data_date`` is the inbox's (None: nothing has a date).
    """

    hearing: Hearing
    criteria: Criteria
    places: pl.DataFrame
    data_date: date | None

    def found_in_submitted(self, rows: Candidates, ledger_ids: Collection[str]) -> FindingsByLedger:
        """What references, and rules about everything submitted, find in the rows of these ledgers."""
        ledgers, published = self.criteria.ledgers, self.criteria.published
        directory = Directory(self.hearing.candidates, ledgers, published, self.criteria.indicator_ids)
        rules = [rule for rule in load_rules() if rule.ledger in ledger_ids and not rule.is_judged_last]
        broken = self._broken_rules(rules, rows)
        return {
            ledger_id: together(
                [broken_references(rows[ledger_id], ledgers[ledger_id], directory), *broken.get(ledger_id, ())]
            )
            for ledger_id in ledger_ids
        }

    def found_in_remaining(self, standing: Candidates) -> FindingsByLedger:
        """What rules about the rows that remain after superseding find in these, which are not superseded yet."""
        ledgers = self.criteria.ledgers
        rules = [rule for rule in load_rules() if rule.ledger in ledgers and rule.is_judged_last]
        needed = {ledger_id for rule in rules for ledger_id in (rule.ledger, *rule.reads)}
        remaining = {
            ledger_id: settle(standing[ledger_id], ledgers[ledger_id], self.hearing, self.criteria, self.places).loaded
            for ledger_id in needed
        }
        return {ledger_id: together(parts) for ledger_id, parts in self._broken_rules(rules, remaining).items()}

    def _broken_rules(self, rules: Sequence[BetweenRule], rows: Candidates) -> dict[str, list[pl.DataFrame]]:
        judgeable = [
            rule
            for rule in rules
            if not rows[rule.ledger].is_empty() and not any(map(self.hearing.nothing_submitted, rule.reads))
        ]
        found: dict[str, list[pl.DataFrame]] = {}
        if not judgeable:
            return found
        with self._session(judgeable, rows) as session:
            for rule in judgeable:
                broken = only(rows[rule.ledger], pl.Series("row_id", session.broken_rows(rule), dtype=pl.Int64))
                message = naming(Label(rule.zh, rule.en), f"between/{rule.name}")
                problems = findings(broken, rule.column, "broken_rule", rule.severity, message)
                found.setdefault(rule.ledger, []).append(problems)
        return found

    def _session(self, rules: Sequence[BetweenRule], rows: Candidates) -> Session:
        """The rows that these rules read, where they can be asked."""
        candidates, ledgers = self.hearing.candidates, self.criteria.ledgers
        read = {table for rule in rules for _, table in rule.relations}
        names = {ledger_id: ledgers[ledger_id].table for ledger_id in rows if ledgers[ledger_id].table in read}
        return Session(
            tables={table: with_source(rows[ledger_id], self.hearing.readings) for ledger_id, table in names.items()},
            keys={ledger.table: list(ledger.key) for ledger in ledgers.values()},
            settings={**self.criteria.settings, "data_date": self.data_date.isoformat() if self.data_date else ""},
            rejected={table: candidates[ledger_id].filter("is_rejected") for ledger_id, table in names.items()},
        )
