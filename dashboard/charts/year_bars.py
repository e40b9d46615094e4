"""Counts of several kinds, year beside year."""

import altair as alt
import polars as pl

from dashboard import theme, words
from dashboard.competitions import words as wording
from warehouse.language import Language

HEIGHT = 220
SHADES = ("#1F5FA8", "#7FA6D3", "#C3D5EA")
"""Kinds are told apart by their names under the bars; the shade only follows."""


def year_bars(
    counts: pl.DataFrame, kinds: list[str], language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Groups of bars: a group a year, a bar a kind, each with its number.

    ``counts``: year, kind, count, label, is_complete; an incomplete year is pale and hatched by its outline.
    """
    rows = counts.with_columns(pl.col("year").cast(pl.String), pl.col("count").cast(pl.Float64))
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False, domain=True))
    offset = alt.XOffset("kind:N", sort=kinds, scale=alt.Scale(domain=kinds, paddingInner=0.12))
    highest = max([1.0, *rows["count"].drop_nulls()]) * 1.15
    y = alt.Y("count:Q", title=None, axis=None, scale=alt.Scale(domain=[0, highest], nice=False))
    colour = alt.Color(
        "kind:N",
        sort=kinds,
        scale=alt.Scale(domain=kinds, range=list(SHADES[: len(kinds)])),
        legend=alt.Legend(orient="top", title=None, symbolType="square"),
    )
    tips = [
        alt.Tooltip("year:O", title=wording.YEAR.in_language(language)),
        alt.Tooltip("kind:N", title=wording.KIND.in_language(language)),
        alt.Tooltip("label:N", title=words.VALUE.in_language(language)),
    ]
    base = alt.Chart(rows).encode(x=x, xOffset=offset, tooltip=tips)
    bars = base.mark_bar(stroke=theme.BLUE).encode(
        y=y,
        color=colour,
        strokeDash=alt.condition("datum.is_complete", alt.value([1, 0]), alt.value([3, 2])),
        strokeWidth=alt.condition("datum.is_complete", alt.value(0), alt.value(1)),
        opacity=alt.condition("datum.is_complete", alt.value(1), alt.value(0.5)),
    )
    labels = base.mark_text(dy=-8, fontWeight="bold").encode(y=y, text="label:N")
    return theme.themed(alt.layer(bars, labels).properties(height=HEIGHT, width="container"), language, description)
