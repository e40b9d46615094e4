"""Breakdowns: an indicator's figure of the county by a column of its ledger, behind the small-number gate.

An indicator names the columns under ``breakdowns``. ``kpi.raw_breakdowns`` holds everything, ``kpi.breakdowns`` what
may be shown: within one indicator, day and column the categories are cells like townships are.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import duckdb
import polars as pl

from warehouse.days import year_before
from warehouse.figures.catalogue import indicators
from warehouse.figures.completeness import Completeness, read_completeness
from warehouse.figures.compute import Setting, quotient, read_setting
from warehouse.figures.indicator import Indicator, Selection
from warehouse.figures.part_sql import category_sql
from warehouse.figures.suppression import suppressed

CELL = ["indicator_id", "dimension", "as_of_date", "category"]
GROUP = CELL[:-1]
RAW_SCHEMA: dict[str, pl.DataType] = {
    "indicator_id": pl.String(),
    "ledger_id": pl.String(),
    "dimension": pl.String(),
    "as_of_date": pl.Date(),
    "category": pl.String(),
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "heads": pl.Int64(),
}
WITHHELD = ("numerator", "denominator", "value")

Cell = tuple[date, str]


def raw_breakdowns(con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator]) -> pl.DataFrame:
    """One line per indicator with ``breakdowns``, column, day and category that has rows: :data:`RAW_SCHEMA`.

    ``heads`` is null where nobody is counted. Days before the first month, and indicators that wait for a ledger
    which was never handed in, have no line.
    """
    setting = read_setting(con)
    completeness = read_completeness(con, setting.data_date)
    lines = [
        line
        for indicator in declared.values()
        if _is_submitted(indicator, completeness)
        for dimension in indicator.breakdowns
        for line in _lines(con, indicator, dimension, setting)
    ]
    return pl.DataFrame(lines, schema=RAW_SCHEMA, orient="row").sort(CELL)


def _is_submitted(indicator: Indicator, completeness: Completeness) -> bool:
    return all(completeness.is_submitted(ledger_id) for ledger_id in indicator.ledgers)


def _lines(
    con: duckdb.DuckDBPyConnection, indicator: Indicator, dimension: str, setting: Setting
) -> Iterator[tuple[object, ...]]:
    numerators = _measured(con, indicator.numerator.selection, dimension)
    denominators = _measured(con, indicator.denominator.selection, dimension) if indicator.denominator else None
    heads = _heads(con, indicator.suppression.heads, dimension) if indicator.suppression else None
    for day, category in sorted(numerators.keys() | (denominators or {}).keys()):
        if day < setting.first_month:
            continue
        cell = (day, category)
        numerator = numerators.get(cell, 0.0)
        denominator = None if denominators is None else denominators.get(cell, 0.0)
        value = numerator if denominator is None else quotient(indicator, numerator, denominator)
        people = None if heads is None else round(heads.get(cell, 0))
        yield (indicator.id, indicator.ledgers[0], dimension, *cell, numerator, denominator, value, people)


def _measured(con: duckdb.DuckDBPyConnection, selection: Selection, dimension: str) -> dict[Cell, float]:
    found = con.execute(category_sql(selection, dimension)).fetchall()
    return {(day, category): amount for day, category, amount in found}


def _heads(con: duckdb.DuckDBPyConnection, selections: Sequence[Selection], dimension: str) -> dict[Cell, float]:
    total: dict[Cell, float] = {}
    for selection in selections:
        for cell, heads in _measured(con, selection, dimension).items():
            total[cell] = total.get(cell, 0) + heads
    return total


def shown_breakdowns(raw: pl.DataFrame, threshold: int) -> pl.DataFrame:
    """What may be shown of raw breakdowns: without ``heads``, withheld figures null, with last year's figure.

    Adds ``is_suppressed`` and ``last_year``, the shown value of the same day a year before.
    """
    hidden = suppressed(raw.filter(pl.col("heads").is_not_null()), GROUP, "category", threshold=threshold)
    marked = raw.join(hidden.with_columns(is_suppressed=pl.lit(value=True)), on=CELL, how="left").with_columns(
        pl.col("is_suppressed").fill_null(value=False)
    )
    shown = marked.with_columns(
        pl.when("is_suppressed").then(None).otherwise(pl.col(name)).alias(name) for name in WITHHELD
    ).drop("heads")
    days = shown["as_of_date"].unique().to_list()
    before = pl.DataFrame(
        {"as_of_date": days, "last_year_date": [year_before(day) for day in days]},
        schema={"as_of_date": pl.Date(), "last_year_date": pl.Date()},
    )
    last_year = shown.select(
        "indicator_id", "dimension", pl.col("as_of_date").alias("last_year_date"), "category", last_year="value"
    )
    return (
        shown.join(before, on="as_of_date", how="left")
        .join(last_year, on=["indicator_id", "dimension", "last_year_date", "category"], how="left")
        .drop("last_year_date")
        .with_columns(pl.when("is_suppressed").then(None).otherwise("last_year").alias("last_year"))
        .sort(CELL)
    )


def breakdowns(
    con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator] | None = None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The raw and the shown breakdowns of a database that has its marts."""
    raw = raw_breakdowns(con, indicators() if declared is None else declared)
    return raw, shown_breakdowns(raw, read_setting(con).threshold)
