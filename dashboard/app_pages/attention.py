"""待办关注: one list of all that needs the leadership's attention, the most urgent first."""

from collections.abc import Sequence
from functools import partial

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard import heading
from dashboard.attention import choosing, departments, findings, item, listing, queries, reminders, workbook
from dashboard.attention import words as wording
from dashboard.attention.choosing import Chosen
from dashboard.attention.item import Item
from dashboard.charts.attention_by_department import attention_by_department
from dashboard.download import XLSX, download
from dashboard.drawing import draw
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.ATTENTION, "attention", Section.OVERVIEW, 11, ALL_BUT_DEPARTMENTS, shows_frozen=True)

SHOWN_FIRST = 30


def render(view: View) -> None:
    heading.title(view, view.say(wording.ATTENTION_OF, place=view.region_name))
    st.markdown(view.say(wording.INTRO))
    items = choosing.of_place(view)
    st.header(view.say(wording.LIST), anchor=False)
    chosen = choosing.choose(view, items)
    told = item.told(view, chosen.items)
    if not told:
        nothing(view, items)
        return
    st.subheader(findings.of_list(view, chosen.items), anchor=False)
    the_list(view, told)
    cells = queries.cells(view.published, view.as_of).join(
        chosen.items, on="position", how="semi", maintain_order="left"
    )
    if not cells.is_empty():
        listing.cells(view, cells)
    listing.explained(view, queries.kinds(view.published))
    by_department(view, chosen.items)
    hand_on(view, chosen, told, cells)


def nothing(view: View, items: pl.DataFrame) -> None:
    """Why the list is empty."""
    said = findings.of_list(view, items) if items.is_empty() else view.say(wording.NO_MATCH)
    st.info(said, icon="ℹ️")
    listing.explained(view, queries.kinds(view.published))


def the_list(view: View, told: Sequence[Item]) -> None:
    """The first items in sight, the others one click away."""
    first, rest = told[:SHOWN_FIRST], told[SHOWN_FIRST:]
    with st.container(key="attention"):
        listing.show(view, first, view.say(wording.LIST))
        if rest:
            name = view.say(wording.REST, count=formats.plain(len(rest)))
            with st.expander(name):
                listing.show(view, rest, name)


def by_department(view: View, items: pl.DataFrame) -> None:
    """Who answers for how many items of which class."""
    st.header(view.say(wording.BY_DEPARTMENT), anchor=False)
    st.subheader(findings.of_departments(view, items), anchor=False)
    st.caption(view.say(wording.BY_DEPARTMENT_SUBTITLE, as_of=formats.as_of_text(view.as_of, view.language)))
    counted = departments.counted(view, items)
    alt = view.say(wording.BY_DEPARTMENT_ALT)
    draw("attention_by_department", attention_by_department, counted, view.language, alt)


def hand_on(view: View, chosen: Chosen, told: Sequence[Item], cells: pl.DataFrame) -> None:
    """The list as a workbook, and what to send to the departments."""
    st.header(view.say(wording.HAND_ON), anchor=False)
    download(
        view,
        view.say(wording.DOWNLOAD, count=len(told)),
        partial(workbook.workbook, told, cells, workbook.heading(view, chosen)),
        workbook.file_name(view),
        XLSX,
        key="attention_download",
        filters=chosen.codes,
    )
    if not view.published.snapshot:  # reminders are about now
        reminders.show(view, told)
