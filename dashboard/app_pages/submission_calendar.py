"""报送日历: which period of which ledger came, what is owed now and by whom, and what to write to the departments."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import choice, data, heading, words
from dashboard import format as formats
from dashboard.charts.submission_periods import submission_periods, window
from dashboard.drawing import draw
from dashboard.page import Page, Section, View
from dashboard.submission_calendar import findings, owed, queries
from dashboard.submission_calendar import words as wording
from dashboard.submission_calendar.key import key_of_states
from warehouse.access.roles import EVERYONE
from warehouse.figures.completeness import last_due

PAGE = Page(wording.SUBMISSION_CALENDAR, "submission-calendar", Section.DATA, 19, EVERYONE, by_region=False)

EVERY = "all"


def render(view: View) -> None:
    heading.title(view, view.say(wording.SUBMISSION_CALENDAR))
    st.markdown(view.say(wording.INTRO))
    if view.as_of != view.published.data_date:
        dates = {"as_of": view.day(view.as_of), "data_date": view.day(view.published.data_date)}
        st.info(view.say(wording.ONLY_UNTIL, **dates), icon="ℹ️")
    submissions = of_department(view, queries.submissions(view.published, view.as_of))
    by_period(view, submissions)
    what_is_owed(view, submissions)


def of_department(view: View, submissions: pl.DataFrame) -> pl.DataFrame:
    """The submissions of the department that is chosen, or of all."""
    known = data.keepers(view.published, view.viewer)
    names = known if known and view.viewer.role.is_of_a_department else {EVERY: view.say(words.ALL), **known}
    department = choice.choose(view, words.DEPARTMENT, "department_id", names, next(iter(names)))
    return submissions if department == EVERY else submissions.filter(pl.col("department_id") == department)


def by_period(view: View, submissions: pl.DataFrame) -> None:
    """Every period of the last twelve months, a chart a department."""
    months = window(last_due(view.as_of, "month"))
    recent = submissions.filter(pl.col("period_end_date") >= months[0].start)
    st.header(view.say(wording.BY_PERIOD), anchor=False)
    st.subheader(findings.of_periods(recent, view.language), anchor=False)
    if recent.is_empty():
        return
    first, last = (formats.month(one.start, view.language) for one in (months[0], months[-1]))
    st.caption(view.say(wording.BY_PERIOD_SUBTITLE, first=first, last=last))
    key_of_states(view)
    st.caption(view.say(wording.LATE_EXPLAINED))
    for (department,), own in recent.group_by("department_id", maintain_order=True):
        keeper = own.row(0, named=True)
        named = {"department": keeper["department_name"], "owner": keeper["owner"]}
        st.markdown(f"**{view.say(words.OWNER if keeper['owner'] else words.OWNER_UNNAMED, **named)}**")
        alt = view.say(wording.BY_PERIOD_ALT, department=keeper["department_name"])
        draw(f"submission_periods_{department}", submission_periods, own, months, view.language, alt)


def what_is_owed(view: View, submissions: pl.DataFrame) -> None:
    """The ledgers that are owed, and the texts that ask for them."""
    st.header(view.say(wording.OWED_NOW), anchor=False)
    st.subheader(findings.of_owed(submissions, view.day(view.as_of), view.language), anchor=False)
    missing = owed.by_department(view, submissions)
    if not missing:
        return
    keepers: dict[str, dict[str, Any]] = {row["department_id"]: row for row in submissions.iter_rows(named=True)}
    owed.table(view, missing, keepers)
    st.header(view.say(wording.REMINDERS), anchor=False)
    st.caption(view.say(wording.REMINDERS_NOTE))
    owed.texts(view, missing, keepers)
