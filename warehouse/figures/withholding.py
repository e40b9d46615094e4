"""The suppression gate of the indicators: from raw figures to those that may be shown."""

from collections.abc import Mapping

import polars as pl

from warehouse.days import days_compared_with
from warehouse.figures.cell import CELL
from warehouse.figures.indicator import Indicator
from warehouse.figures.suppression import suppressed
from warehouse.figures.target import LAST_YEARS_COURSE

GROUP = ["indicator_id", "as_of_date"]
ONLY_RAW = ("heads", "denominator_heads")


def suppressed_figures(
    raw: pl.DataFrame, declared: Mapping[str, Indicator], county_code: str, threshold: int
) -> pl.DataFrame:
    """indicator_id, as_of_date, region_code, hides_cell, hides_denominator of all cells where something is withheld.

    A cell whose denominator is withheld for its own few people is withheld too unless it is 0: its value
    and numerator would give the denominator away.
    """
    about_people = [name for name, one in declared.items() if one.suppression and one.scope == "township"]
    cells = raw.filter(pl.col("indicator_id").is_in(about_people) & (pl.col("region_code") != county_code))
    denominators = suppressed(
        cells.filter(pl.col("denominator_heads").is_not_null()), GROUP, heads="denominator_heads", threshold=threshold
    ).with_columns(hides_denominator=pl.lit(value=True))
    forced = cells.join(denominators, on=CELL, how="left").with_columns(pl.col("heads").fill_null(0))
    numerators = suppressed(forced, GROUP, threshold=threshold, also="hides_denominator")
    same_people = [name for name in about_people if _counts_same_people(declared[name])]
    return (
        numerators.with_columns(hides_cell=pl.lit(value=True))
        .join(denominators, on=CELL, how="full", coalesce=True)
        .with_columns(
            pl.col("hides_cell").fill_null(value=False),
            pl.col("hides_denominator").fill_null(value=False)
            | (pl.col("indicator_id").is_in(same_people) & pl.col("hides_cell").fill_null(value=False)),
        )
    )


def _counts_same_people(indicator: Indicator) -> bool:
    return indicator.suppression is not None and indicator.suppression.denominator == "same_people"


def withhold(raw: pl.DataFrame, declared: Mapping[str, Indicator], county_code: str, threshold: int) -> pl.DataFrame:
    """The figures that may be shown: columns of ``raw`` without heads, withheld fields null.

    A comparison is withheld as well when its base was suppressed on its own day. A single month's figure about
    people is shown for the county alone: below it nothing says how many people stand behind the month.
    """
    hidden = suppressed_figures(raw, declared, county_code, threshold)
    marked = raw.join(hidden, on=CELL, how="left")
    for base, dates in _base_days(raw).items():
        earlier = hidden.filter("hides_cell").select(
            "indicator_id", pl.col("as_of_date").alias("base_date"), "region_code", pl.lit(value=True).alias(base)
        )
        marked = (
            marked.join(dates, on="as_of_date", how="left")
            .join(earlier, on=["indicator_id", "base_date", "region_code"], how="left")
            .drop("base_date")
            .with_columns(pl.col(base).fill_null(value=False))
        )
    added_up = [name for name, one in declared.items() if one.adds_up]
    about_people = [name for name, one in declared.items() if one.suppression]
    below = pl.col("indicator_id").is_in(about_people) & (pl.col("region_code") != county_code)
    return marked.select(_shown(name, added_up, below) for name in raw.columns if name not in ONLY_RAW).sort(CELL)


def _shown(column: str, added_up: list[str], people_below_county: pl.Expr) -> pl.Expr:
    """One column of the figures as it may be shown."""
    cell = pl.col("hides_cell").fill_null(value=False)
    denominator = pl.col("hides_denominator").fill_null(value=False)
    last_year = cell | pl.col("hides_last_year")
    second_month = pl.col("indicator_id").is_in(added_up) & (pl.col("as_of_date").dt.month() != 2)
    pace = (last_year | pl.col("hides_year_end")) & (pl.col("pacing") == LAST_YEARS_COURSE).fill_null(value=False)
    hidden = {
        "numerator": cell,
        "value": cell,
        "denominator": denominator,
        "last_year": last_year,
        "last_year_source": last_year,
        "yoy": last_year,
        "month_value": people_below_county,
        "mom": cell | pl.col("hides_month") | (second_month & pl.col("hides_second_month")),
        "pace": pace,
        "corrected_rows": cell | denominator,
        "corrected_ledgers": cell | denominator,
    }
    instead = {
        "light": (cell | pace, pl.lit("grey")),
        "light_reason": (cell | pace, pl.lit(None, pl.String())),
        "is_suppressed": (cell, pl.lit(value=True)),
        "reason": (cell, pl.lit("suppressed")),
        "yoy_reason": (cell | (pl.col("hides_last_year") & pl.col("value").is_not_null()), pl.lit("suppressed")),
    }
    condition, replacement = instead.get(column, (hidden.get(column, pl.lit(value=False)), pl.lit(None)))
    return pl.when(condition).then(replacement).otherwise(pl.col(column)).alias(column)


def _base_days(raw: pl.DataFrame) -> dict[str, pl.DataFrame]:
    days = raw["as_of_date"].unique().sort().to_list()
    names = ("hides_last_year", "hides_month", "hides_second_month", "hides_year_end")
    return {
        name: pl.DataFrame(
            {"as_of_date": days, "base_date": [days_compared_with(day)[place] for day in days]},
            schema={"as_of_date": pl.Date(), "base_date": pl.Date()},
        )
        for place, name in enumerate(names, start=1)
    }
