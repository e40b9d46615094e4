"""Figures over periods as lines, one a series."""

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.years import span, value_axis
from dashboard.pivot import words as wording
from warehouse.language import Language

HEIGHT = 300
MOST_SERIES = 5


def pivot_lines(
    points: pl.DataFrame, periods: list[str], series: list[str], kind: str, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """A line a series over ``periods``, and a pale dashed one of what it is compared with.

    ``points``: period, series, value, compared, text; ``kind`` is ratio, count or amount and says how the axis is
    written. A period without a value breaks the line.
    """
    values = [*points["value"].drop_nulls(), *points["compared"].drop_nulls()]
    ends = span(values, from_zero=kind != "ratio")
    x = alt.X(
        "period:O",
        title=None,
        scale=alt.Scale(domain=periods),
        axis=alt.Axis(labelAngle=0, labelOverlap="parity", labelSeparation=6, ticks=False, labelPadding=6),
    )
    scale = alt.Scale(domain=list(ends), nice=False, zero=False)
    y = alt.Y("value:Q", title=None, axis=value_axis(kind, *ends, language), scale=scale)
    colour = alt.Color(
        "series:N",
        sort=series,
        scale=alt.Scale(domain=series, range=list(theme.PALETTE[: len(series)])),
        legend=_key() if len(series) > 1 else None,
    )
    tips = [
        alt.Tooltip("period:O", title=wording.PERIOD.in_language(language)),
        alt.Tooltip("series:N", title=wording.NAME.in_language(language)),
        alt.Tooltip("text:N", title=wording.VALUE.in_language(language)),
    ]
    base = alt.Chart(points)
    line = base.mark_line(strokeWidth=2.2).encode(x=x, y=y, color=colour)
    dots = base.transform_filter("isValid(datum.value)").mark_point(size=46, filled=True, opacity=1)
    before = base.transform_filter("isValid(datum.compared)").mark_line(
        strokeWidth=1.5, strokeDash=[4, 3], opacity=0.55
    )
    pale = before.encode(x=x, y=alt.Y("compared:Q", title=None, scale=scale), color=colour)
    layers = alt.layer(pale, line, dots.encode(x=x, y=y, color=colour, tooltip=tips))
    return theme.themed(layers.properties(height=HEIGHT, width="container"), language, description)


def _key() -> alt.Legend:
    """As the lines look, and not as the dashed ones."""
    return alt.Legend(
        orient="top",
        title=None,
        symbolType="stroke",
        symbolOpacity=1,
        symbolStrokeWidth=3,
        symbolDash=[1, 0],
        columns=3,
    )
