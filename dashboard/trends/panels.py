"""The charts of the chosen places, one each, in the way that was chosen."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from dashboard import figure
from dashboard import format as formats
from dashboard.charts.cumulative import cumulative
from dashboard.charts.month_bars import month_bars
from dashboard.charts.overlaid_years import overlaid_years
from dashboard.charts.years import colours, span
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.trends import findings, point
from dashboard.trends import words as wording
from dashboard.trends.choosing import Chosen
from warehouse.language import Language

HIGH, LOW = 330, 200
"""Pixels of the only chart, and of each of several."""
IN_A_ROW = 2
DRAWN = {
    **dict.fromkeys(("year", "month"), pl.Int64()),
    **dict.fromkeys(("value", "amount", "goal", "target", "now"), pl.Float64()),
    **dict.fromkeys(("is_sure", "is_reported"), pl.Boolean()),
    **dict.fromkeys(("colour", "label", "month_text", "text", "yoy", "mom"), pl.String()),
}


def drawn(points: pl.DataFrame, chosen: Chosen, language: Language) -> pl.DataFrame:
    """``points`` of one place as the charts need them: :data:`DRAWN`.

    ``amount`` is what the month alone brought, else its change on the month before (percentage points, or per cent),
    but not of a January that begins from nothing; ``goal`` what should be reached by then. ``is_sure``: complete, and a
    whole month. ``now``: of a figure as issued what is told instead of it now.
    """
    colour = colours(chosen.years)
    rows = []
    for row in points.iter_rows(named=True):
        is_new_start = row["month"] == 1 and figure.starts_anew(chosen.definition)
        change = None if row["mom"] is None or is_new_start else row["mom"] * 100
        rows.append(
            {
                "year": row["year"],
                "month": row["month"],
                "value": row["value"],
                "amount": row["month_value"] if chosen.is_by_month else change,
                "goal": row["pace"] if chosen.is_by_month else row["target"],
                "target": row["target"],
                "now": row.get("now_value"),
                "is_sure": row["is_complete"] and not row["is_open"],
                "is_reported": row["source"] is not None,
                "colour": colour[row["year"]],
                "label": _label(row, chosen, language),
                "month_text": formats.as_of_text(row["as_of_date"], language),
                "text": point.cell(row, chosen.definition, language, is_by_month=chosen.is_by_month),
                "yoy": point.yoy(row, chosen.definition, language),
                "mom": point.mom(row, chosen.definition, language),
            }
        )
    return pl.DataFrame(rows, schema=DRAWN)


def _label(row: Mapping[str, Any], chosen: Chosen, language: Language) -> str:
    """What stands beside a point that is labelled."""
    if chosen.way != "mom":
        value = point.value(row, chosen.definition, language)
        is_whole = row["month"] == 12 or row["year"] == chosen.latest
        year = row["year"] if is_whole else formats.month(row["as_of_date"], language)
        label = wording.LABELLED if is_whole else wording.LABELLED_MONTH
        return label.in_language(language).format(year=year, value=value)
    if chosen.is_by_month:
        return point.month(row, chosen.definition, language)
    return point.change(row, chosen.definition, language)


def show(view: View, chosen: Chosen, points: pl.DataFrame) -> None:
    """The chart of every place, two in a row, and below it why months have no figure.

    ``points`` as of ``series.points``.
    """
    places = {code: points.filter(pl.col("region_code") == code) for code in chosen.regions}
    frames = {code: drawn(place, chosen, view.language) for code, place in places.items()}
    axis = _span(chosen, list(frames.values())) if shares_axis(chosen) else None
    codes = list(frames)
    width = min(IN_A_ROW, len(codes))
    for start in range(0, len(codes), width):
        for column, code in zip(st.columns(width, gap="medium"), codes[start : start + width], strict=False):
            with column:
                if len(codes) > 1:
                    st.markdown(f"**{chosen.regions[code]}**")
                _chart(view, chosen, code, frames[code], axis)
                if missing := _missing(view, chosen, code, places[code], frames[code]):
                    st.caption(missing)


def shares_axis(chosen: Chosen) -> bool:
    """Rates and changes of several places are compared on one axis; numbers of a county and a township cannot be."""
    return chosen.definition["kind"] == "ratio" or (chosen.way == "mom" and not chosen.is_by_month)


def _span(chosen: Chosen, frames: list[pl.DataFrame]) -> tuple[float, float]:
    columns = {"yoy": ("value", "now"), "mom": ("amount",), "total": ("value", "goal", "target")}[chosen.way]
    values = [value for frame in frames for name in columns for value in frame[name].drop_nulls()]
    return span(values, from_zero=chosen.way != "yoy" or chosen.is_by_month)


def _chart(view: View, chosen: Chosen, code: str, frame: pl.DataFrame, together: tuple[float, float] | None) -> None:
    if _is_empty(chosen, frame):
        return
    axis = together or _span(chosen, [frame])
    height = HIGH if len(chosen.regions) == 1 else LOW
    definition = chosen.definition
    years = ", ".join(map(str, chosen.years))
    name = view.say(
        wording.COURSE_ALT, place=chosen.regions[code], indicator=definition[f"label_{view.language}"], years=years
    )
    key, kind = f"trend_{code}", definition["kind"]
    if chosen.way == "mom":
        draw(key, month_bars, frame, kind if chosen.is_by_month else "change", axis, height, view.language, name)
    elif chosen.way == "total":
        draw(key, cumulative, frame, kind, axis, height, view.language, _target(frame, chosen, view), name)
    else:
        draw(key, overlaid_years, frame, kind, axis, height, view.language, name)


def _is_empty(chosen: Chosen, frame: pl.DataFrame) -> bool:
    return frame["amount" if chosen.way == "mom" else "value"].null_count() == frame.height


def _missing(view: View, chosen: Chosen, code: str, points: pl.DataFrame, frame: pl.DataFrame) -> str:
    """Why months of the place, or all of them, have nothing that could be drawn."""
    is_withheld = chosen.is_by_month and chosen.definition["is_about_people"] and code != view.published.county_code
    if chosen.way == "mom" and is_withheld and frame["value"].null_count() < frame.height:
        return view.say(wording.MONTHS_WITHHELD)
    without = view.say(wording.NOTHING_DRAWN) if _is_empty(chosen, frame) else ""
    return findings.of_missing(points, view.language) or without


def _target(frame: pl.DataFrame, chosen: Chosen, view: View) -> str:
    targets = frame.filter(pl.col("year") == chosen.latest)["target"].drop_nulls()
    if targets.is_empty():
        return ""
    row = {**chosen.definition, "target": targets[-1]}
    goal = (
        formats.goal(targets[-1])
        if chosen.definition["kind"] == "ratio"
        else figure.amount(row, targets[-1], view.language)
    )
    return view.say(wording.TARGET, target=goal)
