"""The documents of a frozen month: what they say of the snapshot follows from its manifest, its log and the issue
before it."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from pathlib import Path

from warehouse.access.audit_log import audit_key
from warehouse.reader import Published
from warehouse.snapshot.documents.brief_settings import number_of, read_brief
from warehouse.snapshot.documents.context import Action, Context, PreviousIssue, Signature
from warehouse.snapshot.documents.make import Told, documents, untold
from warehouse.snapshot.edited_sentences import read_edits, standing
from warehouse.snapshot.frozen_tables import frozen_figures
from warehouse.snapshot.life_cycle import State, Step
from warehouse.snapshot.month import asked_month
from warehouse.snapshot.shelf import Documents, Snapshots
from warehouse.snapshot.snapshot import Snapshot, damaged
from warehouse.snapshot.verify import altered_in

CONFIGURATION = "config.toml"
NOT_FROZEN = "尚未冻结"
"""Stands for the hash of what has none yet."""
VALUES = 'select indicator_id, region_code, value from kpi."values" where as_of_date = ?'
BEIJING = timezone(timedelta(hours=8))
"""Times are written in a log as they are everywhere, and shown as they are here."""
SIGNING: dict[str, Action] = {Step.CREATE: "create", Step.REVIEW: "review", Step.ISSUE: "issue"}


def documents_of(home: Path, told: Told = untold) -> Documents:
    """What makes the documents of a step; the snapshot is known to be intact.

    Raises :class:`Refusal` where the issue before it, which it is compared with, is not as it was written.
    """

    def made(snapshot: Snapshot) -> Mapping[str, bytes]:
        return documents(frozen_figures(snapshot), snapshot.as_of, context_of(home, snapshot), told)

    return made


def preview(home: Path, published: Published, month: str, told: Told = untold) -> Mapping[str, bytes]:
    """The documents of a month as they would be if it were frozen now; each says that it is a preview.

    Raises :class:`Refusal` for a month that cannot be frozen, as :func:`warehouse.snapshot.month.asked_month` does.
    """
    asked = asked_month(published, month)
    settings = read_brief(home / CONFIGURATION)
    context = Context(
        id=asked.name,
        manifest_hash=NOT_FROZEN,
        state="preview",
        is_complete=not asked.missing,
        missing=asked.missing,
        previous=_previous(home, asked.name, None),
        issue_number=number_of(asked.name, first_issues(home), settings),
        sent_to=settings.sent_to,
        copied_to=settings.copied_to,
    )
    return documents(published, asked.as_of, context, told)


def context_of(home: Path, snapshot: Snapshot) -> Context:
    """A snapshot as its documents name it."""
    manifest = snapshot.manifest
    settings = read_brief(home / CONFIGURATION)
    return Context(
        id=snapshot.id,
        manifest_hash=snapshot.hash,
        state=snapshot.state.value,
        is_complete=manifest["complete"],
        missing=tuple(manifest["missing"]),
        reason=manifest["reason"],
        signatures=_signatures(snapshot),
        previous=_previous(home, snapshot.month, manifest["replaces"]),
        issue_number=number_of(snapshot.month, first_issues(home), settings),
        sent_to=settings.sent_to,
        copied_to=settings.copied_to,
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


def first_issues(home: Path) -> dict[str, datetime]:
    """When each month was issued first, by month."""
    issued: dict[str, datetime] = {}
    for one in Snapshots(home).all():
        if one.state is State.ISSUED:
            issued.setdefault(one.month, datetime.fromisoformat(one.events[-1].at))
    return issued


def _previous(home: Path, month: str, replaced: str | None) -> PreviousIssue | None:
    """The snapshot that it replaces, else the last one issued of an earlier month."""
    issued = [one for one in Snapshots(home).all() if one.state is State.ISSUED]
    before = [one for one in issued if (one.id == replaced if replaced else one.month < month)]
    if not before:
        return None
    previous = before[-1]
    if altered_in(previous.folder, audit_key(home)):
        raise damaged(previous.id)
    lines = frozen_figures(previous).query(VALUES, [previous.as_of]).iter_rows()
    return PreviousIssue(previous.id, previous.as_of, {(name, region): value for name, region, value in lines})
