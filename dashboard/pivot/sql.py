"""The SQL behind a pivot, and the way to the page where it can be changed."""

from html import escape

import streamlit as st

from dashboard import address
from dashboard import format as formats
from dashboard.page import View, pages_of
from dashboard.pivot import words as wording
from warehouse.desk.pivot.sql_text import Query

PATH, NAME = "sql", "sql"


def show(view: View, query: Query) -> None:
    """The SELECT with its values; the link only where the viewer has the page."""
    with st.expander(view.say(wording.SHOW_SQL)):
        st.caption(view.say(wording.SQL_EXPLAINED))
        st.code(query.written_out, language="sql")
        if any(page.url_path == PATH for page, _ in pages_of(view.viewer.role)):
            shown = {"as_of": formats.as_of_code(view.as_of), "region": view.region_code, "lang": view.language}
            target = address.link(PATH, {NAME: query.written_out, **shown})
            st.html(
                f'<a class="proof-link" href="{escape(target, quote=True)}" target="_self">'
                f"{escape(view.say(wording.OPEN_SQL))}</a>"
            )
