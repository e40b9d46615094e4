"""工作总览: are we on target, what fell behind, who owns it."""

import polars as pl
import streamlit as st

from dashboard import cards, data, findings, heading, words
from dashboard import format as formats
from dashboard.attention import choosing, kinds
from dashboard.attention import words as attention
from dashboard.attention.findings import of_list
from dashboard.charts.bullet import bullet
from dashboard.choice import choose
from dashboard.drawing import draw
from dashboard.overview import verdict
from dashboard.overview import words as wording
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.OVERVIEW, "overview", Section.OVERVIEW, 10, ALL_BUT_DEPARTMENTS, shows_frozen=True)

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
    verdict.show(view)
    cards.cards(view, INDICATORS)
    needs_attention(view)
    townships(view)


def needs_attention(view: View) -> None:
    """The first kinds of the list of what needs attention, and the way to all of it."""
    items = choosing.of_place(view)
    st.header(view.say(attention.TOP), anchor=False)
    st.subheader(of_list(view, items), anchor=False)
    if not items.is_empty():
        kinds.show(view, items)


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
    draw(f"bullet_{indicator_id}", bullet, rows, view.language, alt, chosen=view.region_name)
