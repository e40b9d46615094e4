"""Asking: the question starts, the page goes on living, and what comes of it is laid on the desk."""

import time
from collections.abc import Callable, Mapping
from contextlib import suppress

import streamlit as st

from dashboard.desk import words as wording
from dashboard.desk.desk import Desk, Question, Result
from dashboard.home import home_folder
from dashboard.page import View
from dashboard.viewer import Viewer, note
from warehouse.access.actions import Action
from warehouse.access.audit_log import Details
from warehouse.desk.asking.parameters import Parameter, values_of
from warehouse.desk.asking.question import begin_question
from warehouse.desk.asking.result_table import result_table
from warehouse.desk.asking.sandbox import Limits
from warehouse.desk.queries import query_history
from warehouse.desk.queries.query_history import QueryHistory, Run
from warehouse.desk.queries.query_words import Asked
from warehouse.language import Refusal

LIMITS = Limits()
SECONDS_TO_WAIT, SECONDS_BETWEEN_LOOKS = 1.0, 0.05
"""Most questions are answered so soon that nothing needs to be shown meanwhile."""
SECONDS_OF_A_LOOK = 0.5


def ask(view: View, desk: Desk, asked: Asked, parameters: tuple[Parameter, ...], snapshot_id: str | None) -> None:
    """Starts the question in place of what runs; why it cannot be asked is laid on the desk."""
    desk.drop_running()
    desk.result = desk.refused = None
    try:
        checked = asked.checked()
        values = values_of(parameters, checked.values)
    except Refusal as refusal:
        desk.refused = refusal.label
        return
    desk.is_from_link = False
    desk.question = Question(checked, snapshot_id, query_history.now())
    desk.running = begin_question(
        home_folder(), checked.sql, _noted(view.viewer), parameters=values, snapshot_id=snapshot_id, limits=LIMITS
    )
    until = time.monotonic() + SECONDS_TO_WAIT
    while not desk.running.finished() and time.monotonic() < until:
        time.sleep(SECONDS_BETWEEN_LOOKS)


def _noted(viewer: Viewer) -> Callable[[Details], None]:
    def write(details: Details) -> None:
        note(viewer, Action.QUERIED, details)

    return write


def watch(view: View, desk: Desk) -> None:
    """What runs, with the time it has taken and the way to end it; laid on the desk as soon as it has ended."""
    if desk.running is not None and desk.running.finished():
        collect(view, desk)
    if desk.running is not None:
        _under_way(view, desk)


@st.fragment(run_every=SECONDS_OF_A_LOOK)
def _under_way(view: View, desk: Desk) -> None:
    running = desk.running
    if running is None or running.finished():
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="desk_under_way"):
        told = {"seconds": f"{running.seconds:.1f}", "most": f"{LIMITS.seconds:g}"}
        st.markdown(view.say(wording.RUNNING, **told))
        if st.button(view.say(wording.CANCEL), key="desk_cancel"):
            running.cancel()
            st.rerun()


def collect(view: View, desk: Desk) -> None:
    """Lays on the desk what came of the question that has ended, and keeps it in the person's history."""
    running, question = desk.running, desk.question
    if running is None or question is None:
        return
    desk.running = None
    seconds = running.seconds
    try:
        answer = running.answer()
    except Refusal as refusal:
        desk.refused = refusal.label
        _remember(view, question, seconds, None, refusal.label.in_language(view.language))
        return
    table = result_table(answer)
    desk.result = Result(question, view.published.version, table, answer.is_cut, seconds)
    _remember(view, question, seconds, table.height, "")


def _remember(view: View, question: Question, seconds: float, rows: int | None, outcome: str) -> None:
    database = question.snapshot_id or view.published.version
    run = Run(question.at, question.asked, database, round(seconds, 2), rows, outcome)
    # the audit log has the question; this only helps the memory
    with suppress(Refusal):
        QueryHistory(home_folder()).add(view.viewer.name, run)


def said(view: View, values: Mapping[str, str]) -> str:
    """Values of parameters in one line."""
    named = [f"{name} = {value or '—'}" for name, value in values.items()]
    return "，".join(named) if view.language == "zh" else ", ".join(named)
