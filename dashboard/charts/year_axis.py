"""What charts over the months of a year have in common."""

from typing import Any

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.trend import segments
from dashboard.relief.months import MONTHS
from warehouse.language import Language

GHOST = "#9AA5B1"
"""Of a year before."""

DASHED = alt.StrokeDash("is_complete:N", legend=None, scale=alt.Scale(domain=[True, False], range=[[1, 0], [4, 3]]))


def months_across(language: Language, *, is_band: bool) -> alt.X:
    """All twelve months across, whatever is known of them: as bands for bars, as points for lines."""
    scale = alt.Scale(domain=MONTHS) if is_band else alt.Scale(type="point", domain=MONTHS, padding=0.3)
    axis = alt.Axis(
        labelExpr=theme.MONTHS_OF_THE_YEAR[language],
        labelAngle=0,
        labelOverlap="parity",
        labelSeparation=3,
        ticks=False,
        grid=False,
    )
    return alt.X("month:O", title=None, scale=scale, axis=axis)


def joined(course: pl.DataFrame) -> pl.DataFrame:
    """The neighbouring months of one year that a line may join; see :func:`dashboard.charts.trend.segments`."""
    return segments(course, starts_anew=True)


def dots(course: pl.DataFrame, colour: str, x: alt.X, y: alt.Y, shape: str = "circle", size: int = 42) -> alt.Chart:
    """A mark on every month that has a value, hollow where it is incomplete."""
    fill = alt.condition("datum.is_complete", alt.value(colour), alt.value("white"))
    mark = alt.Chart(course.filter(pl.col("value").is_not_null())).mark_point(
        size=size, stroke=colour, strokeWidth=1.8, opacity=1, filled=True, shape=shape
    )
    marks: alt.Chart = mark.encode(x=x, y=y, fill=fill)
    return marks


def end_label(end: pl.DataFrame, text: str, dy: int, colour: str, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Words at the one row ``end`` of a line, towards the middle of the chart, with a white seam against lines."""
    is_late = end["month"][0] > MONTHS[5]
    place: dict[str, Any] = {"align": "right", "dx": 6} if is_late else {"align": "left", "dx": -6}
    looks: tuple[dict[str, Any], ...] = (
        {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round", "fontWeight": "bold"},
        {"color": colour, "fontWeight": "bold"},
    )
    base = alt.Chart(end)
    return [base.mark_text(text=text, dy=dy, fontSize=13, **place, **look).encode(x=x, y=y) for look in looks]
