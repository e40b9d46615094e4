"""我的账户: who one is here, which pages that opens, and the own password."""

import streamlit as st

from dashboard import data, heading
from dashboard.administration import own_password
from dashboard.administration import words as wording
from dashboard.page import Page, Section, View, pages_of
from warehouse.access.roles import EVERYONE

PAGE = Page(wording.ACCOUNT, "account", Section.ADMINISTRATION, 99, EVERYONE, by_region=False, by_date=False)


def render(view: View) -> None:
    heading.bare_title(view.say(wording.ACCOUNT))
    who(view)
    st.header(view.say(wording.OWN_PASSWORD), anchor=False)
    own_password.change(view)


def who(view: View) -> None:
    """Name, role and department, and the pages that they open."""
    viewer = view.viewer
    names = dict(data.departments(view.published).select("department_id", "name").iter_rows())
    st.text(view.say(wording.ACCOUNT_OF, name=viewer.name, role=view.say(viewer.role.label)))
    if viewer.department_id:
        st.text(view.say(wording.ACCOUNT_DEPARTMENT, department=names.get(viewer.department_id, viewer.department_id)))
    st.header(view.say(wording.PAGES), anchor=False)
    st.markdown("\n".join(f"- {view.say(page.label)}" for page, _ in pages_of(viewer.role)))
