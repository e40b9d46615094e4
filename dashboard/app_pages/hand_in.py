"""报送: drop ledgers, see what is wrong with them, hand them in, build."""

import streamlit as st

from dashboard import data, heading, words
from dashboard.choice import choose
from dashboard.hand_in import building, checking, submitting, suggesting
from dashboard.hand_in import words as wording
from dashboard.hand_in.desk import Desk, desk
from dashboard.hand_in.uploader import uploaded
from dashboard.page import Page, Section, View
from warehouse.access.roles import WHO_HAND_IN

PAGE = Page(wording.HAND_IN, "hand-in", Section.DATA, 21, WHO_HAND_IN, by_region=False)


def render(view: View) -> None:
    heading.title(view, view.say(wording.HAND_IN))
    st.markdown(view.say(wording.INTRO))
    own = desk()
    submitting.notices(own)
    building.result(view, own)
    department_id, department = whose(view)
    files = chosen_files(view, own)
    if files and checked(view, own, files, department_id):
        st.header(view.say(wording.SUBMIT), anchor=False)
        submitting.submit(view, own, files, department)
    st.header(view.say(wording.BUILD), anchor=False)
    submitting.waiting(view, own)
    building.build(view, own)


def whose(view: View) -> tuple[str, str]:
    """The department that hands in: its id and its name, which is that of its folder in the inbox."""
    st.header(view.say(wording.WHOSE), anchor=False)
    names = dict(data.departments(view.published).select("department_id", "name").iter_rows())
    department_id = choose(view, words.DEPARTMENT, "department", names, next(iter(names)), width=320)
    return department_id, names[department_id]


def chosen_files(view: View, own: Desk) -> dict[str, bytes]:
    """The files that the visitor has chosen, by name."""
    st.header(view.say(wording.UPLOAD), anchor=False)
    return uploaded(view, own)


def checked(view: View, own: Desk, files: dict[str, bytes], department_id: str) -> bool:
    """What the check found; whether the files may be handed in."""
    st.header(view.say(wording.CHECKED), anchor=False)
    document = checking.checked(view, own, files)
    if "error" in document:
        st.error(document["error"], icon="⚠️")
        return False
    checking.tell(view, own, document, department_id)
    suggesting.suggestions(view, own, document)
    return True
