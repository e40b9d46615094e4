"""The field that a query is written in: Streamlit's own, with the words of SQL coloured by a script behind it."""

from functools import cache
from pathlib import Path

import streamlit as st

from dashboard.desk import words as wording
from dashboard.desk.desk import Desk
from dashboard.page import View
from warehouse.desk.queries.query_words import LONGEST_SQL
from warehouse.desk.queries.saved_queries import SavedQuery
from warehouse.desk.queries.starters import starters
from warehouse.report.markdown_document import escaped

KEY = "desk_editor"
FOLDER = Path(__file__).parent
LOWEST, HIGHEST, LINE = 170, 640, 23
"""Height of the field and of a line in pixels."""


def prepare() -> None:
    """The styles and the script of the page; the script knows that it is there already."""
    st.html(FOLDER / "editor.css")
    st.html(_script(), unsafe_allow_javascript=True)


@cache
def _script() -> str:
    return f"<script>{(FOLDER / 'editor.js').read_text(encoding='utf-8')}</script>"


def write(view: View, desk: Desk) -> None:
    """The field; what stands in it is on the desk afterwards."""
    st.session_state[KEY] = desk.sql
    st.text_area(
        view.say(wording.EDITOR),
        height=min(max(LOWEST, (desk.sql.count("\n") + 3) * LINE), HIGHEST),
        max_chars=LONGEST_SQL,
        placeholder=view.say(wording.PLACEHOLDER),
        key=KEY,
        on_change=_remember,
        args=(desk,),
    )


def _remember(desk: Desk) -> None:
    desk.sql = st.session_state[KEY]


def origin(view: View, desk: Desk, saved: SavedQuery | None) -> None:
    """What the query on the desk began as, and whether somebody else may have written it."""
    if told := _origin(view, desk, saved):
        is_changed = desk.opened is not None and desk.opened.asked.sql != desk.sql
        st.caption(told + (view.say(wording.CHANGED) if is_changed else ""))
    if desk.is_from_link and desk.sql.strip() and desk.result is None and desk.running is None:
        st.info(view.say(wording.FROM_LINK), icon="ℹ️")


def _origin(view: View, desk: Desk, saved: SavedQuery | None) -> str:
    if desk.opened is None:
        return ""
    if desk.opened.kind == "starter":
        starter = starters()[desk.opened.id]
        name = view.say(wording.STARTED_FROM, name=view.say(starter.label))
        return f"{name}　{starter.about.in_language(view.language)}"
    if saved is None:
        return ""
    name, number = escaped(saved.latest.draft.name), desk.opened.number
    if saved.owner == view.viewer.name:
        return view.say(wording.SAVED_AS, name=name, number=number)
    return view.say(wording.SHARED_AS, name=name, number=number, owner=escaped(saved.owner))
