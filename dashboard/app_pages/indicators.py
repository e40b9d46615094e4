"""指标: the catalogue, and at an address of its own each indicator: what it is, its figure, the rows behind it."""

from html import escape
from typing import Any

import streamlit as st

from dashboard import address, cards, data, heading, proof_link
from dashboard.indicators import catalogue, course, facts, proof, townships
from dashboard.indicators import words as wording
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.INDICATORS, proof_link.PATH, Section.INDICATORS, 30, ALL_BUT_DEPARTMENTS, shows_frozen=True)


def render(view: View) -> None:
    figures = {
        row["indicator_id"]: row
        for row in data.figures(view.published, view.as_of, view.region_code).iter_rows(named=True)
    }
    opened = address.opened(proof_link.NAME, list(figures))
    if opened is None or opened.invalid:
        heading.title(view, view.say(wording.CATALOGUE_OF, place=view.region_name))
        if opened is not None:
            st.warning(view.say(wording.UNKNOWN_INDICATOR, given=opened.invalid), icon="⚠️")
        catalogue.show(view)
        return
    one(view, figures[opened.value])


def one(view: View, row: dict[str, Any]) -> None:
    """Everything about one indicator."""
    heading.title(view, view.say(wording.ONE_OF, indicator=row[f"label_{view.language}"], place=view.region_name))
    back_to_all(view)
    summary, definition = st.columns([2, 3], gap="large")
    with summary:
        with st.container(border=True, key="indicator_head"):
            st.html(cards.head(view, row))
        facts.now(view, row)
    with definition:
        facts.definition(view, row)
    course.show(view, row)
    townships.show(view, row)
    proof.show(view, row)


def back_to_all(view: View) -> None:
    """The way to the catalogue, with the same day and place."""
    where = proof_link.catalogue(view.as_of, view.region_code, view.language)
    said = view.say(wording.ALL_INDICATORS)
    st.html(f'<a class="proof-link" href="{escape(where, quote=True)}" target="_self">{escape(said)}</a>')
