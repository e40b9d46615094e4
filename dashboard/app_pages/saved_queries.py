"""查询库: questions to begin with, saved and shared queries, one's own history; each query at an address of its own."""

from html import escape

import streamlit as st

from dashboard import address, heading
from dashboard.desk import keeping, library, library_link, one_query
from dashboard.desk import words as wording
from dashboard.home import home_folder
from dashboard.page import Page, Section, View
from warehouse.access.roles import AT_THE_DESK
from warehouse.desk.queries.query_history import QueryHistory
from warehouse.desk.queries.saved_queries import SavedQueries
from warehouse.language import Refusal

PAGE = Page(wording.LIBRARY, library_link.PATH, Section.DATA, 27, AT_THE_DESK, by_region=False, by_date=False)


def render(view: View) -> None:
    heading.title(view, view.say(wording.LIBRARY))
    keeping.say_what_was_kept()
    listing = SavedQueries(home_folder()).all_for(view.viewer.name)
    opened = address.opened(library_link.NAME, [query.id for query in listing.queries])
    if opened is not None and not opened.invalid:
        where = escape(library_link.to_library(view), quote=True)
        st.html(f'<a class="proof-link" href="{where}" target="_self">{escape(view.say(wording.BACK))}</a>')
        one_query.show(view, next(query for query in listing.queries if query.id == opened.value))
        return
    st.markdown(view.say(wording.LIBRARY_INTRO))
    if listing.damaged:
        st.warning(view.say(wording.DAMAGED, files=", ".join(listing.damaged)), icon="⚠️")
    own = [query for query in listing.queries if query.owner == view.viewer.name]
    library.show_own(view, own)
    library.show_shared(view, [query for query in listing.queries if query not in own])
    library.show_starters(view)
    history(view)


def history(view: View) -> None:
    """What the viewer has asked, or that it cannot be read."""
    try:
        library.show_history(view, QueryHistory(home_folder()).of(view.viewer.name))
    except Refusal as refusal:
        st.warning(refusal.label.in_language(view.language), icon="⚠️")
