"""The points of a course: one for every month of the chosen years, like with like."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from warehouse.days import month_end, year_before

NOT_REPORTED = ("numerator", "denominator", "month_value", "mom", "yoy")
"""What a figure that was reported at the time does not have."""


def days(years: Sequence[int], as_of: date, *, same_day: bool) -> list[date]:
    """The day that stands for each month: its last, and for the month of ``as_of`` that day itself.

    No month after ``as_of`` is among them. With ``same_day`` that month of the years before is looked at on the same
    day too, so that half a month is compared with half a month.
    """
    found = []
    for year in sorted(years):
        for month in range(1, 13):
            day = month_end(date(year, month, 1))
            is_compared = month == as_of.month and as_of.year in years and (same_day or year == as_of.year)
            if is_compared and as_of != month_end(as_of):
                day = as_of.replace(year=year)
            if day <= as_of:
                found.append(day)
    return found


def points(
    course: pl.DataFrame,
    regions: Sequence[str],
    years: Sequence[int],
    as_of: date,
    first_month: date,
    *,
    same_day: bool,
    uncomputed: str | None = None,
) -> pl.DataFrame:
    """A row for every region (in this order), chosen year and month.

    Columns are those of ``queries.course`` and year, month, is_open (the day is not its month's last) and source (of a
    figure that was reported at the time and then is the value). A day that was never computed has the reason
    ``uncomputed``, where that is not said before_data or not_computed.
    """
    grid = pl.DataFrame({"as_of_date": days(years, as_of, same_day=same_day)}, schema={"as_of_date": pl.Date()})
    places = pl.DataFrame({"region_code": list(regions)}, schema={"region_code": pl.String()})
    cells = places.join(grid, how="cross")
    is_before = pl.col("as_of_date") < first_month
    why = pl.when(is_before).then(pl.lit(uncomputed or "before_data")).otherwise(pl.lit(uncomputed or "not_computed"))
    known = cells
    for more in (course.with_columns(is_computed=pl.lit(value=True)), reported(course)):
        known = known.join(more, on=["region_code", "as_of_date"], how="left", maintain_order="left")
    is_reported = pl.col("source").is_not_null()
    return known.with_columns(
        pl.col("as_of_date").dt.year().alias("year"),
        pl.col("as_of_date").dt.month().cast(pl.Int32).alias("month"),
        (pl.col("as_of_date") != pl.col("as_of_date").dt.month_end()).alias("is_open"),
        pl.when(is_reported).then("reported_value").otherwise("value").alias("value"),
        *(pl.when(is_reported).then(None).otherwise(name).alias(name) for name in NOT_REPORTED),
        pl.when(is_reported)
        .then(None)
        .when(pl.col("is_computed").is_null())
        .then(why)
        .otherwise("reason")
        .alias("reason"),
        (pl.col("is_complete").fill_null(value=True) | is_reported).alias("is_complete"),
        pl.col("is_suppressed").fill_null(value=False),
    ).drop("reported_value", "is_computed")


def reported(course: pl.DataFrame) -> pl.DataFrame:
    """region_code, as_of_date, reported_value, source: figures of a year before that came from a signed document."""
    found = course.filter(pl.col("last_year_source").is_not_null())
    return found.select(
        "region_code",
        pl.Series("as_of_date", [year_before(day) for day in found["as_of_date"]], pl.Date()),
        pl.col("last_year").alias("reported_value"),
        pl.col("last_year_source").alias("source"),
    ).unique(["region_code", "as_of_date"], keep="first", maintain_order=True)
