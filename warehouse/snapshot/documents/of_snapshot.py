"""The documents of a frozen month: what they say of the snapshot follows from its manifest, its log and the issue
before it."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from warehouse.access.audit_log import audit_key
from warehouse.snapshot.documents.context import Action, Context, PreviousIssue, Signature
from warehouse.snapshot.documents.make import documents
from warehouse.snapshot.edited_sentences import read_edits, standing
from warehouse.snapshot.frozen_tables import frozen_figures
from warehouse.snapshot.life_cycle import State, Step
from warehouse.snapshot.shelf import Documents, Snapshots
from warehouse.snapshot.snapshot import Snapshot, damaged
from warehouse.snapshot.verify import altered_in

VALUES = 'select indicator_id, region_code, value from kpi."values" where as_of_date = ?'
BEIJING = timezone(timedelta(hours=8))
"""Times are written in a log as they are everywhere, and shown as they are here."""
SIGNING: dict[str, Action] = {Step.CREATE: "create", Step.REVIEW: "review", Step.ISSUE: "issue"}


def documents_of(home: Path) -> Documents:
    """What makes the documents of a step; the snapshot is known to be intact.

    Raises :class:`Refusal` where the issue before it, which it is compared with, is not as it was written.
    """

    def made(snapshot: Snapshot) -> Mapping[str, bytes]:
        return documents(frozen_figures(snapshot), snapshot.as_of, context_of(home, snapshot))

    return made


def context_of(home: Path, snapshot: Snapshot) -> Context:
    """A snapshot as its documents name it."""
    manifest = snapshot.manifest
    return Context(
        id=snapshot.id,
        manifest_hash=snapshot.hash,
        state=snapshot.state.value,
        is_complete=manifest["complete"],
        missing=tuple(manifest["missing"]),
        reason=manifest["reason"],
        signatures=_signatures(snapshot),
        previous=_previous(home, snapshot),
        edited=standing(read_edits(snapshot.folder)),
    )


def _signatures(snapshot: Snapshot) -> tuple[Signature, ...]:
    """Who made it, and who signed since it was last returned."""
    events = snapshot.events
    returned = max((place for place, event in enumerate(events) if event.action == Step.RETURN), default=0)
    standing = (event for event in (events[0], *events[max(returned, 1) :]) if event.action in SIGNING)
    return tuple(Signature(SIGNING[one.action], one.by, _here(one.at)) for one in standing)


def _here(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(BEIJING)


def _previous(home: Path, snapshot: Snapshot) -> PreviousIssue | None:
    """The snapshot that it replaces, else the last one issued of an earlier month."""
    issued = [one for one in Snapshots(home).all() if one.state is State.ISSUED]
    replaced = snapshot.manifest["replaces"]
    before = [one for one in issued if (one.id == replaced if replaced else one.month < snapshot.month)]
    if not before:
        return None
    previous = before[-1]
    if altered_in(previous.folder, audit_key(home)):
        raise damaged(previous.id)
    lines = frozen_figures(previous).query(VALUES, [previous.as_of]).iter_rows()
    return PreviousIssue(previous.id, previous.as_of, {(name, region): value for name, region, value in lines})
