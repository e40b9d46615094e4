"""What charts of months and years have in common: the axis of months, colours by age, labels that keep apart."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from dashboard import theme, words
from dashboard.trends import words as wording
from warehouse.language import Language

GHOSTS = ("#94A0AE", "#BBC3CC", "#D5DADF")
"""Earlier years, the nearest first; from the third on they look alike and are told apart by their labels."""
LABEL_HEIGHT = 15
"""Pixels that one label needs."""


def colours(years: Sequence[int]) -> dict[int, str]:
    """Blue for the latest year, ever paler greys for those before."""
    ordered = sorted(set(years), reverse=True)
    return {year: theme.BLUE if age == 0 else GHOSTS[min(age, len(GHOSTS)) - 1] for age, year in enumerate(ordered)}


def month_x(language: Language) -> alt.X:
    """The months from January to December; where it is narrow every other one keeps its name."""
    axis = alt.Axis(
        labelExpr=theme.MONTHS_OF_THE_YEAR[language],
        labelAngle=0,
        labelOverlap="parity",
        labelSeparation=4,
        labelFlush=False,
        ticks=False,
        labelPadding=6,
        domainColor=theme.QUIET,
    )
    return alt.X("month:O", title=None, axis=axis, scale=alt.Scale(domain=list(range(1, 13))))


def value_axis(kind: str, low: float, high: float, language: Language) -> alt.Axis:
    """The axis of a ratio is in per cent, of a count in whole numbers; numbers are as short as they are said."""
    look: dict[str, Any] = {"tickCount": 4, "domain": False, "ticks": False, "labelPadding": 6}
    if kind == "ratio":
        return alt.Axis(**look, format=".0%" if high - low > 0.06 else ".1%")
    if kind == "count":
        look["tickMinStep"] = 1
    return alt.Axis(**look, labelExpr=theme.SHORT_NUMBERS[language])


def value_y(field: str, kind: str, span: tuple[float, float], language: Language) -> alt.Y:
    """The values of an indicator of this kind upwards; ``span`` is where the axis begins and ends."""
    scale = alt.Scale(domain=list(span), nice=False, zero=False)
    return alt.Y(f"{field}:Q", title=None, axis=value_axis(kind, *span, language), scale=scale)


def span(values: Sequence[float], *, from_zero: bool) -> tuple[float, float]:
    """The ends of an axis that shows all values with some room; from 0 where bars or sums begin there."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    room = (high - low) * 0.12 or abs(high) * 0.05 or 1.0
    return (low if from_zero and low == 0 else low - room), high + room


def kept_apart(values: Sequence[float], low: float, high: float, height: int) -> list[float]:
    """Where labels at these values stand so that none covers another, in the same order.

    The higher of two makes room; at the top of the axis, ``height`` pixels from ``low`` to ``high``, the lower ones do.
    """
    gap = (high - low) * LABEL_HEIGHT / height
    order = sorted(range(len(values)), key=lambda place: values[place])
    placed: list[float] = []
    for place in order:
        placed.append(max(values[place], placed[-1] + gap) if placed else values[place])
    ceiling = high
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], ceiling)
        ceiling = placed[place] - gap
    return [at for _, at in sorted(zip(order, placed, strict=True))]


def hover(language: Language, change: str = "yoy") -> list[alt.Tooltip]:
    """What is said of a point that is pointed at: ``month_text``, ``text`` and its change (``yoy`` or ``mom``)."""
    fields = {"month_text": words.MONTH, "text": words.VALUE, change: wording.COMPARISONS[change]}
    return [alt.Tooltip(f"{name}:N", title=label.in_language(language)) for name, label in fields.items()]
