"""我的账户: who one is here, which pages that opens, and the own password."""

from html import escape

import streamlit as st

from dashboard import data, heading
from dashboard.address import link
from dashboard.administration import own_password
from dashboard.administration import words as wording
from dashboard.page import Page, Section, View, pages_of
from warehouse.access.roles import EVERYONE, Role

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
    st.html(f'<div class="page-list">{"".join(_section(view, *one) for one in _sections(view.viewer.role))}</div>')


def _sections(role: Role) -> list[tuple[Section, list[Page]]]:
    """The pages of a role by the section of the menu that they stand in."""
    shown = [page for page, _ in pages_of(role)]
    return [(section, own) for section in Section if (own := [page for page in shown if page.section is section])]


def _section(view: View, section: Section, shown: list[Page]) -> str:
    links = "".join(
        f'<li><a href="{escape(link(page.url_path, {"lang": view.language}), quote=True)}" target="_self">'
        f"{escape(view.say(page.label))}</a></li>"
        for page in shown
    )
    return f"<div><b>{escape(view.say(section.value))}</b><ul>{links}</ul></div>"
