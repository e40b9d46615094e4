"""Figures against last year, the month before and the target.

Works on the raw figures; what may be shown of the result is decided afterwards (:mod:`warehouse.figures.withholding`).
"""

from collections.abc import Mapping
from datetime import date

import duckdb
import polars as pl

from warehouse.days import days_compared_with, month_end
from warehouse.figures.cell import CELL
from warehouse.figures.indicator import Indicator
from warehouse.figures.target import judge_targets

HISTORY_SCHEMA = {
    "indicator_id": pl.String(),
    "as_of_date": pl.Date(),
    "region_code": pl.String(),
    "reported_value": pl.Float64(),
    "reported_source": pl.String(),
}
_NO_HISTORY = pl.DataFrame(schema=HISTORY_SCHEMA)


def compare(
    con: duckdb.DuckDBPyConnection,
    raw: pl.DataFrame,
    declared: Mapping[str, Indicator],
    county_code: str,
    first_month: date,
) -> pl.DataFrame:
    """Adds to raw figures last_year, last_year_source, yoy, yoy_reason, month_value, mom, target, pacing, pace, light
    and light_reason.

    ``raw`` has the columns of :data:`warehouse.figures.compute.RAW_SCHEMA`; every day that a comparison needs and that
    lies in ``first_month`` or later must be among its days, else the comparison stays null (not_computed).
    ``last_year_source`` is the signed document of a figure that ledger history supplied; it supplies figures of
    last year and none of the month before.
    """
    days = _compared_days(raw)
    own, reported = _bases(raw, _NO_HISTORY), _bases(raw, read_history(con, declared, county_code))
    joined = raw.join(_kinds(declared), on="indicator_id", how="left").join(days, on="as_of_date", how="left")
    bases = {"last_year": reported, "year_end": reported, "month_before": own, "second_month_before": own}
    for name, base in bases.items():
        joined = joined.join(
            base.select(
                pl.col("indicator_id"),
                pl.col("as_of_date").alias(f"{name}_date"),
                pl.col("region_code"),
                pl.col("base_value").alias(f"{name}_value"),
                pl.col("base_reason").alias(f"{name}_reason"),
                pl.col("base_source").alias(f"{name}_source"),
            ),
            on=["indicator_id", f"{name}_date", "region_code"],
            how="left",
        )
    compared = joined.with_columns(
        _last_year(), _month_value(), _mom(), _missing_base_reason(first_month)
    ).with_columns(_yoy())
    judged = judge_targets(con, compared.with_columns(_yoy_reason()), declared, county_code)
    return judged.select(
        *CELL,
        *("numerator", "denominator", "value", "last_year", "yoy", "month_value", "mom", "target", "pacing", "pace"),
        *("light", "light_reason"),
        *("is_complete", "missing", pl.lit(value=False).alias("is_suppressed"), "reason", "yoy_reason"),
        *("last_year_source", "heads", "denominator_heads"),
    ).sort(CELL)


def read_history(con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator], county_code: str) -> pl.DataFrame:
    """Figures already reported (ledger history), at their month's end; ratios as fractions.

    Below the county those about people are left out: nothing says how many people stand behind them.
    """
    tables = con.execute("select table_name from meta.ledgers where ledger_id = 'history'").fetchall()
    lines = []
    for (table,) in tables:
        found = con.execute(f"select kpi_id, as_of, township_code, value, source from ledger.{table}").fetchall()  # noqa: S608
        for kpi_id, month, township, value, source in found:
            indicator = declared.get(kpi_id)
            if indicator is None or (township is not None and indicator.suppression is not None):
                continue
            shown = float(value / 100 if indicator.kind == "ratio" else value)
            lines.append((kpi_id, month_end(month), township or county_code, shown, source))
    return pl.DataFrame(lines, schema=HISTORY_SCHEMA, orient="row")


def _compared_days(raw: pl.DataFrame) -> pl.DataFrame:
    days = raw["as_of_date"].unique().sort().to_list()
    names = ("as_of_date", "last_year_date", "month_before_date", "second_month_before_date", "year_end_date")
    return pl.DataFrame([days_compared_with(day) for day in days], schema=dict.fromkeys(names, pl.Date()), orient="row")


def _kinds(declared: Mapping[str, Indicator]) -> pl.DataFrame:
    return pl.DataFrame(
        [(name, one.kind, one.time, one.adds_up) for name, one in declared.items()],
        schema={"indicator_id": pl.String(), "kind": pl.String(), "time": pl.String(), "adds_up": pl.Boolean()},
        orient="row",
    )


def _bases(raw: pl.DataFrame, history: pl.DataFrame) -> pl.DataFrame:
    """What each cell is as a base: its value, or where it has no rows the reported figure."""
    joined = raw.select(*CELL, "value", "reason", "rows").join(history, on=CELL, how="full", coalesce=True)
    is_reported = (pl.col("rows").fill_null(0) == 0) & pl.col("reported_value").is_not_null()
    return joined.select(
        *CELL,
        pl.when(is_reported).then("reported_value").otherwise("value").alias("base_value"),
        pl.when(is_reported).then(None).otherwise("reason").alias("base_reason"),
        pl.when(is_reported).then("reported_source").otherwise(None).alias("base_source"),
    )


def _last_year() -> pl.Expr:
    return pl.col("last_year_value").alias("last_year")


def _missing_base_reason(first_month: date) -> pl.Expr:
    outside = (
        pl.when(pl.col("last_year_date") < first_month).then(pl.lit("before_data")).otherwise(pl.lit("not_computed"))
    )
    return pl.coalesce("last_year_reason", outside).alias("base_reason")


def _yoy() -> pl.Expr:
    return _change("value", "last_year").alias("yoy")


def _yoy_reason() -> pl.Expr:
    return (
        pl.when(pl.col("yoy").is_not_null())
        .then(None)
        .when(pl.col("value").is_null())
        .then("reason")
        .when(pl.col("last_year").is_null())
        .then("base_reason")
        .otherwise(pl.lit("zero_base"))
        .alias("yoy_reason")
    )


def _change(now: str, before: str) -> pl.Expr:
    """The difference of ratios, else the relative change; null on a base that is null or 0."""
    relative = pl.when(pl.col(before) != 0).then(pl.col(now) / pl.col(before) - 1)
    return pl.when(pl.col("kind") == "ratio").then(pl.col(now) - pl.col(before)).otherwise(relative)


def _this_month() -> pl.Expr:
    is_january = pl.col("as_of_date").dt.month() == 1
    return pl.col("value") - pl.when(is_january).then(0.0).otherwise("month_before_value")


def _month_value() -> pl.Expr:
    """What the month of the day alone brought, of what adds up over the year; null of others."""
    return pl.when("adds_up").then(_this_month()).alias("month_value")


def _mom() -> pl.Expr:
    """Of what adds up over the year single months are compared; of the year's quotients none in January."""
    is_ytd = pl.col("time") == "ytd"
    is_january = pl.col("as_of_date").dt.month() == 1
    this_month = _this_month()
    was_january = pl.col("month_before_date").dt.month() == 1
    that_month = pl.col("month_before_value") - pl.when(was_january).then(0.0).otherwise("second_month_before_value")
    single = pl.when(that_month != 0).then(this_month / that_month - 1)
    return (
        pl.when("adds_up")
        .then(single)
        .when(is_ytd & is_january)
        .then(None)
        .otherwise(_change("value", "month_before_value"))
        .alias("mom")
    )
