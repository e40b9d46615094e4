"""The small line on a card: the last months of one indicator."""

from itertools import pairwise
from typing import Any

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme, words
from warehouse.language import Language

HEIGHT = 72


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


def reach(months: pl.DataFrame, *, with_targets: bool, starts_at_zero: bool) -> tuple[float, float]:
    """From where to where the chart goes: all that it shows with a quarter of its height above and below."""
    shown = [*months["value"], *(months["target"] if with_targets else [])]
    known = [number for number in shown if number is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    air = (high - low or abs(high) or 1.0) / 4
    return (0.0 if starts_at_zero and low >= 0 else low - air), high + air


def trend(
    course: pl.DataFrame, *, is_ratio: bool, starts_anew: bool, colour: str, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """A line over the months; incomplete ones hollow and dashed, the latest marked, the target a thin dashed rule."""
    months = points(course)
    x = alt.X("month:O", title=None, axis=_axis(months, language), scale=alt.Scale(domain=months["month"].to_list()))
    starts_at_zero = starts_anew and not is_ratio
    joined = segments(months, starts_anew=starts_anew)
    low, high = reach(months, with_targets=is_ratio, starts_at_zero=starts_at_zero)
    scale = alt.Scale(domain=[low, high], nice=False)
    y = _y("value", scale)
    dots = _dots(months, x, y, language, is_ratio=is_ratio, colour=colour)
    targets = _targets(months, x, scale) if is_ratio else []
    ground, line = _ground(joined.with_columns(floor=pl.lit(low)), x, y, colour), _line(joined, x, y, colour)
    layers = alt.layer(ground, *targets, line, dots).properties(height=HEIGHT, width="container")
    return theme.themed(layers, language, description)


def _ground(rows: pl.DataFrame, x: alt.X, y: alt.Y, colour: str) -> alt.Chart:
    """What lies under the line, as far as the chart goes down."""
    mark = alt.Chart(rows).mark_area(color=colour, opacity=0.1)
    ground: alt.Chart = mark.encode(x=x, y=y.stack(None), y2="floor:Q", detail="segment:N")
    return ground


def _line(rows: pl.DataFrame, x: alt.X, y: alt.Y, colour: str) -> alt.Chart:
    dash = alt.StrokeDash("is_complete:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))
    mark = alt.Chart(rows).mark_line(color=colour, strokeWidth=2, strokeCap="round")
    line: alt.Chart = mark.encode(x=x, y=y, detail="segment:N", strokeDash=dash)
    return line


def _dots(months: pl.DataFrame, x: alt.X, y: alt.Y, language: Language, *, is_ratio: bool, colour: str) -> alt.Chart:
    known = months.filter(pl.col("value").is_not_null())
    is_last = pl.col("month") == pl.col("month").max()
    tip = [
        alt.Tooltip("month:O", title=words.MONTH.in_language(language)),
        alt.Tooltip("value:Q", title=words.VALUE.in_language(language), format=".1%" if is_ratio else ",.2~f"),
    ]
    fill = alt.condition("datum.is_complete", alt.value(colour), alt.value("white"))
    mark = alt.Chart(known.filter(is_last | ~pl.col("is_complete"))).mark_point(
        size=46, stroke=colour, strokeWidth=2, opacity=1, filled=True
    )
    dots: alt.Chart = mark.encode(x=x, y=y, fill=fill, tooltip=tip)
    return dots


def _targets(months: pl.DataFrame, x: alt.X, scale: alt.Scale) -> list[alt.Chart]:
    """The target's course; the card says its figure beside the same dash."""
    known = months.filter(pl.col("target").is_not_null())
    if known.is_empty():
        return []
    mark = alt.Chart(known).mark_line(color=theme.QUIET, strokeWidth=1, strokeDash=[3, 3], interpolate="step-after")
    return [mark.encode(x=x, y=_y("target", scale))]


def _y(field: str, scale: alt.Scale) -> alt.Y:
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
