"""Years laid over each other from January to December: the latest blue, earlier ones as ghosts, each labelled."""

from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.years import hover, kept_apart, month_x, value_y
from warehouse.language import Language

SEGMENT = {
    "segment": pl.Int64,
    "year": pl.Int64,
    "month": pl.Int64,
    "value": pl.Float64,
    "is_sure": pl.Boolean,
    "colour": pl.String,
}
NO_SCALE: dict[str, Any] = {"scale": None, "legend": None}

READABLE = alt.condition(f"datum.colour === '{theme.BLUE}'", alt.value(theme.BLUE), alt.value(theme.QUIET))
"""Words are not as pale as the lines they name."""


def segments(points: pl.DataFrame) -> pl.DataFrame:
    """Two rows (segment, year, month, value, is_sure, colour) for neighbours that a line joins.

    ``points``: year, month, value, is_sure (complete, and a whole month), is_reported, colour. A month without a value
    breaks the line, and so does the change between figures counted here and reported at the time. Into or out of a
    month that is not sure the line is dashed, and a fall into such a month is not drawn.
    """
    rows: list[dict[str, Any]] = []
    for segment, (before, after) in enumerate(pairwise(points.sort("year", "month").to_dicts())):
        is_next = before["year"] == after["year"] and before["month"] + 1 == after["month"]
        if not is_next or before["value"] is None or after["value"] is None:
            continue
        is_fall = not after["is_sure"] and after["value"] < before["value"]
        if is_fall or before["is_reported"] != after["is_reported"]:
            continue
        is_sure = before["is_sure"] and after["is_sure"]
        rows += [{**end, "segment": segment, "is_sure": is_sure} for end in (before, after)]
    return pl.DataFrame([{name: row[name] for name in SEGMENT} for row in rows], schema=SEGMENT)


def ends(points: pl.DataFrame, span: tuple[float, float], height: int) -> pl.DataFrame:
    """The last point of every year with ``is_at_edge`` and ``label_value``, where its label stands.

    Labels stand at the right edge and are kept apart; only that of a latest year still running stands at its point.
    """
    known = points.filter(pl.col("value").is_not_null()).sort("year", "month", descending=[True, False])
    last = known.group_by("year", maintain_order=True).last()
    is_running = (pl.col("colour") == theme.BLUE) & (pl.col("month") < 12)
    at_edge, inside = last.filter(~is_running), last.filter(is_running)
    apart = kept_apart(at_edge["value"].to_list(), *span, height)
    return pl.concat(
        [
            at_edge.with_columns(pl.Series("label_value", apart, pl.Float64), is_at_edge=pl.lit(value=True)),
            inside.with_columns(pl.col("value").alias("label_value"), is_at_edge=pl.lit(value=False)),
        ]
    )


def overlaid_years(
    points: pl.DataFrame, kind: str, span: tuple[float, float], height: int, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Lines by year; ``points`` as of ``dashboard.trends.panels.drawn``, ``kind`` that of the indicator.

    ``span`` is the axis of values. Points that are not sure are hollow, figures reported at the time are diamonds.
    """
    x, y = month_x(language), value_y("value", kind, span, language)
    last, at = ends(points, span, height), value_y("label_value", kind, span, language)
    layers = [
        *lines(points, x, y),
        *told_now(points, x, "now", kind, span, language),
        *dots(points, last, x, y, language),
        edge_labels(last.filter("is_at_edge"), at),
        *point_labels(last.filter(~pl.col("is_at_edge")), x, at),
    ]
    return theme.themed(alt.layer(*layers).properties(height=height, width="container"), language, description)


def lines(points: pl.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The joined points, the latest year's heavier and on top."""
    dash = alt.StrokeDash("is_sure:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))
    rows = segments(points)
    is_latest = pl.col("colour") == theme.BLUE
    return [
        alt.Chart(some)
        .mark_line(strokeCap="round", strokeWidth=width)
        .encode(x=x, y=y, detail="segment:N", strokeDash=dash, color=alt.Color("colour:N", **NO_SCALE))
        for some, width in ((rows.filter(~is_latest), 1.6), (rows.filter(is_latest), 2.6))
    ]


def dots(points: pl.DataFrame, last: pl.DataFrame, x: alt.X, y: alt.Y, language: Language) -> list[alt.Chart]:
    """Points that say something by themselves (the last, those not sure or reported), and unseen ones to hover."""
    known = points.filter(pl.col("value").is_not_null())
    marked = known.join(last.select("year", "month", is_end=pl.lit(value=True)), on=["year", "month"], how="left")
    marked = marked.filter(~pl.col("is_sure") | pl.col("is_reported") | pl.col("is_end").is_not_null())
    shapes = alt.Scale(domain=[False, True], range=["circle", "diamond"])
    seen = (
        alt.Chart(marked)
        .mark_point(size=52, strokeWidth=1.8, opacity=1, filled=True)
        .encode(
            x=x,
            y=y,
            stroke=alt.Stroke("colour:N", **NO_SCALE),
            fill=alt.condition("datum.is_sure", alt.Fill("colour:N", **NO_SCALE), alt.value("white")),
            shape=alt.Shape("is_reported:N", legend=None, scale=shapes),
            tooltip=hover(language),
        )
    )
    unseen = alt.Chart(known).mark_circle(size=260, opacity=0).encode(x=x, y=y, tooltip=hover(language))
    return [seen, unseen]


def told_now(
    points: pl.DataFrame, x: alt.X, field: str, kind: str, span: tuple[float, float], language: Language
) -> list[alt.Chart]:
    """A dash where an issued figure is another one now; none where there is no such column or figure."""
    if field not in points.columns or points[field].null_count() == points.height:
        return []
    known = points.filter(pl.col(field).is_not_null())
    dash = alt.Chart(known).mark_tick(color=theme.RED, thickness=2.5, width=22)
    return [dash.encode(x=x, y=value_y(field, kind, span, language), tooltip=hover(language))]


def edge_labels(labels: pl.DataFrame, y: alt.Y) -> alt.Chart:
    """Texts at the right edge: ``label`` at ``label_value``."""
    text = alt.Chart(labels).mark_text(align="left", dx=10)
    edge: alt.Chart = text.encode(x=alt.value("width"), y=y, text="label:N", color=READABLE)
    return edge


def point_labels(labels: pl.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Texts above their points, white behind, so that lines do not cross them."""
    base = alt.Chart(labels).encode(x=x, y=y, text="label:N")
    style: dict[str, Any] = {"align": "center", "dy": -14}
    halo = base.mark_text(**style, stroke="white", strokeWidth=4)
    return [halo, base.mark_text(**style).encode(color=READABLE)]
