"""Money raised beside money spent since January, and the difference between them."""

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.year_axis import DASHED, GHOST, dots, end_label, joined, months_across
from dashboard.relief import words as wording
from warehouse.language import Label, Language

HEIGHT = 300
SPENT_COLOUR = "#9A6700"
"""Amber dark enough for words."""
LINES: dict[str, tuple[str, str, Label]] = {
    "raised": (theme.BLUE, "circle", wording.RAISED),
    "spent": (SPENT_COLOUR, "diamond", wording.SPENT),
}
"""Colour, shape and word of each line."""


def raised_spent(
    raised: pl.DataFrame, spent: pl.DataFrame, gaps: pl.DataFrame, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Two lines with their difference shaded.

    ``raised`` and ``spent`` as :data:`dashboard.relief.courses.COURSE`, of one year and in one unit; ``gaps`` has
    month and the texts gap_text and rate_text.
    """
    courses = {"raised": raised, "spent": spent}
    values = [value for course in courses.values() for value in course["value"].drop_nulls()]
    x = months_across(language, is_band=False)
    scale = alt.Scale(domain=[0, 1.12 * (max(values, default=0.0) or 1.0)], nice=False)
    axis = alt.Axis(tickCount=5, domain=False, ticks=False, format=",.4~r")
    y = alt.Y("value:Q", title=None, scale=scale, axis=axis)
    both = raised.select("month", "when", "value", raised_text="text").join(
        spent.select("month", spent="value", spent_text="text"), on="month", how="full", coalesce=True
    )
    band = alt.Chart(both.drop_nulls(["value", "spent"])).mark_area(color=GHOST, opacity=0.22, line=False)
    layers = [band.encode(x=x, y=y, y2="spent:Q")]
    for name, course in courses.items():
        layers += _line(course, name, x, y)
    layers += _end_labels(courses, language, x, y)
    layers.append(_hover(both.join(gaps, on="month", how="left"), x, language))
    chart = alt.layer(*layers).properties(height=HEIGHT, width="container")
    return theme.themed(chart, language, description)


def _line(course: pl.DataFrame, name: str, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    colour, shape, _ = LINES[name]
    mark = alt.Chart(joined(course)).mark_line(color=colour, strokeWidth=2.6, strokeCap="round")
    line = mark.encode(x=x, y=y, detail="segment:N", strokeDash=DASHED)
    return [line, dots(course, colour, x, y, shape, 56 if shape == "diamond" else 42)]


def _end_labels(courses: dict[str, pl.DataFrame], language: Language, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """The latest amount of each line: the greater above its end, the lesser below."""
    ends = {name: course.filter(pl.col("value").is_not_null()).tail(1) for name, course in courses.items()}
    ordered = sorted((name for name in ends if ends[name].height), key=lambda name: ends[name]["value"][0])
    layers = []
    for name in ordered:
        colour, _, label = LINES[name]
        amount = ends[name]["text"][0]
        text = wording.END_LABEL.in_language(language).format(name=label.in_language(language), amount=amount)
        is_lesser = name == ordered[0] and len(ordered) > 1
        layers += end_label(ends[name], text, 20 if is_lesser else -14, colour, x, y)
    return layers


def _hover(rows: pl.DataFrame, x: alt.X, language: Language) -> alt.Chart:
    texts = {
        "when": wording.MONTH,
        "raised_text": wording.RAISED,
        "spent_text": wording.SPENT,
        "gap_text": wording.DIFFERENCE,
        "rate_text": wording.EXECUTION,
    }
    tips = [alt.Tooltip(f"{name}:N", title=title.in_language(language)) for name, title in texts.items()]
    told = rows.select("month", *(pl.col(name).fill_null("—") for name in texts))
    rule: alt.Chart = alt.Chart(told).mark_rule(strokeWidth=22, opacity=0).encode(x=x, tooltip=tips)
    return rule
