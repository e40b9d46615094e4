"""The desk while nothing is written: a few questions to begin with, and the way to all of them."""

from html import escape

import streamlit as st

from dashboard.desk import words as wording
from dashboard.desk.desk import Desk
from dashboard.desk.library_link import to_library
from dashboard.desk.opening import put_starter
from dashboard.page import View
from warehouse.desk.queries.starters import starters

FIRST = (
    "contracts_ending",
    "unions_past_term",
    "tasks_behind_two_months",
    "departments_by_days_late",
    "townships_by_member_growth",
    "large_payments_without_meeting",
)


def show(view: View, desk: Desk) -> None:
    """The questions as buttons, which lay them on the desk and do not ask them."""
    st.header(view.say(wording.BEGIN), anchor=False)
    st.markdown(view.say(wording.BEGIN_HINT))
    for start in range(0, len(FIRST), 2):
        for column, name in zip(st.columns(2), FIRST[start : start + 2], strict=False):
            starter = starters()[name]
            column.button(
                view.say(starter.label),
                key=f"desk_begin_{name}",
                on_click=put_starter,
                args=(desk, name),
                width="stretch",
            )
    where = escape(to_library(view), quote=True)
    st.html(f'<p class="more"><a href="{where}" target="_self">{escape(view.say(wording.TO_LIBRARY))}</a></p>')
