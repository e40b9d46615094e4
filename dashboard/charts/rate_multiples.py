"""Small multiples of a rate: one band a township, one below the other, all on one scale.

The bands are parts of one view, which unlike a faceted chart is as wide as its place on the page.
"""

from collections.abc import Sequence

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from dashboard.charts.trend import segments
from dashboard.coverage import words as wording
from dashboard.coverage.multiples import BOTTOM, TOP, Bounds, height, placed
from warehouse.language import Language

BAND, AROUND = 118, 30
"""Height in pixels: of one band, and of what stands around all of them."""
LEFT_FOR_NAMES = "max(60, width - 110)"
"""Pixels of a name, so that it does not run into the figure at the other end of its line."""


def rate_multiples(
    courses: pl.DataFrame,
    heads: pl.DataFrame,
    scale: Bounds,
    *,
    starts_anew: bool,
    language: Language,
    description: str,
) -> alt.LayerChart | alt.FacetChart:
    """Bands of 24 months each with the target, the latest month marked in the colour of its light.

    ``courses`` as in :func:`dashboard.coverage.multiples.placed`; ``heads`` has a row a band, in the same order:
    region_name, headline, colour.
    """
    rows = placed(courses, scale, language)
    x = alt.X("month:O", title=None, axis=_axis(rows, language), scale=alt.Scale(domain=_months(rows)))
    y = alt.Y(
        "y:Q", title=None, axis=_levels(heads.height, scale), scale=alt.Scale(domain=[0, heads.height], reverse=True)
    )
    layers = [
        _targets(rows, x),
        _lines(rows, x, y, starts_anew=starts_anew),
        _dots(rows, x, y),
        *_heads(heads),
        _hover(rows, language, x, y),
    ]
    chart = alt.layer(*layers).properties(height=heads.height * BAND + AROUND, width="container")
    return theme.themed(chart, language, description)


def _months(rows: pl.DataFrame) -> list[str]:
    return rows["month"].unique().sort().to_list()


def _axis(rows: pl.DataFrame, language: Language) -> alt.Axis:
    januaries = [month for month in _months(rows) if month[5:7] == "01"]
    suffix = "年" if language == "zh" else ""
    label = f"substring(datum.value, 0, 4) + '{suffix}'"
    return alt.Axis(values=januaries, labelExpr=label, labelAngle=0, grid=True, ticks=False, labelPadding=4)


def _levels(bands: int, scale: Bounds) -> alt.Axis:
    """The lowest and the highest value of the scale, named in every band."""
    low, high = (formats.goal(value) for value in scale)
    values = [height(band, value, scale) for band in range(bands) for value in scale]
    label = f"datum.value - floor(datum.value) > {(1 + TOP - BOTTOM) / 2} ? '{low}' : '{high}'"
    return alt.Axis(values=values, labelExpr=label, labelFontSize=10, domain=False, ticks=False)


def _lines(rows: pl.DataFrame, x: alt.X, y: alt.Y, *, starts_anew: bool) -> alt.Chart:
    joined = [
        segments(of_band.with_columns(value="y"), starts_anew=starts_anew).with_columns(band=pl.lit(band))
        for (band,), of_band in rows.group_by("band", maintain_order=True)
    ]
    dash = alt.StrokeDash("is_complete:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))
    mark = alt.Chart(pl.concat(joined).rename({"value": "y"})).mark_line(color=theme.BLUE, strokeWidth=2)
    lines: alt.Chart = mark.encode(x=x, y=y, detail=["band:N", "segment:N"], strokeDash=dash)
    return lines


def _targets(rows: pl.DataFrame, x: alt.X) -> alt.Chart:
    mark = alt.Chart(rows.filter(pl.col("target_y").is_not_null())).mark_line(
        color=theme.QUIET, strokeWidth=1, strokeDash=[5, 3], interpolate="step-after"
    )
    targets: alt.Chart = mark.encode(x=x, y="target_y:Q", detail="band:N")
    return targets


def _dots(rows: pl.DataFrame, x: alt.X, y: alt.Y) -> alt.Chart:
    is_last = pl.col("month") == pl.col("month").max()
    fill = pl.when("is_complete").then("fill").otherwise(pl.lit("white"))
    known = rows.filter(pl.col("y").is_not_null(), is_last | ~pl.col("is_complete"))
    shown = known.with_columns(
        stroke=pl.when(is_last).then("fill").otherwise(pl.lit(theme.BLUE)),
        inside=fill,
        size=pl.when(is_last).then(80).otherwise(30),
    )
    mark = alt.Chart(shown).mark_point(filled=True, strokeWidth=2, opacity=1)
    dots: alt.Chart = mark.encode(
        x=x,
        y=y,
        size=alt.Size("size:Q", scale=None),
        stroke=alt.Stroke("stroke:N", scale=None),
        fill=alt.Fill("inside:N", scale=None),
    )
    return dots


def _heads(heads: pl.DataFrame) -> Sequence[alt.Chart]:
    """Name and figure of every band on one line above it."""
    base = alt.Chart(heads.with_row_index("band").with_columns(y=pl.col("band") + TOP / 2.4))
    y = alt.Y("y:Q")
    name = base.mark_text(align="left", fontSize=13, fontWeight="bold", limit=alt.expr(LEFT_FOR_NAMES)).encode(
        x=alt.value(0), y=y, text="region_name:N"
    )
    figure = base.mark_text(align="right", fontSize=12, fontWeight="bold").encode(
        x=alt.value("width"), y=y, text="headline:N", color=alt.Color("colour:N", scale=None)
    )
    return [name, figure]


def _hover(rows: pl.DataFrame, language: Language, x: alt.X, y: alt.Y) -> alt.Chart:
    tips = [
        alt.Tooltip("region_name:N", title=wording.TOWNSHIP.in_language(language)),
        alt.Tooltip("month_text:N", title=wording.MONTH.in_language(language)),
        alt.Tooltip("value_text:N", title=words.VALUE.in_language(language)),
        alt.Tooltip("target_text:N", title=words.TARGET_MARK.in_language(language)),
    ]
    known = rows.filter(pl.col("y").is_not_null())
    points: alt.Chart = alt.Chart(known).mark_point(size=120, opacity=0, filled=True).encode(x=x, y=y, tooltip=tips)
    return points
