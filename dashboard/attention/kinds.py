"""The list by kind, for the overview: how many items, the first of them, and where the others are."""

from html import escape

import polars as pl
import streamlit as st

from dashboard import words
from dashboard.address import link
from dashboard.attention import item
from dashboard.attention import words as wording
from dashboard.attention.item import in_view
from dashboard.page import View
from dashboard.table import Link, TableColumn, show_table

SHOWN = 8
"""Kinds; the page has them all."""


def show(view: View, items: pl.DataFrame) -> None:
    """One row a kind, in the order of its first item, and a link to the whole list; ``items`` of ``queries.items``."""
    columns = [
        TableColumn("state", view.say(words.STATE)),
        TableColumn("kind", view.say(wording.KIND)),
        TableColumn("count", view.say(wording.COUNT), is_number=True),
        TableColumn("first", view.say(wording.FARTHEST), is_sentence=True),
        TableColumn("keeper", view.say(words.DEPARTMENT_OWNER)),
        TableColumn("look", view.say(wording.LOOK)),
    ]
    with st.container(key="attention_kinds"):
        show_table(columns, rows(view, items), view.say(wording.TOP))
    text = view.say(wording.ALL_ITEMS, count=items.height)
    st.html(f'<p class="more"><a href="{escape(link("attention", in_view(view)))}">{escape(text)}</a></p>')


def rows(view: View, items: pl.DataFrame) -> list[dict[str, object]]:
    """One row a kind of the first :data:`SHOWN`."""
    counted = dict(items.group_by("kind").len().iter_rows())
    first = items.unique("kind", keep="first", maintain_order=True).head(SHOWN)
    return [
        {
            "state": told.state,
            "kind": told.kind,
            "count": counted[code],
            "first": view.say(wording.FIRST_OF_KIND, what=told.what, distance=told.distance),
            "keeper": told.keeper,
            "look": Link(view.say(wording.GO), link("attention", {**in_view(view), "kind": code})),
        }
        for code, told in zip(first["kind"], item.told(view, first), strict=True)
    ]
