"""竞赛成绩: what the teams brought home, by industry and trade, year by year, and in which role."""

import polars as pl
import streamlit as st

from dashboard import data, figure_list, heading
from dashboard.competitions import findings, medals, queries, roles, years
from dashboard.competitions import words as wording
from dashboard.page import Page, Section, View
from dashboard.table import show_table
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.COMPETITIONS, "competitions", Section.WORK, 13, ALL_BUT_DEPARTMENTS, shows_frozen=True)
FAMILY = "competitions"


def render(view: View) -> None:
    county = data.county_name(view.published)
    heading.title(view, view.say(wording.COMPETITIONS_OF, place=county))
    if not view.is_county:
        st.info(view.say(wording.COUNTY_ONLY), icon="ℹ️")
    figures(view)
    st.header(view.say(wording.MEDALS), anchor=False)
    medals.show(view)
    by_year = queries.figures_by_year(view.published, view.as_of)
    st.header(view.say(wording.YEARS), anchor=False)
    years.show(view, by_year)
    st.header(view.say(wording.RATE), anchor=False)
    years.award_rate(view, by_year)
    st.header(view.say(wording.ROLES), anchor=False)
    roles.show(view)


def figures(view: View) -> None:
    """The family's indicators, each with target and change."""
    found = data.figures(view.published, view.as_of, view.published.county_code).filter(pl.col("family") == FAMILY)
    st.header(view.say(wording.FIGURES), anchor=False)
    st.subheader(findings.of_figures(found, view.as_of, view.language), anchor=False)
    show_table(
        figure_list.columns(view), figure_list.rows(found, view.language), view.say(wording.FIGURES), figure_list.KIND
    )
