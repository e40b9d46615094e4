"""What has come together since January, over the course of last year."""

from typing import Any

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.year_axis import DASHED, GHOST, dots, end_label, joined, months_across
from dashboard.relief import words as wording
from dashboard.relief.months import MONTHS
from warehouse.language import Language

HEIGHT = 300
QUIET_GHOST = "#6B7280"
"""Of words in grey: darker than the line, to be readable."""
CLOSE = 0.12
"""Labels of one month whose values differ by less, as a share of the axis, would touch."""
FAR_ABOVE, ABOVE, BELOW, FAR_BELOW = -30, -14, 18, 34
"""Of a label from its point, in pixels."""


def year_course(
    course: pl.DataFrame,
    year: int,
    target: float | None,
    target_text: str,
    language: Language,
    description: str,
    *,
    is_ratio: bool,
) -> alt.LayerChart | alt.FacetChart:
    """This year's line in blue over last year's, dashed and grey; the target as a rule, what is due by then as dots.

    ``course`` as :data:`dashboard.relief.courses.COURSE`, ``target`` in the same unit.
    """
    now, before = (course.filter(pl.col("year") == each) for each in (year, year - 1))
    known = course.filter(pl.col("value").is_not_null())
    highest = max([*known["value"], target or 0.0, *now["pace"].drop_nulls(), 0.0]) or 1.0
    x = months_across(language, is_band=False)
    scale = alt.Scale(domain=[0, highest * 1.12], nice=False)
    axis = alt.Axis(tickCount=5, domain=False, ticks=False, format=".0%" if is_ratio else ",.4~r")
    y = alt.Y("value:Q", title=None, scale=scale, axis=axis)
    layers = [
        _line(before, GHOST, 2, x, y, is_ghost=True),
        *([] if is_ratio else [_area(now, x, scale)]),
        *_goal(now, target, target_text, x, scale),
        _line(now, theme.BLUE, 3, x, y, is_ghost=False),
        dots(before.filter(~pl.col("is_complete")), GHOST, x, y),
        dots(now, theme.BLUE, x, y),
        *_end_labels(now, before, highest, target, language, x, y),
        _hover(now, before, language, x),
    ]
    chart = alt.layer(*layers).properties(height=HEIGHT, width="container")
    return theme.themed(chart, language, description)


def _line(course: pl.DataFrame, colour: str, width: int, x: alt.X, y: alt.Y, *, is_ghost: bool) -> alt.Chart:
    dash: Any = {"strokeDash": alt.value([4, 3]) if is_ghost else DASHED}
    mark = alt.Chart(joined(course)).mark_line(color=colour, strokeWidth=width, strokeCap="round")
    line: alt.Chart = mark.encode(x=x, y=y, detail="segment:N", **dash)
    return line


def _area(course: pl.DataFrame, x: alt.X, scale: alt.Scale) -> alt.Chart:
    opacity = alt.condition("datum.is_complete", alt.value(0.14), alt.value(0.05))
    mark = alt.Chart(joined(course)).mark_area(color=theme.BLUE, line=False)
    unstacked = alt.Y("value:Q", scale=scale, stack=None)
    area: alt.Chart = mark.encode(x=x, y=unstacked, detail="segment:N", fillOpacity=opacity)
    return area


def _goal(now: pl.DataFrame, target: float | None, text: str, x: alt.X, scale: alt.Scale) -> list[alt.Chart]:
    if target is None:
        return []
    y = alt.Y("goal:Q", scale=scale)
    rows = pl.DataFrame({"month": [MONTHS[0]], "goal": [target]})
    rule = alt.Chart(rows).mark_rule(color=theme.INK, strokeWidth=1.2).encode(y=y)
    name = alt.Chart(rows).mark_text(text=text, align="left", dx=-6, dy=-8, fontSize=12).encode(x=x, y=y)
    due = now.filter(pl.col("pace").is_not_null() & (pl.col("pace") != target))
    pace = alt.Chart(due).mark_line(color=theme.INK, strokeWidth=1.4, strokeDash=[1, 4])
    return [rule, name, pace.encode(x=x, y=alt.Y("pace:Q", scale=scale))]


def label_offsets(
    greater: float, lesser: float, highest: float, goal: float | None, *, is_one_month: bool
) -> list[int]:
    """How many pixels below (negative: above) its point the label of each of two values stands.

    The greater above and the lesser below, but nothing on the axis and nothing on the goal's rule.
    """
    are_close = is_one_month and greater - lesser < CLOSE * highest
    if goal is not None and 0 <= goal - greater < CLOSE * highest:
        return [BELOW, FAR_BELOW if are_close else BELOW]
    if lesser > CLOSE * highest:
        return [ABOVE, BELOW]
    return [FAR_ABOVE if are_close else ABOVE, ABOVE]


def _end_labels(
    now: pl.DataFrame, before: pl.DataFrame, highest: float, goal: float | None, language: Language, x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    ends = [
        (year.filter(pl.col("value").is_not_null()).tail(1), colour)
        for year, colour in ((now, theme.BLUE), (before, QUIET_GHOST))
    ]
    known = sorted((end for end in ends if end[0].height), key=lambda end: -end[0]["value"][0])
    values = [end["value"][0] for end, _ in known]
    is_one_month = len({end["month"][0] for end, _ in known}) == 1 and len(known) == 2
    offsets = label_offsets(values[0], values[-1], highest, goal, is_one_month=is_one_month) if known else []
    layers = []
    for (end, colour), offset in zip(known, offsets, strict=False):
        row = end.row(0, named=True)
        text = wording.YEAR_END.in_language(language).format(year=row["year"], amount=row["text"])
        layers += end_label(end, text, offset, colour, x, y)
    return layers


def _hover(now: pl.DataFrame, before: pl.DataFrame, language: Language, x: alt.X) -> alt.Chart:
    """An unseen rule on every month that tells the figures of both years."""
    earlier = before.select("month", before_text="text", before_when="when")
    rows = earlier.join(now.select("month", "when", "text"), on="month", how="full", coalesce=True).with_columns(
        pl.coalesce("when", "before_when").alias("when"), pl.col("text", "before_text").fill_null("—")
    )
    titles = {"when": wording.MONTH, "text": wording.YEAR_TO_DATE, "before_text": wording.A_YEAR_BEFORE}
    tips = [alt.Tooltip(f"{name}:N", title=title.in_language(language)) for name, title in titles.items()]
    rule: alt.Chart = alt.Chart(rows).mark_rule(strokeWidth=22, opacity=0).encode(x=x, tooltip=tips)
    return rule
