"""透视分析: rows against columns of any subject, without SQL."""

import streamlit as st

from dashboard import heading
from dashboard.page import Page, Section, View
from dashboard.pivot import about, asking, chart, choosing, export, grid, layout, notes, sql
from dashboard.pivot import words as wording
from warehouse.access.roles import ALL_BUT_DEPARTMENTS
from warehouse.desk.pivot.compile import compile_choice

PAGE = Page(wording.PIVOT, "pivot", Section.DATA, 28, ALL_BUT_DEPARTMENTS, by_region=False, shows_frozen=True)


def render(view: View) -> None:
    heading.title(view, view.say(wording.PIVOT))
    st.markdown(view.say(wording.INTRO))
    chosen = choosing.choose(view)
    query = compile_choice(chosen.subject, chosen.choice, view.published.county_code)
    title = about.title(view, chosen)
    with st.spinner(view.say(wording.ASKING)):
        answer = asking.answer(view, query)
    if answer is None:
        return
    found = layout.of(chosen, query, answer)
    st.header(title if found.rows else view.say(wording.NOTHING), anchor=False)
    st.caption(about.scope(view, chosen, found))
    if not found.rows:
        st.info(view.say(wording.NOTHING_HINT), icon="ℹ️")
        sql.show(view, query)
        return
    if answer.is_cut:
        st.warning(view.say(wording.CUT, count=len(answer.rows)), icon="⚠️")
    chart.show(view, chosen, found, title)
    for note in notes.of(view, chosen, found):
        st.caption(note)
    grid.show(view, chosen, found, title)
    export.button(view, chosen, found, query, about.told(view, chosen, found), title)
    sql.show(view, query)
