"""What the programmes spent month by month: stacked bars over last year's total."""

from typing import Any

import altair as alt
import polars as pl

from dashboard import theme
from dashboard.charts.year_axis import GHOST, months_across
from dashboard.relief import words as wording
from warehouse.language import Language

HEIGHT = 340
FILLS = (theme.BLUE, theme.AMBER, theme.GREEN, theme.PURPLE, "#7FB0E0", "#8A5A2B", "#52606D", "#C9A6E0")
"""By a programme's place, used again from the start when there are more: a programme is no alarm, so without red."""
DARK_INK = {theme.AMBER, "#7FB0E0", "#C9A6E0"}
"""Fills on which a mark is read better in dark than in white."""
HAS_ROOM = "width > 700"
"""Whether a part shows its amount beside its mark, of the pixels that the months have."""
AMOUNT = "' ' + format(datum.amount, datum.amount < 100 ? ',.1f' : ',.0f')"
LEAST_MARKED = 0.055
"""Share of the highest bar that a part needs for its mark to fit into it."""


def fill(order: int) -> str:
    return FILLS[order % len(FILLS)]


def mark(order: int) -> str:
    """A programme's sign in its bars and in the key: ①, ②, … (there are twenty)."""
    return chr(ord("①") + order) if order < 20 else ""


def programme_months(
    stacks: pl.DataFrame, totals: pl.DataFrame, before: pl.DataFrame, language: Language, description: str
) -> alt.LayerChart | alt.FacetChart:
    """Bars by month with their total above; ``before`` as a dashed line.

    ``stacks`` as :data:`dashboard.relief.courses.MONTHLY`, ``totals`` (this year) and ``before`` (last year) as
    :data:`dashboard.relief.courses.TOTALS`, all in one unit.
    """
    highest = max([*totals["total"], *before["total"], 0.0]) or 1.0
    x = months_across(language, is_band=True)
    scale = alt.Scale(domain=[0, highest * 1.08], nice=False)
    axis = alt.Axis(tickCount=5, domain=False, ticks=False, format=",.4~r")
    y = alt.Y("low:Q", title=None, scale=scale, axis=axis)
    top = alt.Y("total:Q", title=None, scale=scale)
    layers = [
        *_bars(_dressed(stacks, highest), x, y, alt.Y("middle:Q", scale=scale), language),
        _ghosts(before, top),
        _hover(totals, before, x, language),
        *_totals(totals, x, top),
    ]
    chart = alt.layer(*layers).properties(height=HEIGHT, width="container")
    return theme.themed(chart, language, description)


def _dressed(stacks: pl.DataFrame, highest: float) -> pl.DataFrame:
    orders = stacks["order"].to_list()
    fits = (pl.col("high") - pl.col("low")) / highest >= LEAST_MARKED
    return stacks.with_columns(
        pl.Series("fill", [fill(order) for order in orders], pl.String),
        pl.Series("mark", [mark(order) for order in orders], pl.String),
        pl.Series("ink", [theme.INK if fill(order) in DARK_INK else "white" for order in orders], pl.String),
        middle=(pl.col("low") + pl.col("high")) / 2,
    ).with_columns(
        mark=pl.when(fits).then("mark").otherwise(pl.lit("")),
        amount=pl.when(fits).then(pl.col("high") - pl.col("low")),
        ink=pl.when("is_whole").then("ink").otherwise(pl.lit(theme.INK)),
        edge=pl.when("is_whole").then(pl.lit("white")).otherwise("fill"),
    )


def _bars(rows: pl.DataFrame, x: alt.X, y: alt.Y, middle: alt.Y, language: Language) -> list[alt.Chart]:
    titles = {"programme": wording.PROGRAMME, "when": wording.MONTH, "amount_text": wording.SPENT_IN_MONTH}
    tips = [alt.Tooltip(f"{name}:N", title=title.in_language(language)) for name, title in titles.items()]
    bars = (
        alt.Chart(rows)
        .mark_bar(strokeWidth=1.5)
        .encode(
            x=x,
            y=y,
            y2="high:Q",
            fill=alt.Fill("fill:N", scale=None),
            fillOpacity=alt.condition("datum.is_whole", alt.value(1), alt.value(0.15)),
            stroke=alt.Stroke("edge:N", scale=None),
            strokeDash=alt.condition("datum.is_whole", alt.value([1, 0]), alt.value([4, 3])),
            tooltip=tips,
        )
    )
    marks = (
        alt.Chart(rows)
        .mark_text(fontSize=12, text=alt.expr(f"datum.mark + ({HAS_ROOM} && datum.amount ? {AMOUNT} : '')"))
        .encode(x=x, y=middle, color=alt.Color("ink:N", scale=None))
    )
    return [bars, marks]


def _ghosts(before: pl.DataFrame, y: alt.Y) -> alt.Chart:
    """A dash as wide as its month."""
    left, right = (kind("month:O", bandPosition=place) for kind, place in ((alt.X, 0), (alt.X2, 1)))
    mark = alt.Chart(before).mark_rule(color=GHOST, strokeDash=[5, 3], strokeWidth=2)
    dashes: alt.Chart = mark.encode(x=left, x2=right, y=y)
    return dashes


def _totals(totals: pl.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """With a white seam: last year's dash may pass through."""
    seam: dict[str, Any] = {"stroke": "white", "strokeWidth": 4, "strokeJoin": "round"}
    texts = [alt.Chart(totals).mark_text(dy=-9, fontWeight="bold", fontSize=11, **look) for look in (seam, {})]
    return [text.encode(x=x, y=y, text="label:N") for text in texts]


def _hover(totals: pl.DataFrame, before: pl.DataFrame, x: alt.X, language: Language) -> alt.Chart:
    """An unseen mark on top of every month that tells both years' totals."""
    earlier = before.select("month", before_text="total_text", before_total="total", before_when="when")
    rows = totals.join(earlier, on="month", how="full", coalesce=True).with_columns(
        pl.coalesce("when", "before_when").alias("when"),
        pl.coalesce("total", "before_total").alias("total"),
        pl.col("total_text", "before_text").fill_null("—"),
    )
    titles = {"when": wording.MONTH, "total_text": wording.ALL_PROGRAMMES, "before_text": wording.A_YEAR_BEFORE}
    tips = [alt.Tooltip(f"{name}:N", title=title.in_language(language)) for name, title in titles.items()]
    mark = alt.Chart(rows).mark_point(size=500, opacity=0, filled=True)
    hover: alt.Chart = mark.encode(x=x, y=alt.Y("total:Q"), tooltip=tips)
    return hover
