"""Month after month: what each month brought, or how it changed, over the chosen years."""

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.overlaid_years import NO_SCALE
from dashboard.charts.years import hover, value_y
from warehouse.language import Language

EVERY_QUARTER = 26
"""Up to so many months the first of each quarter is named, else of each half year."""


def bars(points: pl.DataFrame) -> pl.DataFrame:
    """``points`` in the order of time with ``code`` (2021-06)."""
    month = pl.col("month").cast(pl.String).str.zfill(2)
    return points.sort("year", "month").with_columns(pl.format("{}-{}", "year", month).alias("code"))


def month_bars(
    points: pl.DataFrame, kind: str, span: tuple[float, float], height: int, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Bars of ``amount`` from zero, hollow where a month is not sure; the latest month is labelled beside it.

    ``points`` as of ``dashboard.trends.panels.drawn``; ``kind`` is that of the indicator, or change; ``span`` the axis.
    """
    rows = bars(points)
    known = rows.filter(pl.col("amount").is_not_null())
    codes = rows["code"].to_list()
    x = alt.X("code:O", title=None, axis=_axis(codes, language), scale=alt.Scale(domain=codes))
    y = value_y("amount", kind, span, language)
    columns = (
        alt.Chart(known)
        .mark_bar(strokeWidth=1.2, width=alt.RelativeBandSize(0.7))
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke("colour:N", **NO_SCALE),
            fill=alt.condition("datum.is_sure", alt.Fill("colour:N", **NO_SCALE), alt.value("white")),
            tooltip=hover(language, change="mom"),
        )
    )
    zero = alt.Chart(pl.DataFrame({"amount": [0.0]})).mark_rule(color=theme.QUIET, strokeWidth=1).encode(y=y)
    last = alt.Chart(known.filter(pl.col("code") == codes[-1])).mark_text(align="left", dx=8, color=theme.BLUE)
    label = last.encode(x=alt.value("width"), y=y, text="label:N")
    chart = alt.layer(columns, zero, label).properties(height=height, width="container")
    return theme.themed(chart, language, description)


def _axis(codes: list[str], language: Language) -> alt.Axis:
    """Names at the beginning of years and quarters: the year for January, else the month."""
    named = ("01", "04", "07", "10") if len(codes) <= EVERY_QUARTER else ("01", "07")
    number = "toNumber(substring(datum.value, 5))"
    month = f"{number} + '月'" if language == "zh" else f"['Apr', 'Jul', 'Oct'][({number} - 4) / 3]"
    year = "substring(datum.value, 0, 4)" + (" + '年'" if language == "zh" else "")
    return alt.Axis(
        values=[code for code in codes if code[5:] in named],
        labelExpr=f"{number} == 1 ? {year} : {month}",
        labelAngle=0,
        labelOverlap=True,
        ticks=False,
        labelPadding=6,
        domain=False,
    )
