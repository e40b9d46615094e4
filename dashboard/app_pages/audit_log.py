"""操作日志: who did what and when, whether the log is as it was written."""

import streamlit as st

from dashboard import format as formats
from dashboard import heading
from dashboard.administration import log_entries
from dashboard.administration import words as wording
from dashboard.page import Page, Section, View
from dashboard.viewer import audit_log
from warehouse.access.altered_words import sentence
from warehouse.access.roles import ADMINISTRATORS

PAGE = Page(wording.LOG, "audit-log", Section.ADMINISTRATION, 91, ADMINISTRATORS, by_region=False, by_date=False)

MOST_ALTERED = 20


def render(view: View) -> None:
    heading.bare_title(view.say(wording.LOG))
    st.markdown(view.say(wording.LOG_INTRO))
    entries = list(audit_log().entries())
    st.header(view.say(wording.VERIFIED), anchor=False)
    verified(view, len(entries))
    st.header(view.say(wording.ENTRIES), anchor=False)
    found, codes = log_entries.chosen(view, entries)
    if not found:
        st.info(view.say(wording.NO_ENTRY), icon="ℹ️")
        return
    log_entries.show(view, found)
    log_entries.hand_on(view, found, codes)


def verified(view: View, lines: int) -> None:
    """Whether the log is whole; every place where it is not, the first ones."""
    altered = audit_log().verify()
    if not altered:
        st.success(view.say(wording.INTACT, lines=formats.plain(lines)))
        return
    st.error(view.say(wording.ALTERED, places=formats.plain(len(altered))))
    st.text("\n".join(sentence(one, view.language) for one in altered[:MOST_ALTERED]))
