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
    """Fields of a table in shades of gold with their numbers, the last prize a total in bold.

    ``fields``: group, prize, count, tip (what hovering says); ``groups`` and ``prizes`` are their orders.
    """
    total = prizes[-1]
    base = alt.Chart(fields).encode(
        x=alt.X(
            "prize:N",
            sort=prizes,
            title=None,
            axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelPadding=6),
            scale=alt.Scale(domain=prizes, paddingInner=0.06, paddingOuter=0.02),
        ),
        y=alt.Y(
            "group:N",
            sort=groups,
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=130),
            scale=alt.Scale(domain=groups, paddingInner=0.14, paddingOuter=0.05),
        ),
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
    totals = base.transform_filter(is_total).mark_text(**heavy, color=theme.BLUE).encode(text="count:Q")
    chart = alt.layer(boxes, numbers, totals).properties(height=len(groups) * LINE + AROUND, width="container")
    return theme.themed(chart, language, description)
