"""Rejected rows by the month that sheets reach to."""

import altair as alt
import polars as pl

from dashboard import theme
from warehouse.language import Language

HEIGHT = 220


def rejected_months(months: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """Columns of ``rejected`` by ``month`` (a first day), the highest labelled; ``tip`` is what hovering says."""
    most = max([1, *months["rejected"]])
    base = alt.Chart(months)
    form = "%Y年%-m月" if language == "zh" else "%b %Y"
    axis = alt.Axis(format=form, title=None, grid=False, labelOverlap=True, tickCount={"interval": "month", "step": 3})
    x = alt.X("month:T", axis=axis, scale=alt.Scale(padding=12))
    y = alt.Y(
        "rejected:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4), scale=alt.Scale(domainMax=most * 1.15)
    )
    columns = base.mark_bar(size=12, color=theme.AMBER).encode(x=x, y=y, tooltip=alt.Tooltip("tip:N", title=" "))
    highest = base.transform_filter(alt.datum.rejected == most).mark_text(dy=-8).encode(x=x, y=y, text="rejected:Q")
    chart = alt.layer(columns, highest).properties(height=HEIGHT, width="container")
    return theme.themed(chart, language, description)
