"""工作总览: are we on target, what fell behind, who owns it."""

import polars as pl
import streamlit as st

from dashboard import cards, data, findings, heading, words
from dashboard import format as formats
from dashboard.charts.bullet import bullet
from dashboard.choice import choose
from dashboard.drawing import draw
from dashboard.overview import behind, queries
from dashboard.overview import findings as findings_of_lists
from dashboard.overview import words as wording
from dashboard.page import Page, Section, View
from dashboard.table import show_table
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.OVERVIEW, "overview", Section.OVERVIEW, 10, ALL_BUT_DEPARTMENTS)

INDICATORS = (
    "wage_bargaining_coverage",
    "union_density",
    "members",
    "relief_spent",
    "mutual_aid_coverage",
    "task_completion",
    "tasks_behind",
    "public_congress_coverage",
)


def render(view: View) -> None:
    heading.title(view, view.say(wording.OVERVIEW_OF, place=view.region_name))
    cards.cards(view, INDICATORS)
    what_is_behind(view)
    townships(view)


def what_is_behind(view: View) -> None:
    """Every indicator of the place whose light is red, the farthest from its goal first."""
    figures = data.figures(view.published, view.as_of, view.region_code)
    st.header(view.say(wording.WHAT_IS_BEHIND), anchor=False)
    st.markdown(f"**{findings_of_lists.of_behind(figures, view.region_name, view.language)}**")
    rows = behind.rows(figures, queries.townships_behind(view.published, view.as_of), view.language)
    if rows:
        show_table(behind.columns(view), rows, view.say(wording.WHAT_IS_BEHIND))


def townships(view: View) -> None:
    """One rate by township."""
    definitions = data.definitions(view.published)
    ratios = definitions.filter((pl.col("kind") == "ratio") & (pl.col("scope") == "township"))
    names = dict(ratios.select("indicator_id", f"label_{view.language}").iter_rows())
    st.header(view.say(words.BY_TOWNSHIP), anchor=False)
    if not names:
        return
    default = next((i for i in INDICATORS if i in names), next(iter(names)))
    indicator_id = choose(view, words.INDICATOR, "indicator", names, default, width="stretch")
    name = names[indicator_id]
    rows = data.by_township(view.published, indicator_id, view.as_of)
    as_of = formats.as_of_text(view.as_of, view.language)
    st.subheader(findings.of_townships(rows, name, as_of, view.language), anchor=False)
    heading.key_of_lights(view, as_of)
    alt = view.say(words.BULLET_ALT, indicator=name)
    draw(f"bullet_{indicator_id}", bullet, rows, view.language, alt)
