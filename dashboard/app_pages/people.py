"""人员: who may sign in and as what; administrators add, change and disable."""

import streamlit as st

from dashboard import data, heading
from dashboard import format as formats
from dashboard.administration import changing, people_list
from dashboard.administration import words as wording
from dashboard.page import Page, Section, View
from dashboard.viewer import people
from warehouse.access.roles import ADMINISTRATORS

PAGE = Page(wording.PEOPLE, "people", Section.ADMINISTRATION, 90, ADMINISTRATORS, by_region=False, by_date=False)


def render(view: View) -> None:
    heading.bare_title(view.say(wording.PEOPLE))
    st.markdown(view.say(wording.PEOPLE_INTRO))
    changing.told(view)
    departments = dict(data.departments(view.published).select("department_id", "name").iter_rows())
    found = list(people().all().values())
    st.header(view.say(wording.LIST), anchor=False)
    active = sum(person.is_active for person in found)
    counts = {"people": formats.plain(len(found)), "active": formats.plain(active)}
    st.subheader(view.say(wording.COUNTED, **counts) if found else view.say(wording.NOBODY), anchor=False)
    if found:
        people_list.show(view, found, departments)
    st.header(view.say(wording.ADD), anchor=False)
    changing.add(view, departments)
    if found:
        st.header(view.say(wording.CHANGE), anchor=False)
        changing.change(view, found, departments)
