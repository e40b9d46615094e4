"""A saved query: what it asks, its versions, and what its owner may do with it."""

import streamlit as st

from dashboard import words
from dashboard.desk import keeping
from dashboard.desk import words as wording
from dashboard.desk.asking import said
from dashboard.desk.library import when
from dashboard.desk.opening import SAVED, VERSION, link_to
from dashboard.home import home_folder
from dashboard.page import View
from dashboard.table import Link, TableColumn, show_table
from dashboard.viewer import note
from warehouse.access.actions import Action
from warehouse.desk.queries.saved_queries import SavedQueries, SavedQuery, Version
from warehouse.report.markdown_document import escaped


def show(view: View, query: SavedQuery) -> None:
    """The version that is looked at, all of them, and the buttons of the owner."""
    st.header(escaped(query.latest.draft.name), anchor=False)
    version = _chosen(view, query)
    draft = version.draft
    if draft.description:
        st.markdown(escaped(draft.description))
    facts = [
        view.say(wording.KEPT_BY, owner=query.owner),
        view.say(wording.SHARED if query.is_shared else wording.PRIVATE),
        when(version.at),
        said(view, draft.asked.values),
        view.say(wording.FORKED, number=query.forked_from[1]) if query.forked_from else "",
    ]
    st.caption(escaped("　".join(fact for fact in facts if fact)))
    st.code(draft.asked.sql, language="sql", wrap_lines=True)
    st.link_button(view.say(wording.OPEN_ON_DESK), f"/{link_to(view, {SAVED: query.id, VERSION: str(version.number)})}")
    if query.owner == view.viewer.name:
        _own(view, query, version)
    _versions(view, query)


def _chosen(view: View, query: SavedQuery) -> Version:
    numbers = [version.number for version in reversed(query.versions)]
    if len(numbers) == 1:
        return query.latest
    number = st.selectbox(
        view.say(wording.CHOOSE_VERSION),
        numbers,
        placeholder=view.say(words.CHOOSE),
        key=f"version_of_{query.id}_{len(numbers)}",
        width=220,
    )
    return query.version(number or numbers[0])


def _own(view: View, query: SavedQuery, version: Version) -> None:
    with st.container(horizontal=True, key="saved_buttons"):
        is_old = version.number != query.latest.number
        if is_old and st.button(view.say(wording.RESTORE, number=version.number), key="saved_restore"):
            changed = SavedQueries(home_folder()).restore(query.id, view.viewer.name, version.number)
            note(view.viewer, Action.QUERY_SAVED, {"query": query.id, "version": changed.latest.number})
            keeping.say_next(view.say(wording.RESTORED, number=changed.latest.number, old=version.number))
            st.rerun()
        label = wording.WITHDRAW if query.is_shared else wording.SHARE
        if st.button(view.say(label), key="saved_share"):
            keeping.share(view, query, is_shared=not query.is_shared)
            st.rerun()
        with st.popover(view.say(wording.DELETE)):
            sure = view.say(wording.DELETE_SURE, count=len(query.versions))
            if st.button(sure, type="primary", key="saved_delete"):
                SavedQueries(home_folder()).delete(query.id, view.viewer.name)
                note(view.viewer, Action.QUERY_DELETED, {"query": query.id, "version": query.latest.number})
                keeping.say_next(view.say(wording.DELETED, name=query.latest.draft.name))
                st.rerun()


def _versions(view: View, query: SavedQuery) -> None:
    st.subheader(view.say(wording.VERSIONS), anchor=False)
    columns = [
        TableColumn("version", view.say(wording.VERSION), is_number=True),
        TableColumn("at", view.say(wording.AT)),
        TableColumn("name", view.say(wording.NAME)),
        TableColumn("description", view.say(wording.DESCRIPTION), is_sentence=True),
        TableColumn("open", view.say(wording.OPEN)),
    ]
    lines = [
        {
            "version": version.number,
            "at": when(version.at),
            "name": version.draft.name,
            "description": version.draft.description,
            "open": Link(view.say(wording.OPEN), link_to(view, {SAVED: query.id, VERSION: str(version.number)})),
        }
        for version in reversed(query.versions)
    ]
    show_table(columns, lines, view.say(wording.VERSIONS))
