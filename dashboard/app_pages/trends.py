"""同比趋势: any indicator of any place, year against year, month on month and since January."""

import polars as pl
import streamlit as st

from dashboard import heading
from dashboard.page import Page, Section, View
from dashboard.table import show_table
from dashboard.trends import as_issued, choosing, figures_table, findings, notes, panels, queries, series
from dashboard.trends import words as wording
from dashboard.trends.choosing import Chosen
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.TRENDS, "trends", Section.WORK, 15, ALL_BUT_DEPARTMENTS, by_region=False, shows_frozen=True)


def render(view: View) -> None:
    heading.title(view, view.say(wording.TRENDS))
    st.markdown(view.say(wording.TRENDS_INTRO))
    chosen = choosing.choose(view)
    if chosen is None:
        st.info(view.say(wording.NOTHING_DEFINED), icon="ℹ️")
        return
    points = series.points(
        queries.course(view.published, chosen.definition["indicator_id"]),
        list(chosen.regions),
        chosen.years,
        view.as_of,
        view.published.first_month,
        same_day=chosen.way != "mom",
    )
    is_as_issued = as_issued.chosen(view)
    if is_as_issued:
        points = as_issued.points(view, chosen, points)
    course(view, chosen, points, is_as_issued=is_as_issued)
    figures(view, chosen, points)


def course(view: View, chosen: Chosen, points: pl.DataFrame, *, is_as_issued: bool) -> None:
    """The charts of the places, with what they say and how they are read."""
    st.header(view.say(wording.COURSE), anchor=False)
    told = as_issued.for_finding(points, chosen.latest) if is_as_issued else points
    st.subheader(findings.of_course(told, chosen, view.language), anchor=False)
    if is_as_issued:
        as_issued.said(view, chosen, points)
    st.caption(notes.subtitle(view, chosen))
    if hints := notes.notes(view, chosen, points):
        st.caption(hints)
    panels.show(view, chosen, points)


def figures(view: View, chosen: Chosen, points: pl.DataFrame) -> None:
    """The same figures as a table: month by year, with both parts or the reason why there is no figure."""
    st.header(view.say(wording.FIGURES), anchor=False)
    if explained := figures_table.explained(view, chosen):
        st.caption(explained)
    show_table(figures_table.columns(view, chosen), figures_table.rows(view, chosen, points), view.say(wording.FIGURES))
