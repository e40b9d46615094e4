"""Changing the own password: the one of now, and the new one twice."""

import streamlit as st

from dashboard.administration import words as wording
from dashboard.page import View
from dashboard.viewer import Door, note, people
from warehouse.access.actions import Action
from warehouse.language import Label, Refusal

_DONE, _ROUND = "own_password_told", "own_password_round"
HERE = "我的账户"
"""Where wrong tries come from, for the pause after too many of them."""


def change(view: View) -> None:
    """The form, where there is a password to change."""
    person = people().find(view.viewer.name)
    if view.viewer.is_demonstration or person is None or person.password_hash is None:
        st.info(view.say(wording.WITHOUT_PASSWORD), icon="ℹ️")
        return
    if st.session_state.pop(_DONE, False):
        st.success(view.say(wording.OWN_CHANGED))
    made = st.session_state.setdefault(_ROUND, 0)
    with st.form(f"own_password_{made}", enter_to_submit=False):
        labels = (wording.CURRENT_PASSWORD, wording.NEW_PASSWORD, wording.ONCE_MORE)
        given = [_field(view, label, f"own_{place}_{made}") for place, label in enumerate(labels)]
        pressed = st.form_submit_button(view.say(wording.OWN_BUTTON), key="change_own_password")
    if pressed:
        _change(view, *given)


def _change(view: View, current: str, first: str, second: str) -> None:
    """Changes it, or raises :class:`Refusal` and leaves it as it was."""
    if first != second:
        raise _refusal(wording.DIFFERENT)
    _prove(view, current)
    people().set_password(view.viewer.name, first)
    note(view.viewer, Action.PASSWORD_CHANGED, {"name": view.viewer.name})
    st.session_state[_DONE] = True
    st.session_state[_ROUND] += 1
    st.rerun()


def _prove(view: View, current: str) -> None:
    """That it is this person who sits there; wrong tries count like those at the door."""
    tries = Door.visitors.tries if Door.visitors else None
    name = view.viewer.name
    if tries and (seconds := tries.seconds_to_wait(name, HERE)):
        raise _refusal(wording.TOO_MANY, seconds=seconds)
    if people().signed_in(name, current) is None:
        note(view.viewer, Action.SIGN_IN_FAILED, {"page": "account"})
        if tries:
            tries.wrong(name, HERE)
        raise _refusal(wording.WRONG_PASSWORD)
    if tries:
        tries.right(name, HERE)


def _field(view: View, label: Label, key: str) -> str:
    return st.text_input(view.say(label), type="password", key=key, max_chars=200, width=420)


def _refusal(label: Label, **values: object) -> Refusal:
    return Refusal(label.zh.format(**values), label.en.format(**values))
