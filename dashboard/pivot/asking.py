"""Asking for a pivot: the page goes on living meanwhile, and whoever waits may cancel."""

import time
from dataclasses import dataclass

import streamlit as st

from dashboard.home import home_folder
from dashboard.page import View
from dashboard.pivot import queries
from dashboard.pivot import words as wording
from dashboard.viewer import Viewer, note
from warehouse.access.actions import Action
from warehouse.access.audit_log import Details
from warehouse.desk.asking.question import begin_question
from warehouse.desk.asking.sandbox import Answer, Running
from warehouse.desk.pivot.sql_text import Query
from warehouse.reader import Published

SECONDS_TO_WAIT, SECONDS_BETWEEN_LOOKS = 1.0, 0.05
"""Most pivots are there so soon that nothing needs to be shown meanwhile."""
SECONDS_OF_A_LOOK = 0.5
_ASKED = "pivot_asked"


@dataclass(slots=True)
class Asked:
    """What the window asks; forgetting what runs cancels it."""

    key: queries.Key
    running: Running
    is_cancelled: bool = False


def answer(view: View, query: Query) -> Answer | None:
    """The answer; None while it is not there, or was cancelled: then the page says so with a way to end or to ask.

    Raises :class:`warehouse.language.Refusal` where it is refused, fails or comes to a limit.
    """
    view.published.require_whole()
    key = queries.key(view.published, query)
    asked: Asked | None = st.session_state.get(_ASKED)
    if asked and asked.key != key:
        asked.running.cancel()
        asked = None
    if asked and asked.is_cancelled:
        _cancelled(view)
        return None
    try:
        found = queries.answer(key, lambda: _ended(view, query, key, asked))
    except UnderWay:
        _under_way(view)
        return None
    st.session_state.pop(_ASKED, None)
    return found


class UnderWay(Exception):
    """There is no answer yet; raised so that nothing is kept of it."""


def begin(published: Published, viewer: Viewer, query: Query) -> Running:
    """Asks a pivot of the published version or of a frozen month; it is noted in the log when it has ended."""

    def noted(details: Details) -> None:
        note(viewer, Action.QUERIED, details)

    snapshot_id = published.snapshot or None
    return begin_question(home_folder(), query.sql, noted, parameters=dict(query.parameters), snapshot_id=snapshot_id)


def _ended(view: View, query: Query, key: queries.Key, asked: Asked | None) -> Answer:
    """The answer of what was asked before, or is asked now; raises :class:`UnderWay` where that takes longer."""
    if asked is None:
        asked = Asked(key, begin(view.published, view.viewer, query))
        st.session_state[_ASKED] = asked
    until = time.monotonic() + SECONDS_TO_WAIT
    while not asked.running.finished():
        if time.monotonic() >= until:
            raise UnderWay
        time.sleep(SECONDS_BETWEEN_LOOKS)
    st.session_state.pop(_ASKED, None)
    return asked.running.answer()


@st.fragment(run_every=SECONDS_OF_A_LOOK)
def _under_way(view: View) -> None:
    asked: Asked | None = st.session_state.get(_ASKED)
    if asked is None or asked.running.finished():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="pivot_under_way"):
        st.markdown(view.say(wording.RUNNING, seconds=f"{asked.running.seconds:.1f}"))
        if st.button(view.say(wording.CANCEL), key="pivot_cancel"):
            asked.running.cancel()
            asked.is_cancelled = True
            st.rerun()


def _cancelled(view: View) -> None:
    st.info(view.say(wording.CANCELLED), icon="ℹ️")
    st.button(view.say(wording.ASK_AGAIN), key="pivot_ask_again", on_click=_forget)


def _forget() -> None:
    st.session_state.pop(_ASKED, None)
