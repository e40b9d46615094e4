"""All frozen months: who signed, the hash, the documents, and whether they are as they were written."""

from collections.abc import Sequence

import streamlit as st

from dashboard.month_close import files, queries, steps
from dashboard.month_close import words as wording
from dashboard.page import View
from dashboard.table import STACKED, TableColumn, show_table
from warehouse.snapshot.altered_names import ALTERED_NAMES
from warehouse.snapshot.life_cycle import State, Step
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.verify import Altered

NOTHING = "—"


def show(view: View, found: Sequence[queries.Shelved]) -> None:
    """The list, the documents of one of them, and the check of all."""
    st.header(view.say(wording.FROZEN), anchor=False)
    if not found:
        st.markdown(view.say(wording.NONE_FROZEN))
        return
    columns = [
        TableColumn("id", view.say(wording.ID)),
        TableColumn("state", view.say(wording.STATE_OF)),
        TableColumn("made", view.say(wording.MAKER)),
        TableColumn("reviewed", view.say(wording.REVIEWER)),
        TableColumn("issued", view.say(wording.ISSUER)),
        TableColumn("replaces", view.say(wording.REPLACES)),
        TableColumn("hash", view.say(wording.HASH), is_sentence=True),
    ]
    with st.container(key="frozen_months"):
        show_table(columns, [_line(view, one) for one in found], view.say(wording.FROZEN), STACKED)
    issued = {one.id: one.snapshot for one in found if one.snapshot and one.snapshot.state is State.ISSUED}
    if issued:
        chosen = st.selectbox(view.say(wording.WHICH), list(issued), key="frozen_month", width=320)
        snapshot = issued[str(chosen)]
        files.issued(view, snapshot)
    if st.button(view.say(wording.VERIFY), key="verify"):
        with st.spinner(view.say(wording.CHECKING)):
            altered = queries.shelf().all_altered()
        _verified(view, altered, len(found))


def _line(view: View, one: queries.Shelved) -> dict[str, object]:
    if one.snapshot is None:
        return {"id": one.id, "state": view.say(wording.DAMAGED)}
    snapshot = one.snapshot
    return {
        "id": snapshot.id,
        "state": view.say(snapshot.state.label),
        "made": _signature(view, snapshot, Step.CREATE),
        "reviewed": _signature(view, snapshot, Step.REVIEW),
        "issued": _signature(view, snapshot, Step.ISSUE),
        "replaces": snapshot.manifest["replaces"] or NOTHING,
        "hash": snapshot.hash,
    }


def _signature(view: View, snapshot: Snapshot, step: Step) -> str:
    event = steps.standing(snapshot, step)
    return view.say(wording.SIGNED, name=event.by, at=steps.moment(event.at, view)) if event else NOTHING


def _verified(view: View, altered: Sequence[Altered], count: int) -> None:
    if not altered:
        st.success(view.say(wording.INTACT, count=count))
        return
    st.error(view.say(wording.ALTERED, count=len(altered)))
    for one in altered:
        reason = view.say(ALTERED_NAMES[one.reason])
        sentence = wording.ALTERED_AT if one.line else wording.ALTERED_FILE
        st.text(view.say(sentence, file=one.file, line=one.line, reason=reason))
