"""催办: one text a department, ready to copy."""

from collections.abc import Sequence

import streamlit as st

from dashboard import words
from dashboard.attention import words as wording
from dashboard.attention.item import Item
from dashboard.page import View


def by_department(items: Sequence[Item]) -> dict[str, list[Item]]:
    """The items of every department that answers for one, the department with the highest score first."""
    owned: dict[str, list[Item]] = {}
    for item in items:
        owned.setdefault(item.department, []).append(item)
    return owned


def text(view: View, own: Sequence[Item]) -> str:
    """The text for one department: its items, one a line."""
    owners = list(dict.fromkeys(item.owner for item in own if item.owner))
    to = " ".join([own[0].department, view.say(words.SEPARATOR).join(owners)]).strip()
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
    """The texts, closed until somebody asks."""
    st.caption(view.say(wording.REMINDERS_NOTE))
    for department, own in by_department(items).items():
        with st.expander(view.say(wording.REMINDER_OF, department=department, count=len(own))):
            st.code(text(view, own), language=None, wrap_lines=True)
