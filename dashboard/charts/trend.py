"""The small line on a card: the last months of one indicator."""

from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from warehouse.language import Language

HEIGHT = 96


def points(course: pl.DataFrame) -> pl.DataFrame:
    """``course`` (as_of_date, value, target, is_complete …) with ``month``, the stable code of its date."""
    codes = [formats.as_of_code(day) for day in course["as_of_date"]]
    return course.select(
        pl.Series("month", codes, dtype=pl.String),
        pl.col("as_of_date").dt.year().alias("year"),
        pl.col("value").cast(pl.Float64),
        pl.col("target").cast(pl.Float64),
        "is_complete",
    )


def segments(months: pl.DataFrame, *, starts_anew: bool) -> pl.DataFrame:
    """Two rows (segment, month, value, is_complete) for every pair of neighbours that a line may join.

    A month without a value breaks the line, and so does January of a figure that
    ``starts_anew`` each year. A segment that ends in an incomplete month is itself incomplete.
    """
    rows: list[dict[str, Any]] = []
    known = months.to_dicts()
    for segment, (before, after) in enumerate(pairwise(known)):
        if before["value"] is None or after["value"] is None:
            continue
        if starts_anew and before["year"] != after["year"]:
            continue
        for end in (before, after):
            rows.append({**end, "segment": segment, "is_complete": after["is_complete"]})
    schema = {"segment": pl.Int64, "month": pl.String, "value": pl.Float64, "is_complete": pl.Boolean}
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)


def trend(
    course: pl.DataFrame, *, is_ratio: bool, starts_anew: bool, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """A line over the months; incomplete ones hollow and dashed, the latest marked, the target a thin rule."""
    months = points(course)
    x = alt.X("month:O", title=None, axis=_axis(months, language), scale=alt.Scale(domain=months["month"].to_list()))
    starts_at_zero = starts_anew and not is_ratio
    line = _line(segments(months, starts_anew=starts_anew), x, starts_at_zero=starts_at_zero)
    dots = _dots(months, x, language, is_ratio=is_ratio, starts_at_zero=starts_at_zero)
    targets = _targets(months, x, language) if is_ratio else []
    layers = alt.layer(*targets, line, dots).properties(height=HEIGHT, width="container")
    return theme.themed(layers, language, description)


def _line(rows: pl.DataFrame, x: alt.X, *, starts_at_zero: bool) -> alt.Chart:
    dash = alt.StrokeDash("is_complete:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))
    mark = alt.Chart(rows).mark_line(color=theme.BLUE, strokeWidth=2, strokeCap="round")
    line: alt.Chart = mark.encode(
        x=x, y=_y("value", starts_at_zero=starts_at_zero), detail="segment:N", strokeDash=dash
    )
    return line


def _dots(months: pl.DataFrame, x: alt.X, language: Language, *, is_ratio: bool, starts_at_zero: bool) -> alt.Chart:
    known = months.filter(pl.col("value").is_not_null())
    is_last = pl.col("month") == pl.col("month").max()
    tip = [
        alt.Tooltip("month:O", title=words.MONTH.in_language(language)),
        alt.Tooltip("value:Q", title=words.VALUE.in_language(language), format=".1%" if is_ratio else ",.2~f"),
    ]
    fill = alt.condition("datum.is_complete", alt.value(theme.BLUE), alt.value("white"))
    mark = alt.Chart(known.filter(is_last | ~pl.col("is_complete"))).mark_point(
        size=46, stroke=theme.BLUE, strokeWidth=2, opacity=1, filled=True
    )
    dots: alt.Chart = mark.encode(x=x, y=_y("value", starts_at_zero=starts_at_zero), fill=fill, tooltip=tip)
    return dots


def _targets(months: pl.DataFrame, x: alt.X, language: Language) -> list[alt.Chart]:
    known = months.filter(pl.col("target").is_not_null())
    if known.is_empty():
        return []
    y = _y("target", starts_at_zero=False)
    rule = alt.Chart(known).mark_line(color=theme.QUIET, strokeWidth=1, interpolate="step-after").encode(x=x, y=y)
    first = known.row(0, named=True)
    is_below_line = first["value"] is not None and first["value"] >= first["target"]
    name = words.TARGET_MARK.in_language(language)
    label = alt.Chart(known.head(1)).mark_text(
        align="left", dy=9 if is_below_line else -6, fontSize=10, color=theme.QUIET, text=name
    )
    return [rule, label.encode(x=x, y=y)]


def _y(field: str, *, starts_at_zero: bool) -> alt.Y:
    scale = alt.Scale(zero=starts_at_zero, nice=False, padding=12)
    return alt.Y(f"{field}:Q", title=None, axis=None, scale=scale)


def _axis(months: pl.DataFrame, language: Language) -> alt.Axis:
    januaries = [code for code in months["month"] if code[5:7] == "01"]
    suffix = "年" if language == "zh" else ""
    return alt.Axis(
        values=januaries,
        labelExpr=f"substring(datum.value, 0, 4) + '{suffix}'",
        labelAngle=0,
        grid=True,
        ticks=False,
        labelPadding=4,
        domain=True,
    )
