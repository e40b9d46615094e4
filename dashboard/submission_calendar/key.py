"""What the shapes and colours of the calendar's fields mean."""

from html import escape

import streamlit as st

from dashboard.page import View
from dashboard.submission_calendar.states import LOOKS
from warehouse.state_names import SUBMISSION_STATES


def key_of_states(view: View) -> None:
    """Every state as a field with its shape, and its word beside it."""
    fields = "".join(
        f'<span style="white-space:nowrap"><span style="background:{look.fill};color:{look.ink};border-radius:3px;'
        f'padding:0 .4em;font-weight:bold">{look.shape}</span> {escape(view.say(SUBMISSION_STATES[state]))}</span>'
        for state, look in LOOKS.items()
    )
    st.html(f'<p class="key">{fields}</p>')
