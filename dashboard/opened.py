"""Who opened details about people: noted with the ledgers, once a session."""

from collections.abc import Iterable

from dashboard import data
from dashboard.page import View
from dashboard.viewer import note_once
from warehouse.access.actions import Action


def note_opened(view: View, page: str, ledger_ids: Iterable[str | None]) -> None:
    """Notes those of the ledgers whose rows are about people; ``page`` is its address."""
    opened = sorted(data.ledgers_of_people(view.published) & set(ledger_ids))
    if opened:
        note_once(view.viewer, Action.OPENED, {"page": page, "ledgers": ",".join(opened)})
