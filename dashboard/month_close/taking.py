"""The forms of the steps: create, make anew, delete, review, return, issue, revise."""

import streamlit as st

from dashboard.home import home_folder
from dashboard.month_close import files, queries
from dashboard.month_close import words as wording
from dashboard.month_close.signing import act, may
from dashboard.month_close.steps import Closing
from dashboard.page import View
from warehouse.language import Label
from warehouse.snapshot.documents.of_snapshot import documents_of
from warehouse.snapshot.life_cycle import State, Step
from warehouse.snapshot.month import Month
from warehouse.snapshot.snapshot import Snapshot

LONGEST_REASON = 200


def steps(view: View, closing: Closing, name: str) -> None:
    """What can be done with the month as it stands now, signed by ``name``."""
    snapshot = closing.snapshot
    if snapshot is None:
        _create(view, closing.month, name)
    elif snapshot.state is State.DRAFT:
        _review(view, snapshot, name)
        _remake(view, closing, snapshot, name)
        _delete(view, snapshot, name)
    elif snapshot.state is State.REVIEWED:
        _issue(view, snapshot, name)
        _return(view, snapshot, name)
    else:
        _revise(view, snapshot, name)


def _create(view: View, month: Month, name: str) -> None:
    st.subheader(view.say(wording.DRAFT), anchor=False)
    if not may(view, Step.CREATE):
        return
    with st.form(f"create_{month.name}", enter_to_submit=False):
        reason = _text(view, wording.REASON if month.missing else wording.REASON_OPTIONAL, f"reason_{month.name}")
        pressed = st.form_submit_button(view.say(wording.CREATE_BUTTON), key="create", type="primary")
    if pressed:
        with st.spinner(view.say(wording.FREEZING)):
            act(view, name, Step.CREATE, lambda: queries.shelf().create(month.name, name, reason), "create")


def _review(view: View, snapshot: Snapshot, name: str) -> None:
    st.subheader(view.say(wording.REVIEW), anchor=False)
    if not may(view, Step.REVIEW):
        return
    with st.form(f"review_{snapshot.id}", enter_to_submit=False):
        note = _text(view, wording.NOTE, f"review_note_{snapshot.id}")
        pressed = st.form_submit_button(view.say(wording.REVIEW_BUTTON), key="review", type="primary")
    if pressed:
        with st.spinner(view.say(wording.CHECKING)):
            act(view, name, Step.REVIEW, lambda: queries.shelf().sign(snapshot.id, Step.REVIEW, name, note), "review")
    with st.expander(view.say(wording.RETURN)):
        _returning(view, snapshot, name)


def _return(view: View, snapshot: Snapshot, name: str) -> None:
    st.subheader(view.say(wording.RETURN), anchor=False)
    if may(view, Step.RETURN):
        _returning(view, snapshot, name)


def _returning(view: View, snapshot: Snapshot, name: str) -> None:
    with st.form(f"return_{snapshot.id}", enter_to_submit=False):
        why = _text(view, wording.WHY_RETURNED, f"why_returned_{snapshot.id}")
        pressed = st.form_submit_button(view.say(wording.RETURN_BUTTON), key="return")
    if pressed:
        act(view, name, Step.RETURN, lambda: queries.shelf().sign(snapshot.id, Step.RETURN, name, why), "return")


def _remake(view: View, closing: Closing, snapshot: Snapshot, name: str) -> None:
    if not may(view, Step.CREATE, is_told=False):
        return
    old, new = snapshot.manifest["version"], view.published.version
    if old != new:
        st.warning(view.say(wording.OTHER_VERSION, old=old, new=new), icon="⚠️")
    with st.expander(view.say(wording.REMAKE), expanded=old != new):
        st.caption(view.say(wording.REMAKE_NOTE))
        with st.form(f"remake_{snapshot.id}", enter_to_submit=False):
            label = wording.REASON if closing.month.missing else wording.REASON_OPTIONAL
            reason = _text(view, label, f"remake_reason_{snapshot.id}", snapshot.manifest["reason"] or "")
            pressed = st.form_submit_button(view.say(wording.REMAKE), key="remake")
        if pressed:
            with st.spinner(view.say(wording.FREEZING)):
                act(view, name, Step.CREATE, lambda: queries.shelf().remake(snapshot.id, name, reason), "remake")


def _delete(view: View, snapshot: Snapshot, name: str) -> None:
    if not may(view, Step.DELETE, is_told=False):
        return
    with st.expander(view.say(wording.DELETE)):
        st.caption(view.say(wording.DELETE_NOTE))
        is_sure = st.checkbox(view.say(wording.DELETE_SURE), key=f"sure_delete_{snapshot.id}")
        if st.button(view.say(wording.DELETE), key="delete", disabled=not is_sure):
            act(view, name, Step.DELETE, lambda: queries.shelf().delete(snapshot.id, name), "delete")


def _issue(view: View, snapshot: Snapshot, name: str) -> None:
    st.subheader(view.say(wording.ISSUE), anchor=False)
    if not may(view, Step.ISSUE):
        return
    is_sure = st.checkbox(view.say(wording.ISSUE_SURE), key=f"sure_issue_{snapshot.id}")
    note = _text(view, wording.NOTE, f"issue_note_{snapshot.id}")
    if st.button(view.say(wording.ISSUE_BUTTON), key="issue", type="primary", disabled=not is_sure):
        with files.progress(view) as told:
            made = documents_of(home_folder(), told)

            def issued() -> Snapshot:
                return queries.shelf().sign(snapshot.id, Step.ISSUE, name, note, documents=made)

            act(view, name, Step.ISSUE, issued, "issue")


def _revise(view: View, snapshot: Snapshot, name: str) -> None:
    if not may(view, Step.CREATE, is_told=False):
        return
    with st.expander(view.say(wording.REVISE)):
        st.caption(view.say(wording.REVISE_NOTE))
        with st.form(f"revise_{snapshot.id}", enter_to_submit=False):
            why = _text(view, wording.WHY_REVISED, f"why_revised_{snapshot.id}")
            pressed = st.form_submit_button(view.say(wording.REVISE), key="revise")
        if pressed:
            with st.spinner(view.say(wording.FREEZING)):
                act(view, name, Step.CREATE, lambda: queries.shelf().revise(snapshot.month, name, why), "revise")


def _text(view: View, label: Label, key: str, value: str = "") -> str:
    return st.text_input(view.say(label), value, key=key, max_chars=LONGEST_REASON)
