"""A rate through the year: this year's line over last year's, with the target."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import polars as pl

from dashboard import format as formats
from dashboard import theme
from dashboard.charts.trend import segments
from dashboard.coverage import words as wording
from dashboard.coverage.years import MONTHS, EndLabel, apart, domain, end_labels, month_names, months
from warehouse.language import Language

HEIGHT, LINE = 380, 18
"""Height in pixels: of the chart, and of one line of its labels."""
GHOST = "#AEB6C2"
LABEL_COLOURS = {"now": theme.BLUE, "before": "#7B8794", "target": theme.INK}
NONE = "—"


def rate_years(course: pl.DataFrame, language: Language, description: str) -> alt.LayerChart | alt.FacetChart:
    """Months across, last year's line in grey below this year's in blue.

    ``course`` as in :func:`dashboard.coverage.years.months`, with at least one value.
    """
    rows = months(course)
    low, high = domain(rows)
    x = alt.X("month:O", title=None, axis=_axis(language), scale=alt.Scale(type="point", domain=MONTHS, padding=0.1))
    scale = alt.Scale(domain=[low, high], nice=False, zero=False)
    y = alt.Y("value:Q", title=None, scale=scale, axis=alt.Axis(format=".0%", tickCount=5, domain=False, ticks=False))
    before, now = (rows.filter(pl.col("year") == year) for year in (rows["year"].min(), rows["year"].max()))
    layers = [
        _target(now, scale),
        _line(before, GHOST, 2, x, y),
        _line(now, theme.BLUE, 3, x, y),
        _dots(before.filter(~pl.col("is_complete")), GHOST, x, y),
        _dots(_marked(now), theme.BLUE, x, y),
        *_labels(apart(end_labels(rows, language), (high - low) * LINE / HEIGHT), x, y),
        _hover(before, now, language, x),
    ]
    chart = alt.layer(*layers).properties(height=HEIGHT, width="container")
    return theme.themed(chart, language, description)


def _axis(language: Language) -> alt.Axis:
    apart: dict[str, Any] = {"labelOverlap": "parity", "labelSeparation": 4, "labelPadding": 10}
    return alt.Axis(labelExpr=theme.MONTHS_OF_THE_YEAR[language], labelAngle=0, ticks=False, **apart)


def _target(now: pl.DataFrame, scale: alt.Scale) -> alt.Chart:
    known = now.filter(pl.col("target").is_not_null()).tail(1)
    rule: alt.Chart = (
        alt.Chart(known).mark_rule(color=theme.INK, strokeWidth=1.2).encode(y=alt.Y("target:Q", scale=scale))
    )
    return rule


def _line(year: pl.DataFrame, colour: str, width: int, x: alt.X, y: alt.Y) -> alt.Chart:
    dash = alt.StrokeDash("is_complete:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))
    joined = segments(year, starts_anew=True)
    mark = alt.Chart(joined).mark_line(color=colour, strokeWidth=width, strokeCap="round")
    line: alt.Chart = mark.encode(x=x, y=y, detail="segment:N", strokeDash=dash)
    return line


def _marked(now: pl.DataFrame) -> pl.DataFrame:
    """The latest month, and those that are incomplete."""
    known = now.filter(pl.col("value").is_not_null())
    return known.filter(~pl.col("is_complete") | (pl.int_range(pl.len()) == pl.len() - 1))


def _dots(shown: pl.DataFrame, colour: str, x: alt.X, y: alt.Y) -> alt.Chart:
    fill = alt.condition("datum.is_complete", alt.value(colour), alt.value("white"))
    mark = alt.Chart(shown).mark_point(size=60, stroke=colour, strokeWidth=2, opacity=1, filled=True)
    dots: alt.Chart = mark.encode(x=x, y=y, fill=fill)
    return dots


def _labels(labels: Sequence[EndLabel], x: alt.X, y: alt.Y) -> list[alt.Chart]:
    layers = []
    for label in labels:
        place: dict[str, Any] = {"align": "left", "dx": 10} if label.is_beside else {"align": "center", "dy": -14}
        colour = LABEL_COLOURS[label.series]
        rows = pl.DataFrame({"month": [MONTHS[-1] if label.is_beside else label.month], "value": [label.value]})
        mark = alt.Chart(rows).mark_text(**place, text=label.text, color=colour, fontWeight="bold", fontSize=13)
        layers.append(mark.encode(x=x, y=y))
    return layers


def _hover(before: pl.DataFrame, now: pl.DataFrame, language: Language, x: alt.X) -> alt.Chart:
    """An unseen rule on every month that tells the figures of both years."""
    rows = pl.DataFrame({"month": MONTHS, "name": month_names(language)})
    tips = [alt.Tooltip("name:N", title=wording.MONTH.in_language(language))]
    for series, of_year in (("now", now), ("before", before)):
        texts = {row["month"]: _text(row) for row in of_year.iter_rows(named=True)}
        rows = rows.with_columns(pl.Series(series, [texts.get(month, NONE) for month in MONTHS]))
        year = wording.YEAR.in_language(language).format(year=of_year["year"][0])
        tips.append(alt.Tooltip(f"{series}:N", title=year))
    rule: alt.Chart = alt.Chart(rows).mark_rule(strokeWidth=24, opacity=0).encode(x=x, tooltip=tips)
    return rule


def _text(row: dict[str, Any]) -> str:
    if row["value"] is None:
        return NONE
    return formats.percent(row["value"], row["target"])
