"""What one visit brought on average, by township."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure
from dashboard import format as formats
from dashboard.charts.named_amounts import named_amounts
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.relief import findings, rankings
from dashboard.relief import words as wording
from dashboard.relief.money import yuan
from dashboard.relief.township_rows import hollow, township_rows

REMARKS = {"zero_denominator": wording.NO_VISITS}


def show(view: View, county: figure.Row, county_name: str, townships: pl.DataFrame) -> None:
    """Bars by township with the county's average as a line.

    ``county`` is the county's row of ``data.figures``, ``townships`` as of ``queries.townships`` of this indicator.
    """
    found = township_rows(view, townships, lambda row: _words(view, county, row), REMARKS)
    finding = rankings.of_per_visit(found, county, county_name, view.language)
    st.subheader(findings.marked(finding, view.language, is_complete=county["is_complete"]), anchor=False)
    if found["value"].null_count() == found.height:
        return
    subtitle = view.say(wording.PER_VISIT_SUBTITLE, as_of=formats.as_of_text(view.as_of, view.language))
    st.caption(subtitle + hollow(view, found))
    average = county["value"]
    text = "" if average is None else view.say(wording.COUNTY_AVERAGE, amount=yuan(average, view.language))
    alt = view.say(wording.PER_VISIT_ALT)
    draw("per_visit", named_amounts, found, average, text, view.language, alt)


def _words(view: View, county: figure.Row, row: dict[str, Any]) -> tuple[str, str]:
    label = yuan(row["value"], view.language)
    if row["numerator"] is None or row["denominator"] is None:
        return label, ""
    visits = formats.quantity(row["denominator"], county[f"denominator_unit_{view.language}"] or "", view.language)
    amount, number = yuan(row["numerator"], view.language), formats.plain(row["numerator"], 0)
    return label, view.say(wording.QUOTIENT, amount=amount, number=number, visits=visits)
