"""Figures by name as bars, below or above zero, with a mark of what each is compared with."""

from textwrap import wrap

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.pivot import words as wording
from warehouse.language import Language

ROW, AROUND = 30, 16
"""Height in pixels: of one bar, and of what stands around all of them."""
ROOM_FOR_WORDS = 1.45
"""The axis is so many times as long as the longest bar, so that its words fit on a telephone."""
NAME_LENGTH = 18


def pivot_bars(rows: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """One bar a row, in the order of the rows.

    ``rows``: name, value (null where there is none), text (the value in words, or why there is none), compared and
    compared_text (the diamond; null where nothing is compared).
    """
    known = [0.0, *rows["value"].drop_nulls(), *rows["compared"].drop_nulls()]
    low, high = min(known), max(known)
    room = (max(high, -low) or 1.0) * (ROOM_FOR_WORDS - 1)
    base = alt.Chart(rows.with_columns(axis_name=pl.Series([_wrapped(name) for name in rows["name"]], dtype=pl.String)))
    names = alt.Axis(ticks=False, domain=False, labelLimit=170, labelPadding=6, labelExpr="split(datum.label, '\\n')")
    y = alt.Y("axis_name:N", sort=None, title=None, axis=names)
    scale = alt.Scale(domain=[low - room if low < 0 else 0, (high + room) or 1], nice=False)
    x = alt.X("value:Q", title=None, axis=None, scale=scale)
    tips = [
        alt.Tooltip("name:N", title=wording.NAME.in_language(language)),
        alt.Tooltip("text:N", title=wording.VALUE.in_language(language)),
        alt.Tooltip("compared_text:N", title=wording.VERSUS.in_language(language)),
    ]
    bars = base.mark_bar(size=15, color=theme.BLUE).encode(y=y, x=x, tooltip=tips)
    marks = (
        base.transform_filter("isValid(datum.compared)")
        .mark_point(shape="diamond", size=70, filled=True, fill="white", stroke=theme.INK, strokeWidth=1.2, opacity=1)
        .encode(y=y, x=alt.X("compared:Q", scale=scale), tooltip=tips)
    )
    beyond = "max(datum.value, isValid(datum.compared) ? datum.compared : 0, 0)"
    words = base.transform_calculate(end=beyond).mark_text(align="left", dx=9)
    labels = words.encode(y=y, x=alt.X("end:Q", scale=scale), text="text:N")
    chart = alt.layer(bars, marks, labels).properties(height=rows.height * ROW + AROUND, width="container")
    return theme.themed(chart, language, description)


def _wrapped(name: str) -> str:
    """Words of Latin script on several lines: Chinese names are short."""
    return "\n".join(wrap(name, NAME_LENGTH)) if name.isascii() else name
