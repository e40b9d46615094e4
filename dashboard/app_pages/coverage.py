"""覆盖率: every coverage rate against its target, one of them by month and township, contracts about to end."""

import polars as pl
import streamlit as st

from dashboard import figure_list, heading, words
from dashboard import format as formats
from dashboard.choice import choose
from dashboard.coverage import contracts, findings, one_rate, queries
from dashboard.coverage import words as wording
from dashboard.page import Page, Section, View
from dashboard.table import show_table
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.COVERAGE, "coverage", Section.WORK, 11, ALL_BUT_DEPARTMENTS, shows_frozen=True)


def render(view: View) -> None:
    heading.title(view, view.say(wording.COVERAGE_OF, place=view.region_name))
    found = queries.rates(view.published, view.as_of, view.region_code)
    all_rates(view, found)
    if not found.is_empty():
        one(view, found)
    expiring_contracts(view)


def all_rates(view: View, found: pl.DataFrame) -> None:
    """Every rate of the place against its target."""
    st.header(view.say(wording.ALL_RATES), anchor=False)
    if found.is_empty():
        st.info(view.say(wording.NO_RATES))
        return
    st.subheader(findings.of_rates(found, view.region_name, view.language), anchor=False)
    st.caption(view.say(wording.RATES_SUBTITLE, as_of=formats.as_of_text(view.as_of, view.language)))
    with st.container(key="all_rates"):
        show_table(
            figure_list.columns(view),
            figure_list.rows(found, view.language),
            view.say(wording.ALL_RATES),
            figure_list.KIND,
        )


def one(view: View, found: pl.DataFrame) -> None:
    """The chosen rate through the year, by township and over 24 months."""
    st.header(view.say(wording.ONE_RATE), anchor=False)
    by_id = {row["indicator_id"]: row for row in found.iter_rows(named=True)}
    names = {indicator_id: row[f"label_{view.language}"] for indicator_id, row in by_id.items()}
    rate = by_id[choose(view, words.INDICATOR, "indicator", names, next(iter(names)))]
    courses = queries.courses(view.published, rate["indicator_id"], view.as_of)
    if rate["scope"] == "county":
        one_rate.through_the_year(view, rate, courses)
        st.info(view.say(wording.COUNTY_ONLY, rate=names[rate["indicator_id"]]))
        return
    through, beside = st.columns(2, gap="large")
    with through:
        one_rate.through_the_year(view, rate, courses)
    with beside:
        one_rate.by_township(view, rate, courses)
    st.header(view.say(wording.MULTIPLES), anchor=False)
    one_rate.over_months(view, rate, courses)


def expiring_contracts(view: View) -> None:
    """The enterprises without a wage contract, or soon without."""
    st.header(view.say(wording.CONTRACTS), anchor=False)
    contracts.show(view)
