"""What stands above every page that shows a frozen month: which, signed or not, replaced or not, and the way back."""

from html import escape

import streamlit as st

from dashboard import format as formats
from dashboard.address import link
from dashboard.changes import listing as changes
from dashboard.time_machine import words as wording
from dashboard.time_machine.choosing import Time, back
from warehouse.language import Language
from warehouse.snapshot.life_cycle import State
from warehouse.snapshot.snapshot import Snapshot

DIGITS = 12
"""Of the hash: as many as are compared by eye."""


def show(time: Time, language: Language) -> None:
    """Nothing where the pages show what is published now."""
    if time.chosen is None:
        return
    is_sound = time.chosen.state is State.ISSUED and replaced_by(time) is None
    key = f"time_{'issued' if is_sound else 'doubtful'}"
    with st.container(horizontal=True, vertical_alignment="center", key=key):
        way = _compared(time.chosen, language) if time.is_published else ""
        st.html(f'<p class="time-banner">{escape(said(time, time.chosen, language))}{way}</p>')
        if time.is_published:
            st.button(wording.BACK.in_language(language), key="time_back", on_click=back, icon="↩️")


def _compared(snapshot: Snapshot, language: Language) -> str:
    """The link to what is told otherwise by now."""
    address = link(changes.PATH, {changes.FROZEN: snapshot.id, changes.WITH: changes.LIVE, "lang": language})
    text = escape(wording.COMPARED.in_language(language))
    return f' <a class="proof-link" href="{escape(address, quote=True)}" target="_self">{text}</a>'


def always_now(time: Time, language: Language) -> None:
    """On a page that shows no frozen month: that the choice does not count there."""
    if time.chosen is not None:
        st.caption(wording.ALWAYS_NOW.in_language(language).format(id=time.chosen.id))


def said(time: Time, snapshot: Snapshot, language: Language) -> str:
    """``已签发 2021年11月，截至2021年11月30日，已被 2021-11.r2 替代``."""
    month = formats.month(snapshot.as_of, language)
    if snapshot.state is not State.ISSUED:
        state = snapshot.state.label.in_language(language)
        first = wording.NOT_ISSUED.in_language(language).format(state=state, id=snapshot.id)
    else:
        label = wording.ISSUED if snapshot.revision == 1 else wording.REVISED
        first = label.in_language(language).format(month=month, revision=snapshot.revision)
    parts = [first, wording.AS_OF.in_language(language).format(day=formats.day(snapshot.as_of, language))]
    later = replaced_by(time)
    if later is not None:
        parts.append(wording.REPLACED.in_language(language).format(id=later.id))
    parts.append(wording.HASH.in_language(language).format(hash=snapshot.hash[:DIGITS]))
    return wording.BETWEEN.in_language(language).join(parts)


def replaced_by(time: Time) -> Snapshot | None:
    """The latest issued revision of the chosen month, where that is another one."""
    if time.chosen is None:
        return None
    issued = [one for one in time.offered if one.month == time.chosen.month and one.state is State.ISSUED]
    return next((one for one in issued if one.revision > time.chosen.revision), None)
