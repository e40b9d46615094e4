"""会议口径: sentences with the figures of the day, to be copied into a speech."""

import streamlit as st

from dashboard import choice, data, heading, words
from dashboard.page import Page, Section, View
from dashboard.speaking import words as wording
from dashboard.speaking.subjects import COUNTY_ONLY, Subject, each, finding, subjects, whole
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.SPEAKING_POINTS, "speaking-points", Section.OVERVIEW, 16, ALL_BUT_DEPARTMENTS, shows_frozen=True)

EVERY = "all"


def render(view: View) -> None:
    heading.title(view, view.say(wording.SPEAKING_POINTS_OF, place=view.region_name))
    st.markdown(view.say(wording.INTRO))
    figures = data.figures(view.published, view.as_of, view.region_code)
    left_out = int((figures["reason"] == COUNTY_ONLY).sum())
    if left_out:
        st.info(view.say(wording.COUNTY_ONLY, count=left_out, place=view.region_name), icon="ℹ️")
    found = subjects(figures)
    names = {subject.id: view.say(subject.label) for subject in found}
    chosen = choice.choose(view, wording.SUBJECT, "subject", {EVERY: view.say(words.ALL), **names}, EVERY)
    with st.container(key="speaking_points"):
        for subject in found:
            if chosen in (EVERY, subject.id):
                one_subject(view, subject)


def one_subject(view: View, subject: Subject) -> None:
    """The whole subject to copy, then each sentence."""
    st.header(view.say(subject.label), anchor=False)
    if not subject.figures:
        st.caption(view.say(wording.NOTHING_TO_SAY, place=view.region_name))
        return
    st.caption(finding(view, subject))
    st.code(whole(view, subject), language=None, wrap_lines=True)
    with st.expander(view.say(wording.ONE_BY_ONE, count=len(subject.figures))):
        for text in each(view, subject):
            st.code(text, language=None, wrap_lines=True)
