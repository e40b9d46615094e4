"""帮扶支出: what the programmes spent and when, raised against spent, for whom and where."""

import polars as pl
import streamlit as st

from dashboard import data, heading
from dashboard.choice import choose
from dashboard.page import Page, Section, View
from dashboard.relief import breakdowns, findings, funds, one_programme, per_visit, programmes, queries
from dashboard.relief import words as wording
from dashboard.relief.months import period
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.RELIEF, "relief-spending", Section.WORK, 12, ALL_BUT_DEPARTMENTS, shows_frozen=True)


def render(view: View) -> None:
    heading.title(view, view.say(wording.RELIEF_OF, place=view.region_name))
    place = data.figures(view.published, view.as_of, view.region_code)
    county = data.figures(view.published, view.as_of, view.published.county_code)
    spending = place.filter(pl.col("programme_zh").is_not_null())
    names = dict(spending.select("indicator_id", f"programme_{view.language}").iter_rows())
    by_programme(view, place, spending, names)
    raised_and_spent(view, county)
    if names:
        one(view, spending, names)
    by_kind(view, names)
    each_visit(view, county)


def by_programme(view: View, place: pl.DataFrame, spending: pl.DataFrame, names: dict[str, str]) -> None:
    """Every programme: of the county by month, of a township to date."""
    st.header(view.say(wording.PROGRAMMES), anchor=False)
    now = period(view.as_of, view.language)
    finding = findings.of_programmes(spending, view.region_name, now, view.language)
    is_complete = bool(spending["is_complete"].all())
    st.subheader(findings.marked(finding, view.language, is_complete=is_complete), anchor=False)
    if spending.is_empty():
        return
    if view.is_county:
        programmes.by_month(view, names, queries.courses(view.published, view.as_of, view.region_code))
    else:
        st.info(view.say(wording.MONTHS_NOT_BY_TOWNSHIP))
    programmes.table(view, spending.to_dicts())
    together = place.filter((pl.col("indicator_id") == queries.TOTAL) & pl.col("value").is_not_null())
    if not together.is_empty():
        programmes.total(view, together.row(0, named=True))


def raised_and_spent(view: View, county: pl.DataFrame) -> None:
    """Relief funds: raised, spent, the rate of the two."""
    rows = {row["indicator_id"]: row for row in county.iter_rows(named=True)}
    raised, spent, rate = (rows.get(indicator_id) for indicator_id in queries.FUNDS)
    if raised is None or spent is None:
        return
    st.header(view.say(wording.FUNDS), anchor=False)
    name = data.county_name(view.published)
    if not view.is_county:
        st.info(view.say(wording.COUNTY_ONLY, county=name))
    now = period(view.as_of, view.language)
    finding = findings.of_funds(raised, spent, rate, name, now, view.language)
    is_complete = raised["is_complete"] and spent["is_complete"]
    st.subheader(findings.marked(finding, view.language, is_complete=is_complete), anchor=False)
    months = queries.courses(view.published, view.as_of, view.published.county_code)
    through, beside = st.columns([3, 2], gap="large")
    with through:
        funds.lines(view, name, months)
        st.markdown(funds.judged(view, raised))
    if rate is not None and rate["value"] is not None:
        with beside:
            funds.rate(view, name, rate, months)
            st.markdown(funds.judged(view, rate))


def one(view: View, spending: pl.DataFrame, names: dict[str, str]) -> None:
    """The chosen programme: against last year, and by township."""
    st.header(view.say(wording.ONE_PROGRAMME), anchor=False)
    chosen = choose(view, wording.PROGRAMME, "programme", names, next(iter(names)))
    row = spending.filter(pl.col("indicator_id") == chosen).row(0, named=True)
    through, beside = st.columns(2, gap="large")
    with through:
        one_programme.cumulative(view, row, queries.courses(view.published, view.as_of, view.region_code))
    with beside:
        one_programme.by_township(view, row, queries.townships(view.published, view.as_of))


def by_kind(view: View, names: dict[str, str]) -> None:
    """The county's spending by what the ledgers tell apart."""
    st.header(view.say(wording.BREAKDOWNS), anchor=False)
    if not view.is_county:
        st.info(view.say(wording.BREAKDOWNS_COUNTY, county=data.county_name(view.published)))
    cells = queries.breakdowns(view.published, view.as_of)
    if cells.is_empty():
        st.info(view.say(wording.BREAKDOWNS_EMPTY, period=period(view.as_of, view.language)))
        return
    breakdowns.show(view, cells, names, data.county_name(view.published))


def each_visit(view: View, county: pl.DataFrame) -> None:
    """What one visit brought on average."""
    found = county.filter(pl.col("indicator_id") == queries.PER_VISIT)
    if found.is_empty():
        return
    st.header(view.say(wording.PER_VISIT), anchor=False)
    townships = queries.townships(view.published, view.as_of)
    of_visits = townships.filter(pl.col("indicator_id") == queries.PER_VISIT)
    per_visit.show(view, found.row(0, named=True), data.county_name(view.published), of_visits)
