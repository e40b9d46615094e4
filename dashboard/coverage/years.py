"""What the line of a rate through the year is made of: its months, its scale, the labels at its ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import polars as pl

from dashboard import format as formats
from dashboard.coverage import words as wording
from warehouse.language import Language

MONTHS = [str(month) for month in range(1, 13)]
LEAST_SPAN = 0.1
"""The vertical axis spans at least so much, so that small changes look small."""
Series = Literal["now", "before", "target"]


@dataclass(frozen=True, slots=True)
class EndLabel:
    """A text at the end of a line, as high as ``value``."""

    series: Series
    month: str
    value: float
    text: str

    @property
    def is_beside(self) -> bool:
        """Whether it stands to the right of all lines; the label of one that ends earlier stands above its end."""
        return self.month in MONTHS[-2:]


def months(course: pl.DataFrame) -> pl.DataFrame:
    """Twelve rows of the year before, then those of this year: year, month ("1" to "12"), value, target, is_complete.

    ``course``: as_of_date, value, last_year, target, is_complete of one region, oldest first. Where a month of the year
    before has no figure of its own, the one that was reported for it (``last_year``) stands in.
    """
    by_month = {(row["as_of_date"].year, row["as_of_date"].month): row for row in course.iter_rows(named=True)}
    year = max(by_month)[0]
    rows = [_before(by_month, year, month) for month in range(1, 13)]
    rows += [{**row, "year": year, "month": str(month)} for (of, month), row in by_month.items() if of == year]
    schema = {
        "year": pl.Int64,
        "month": pl.String,
        "value": pl.Float64,
        "target": pl.Float64,
        "is_complete": pl.Boolean,
    }
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)


def _before(by_month: dict[tuple[int, int], dict[str, Any]], year: int, month: int) -> dict[str, Any]:
    own, later = by_month.get((year - 1, month)), by_month.get((year, month))
    value, is_complete = (own["value"], own["is_complete"]) if own else (None, True)
    if value is None and later:
        value, is_complete = later["last_year"], True
    return {"year": year - 1, "month": str(month), "value": value, "target": None, "is_complete": is_complete}


def domain(rows: pl.DataFrame) -> tuple[float, float]:
    """From where to where the vertical axis goes: around all values and the target, within 0–1 unless they are not."""
    known = [*rows["value"].drop_nulls(), *rows["target"].drop_nulls()]
    low, high = min(known), max(known)
    padding = max((high - low) * 0.12, (LEAST_SPAN - (high - low)) / 2)
    top = high + padding if high > 1 else min(high + padding, 1.0)
    return max(min(low - padding, top - LEAST_SPAN), 0.0), top


def end_labels(rows: pl.DataFrame, language: Language) -> list[EndLabel]:
    """Year and last figure of each line, this year's first, and the target; ``rows`` as of :func:`months`."""
    labels = []
    known = rows.filter(pl.col("value").is_not_null())
    years: tuple[tuple[Series, object], ...] = (("now", rows["year"].max()), ("before", rows["year"].min()))
    for series, year in years:
        for last in known.filter(pl.col("year") == year).tail(1).iter_rows(named=True):
            value = formats.percent(last["value"], last["target"])
            text = wording.YEAR_END.in_language(language).format(year=year, value=value)
            labels.append(EndLabel(series, last["month"], last["value"], text))
    for target in rows["target"].drop_nulls().tail(1):
        text = wording.TARGET_END.in_language(language).format(value=formats.goal(target))
        labels.append(EndLabel("target", MONTHS[-1], target, text))
    return labels


def apart(labels: Sequence[EndLabel], gap: float) -> list[EndLabel]:
    """The labels beside the lines from the top, moved down until they are ``gap`` apart; the others as they are."""
    placed = [label for label in labels if not label.is_beside]
    ceiling = float("inf")
    for label in sorted(labels, key=lambda one: one.value, reverse=True):
        if label.is_beside:
            placed.append(replace(label, value=min(label.value, ceiling)))
            ceiling = placed[-1].value - gap
    return placed


def month_names(language: Language) -> list[str]:
    """The twelve months as they are said: ``1月``, ``January``."""
    return [f"{month}月" for month in MONTHS] if language == "zh" else list(formats.MONTH_NAMES)
