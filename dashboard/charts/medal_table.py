"""A medal table: one line a group, one field a prize, the more the stronger."""

from typing import Any

import altair as alt
import polars as pl

from dashboard import theme
from warehouse.language import Language

LINE = 30
AROUND = 40
"""Height in pixels: of one line, and of what stands around all of them."""
GOLD = ("#FBF6E7", "#E0A100")


def medal_table(
    fields: pl.DataFrame, groups: list[str], prizes: list[str], language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Fields of a table in shades of gold with their numbers, the last prize a total: a bar with its number.

    ``fields``: group, prize, count, tip (what hovering says); ``groups`` and ``prizes`` are their orders.
    """
    total = prizes[-1]
    y = alt.Y(
        "group:N",
        sort=groups,
        title=None,
        axis=alt.Axis(ticks=False, domain=False, labelLimit=130),
        scale=alt.Scale(domain=groups, paddingInner=0.14, paddingOuter=0.05),
    )
    base = alt.Chart(fields).encode(
        x=alt.X(
            "prize:N",
            sort=prizes,
            title=None,
            axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelPadding=6),
            scale=alt.Scale(domain=prizes, paddingInner=0.06, paddingOuter=0.02),
        ),
        y=y,
        tooltip=[alt.Tooltip("tip:N", title=" ")],
    )
    is_total = alt.datum.prize == total
    shade = alt.Color(
        "count:Q", legend=None, scale=alt.Scale(domainMin=0, range=list(GOLD), interpolate="rgb", zero=True)
    )
    heavy: dict[str, Any] = {"fontSize": 13, "fontWeight": "bold"}
    boxes = base.transform_filter(~is_total).mark_rect(cornerRadius=3).encode(color=shade)
    numbers = (
        base.transform_filter(~is_total)
        .mark_text(**heavy)
        .encode(text="count:Q", opacity=alt.condition(alt.datum.count > 0, alt.value(1), alt.value(0.35)))
    )
    chart = alt.layer(boxes, numbers, *_totals(fields.filter(pl.col("prize") == total), y, len(prizes), heavy))
    sized = chart.properties(height=len(groups) * LINE + AROUND, width="container").resolve_scale(x="independent")
    return theme.themed(sized, language, description)


def _totals(totals: pl.DataFrame, y: alt.Y, columns: int, look: dict[str, Any]) -> list[alt.Chart]:
    """Bars that begin where the field of the total does, with room for their numbers."""
    most = max([1, *totals["count"]])
    place = [alt.expr(f"width * {(columns - 0.97) / columns}"), alt.expr("width")]
    scale = alt.Scale(domain=[0, most * 1.35], range=place, nice=False)
    x = alt.X("count:Q", title=None, axis=None, scale=scale)
    base = alt.Chart(totals).encode(x=x, y=y, tooltip=[alt.Tooltip("tip:N", title=" ")])
    bars = base.mark_bar(color=theme.BLUE, cornerRadiusEnd=3, height={"band": 0.6})
    return [bars, base.mark_text(**look, align="left", dx=6).encode(text="count:Q")]
