"""The rows behind the charts over months: from ``queries.courses``, in the axis's unit and with their texts."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import polars as pl

from dashboard import format as formats
from dashboard.page import View
from dashboard.relief import words as wording
from dashboard.relief.money import Scale, yuan
from dashboard.relief.months import in_month, is_month_end, month_code
from warehouse.language import Language

MONTHLY: dict[str, Any] = {
    "programme": pl.String,
    "order": pl.Int64,
    "month": pl.String,
    "low": pl.Float64,
    "high": pl.Float64,
    "is_whole": pl.Boolean,
    "when": pl.String,
    "amount_text": pl.String,
}
TOTALS: dict[str, Any] = {
    "month": pl.String,
    "total": pl.Float64,
    "is_whole": pl.Boolean,
    "when": pl.String,
    "label": pl.String,
    "total_text": pl.String,
}
COURSE: dict[str, Any] = {
    "year": pl.Int64,
    "month": pl.String,
    "value": pl.Float64,
    "pace": pl.Float64,
    "is_complete": pl.Boolean,
    "when": pl.String,
    "text": pl.String,
}


def stacks(
    months: pl.DataFrame, programmes: Sequence[tuple[str, str]], scale: Scale, language: Language
) -> pl.DataFrame:
    """One row a programme and month that has a month's value: :data:`MONTHLY`, ``low`` to ``high`` in the scale's unit.

    ``months`` as of ``queries.courses``, of one year; ``programmes`` are ids and names from the bottom up.
    """
    order = {indicator_id: place for place, (indicator_id, _) in enumerate(programmes)}
    names = dict(programmes)
    known = months.filter(pl.col("month_value").is_not_null()).to_dicts()
    tops: dict[date, float] = {}
    rows = []
    for row in sorted(known, key=lambda row: (row["as_of_date"], order[row["indicator_id"]])):
        day = row["as_of_date"]
        low = tops.get(day, 0.0)
        tops[day] = high = low + row["month_value"] / scale.divisor
        rows.append(
            {
                "programme": names[row["indicator_id"]],
                "order": order[row["indicator_id"]],
                "month": month_code(day),
                "low": low,
                "high": high,
                "is_whole": row["is_complete"] and is_month_end(day),
                "when": in_month(day, language),
                "amount_text": yuan(row["month_value"], language),
            }
        )
    return pl.DataFrame(rows, schema=MONTHLY)


def month_totals(months: pl.DataFrame, scale: Scale, language: Language) -> pl.DataFrame:
    """One row a month: what all programmes spent in it, :data:`TOTALS`; △ marks a month that is not whole."""
    rows = []
    for (day,), group in months.sort("as_of_date").group_by("as_of_date", maintain_order=True):
        if group["month_value"].null_count() == group.height:
            continue
        total = float(group["month_value"].sum())
        is_whole = bool(group["is_complete"].all()) and is_month_end(day)
        label = scale.short(total) if total else ""
        rows.append(
            {
                "month": month_code(day),
                "total": total / scale.divisor,
                "is_whole": is_whole,
                "when": in_month(day, language),
                "label": label if is_whole else f"△{label}",
                "total_text": yuan(total, language),
            }
        )
    return pl.DataFrame(rows, schema=TOTALS)


def amounts(months: pl.DataFrame, scale: Scale, language: Language) -> pl.DataFrame:
    """The course of one amount to date: :data:`COURSE`, values and pace in the scale's unit."""
    return _course(months, scale.divisor, lambda value: yuan(value, language), language)


def rates(months: pl.DataFrame, language: Language) -> pl.DataFrame:
    """The course of one rate: :data:`COURSE`, values as fractions."""
    return _course(months, 1, formats.percent, language)


def _course(months: pl.DataFrame, divisor: int, text: Any, language: Language) -> pl.DataFrame:
    rows = [
        {
            "year": row["as_of_date"].year,
            "month": month_code(row["as_of_date"]),
            "value": None if row["value"] is None else row["value"] / divisor,
            "pace": None if row["pace"] is None else row["pace"] / divisor,
            "is_complete": row["is_complete"],
            "when": in_month(row["as_of_date"], language),
            "text": None if row["value"] is None else text(row["value"]),
        }
        for row in months.sort("as_of_date").iter_rows(named=True)
    ]
    return pl.DataFrame(rows, schema=COURSE)


def of_year(months: pl.DataFrame, year: int) -> pl.DataFrame:
    return months.filter(pl.col("as_of_date").dt.year() == year)


def named_before(view: View, months: pl.DataFrame) -> str:
    """What the line of last year is called, where there is one."""
    year = view.as_of.year - 1
    has_any = of_year(months, year)["value"].null_count() < of_year(months, year).height
    return view.say(wording.WITH_LAST_YEAR, year=year) if has_any else ""
