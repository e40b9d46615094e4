"""Figures by name as bars made of parts, each part a colour."""

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.pivot import words as wording
from warehouse.language import Language

ROW, AROUND = 30, 50
"""Height in pixels: of one bar, and of the key and the axis around all of them."""
MOST_PARTS = 8
COLOURS = (theme.BLUE, "#8DB3DF", theme.PURPLE, "#94A0AE", theme.GREEN, "#C9855A", "#C3D5EA", "#52606D")
"""None that says good or bad by itself."""


def pivot_stacked(
    fields: pl.DataFrame, rows: list[str], parts: list[str], language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """A bar a row made of its parts, in the orders given.

    ``fields``: row, part, value, text; ``totals`` of rows stand as words at the ends of their bars.
    """
    order = {part: place for place, part in enumerate(parts)}
    known = fields.filter(pl.col("value").is_not_null()).with_columns(
        place=pl.col("part").replace_strict(order, return_dtype=pl.Int64)
    )
    y = alt.Y(
        "row:N",
        sort=rows,
        title=None,
        axis=alt.Axis(ticks=False, domain=False, labelLimit=170, labelPadding=6),
        scale=alt.Scale(domain=rows),
    )
    axis = alt.Axis(
        tickCount=4, domain=False, ticks=False, labelPadding=6, tickMinStep=1, labelExpr=theme.SHORT_NUMBERS[language]
    )
    colour = alt.Color(
        "part:N",
        sort=parts,
        scale=alt.Scale(domain=parts, range=list(COLOURS[: len(parts)])),
        legend=alt.Legend(orient="top", title=None, symbolType="square", columns=3),
    )
    tips = [
        alt.Tooltip("row:N", title=wording.ROWS.in_language(language)),
        alt.Tooltip("part:N", title=wording.COLUMNS.in_language(language)),
        alt.Tooltip("text:N", title=wording.VALUE.in_language(language)),
    ]
    bars = (
        alt.Chart(known)
        .mark_bar(size=16)
        .encode(y=y, x=alt.X("value:Q", title=None, axis=axis), color=colour, order="place:O", tooltip=tips)
    )
    chart = alt.layer(bars).properties(height=len(rows) * ROW + AROUND, width="container")
    return theme.themed(chart, language, description)
