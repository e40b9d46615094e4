"""What has come together since January: bars of the latest year, earlier years as ghosts, plan and target dashed."""

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.overlaid_years import dots, edge_labels, ends, lines, point_labels
from dashboard.charts.years import hover, kept_apart, month_x, value_y
from warehouse.language import Language

FILL = "#9DBDE0"
"""Bars are paler than the blue of words and lines, so that plan and ghosts are seen on them."""


def plan(points: pl.DataFrame) -> pl.DataFrame:
    """month, goal: what should have come together by each month, and the year's target in December.

    ``points`` of the latest year with ``goal`` and ``target``.
    """
    due = points.filter(pl.col("goal").is_not_null() & (pl.col("month") < 12)).sort("month").select("month", "goal")
    targets = points.sort("month")["target"].drop_nulls()
    if targets.is_empty():
        return due
    return pl.concat([due, pl.DataFrame({"month": [12], "goal": [float(targets[-1])]}, schema=due.schema)])


def cumulative(
    points: pl.DataFrame,
    kind: str,
    span: tuple[float, float],
    height: int,
    language: Language,
    target: str,
    description: str,
) -> alt.LayerChart | alt.FacetChart:
    """``points`` as of ``dashboard.trends.panels.drawn``, ``kind`` that of the indicator, ``target`` in words.

    ``span`` is the axis of values. Bars of months that are not sure are hollow.
    """
    is_latest = pl.col("year") == pl.col("year").max()
    now, before = points.filter(is_latest & pl.col("value").is_not_null()), points.filter(~is_latest)
    x, y = month_x(language), value_y("value", kind, span, language)
    goals, at = plan(points.filter(is_latest)), value_y("label_value", kind, span, language)
    last, earlier = now.sort("month").tail(1), ends(before, span, height)
    layers = [
        _columns(now, x, y, language),
        *lines(before, x, y),
        *dots(before, earlier, x, y, language),
        _dashed(goals, x, value_y("goal", kind, span, language)),
        edge_labels(_edge(earlier, goals, span, height, target), at),
        *point_labels(last.with_columns(pl.col("value").alias("label_value")), x, at),
    ]
    return theme.themed(alt.layer(*layers).properties(height=height, width="container"), language, description)


def _columns(now: pl.DataFrame, x: alt.X, y: alt.Y, language: Language) -> alt.Chart:
    fill = alt.condition("datum.is_sure", alt.value(FILL), alt.value("white"))
    bars = alt.Chart(now).mark_bar(stroke=theme.BLUE, strokeWidth=1.2, width=alt.RelativeBandSize(0.55))
    columns: alt.Chart = bars.encode(x=x, y=y, fill=fill, tooltip=hover(language))
    return columns


def _dashed(goals: pl.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    point = alt.OverlayMarkDef(size=18, color=theme.INK)
    line = alt.Chart(goals).mark_line(color=theme.INK, strokeDash=[5, 4], strokeWidth=1.5, point=point)
    dashed: alt.Chart = line.encode(x=x, y=y)
    return dashed


def _edge(
    earlier: pl.DataFrame, goals: pl.DataFrame, span: tuple[float, float], height: int, target: str
) -> pl.DataFrame:
    """What is written at the right edge: the earlier years and the target, kept apart."""
    december = goals.filter(pl.col("month") == 12).select(
        pl.col("goal").alias("value"), pl.lit(target).alias("label"), pl.lit(theme.INK).alias("colour")
    )
    labels = pl.concat([earlier.select("value", "label", "colour"), december])
    apart = kept_apart(labels["value"].to_list(), *span, height)
    return labels.with_columns(pl.Series("label_value", apart, pl.Float64))
