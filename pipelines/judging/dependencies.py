"""Which ledgers a verdict on a ledger's rows looks into."""

from collections.abc import Collection, Iterable, Mapping

from expectations.between import load_rules
from pipelines.judging.towns import TOWNSHIP
from pipelines.ledger import CATALOGUE, Kind, Ledger

Dependencies = Mapping[str, frozenset[str]]
"""By ledger id: the other ledgers that its rows refer to, or that rules about its rows read."""


def dependencies_of(ledgers: Mapping[str, Ledger]) -> Dependencies:
    """What each of these ledgers looks into, among them."""
    by_table = {ledger.table: ledger.id for ledger in ledgers.values()}
    found = {ledger_id: _references(ledger) for ledger_id, ledger in ledgers.items()}
    for rule in load_rules():
        if rule.ledger in found:
            found[rule.ledger] |= {*rule.reads, *(by_table.get(table, "") for _, table in rule.relations)}
    return {ledger_id: frozenset(names & set(ledgers) - {ledger_id}) for ledger_id, names in found.items()}


def _references(ledger: Ledger) -> set[str]:
    names = {column.reference.ledger for column in ledger.columns if column.reference is not None} - {CATALOGUE}
    return names | {TOWNSHIP for column in ledger.columns if column.kind is Kind.TOWN}


def looked_into(ledger_ids: Iterable[str], dependencies: Dependencies) -> set[str]:
    """These ledgers and all that verdicts on them look into, and on those in turn."""
    found: set[str] = set()
    waiting = list(ledger_ids)
    while waiting:
        ledger_id = waiting.pop()
        if ledger_id not in found:
            found.add(ledger_id)
            waiting += dependencies[ledger_id]
    return found


def reached_by(changed: Collection[str], dependencies: Dependencies) -> set[str]:
    """The ledgers whose verdicts may be others when rows of the changed ones are."""
    return {ledger_id for ledger_id in dependencies if not looked_into([ledger_id], dependencies).isdisjoint(changed)}
