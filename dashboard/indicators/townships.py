"""One indicator by township and system."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure_list, findings, heading, proof_link, words
from dashboard import format as formats
from dashboard.charts.bullet import bullet
from dashboard.drawing import draw
from dashboard.indicators import queries
from dashboard.indicators import words as wording
from dashboard.page import View
from dashboard.table import Link, TableColumn, show_table
from warehouse.language import Language


def show(view: View, row: dict[str, Any]) -> None:
    """A rate as bars against its target, and any indicator as a list with a way to the proof of each place."""
    st.header(view.say(wording.TOWNSHIPS), anchor=False)
    if row["scope"] == "county":
        st.caption(view.say(wording.COUNTY_ONLY))
        return
    found = queries.everywhere(view.published, row["indicator_id"], view.as_of)
    places = found.filter(pl.col("region_code") != view.published.county_code)
    as_of = formats.as_of_text(view.as_of, view.language)
    if row["kind"] == "ratio" and not places.is_empty():
        name = row[f"label_{view.language}"]
        st.subheader(findings.of_townships(places, name, as_of, view.language), anchor=False)
        heading.key_of_lights(view, as_of)
        drawn = places.select("region_name", "value", "last_year", "target", "light", "is_complete", "reason")
        alt = view.say(words.BULLET_ALT, indicator=name)
        draw("indicator_by_township", bullet, drawn, view.language, alt, chosen=view.region_name)
    else:
        st.caption(view.say(wording.TOWNSHIPS_CAPTION, as_of=as_of))
    shown = rows(found, view.language)
    show_table(columns(view, shown), shown, view.say(wording.TOWNSHIPS))


def columns(view: View, shown: list[dict[str, object]]) -> list[TableColumn]:
    """The columns of the list of figures that say anything, places instead of names."""
    said = {name for row in shown for name, content in row.items() if content} - {"name", "owner"}
    own = [column for column in figure_list.columns(view) if column.key in said]
    return [TableColumn("place", view.say(wording.PLACE)), *own]


def rows(found: pl.DataFrame, language: Language) -> list[dict[str, object]]:
    """One row a place of ``queries.everywhere``; its name leads to the indicator's page of that place."""
    places = [Link(row["region_name"], proof_link.of_figure(row, language)) for row in found.iter_rows(named=True)]
    said = figure_list.rows(found, language)
    return [{**row, "place": place} for row, place in zip(said, places, strict=True)]
