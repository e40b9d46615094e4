"""Keeping what is on the desk: under a name, or as a link."""

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from dashboard.address import SNAPSHOT
from dashboard.desk import opening
from dashboard.desk import words as wording
from dashboard.desk.desk import Desk, Opened
from dashboard.home import home_folder
from dashboard.page import View
from dashboard.viewer import note
from warehouse.access.actions import Action
from warehouse.desk.queries.query_links import QueryLinks
from warehouse.desk.queries.query_words import LONGEST_DESCRIPTION, LONGEST_NAME, Asked, Draft
from warehouse.desk.queries.saved_queries import SavedQueries, SavedQuery
from warehouse.desk.queries.starters import starters
from warehouse.language import Refusal
from warehouse.report.markdown_document import escaped

_SAID = "desk_said"


def opened_query(view: View, desk: Desk) -> SavedQuery | None:
    """The saved query that the one on the desk began as; None where it began otherwise, or is no longer to be read."""
    if desk.opened is None or desk.opened.kind != "saved":
        return None
    try:
        return SavedQueries(home_folder()).find(desk.opened.id, view.viewer.name)
    except Refusal:
        desk.opened = None
        return None


def saving(view: View, desk: Desk, asked: Asked, saved: SavedQuery | None) -> None:
    """The form behind the button 保存."""
    own = saved if saved is not None and saved.owner == view.viewer.name else None
    with st.popover(view.say(wording.SAVE), disabled=not asked.sql.strip()):
        begun = f"{desk.opened.kind}_{desk.opened.id}_{desk.opened.number}" if desk.opened else "new"
        named = _begun_as(view, desk, saved)
        name = st.text_input(view.say(wording.SAVE_NAME), named.name, max_chars=LONGEST_NAME, key=f"name_{begun}")
        description = st.text_area(
            view.say(wording.SAVE_DESCRIPTION), named.description, max_chars=LONGEST_DESCRIPTION, key=f"about_{begun}"
        )
        is_shared = st.checkbox(view.say(wording.SAVE_SHARED), own.is_shared if own else False, key=f"share_{begun}")
        draft = Draft(name or "", description or "", asked)
        if own is not None and desk.opened is not None:
            label = view.say(wording.SAVE_VERSION, number=own.latest.number + 1)
            if st.button(label, type="primary", key="desk_save_version"):
                _save(view, desk, draft, own, is_shared=is_shared)
        if st.button(view.say(wording.SAVE_NEW), key="desk_save_new"):
            _create(view, desk, draft, is_shared=is_shared)


def _begun_as(view: View, desk: Desk, saved: SavedQuery | None) -> Draft:
    if saved is not None:
        return saved.latest.draft
    if desk.opened is not None and desk.opened.kind == "starter":
        starter = starters()[desk.opened.id]
        return Draft(view.say(starter.label), starter.about.in_language(view.language), desk.opened.asked)
    return Draft("", "", Asked(""))


def _create(view: View, desk: Desk, draft: Draft, *, is_shared: bool) -> None:
    opened = desk.opened
    forked = (opened.id, opened.number) if opened is not None and opened.kind == "saved" else None
    try:
        query = SavedQueries(home_folder()).create(view.viewer.name, draft, forked)
    except Refusal as refusal:
        st.error(escaped(refusal.label.in_language(view.language)), icon="⚠️")
        return
    note(view.viewer, Action.QUERY_SAVED, {"query": query.id, "version": 1})
    _kept(view, desk, query, is_shared=is_shared)


def _save(view: View, desk: Desk, draft: Draft, own: SavedQuery, *, is_shared: bool) -> None:
    based_on = desk.opened.number if desk.opened is not None else own.latest.number
    try:
        query = SavedQueries(home_folder()).save(own.id, view.viewer.name, draft, based_on)
    except Refusal as refusal:
        st.error(escaped(refusal.label.in_language(view.language)), icon="⚠️")
        return
    note(view.viewer, Action.QUERY_SAVED, {"query": query.id, "version": query.latest.number})
    _kept(view, desk, query, is_shared=is_shared)


def _kept(view: View, desk: Desk, query: SavedQuery, *, is_shared: bool) -> None:
    """Shares it as was asked, and goes on with it on the desk."""
    if is_shared != query.is_shared:
        share(view, query, is_shared=is_shared)
    version = query.latest
    desk.opened = Opened("saved", query.id, version.number, version.draft.asked)
    desk.sql = version.draft.asked.sql
    say_next(view.say(wording.SAVED, number=version.number, name=version.draft.name))
    st.rerun()


def share(view: View, query: SavedQuery, *, is_shared: bool) -> None:
    """Lets everybody at the desk read the query, or no longer; noted in the log."""
    SavedQueries(home_folder()).share(query.id, view.viewer.name, is_shared=is_shared)
    note(view.viewer, Action.QUERY_SHARED if is_shared else Action.QUERY_WITHDRAWN, {"query": query.id})


def say_next(told: str) -> None:
    """Has a sentence said when the page is made anew."""
    st.session_state[_SAID] = told


def say_what_was_kept() -> None:
    """Once, after the page was made anew."""
    if told := st.session_state.pop(_SAID, None):
        st.toast(escaped(told), icon="✅")


def linking(view: View, desk: Desk, asked: Asked) -> None:
    """The link behind the button 链接."""
    with st.popover(view.say(wording.LINK), disabled=not asked.sql.strip()):
        leading = opening.named(desk, asked)
        if leading is None:
            st.markdown(view.say(wording.LINK_LONG))
            if not st.button(view.say(wording.MAKE_LINK), key="desk_make_link"):
                return
            try:
                leading = {opening.LINK: QueryLinks(home_folder()).keep(view.viewer.name, asked)}
            except Refusal as refusal:
                st.error(escaped(refusal.label.in_language(view.language)), icon="⚠️")
                return
            note(view.viewer, Action.QUERY_SHARED, {"query": leading[opening.LINK][:8]})
        st.code(_address(view, leading), language=None, wrap_lines=True)
        st.caption(view.say(wording.LINK_HINT))


def _address(view: View, leading: dict[str, str]) -> str:
    """As it stands in the bar of the browser."""
    here = urlsplit(st.context.url or "")
    frozen = {SNAPSHOT: view.published.snapshot} if view.published.snapshot else {}
    query = urlencode({**leading, **frozen, "lang": view.language})
    return urlunsplit((here.scheme, here.netloc, here.path or opening.PATH, query, ""))
