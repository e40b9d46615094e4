"""报送: drop ledgers, see what is wrong with them, hand them in, build."""

import polars as pl
import streamlit as st

from dashboard import data, heading, words
from dashboard.choice import choose
from dashboard.hand_in import building, checking, submitting, suggesting
from dashboard.hand_in import words as wording
from dashboard.hand_in.desk import Desk, desk
from dashboard.hand_in.names import shown
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
    department_id = whose(view)
    if department_id is None:
        st.error(view.say(wording.NO_DEPARTMENT), icon="⚠️")
        return
    files = chosen_files(view, own)
    if files and checked(view, own, files, department_id):
        st.header(view.say(wording.SUBMIT), anchor=False)
        submitting.submit(view, own, files, department_id)
    st.header(view.say(wording.BUILD), anchor=False)
    submitting.waiting(view, own)
    building.build(view, own)


def whose(view: View) -> str | None:
    """The id of the department that hands in; who belongs to one hands in for no other, None: it does not exist."""
    st.header(view.say(wording.WHOSE), anchor=False)
    known = dict(data.departments(view.published).select("department_id", "name").iter_rows())
    names = {code: name for code, name in known.items() if view.viewer.may_hand_in_for(code)}
    if not names:
        return None
    asked = st.query_params.get("department")
    if asked in known and asked not in names:
        st.warning(view.say(wording.OTHER_NOT_YOURS, asked=known[asked], own=next(iter(names.values()))), icon="⚠️")
        st.query_params["department"] = next(iter(names))
    if len(names) == 1:
        st.markdown(f"**{shown(next(iter(names.values())))}**")
    return choose(view, words.DEPARTMENT, "department", names, next(iter(names)), width=320)


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
    if foreign := checking.of_others(view, document):
        labels = data.ledgers(view.published).filter(pl.col("ledger_id").is_in(foreign))[f"label_{view.language}"]
        st.error(view.say(wording.OF_OTHERS, ledgers=view.say(words.SEPARATOR).join(labels)), icon="⚠️")
    return not foreign
