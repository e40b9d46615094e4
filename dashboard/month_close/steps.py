"""How far a month has come: its steps with their state, and what is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import polars as pl
import streamlit as st

from dashboard import data
from dashboard import format as formats
from dashboard.findings import of_missing
from dashboard.month_close import queries
from dashboard.month_close import words as wording
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.language import Label
from warehouse.snapshot.documents.of_snapshot import BEIJING
from warehouse.snapshot.documents.sentences import Sentence
from warehouse.snapshot.life_cycle import Event, State, Step
from warehouse.snapshot.month import Month
from warehouse.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Closing:
    """What is known of a month: as it could be frozen now, and as it was frozen, with the brief's sentences."""

    month: Month
    snapshot: Snapshot | None
    sentences: Sequence[Sentence] = ()

    @property
    def edited(self) -> list[Sentence]:
        return [one for one in self.sentences if one.edit]

    @property
    def stale(self) -> list[Sentence]:
        return [one for one in self.sentences if one.is_stale]

    @property
    def is_open(self) -> bool:
        """Whether it can still be made anew: not frozen, or a draft."""
        return self.snapshot is None or self.snapshot.state is State.DRAFT


def next_step(closing: Closing) -> str:
    """What is to be done next, as a key of :data:`words.NEXT`."""
    if closing.snapshot is None:
        return "create_incomplete" if closing.month.missing else "create"
    if closing.snapshot.state is State.DRAFT:
        return "settle" if closing.stale else "review"
    return "issue" if closing.snapshot.state is State.REVIEWED else "done"


def show(view: View, closing: Closing) -> None:
    """The next step as a sentence, and all steps as a table."""
    st.subheader(view.say(wording.NEXT[next_step(closing)]), anchor=False)
    columns = [
        TableColumn("step", view.say(wording.STEP)),
        TableColumn("state", view.say(wording.STATE_OF)),
        TableColumn("says", view.say(wording.SAYS), is_sentence=True),
    ]
    with st.container(key="month_steps"):
        show_table(columns, lines(view, closing), view.say(wording.STEPS))


def lines(view: View, closing: Closing) -> list[dict[str, object]]:
    """One line a step: its name, its state, what there is of it."""
    found = [
        (wording.COMPLETENESS, *_completeness(view, closing)),
        *([(wording.QUALITY, *_quality(view))] if closing.is_open else []),
        (wording.DRAFT, *_signed(view, closing.snapshot, Step.CREATE)),
        (wording.SENTENCES, *_sentences(view, closing)),
        (wording.REVIEW, *_signed(view, closing.snapshot, Step.REVIEW)),
        (wording.ISSUE, *_signed(view, closing.snapshot, Step.ISSUE)),
    ]
    return [{"step": view.say(step), "state": view.say(state), "says": says} for step, state, says in found]


def _completeness(view: View, closing: Closing) -> tuple[Label, str]:
    if closing.snapshot is None:
        missing, reason = list(closing.month.missing), None
    else:
        missing, reason = list(closing.snapshot.manifest["missing"]), closing.snapshot.manifest["reason"]
    if not missing:
        return wording.DONE, view.say(wording.ALL_THERE, month=formats.month(closing.month.as_of, view.language))
    named = of_missing(missing, data.ledgers(view.published), view.language)
    if closing.snapshot is None:
        return wording.LOOK, view.say(wording.LACKING, count=len(missing), ledgers=named)
    return wording.LOOK, view.say(wording.LACKING_KEPT, count=len(missing), ledgers=named, reason=reason)


def _quality(view: View) -> tuple[Label, str]:
    rejected, failed = quality(view)
    said = view.say(wording.QUALITY_COUNTS, rejected=formats.plain(rejected), warnings=failed)
    return (wording.LOOK if rejected or failed else wording.DONE), said


def quality(view: View) -> tuple[int, int]:
    """Rejected rows and warnings of the gate in the published version."""
    rejected = int(data.sheets(view.published)["rejected"].sum())
    return rejected, data.gate(view.published).filter(~pl.col("success")).height


def _signed(view: View, snapshot: Snapshot | None, step: Step) -> tuple[Label, str]:
    event = standing(snapshot, step) if snapshot else None
    if event is None:
        returned = snapshot.events[-1] if snapshot else None
        if step is Step.REVIEW and returned and returned.action == Step.RETURN:
            said = view.say(wording.RETURNED, name=returned.by, at=moment(returned.at, view), note=returned.note)
            return wording.BLOCKED, said
        return wording.OPEN, ""
    sentence = wording.SIGNED_NOTE if event.note else wording.SIGNED
    return wording.DONE, view.say(sentence, name=event.by, at=moment(event.at, view), note=event.note)


def _sentences(view: View, closing: Closing) -> tuple[Label, str]:
    if closing.snapshot is None:
        return wording.OPEN, ""
    if closing.stale:
        return wording.BLOCKED, view.say(wording.STALE, count=len(closing.edited), stale=len(closing.stale))
    if closing.edited:
        return wording.DONE, view.say(wording.EDITED, count=len(closing.edited))
    return wording.DONE, view.say(wording.NONE_EDITED)


def standing(snapshot: Snapshot, step: Step) -> Event | None:
    """The signature of a step that stands: of a review none that was followed by a return."""
    since = 0
    for place, event in enumerate(snapshot.events):
        if event.action == Step.RETURN:
            since = place
    events = snapshot.events[:1] if step is Step.CREATE else snapshot.events[since:]
    return next((event for event in reversed(events) if event.action == step), None)


def moment(at: str, view: View) -> str:
    """A moment of the log as it is here: ``2022年1月5日 16:20``."""
    here = datetime.fromisoformat(at).astimezone(BEIJING)
    return f"{formats.day(here.date(), view.language)} {here:%H:%M}"


def closing_of(month: Month, snapshot: Snapshot | None) -> Closing:
    """A month with what it was frozen as."""
    if snapshot is None:
        return Closing(month, None)
    return Closing(month, snapshot, [one for part in queries.sentences(snapshot).values() for one in part])
