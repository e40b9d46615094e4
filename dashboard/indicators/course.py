"""The course of one indicator of one place: this year over last year, as the page of trends draws it."""

from typing import Any

import streamlit as st

from dashboard.indicators import words as wording
from dashboard.page import View
from dashboard.trends import findings, notes, panels, queries, series
from dashboard.trends.choosing import YEARS_SHOWN, Chosen


def show(view: View, row: dict[str, Any]) -> None:
    """The finding, how the chart is read, and the chart; ``row`` of ``data.figures``."""
    st.header(view.say(wording.COURSE), anchor=False)
    years = tuple(year for year in queries.years(view.published) if year <= view.as_of.year)[:YEARS_SHOWN]
    chosen = Chosen(row, {view.region_code: view.region_name}, years, "yoy")
    points = series.points(
        queries.course(view.published, row["indicator_id"]),
        [view.region_code],
        years,
        view.as_of,
        view.published.first_month,
        same_day=True,
    )
    if points["value"].is_null().all():
        st.caption(findings.of_missing(points, view.language) or view.say(wording.NO_COURSE))
        return
    st.subheader(findings.of_course(points, chosen, view.language), anchor=False)
    st.caption(notes.subtitle(view, chosen))
    if hints := notes.notes(view, chosen, points):
        st.caption(hints)
    panels.show(view, chosen, points)
