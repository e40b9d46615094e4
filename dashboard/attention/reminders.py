"""催办: one text a department, ready to copy."""

from collections.abc import Sequence

import streamlit as st

from dashboard.attention import words as wording
from dashboard.attention.item import Item
from dashboard.page import View


def texts(view: View, items: Sequence[Item]) -> list[str]:
    """The text of every department that answers for an item, the one with the highest score first."""
    by_department: dict[str, list[Item]] = {}
    for item in items:
        by_department.setdefault(item.department, []).append(item)
    return [_text(view, own) for own in by_department.values()]


def _text(view: View, own: Sequence[Item]) -> str:
    owners = list(dict.fromkeys(item.owner for item in own if item.owner))
    to = " ".join([own[0].department, "、".join(owners)]).strip()
    lines = [
        view.say(
            wording.REMINDER_LINE,
            number=number,
            state=item.state.split(" ", 1)[1],
            kind=item.kind,
            what=item.what,
            distance=item.distance,
        )
        for number, item in enumerate(own, start=1)
    ]
    opening = view.say(wording.REMINDER_OPENING, to=to, as_of=view.day(view.as_of))
    return "\n".join([opening, *lines, view.say(wording.REMINDER_CLOSING)])


def show(view: View, items: Sequence[Item]) -> None:
    st.caption(view.say(wording.REMINDERS_NOTE))
    for text in texts(view, items):
        st.code(text, language=None, wrap_lines=True)
