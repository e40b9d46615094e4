"""The indicators about people on the analysts' desk: where all days and breakdowns lie side by side, less may be shown.

The figures of two days of a year can be subtracted, so that a month with three people shows, and so can those of two
indicators. Below the county, and by category, such a figure is therefore shown on the desk only where it is a sum of
cells that the tables of :mod:`warehouse.desk.people.counting` show. The county's figures are shown as everywhere.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl

from warehouse.days import year_before
from warehouse.desk.people.count_declarations import WithheldCount
from warehouse.desk.people.counting import COUNTY, TOWNSHIP, period_end
from warehouse.figures.target import LAST_YEARS_COURSE

CELL = ["indicator_id", "dimension", "as_of_date", "cell"]
SUMS_SCHEMA = {
    **dict.fromkeys(("indicator_id", "dimension"), pl.String()),
    "as_of_date": pl.Date(),
    "cell": pl.String(),
    **dict.fromkeys(("told_numerator", "told_denominator"), pl.Float64()),
}
OF_ITSELF = ("numerator", "denominator", "value", "corrected_rows", "corrected_ledgers")
OF_LAST_YEAR = ("last_year", "last_year_source", "yoy")
OF_THE_PACE = ("pace", "light_reason")
OF_OTHER_MONTHS = ("month_value", "mom")
TELLS_NOTHING = ("county_only", "not_submitted", "before_data")
"""Reasons for which a figure is empty whoever stands behind it."""
TOLERANCE = 0.005


@dataclass(slots=True)
class _Course:
    """A cell's sums from the beginning of a year on, as long as every period of it was shown."""

    year: int = 0
    counted: int = 0
    amount: Decimal = Decimal(0)
    is_shown: bool = True

    def add(self, start: date, counted: int | None, amount: Decimal | None) -> None:
        if start.year != self.year:
            self.year, self.counted, self.amount, self.is_shown = start.year, 0, Decimal(0), True
        if counted is None:
            self.is_shown = False
            return
        self.counted += counted
        self.amount += amount or 0

    def parts(self, formula: str) -> tuple[float, float | None]:
        """Numerator and denominator of an indicator."""
        if formula == "amount / counted":
            return float(self.amount), float(self.counted)
        return float(self.counted if formula == "counted" else self.amount), None


def told_sums(declared: WithheldCount, table: pl.DataFrame) -> pl.DataFrame:
    """The figures of indicators that the shown cells of a table add up to: :data:`SUMS_SCHEMA`, ``cell`` a township or
    a category, ``as_of_date`` the end of a period."""
    return pl.DataFrame(list(_sums(declared, table)), schema=SUMS_SCHEMA, orient="row")


def _sums(declared: WithheldCount, table: pl.DataFrame) -> Iterator[tuple[object, ...]]:
    courses: dict[tuple[str, str], _Course] = {}
    lines = table.filter(pl.col("dimension") != COUNTY).sort("period_start_date")
    for _, start, dimension, township, category, counted, amount, _ in lines.iter_rows():
        cell = (dimension, township or category)
        course = courses.setdefault(cell, _Course())
        course.add(start, counted, amount)
        if course.is_shown:
            for indicator_id, formula in declared.indicators.items():
                yield (indicator_id, dimension, period_end(start, declared.period), cell[1], *course.parts(formula))


def shown_values(
    values: pl.DataFrame, about_people: Collection[str], county_code: str, sums: pl.DataFrame
) -> pl.DataFrame:
    """``kpi.values`` as the desk shows it."""
    keyed = values.with_columns(dimension=pl.lit(TOWNSHIP), cell=pl.col("region_code"))
    marked = _marked(keyed, sums)
    concerned = (
        pl.col("indicator_id").is_in(list(about_people))
        & (pl.col("region_code") != county_code)
        & ~pl.col("reason").fill_null("").is_in(TELLS_NOTHING)
    )
    hidden = concerned & ~pl.col("is_told")
    bare = concerned & ~(pl.col("is_told") & pl.col("is_last_year_told"))
    # such a pace reads the whole of last year, of which less may be told than of the day
    unpaced = bare | (concerned & (pl.col("pacing") == LAST_YEARS_COURSE).fill_null(value=False))
    shown = _without(_without(marked, hidden, OF_ITSELF), bare, OF_LAST_YEAR)
    return (
        _without(_without(shown, unpaced, OF_THE_PACE), concerned, OF_OTHER_MONTHS)
        .with_columns(
            light=pl.when(unpaced).then(pl.lit("grey")).otherwise("light"),
            is_suppressed=pl.col("is_suppressed") | hidden,
            yoy_reason=pl.when(bare).then(pl.lit("suppressed")).otherwise("yoy_reason"),
            reason=pl.when(hidden).then(pl.lit("suppressed")).otherwise("reason"),
        )
        .select(values.columns)
    )


def shown_breakdowns(breakdowns: pl.DataFrame, about_people: Collection[str], sums: pl.DataFrame) -> pl.DataFrame:
    """``kpi.breakdowns`` as the desk shows it."""
    marked = _marked(breakdowns.with_columns(cell=pl.col("category")), sums)
    concerned = pl.col("indicator_id").is_in(list(about_people))
    hidden = concerned & ~pl.col("is_told")
    bare = concerned & ~(pl.col("is_told") & pl.col("is_last_year_told"))
    return (
        _without(_without(marked, hidden, OF_ITSELF), bare, OF_LAST_YEAR)
        .with_columns(is_suppressed=pl.col("is_suppressed") | hidden)
        .select(breakdowns.columns)
    )


def _marked(figures: pl.DataFrame, sums: pl.DataFrame) -> pl.DataFrame:
    """With ``is_told``, whether a figure is such a sum to the cent, and ``is_last_year_told``."""
    told = figures.join(sums, on=CELL).filter(
        ((pl.col("numerator") - pl.col("told_numerator")).abs() < TOLERANCE)
        & (
            pl.col("told_denominator").is_null()
            | ((pl.col("denominator") - pl.col("told_denominator")).abs() < TOLERANCE)
        )
    )
    told = told.select(*CELL, is_told=pl.lit(value=True))
    days = figures["as_of_date"].unique().to_list()
    before = pl.DataFrame(
        {"as_of_date": days, "last_year_date": [year_before(day) for day in days]},
        schema={"as_of_date": pl.Date(), "last_year_date": pl.Date()},
    )
    earlier = told.rename({"as_of_date": "last_year_date", "is_told": "is_last_year_told"})
    return (
        figures.join(told, on=CELL, how="left")
        .join(before, on="as_of_date", how="left")
        .join(earlier, on=["indicator_id", "dimension", "last_year_date", "cell"], how="left")
        .with_columns(pl.col("is_told", "is_last_year_told").fill_null(value=False))
    )


def _without(figures: pl.DataFrame, hidden: pl.Expr, columns: Collection[str]) -> pl.DataFrame:
    return figures.with_columns(
        pl.when(hidden).then(None).otherwise(pl.col(name)).alias(name) for name in columns if name in figures.columns
    )
