"""The small line on a card: the last months of one indicator."""

from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme
from warehouse.language import Language

HEIGHT = 84


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


def segments(months: pl.DataFrame, *, is_year_to_date: bool) -> pl.DataFrame:
    """Two rows (segment, month, value, is_complete) for every pair of neighbours that a line may join.

    A month without a value breaks the line, and so does January of a figure that starts
    anew each year. A segment that ends in an incomplete month is itself incomplete.
    """
    rows: list[dict[str, Any]] = []
    known = months.to_dicts()
    for segment, (before, after) in enumerate(pairwise(known)):
        if before["value"] is None or after["value"] is None:
            continue
        if is_year_to_date and before["year"] != after["year"]:
            continue
        for end in (before, after):
            rows.append({**end, "segment": segment, "is_complete": after["is_complete"]})
    schema = {"segment": pl.Int64, "month": pl.String, "value": pl.Float64, "is_complete": pl.Boolean}
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)


def trend(
    course: pl.DataFrame, *, is_ratio: bool, is_year_to_date: bool, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """A line over the months; incomplete ones hollow and dashed, the latest marked, the target a thin rule."""
    months = points(course)
    x = alt.X("month:O", title=None, axis=_axis(months, language), scale=alt.Scale(domain=months["month"].to_list()))

    def y_of(field: str) -> alt.Y:
        scale = alt.Scale(zero=is_year_to_date, nice=False, padding=6)
        return alt.Y(f"{field}:Q", title=None, axis=None, scale=scale)

    y = y_of("value")
    tip = [alt.Tooltip("month:O", title="·"), alt.Tooltip("value:Q", title="·", format=".1%" if is_ratio else ",.2~f")]
    dash = alt.StrokeDash("is_complete:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))
    line = (
        alt.Chart(segments(months, is_year_to_date=is_year_to_date))
        .mark_line(color=theme.BLUE, strokeWidth=2, strokeCap="round")
        .encode(x=x, y=y, detail="segment:N", strokeDash=dash)
    )
    marked = months.filter(pl.col("value").is_not_null()).with_row_index()
    marked = marked.filter(~pl.col("is_complete") | (pl.col("index") == marked.height - 1)).drop("index")
    dots = (
        alt.Chart(marked)
        .mark_point(size=46, stroke=theme.BLUE, strokeWidth=2, opacity=1, filled=True)
        .encode(
            x=x, y=y, fill=alt.condition("datum.is_complete", alt.value(theme.BLUE), alt.value("white")), tooltip=tip
        )
    )
    target = (
        alt.Chart(months.filter(pl.col("target").is_not_null()))
        .mark_line(color=theme.QUIET, strokeWidth=1, interpolate="step-after")
        .encode(x=x, y=y_of("target"), detail="year:N")
    )
    layers = [target, line, dots] if is_ratio else [line, dots]
    return theme.themed(alt.layer(*layers).properties(height=HEIGHT, width="container"), language, description)


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
