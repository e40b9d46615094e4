"""SQL 查询: a query is written, asked of the published version or a frozen month, read, drawn and taken along."""

import streamlit as st

from dashboard import heading
from dashboard.desk import asking, beginning, editor, inputs, keeping, opening, queries, result, schema_browser
from dashboard.desk import words as wording
from dashboard.desk.desk import Desk, of_window
from dashboard.page import Page, Section, View
from warehouse.access.roles import AT_THE_DESK
from warehouse.desk.asking.parameters import parameters_of
from warehouse.desk.queries.query_words import Asked

PAGE = Page(
    wording.DESK, opening.PATH, Section.DATA, 26, AT_THE_DESK, by_region=False, by_date=False, shows_frozen=True
)


def render(view: View) -> None:
    desk = of_window()
    heading.title(view, view.say(wording.DESK))
    editor.prepare()
    keeping.say_what_was_kept()
    st.markdown(view.say(wording.INTRO))
    opening.take_over(view, desk)
    snapshot_id = view.published.snapshot or None
    if snapshot_id is not None:
        st.caption(view.say(wording.SIDE_BY_SIDE, id=snapshot_id))
    left, right = st.columns([5, 3], gap="large")
    with left:
        written = writing(view, desk, snapshot_id)
        asking.watch(view, desk)
    with right, st.spinner(view.say(wording.PREPARING)):
        tables = queries.tables(view.published)
        schema_browser.show(view, desk, tables)
    with left:
        if not desk.sql.strip():
            beginning.show(view, desk)
        result.show(view, desk, written, snapshot_id, tables)
    opening.show(desk, written)


def writing(view: View, desk: Desk, snapshot_id: str | None) -> Asked:
    """The field, the parameters that the query has, and what can be done with it; the query as it is written."""
    st.header(view.say(wording.QUERY), anchor=False)
    saved = keeping.opened_query(view, desk)
    editor.origin(view, desk, saved)
    editor.write(view, desk)
    parameters = parameters_of(desk.sql)
    values = inputs.ask_for(view, desk, parameters)
    written = desk.written(values)
    with st.container(horizontal=True, key="desk_buttons"):
        if st.button(view.say(wording.RUN), type="primary", key="desk_run"):
            asking.ask(view, desk, written, parameters, snapshot_id)
        st.button(view.say(wording.CLEAR), key="desk_clear", on_click=desk.put, args=(Asked(""),))
        keeping.saving(view, desk, written, saved)
        keeping.linking(view, desk, written)
    return written
