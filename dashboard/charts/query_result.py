"""A result of the desk as a chart: one column across, one column of numbers up, perhaps one for the colour."""

from typing import Any, Literal

import altair as alt
import polars as pl

from dashboard import theme
from warehouse.language import Language

Kind = Literal["bar", "column", "line", "point"]
COLOURS = (*theme.PALETTE, "#5B8FD6", "#8A6D00", "#5FB7A5", "#D9776F", "#A98BC4", "#52606D", "#9AA5B1")
"""The palette, and paler ones of the same hues when it is used up."""
MOST_GROUPS = 60
"""Bars that can still be told apart; more names do not fit beside each other."""
BAR, HEIGHT = 26, 340
DASHES = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3])


def drawn_rows(table: pl.DataFrame, x: str, y: str, colour: str | None) -> pl.DataFrame:
    """The columns x, y and colour as the chart takes them, without rows that have no value and as many as it can show.

    Of names the first :data:`MOST_GROUPS`; of all at most ``theme.MAX_ROWS`` rows.
    """
    kind = table.schema[x]
    across = pl.col(x).cast(pl.Float64) if kind.is_numeric() else pl.col(x)
    if not _is_scale(kind):
        across = pl.col(x).cast(pl.String).fill_null("—")
    parted = pl.col(colour).cast(pl.String).fill_null("—") if colour else pl.lit("")
    rows = table.select(across.alias("x"), pl.col(y).cast(pl.Float64).alias("y"), parted.alias("colour"))
    rows = rows.filter(pl.col("y").is_not_null() & pl.col("y").is_finite() & pl.col("x").is_not_null())
    if rows.schema["x"] == pl.String:
        kept = rows["x"].unique(maintain_order=True).head(MOST_GROUPS)
        rows = rows.filter(pl.col("x").is_in(kept.implode()))
    return rows.head(theme.MAX_ROWS)


def query_result(
    rows: pl.DataFrame,
    kind: Kind,
    titles: tuple[str, str, str],
    language: Language,
    description: str,
    *,
    is_share: bool = False,
) -> alt.LayerChart | alt.FacetChart:
    """``rows`` of :func:`drawn_rows`; ``titles`` of x, y and colour, the last "" for one colour; shares in per cent."""
    groups = _groups(rows, kind, titles[0])
    numbers = _numbers(titles[1], language, is_share=is_share, from_zero=kind in ("bar", "column"))
    encoding: dict[str, Any] = {"tooltip": _tips(rows, titles, is_share=is_share)}
    if titles[2]:
        encoding |= _colours(rows, kind, titles[2])
    is_lying = kind == "bar"
    encoding["x"] = alt.X(**(numbers if is_lying else groups))
    encoding["y"] = alt.Y(**(groups if is_lying else numbers))
    chart = _marked(alt.Chart(rows), kind, is_coloured=bool(titles[2])).encode(**encoding)
    height = max(rows["x"].n_unique() * BAR, 3 * BAR) + BAR if is_lying else HEIGHT
    return theme.themed(alt.layer(chart).properties(height=height, width="container"), language, description)


def _marked(chart: alt.Chart, kind: Kind, *, is_coloured: bool) -> alt.Chart:
    colour = alt.Undefined if is_coloured else theme.BLUE
    if kind == "line":
        marked: alt.Chart = chart.mark_line(strokeWidth=2, point=True, color=colour)
    elif kind == "point":
        marked = chart.mark_point(filled=True, size=60, opacity=0.8, color=colour)
    else:
        marked = chart.mark_bar(color=colour)
    return marked


def _groups(rows: pl.DataFrame, kind: Kind, title: str) -> dict[str, Any]:
    """The column across: days and numbers on a scale, anything else as names in the order of the rows."""
    axis = alt.Axis(labelLimit=180, labelAngle=0 if kind == "bar" else -35, grid=False)
    if rows.schema["x"] == pl.String:
        return {"shorthand": "x:N", "title": title, "sort": None, "axis": axis}
    if rows.schema["x"].is_temporal():
        return {"shorthand": "x:T", "title": title, "axis": alt.Axis(grid=False)}
    shorthand = "x:O" if kind in ("bar", "column") else "x:Q"
    return {"shorthand": shorthand, "title": title, "axis": alt.Axis(grid=False, format="~r")}


def _numbers(title: str, language: Language, *, is_share: bool, from_zero: bool) -> dict[str, Any]:
    axis = alt.Axis(format=".0%") if is_share else alt.Axis(labelExpr=theme.SHORT_NUMBERS[language])
    return {"shorthand": "y:Q", "title": title, "axis": axis, "scale": alt.Scale(zero=from_zero)}


def _colours(rows: pl.DataFrame, kind: Kind, title: str) -> dict[str, Any]:
    found = rows["colour"].unique(maintain_order=True).to_list()
    scale = alt.Scale(domain=found, range=[COLOURS[at % len(COLOURS)] for at in range(len(found))])
    encoding: dict[str, Any] = {
        "color": alt.Color("colour:N", scale=scale, legend=alt.Legend(orient="top", columns=4, title=None))
    }
    if kind == "line":
        dashes = alt.Scale(domain=found, range=[DASHES[at % len(DASHES)] for at in range(len(found))])
        encoding["strokeDash"] = alt.StrokeDash("colour:N", title=title, scale=dashes, legend=None)
    if kind == "point":
        encoding["shape"] = alt.Shape("colour:N", title=title, scale=alt.Scale(domain=found), legend=None)
    return encoding


def _tips(rows: pl.DataFrame, titles: tuple[str, str, str], *, is_share: bool) -> list[alt.Tooltip]:
    is_day = rows.schema["x"].is_temporal()
    across = alt.Tooltip("x:T", title=titles[0], format="%Y-%m-%d") if is_day else alt.Tooltip("x:N", title=titles[0])
    up = alt.Tooltip("y:Q", title=titles[1], format=".1%" if is_share else ",.4~f")
    return [across, up, *([alt.Tooltip("colour:N", title=titles[2])] if titles[2] else [])]


def _is_scale(kind: pl.DataType) -> bool:
    return kind.is_temporal() or kind.is_numeric()
