"""会议口径: sentences with the figures of the day, to be copied into a speech."""

from html import escape

import streamlit as st

from dashboard import choice, data, heading, words
from dashboard.lights import LIGHTS
from dashboard.page import Page, Section, View
from dashboard.speaking import words as wording
from dashboard.speaking.subjects import COUNTY_ONLY, Subject, each, finding, lit, subjects, whole
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
    """Each sentence with its light to be read, then the whole subject and each sentence to copy."""
    st.header(view.say(subject.label), anchor=False)
    if not subject.figures:
        st.caption(view.say(wording.NOTHING_TO_SAY, place=view.region_name))
        return
    st.caption(finding(view, subject))
    st.html(f'<ul class="points">{"".join(_point(*one) for one in lit(view, subject))}</ul>')
    with st.expander(view.say(wording.TO_COPY, count=len(subject.figures))):
        st.code(whole(view, subject), language=None, wrap_lines=True)
        for text in each(view, subject):
            st.code(text, language=None, wrap_lines=True)


def _point(light: str, text: str) -> str:
    return f'<li><span class="light light-{light}">{LIGHTS[light].shape}</span><span>{escape(text)}</span></li>'
