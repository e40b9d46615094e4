"""Indicators computed: every indicator, day and region of a database, and the tables of the schema ``kpi``.

``kpi.raw_values`` holds everything, ``kpi.values`` what may be shown, ``kpi.definitions`` how it is counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import duckdb
import polars as pl

from warehouse.figures.catalogue import indicators
from warehouse.figures.cell import CELL, NO_TOWNSHIP
from warehouse.figures.comparison import compare
from warehouse.figures.completeness import Completeness, read_completeness
from warehouse.figures.corrected import with_corrected_rows
from warehouse.figures.indicator import Indicator
from warehouse.figures.measures import amounts, unknown_cells
from warehouse.figures.withholding import withhold

RAW_SCHEMA: dict[str, pl.DataType] = {
    "indicator_id": pl.String(),
    "as_of_date": pl.Date(),
    "region_code": pl.String(),
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "is_complete": pl.Boolean(),
    "missing": pl.String(),
    "reason": pl.String(),
    "heads": pl.Int64(),
    "denominator_heads": pl.Int64(),
    "rows": pl.Int64(),
}


KINDS: dict[str, pl.DataType] = {
    "indicator_id": pl.String(),
    "scope": pl.String(),
    "has_denominator": pl.Boolean(),
    "counts_people": pl.Boolean(),
    "counts_people_of_denominator": pl.Boolean(),
    "is_submitted": pl.Boolean(),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the computation needs to know of the version."""

    county_code: str
    townships: tuple[str, ...]
    days: tuple[date, ...]
    first_month: date
    data_date: date
    threshold: int


def read_setting(con: duckdb.DuckDBPyConnection) -> Setting:
    """Reads ``meta.version``, ``meta.regions`` and ``meta.as_of_dates``."""
    entries = dict(con.execute("select key, value from meta.version").fetchall())
    regions = con.execute("select region_code from meta.regions where region_kind <> '县' order by position").fetchall()
    days = con.execute("select as_of_date from meta.as_of_dates order by as_of_date").fetchall()
    return Setting(
        county_code=entries["county_code"],
        townships=tuple(code for (code,) in regions),
        days=tuple(day for (day,) in days),
        first_month=date.fromisoformat(entries["first_month"]),
        data_date=date.fromisoformat(entries["data_date"]),
        threshold=int(entries.get("suppression_threshold") or 5),
    )


def compute(con: duckdb.DuckDBPyConnection, asked: Mapping[str, Indicator] | None = None) -> pl.DataFrame:
    """One line per indicator, day of ``meta.as_of_dates`` and region: the numbers before comparison and suppression.

    Regions are the county, each township and, for indicators of township scope, ``none``.
    Columns: :data:`RAW_SCHEMA`; ``reason`` says why ``value`` is null; ``heads`` is null where nobody is counted.
    """
    setting = read_setting(con)
    declared = indicators() if asked is None else asked
    cells = _cells(declared, setting, read_completeness(con, setting.data_date))
    counted = amounts(con, declared.values(), setting.county_code)
    unknown = unknown_cells(con, declared.values(), setting.county_code)
    figures = (
        cells.join(counted, on=CELL, how="left", maintain_order="left")
        .join(unknown, on=CELL, how="left", maintain_order="left")
        .with_columns(_amounts())
        .with_columns(_value(), _reason())
    )
    return _with_cents(figures, declared).select(pl.col(name).cast(kind) for name, kind in RAW_SCHEMA.items())


def _cells(declared: Mapping[str, Indicator], setting: Setting, completeness: Completeness) -> pl.DataFrame:
    """Every cell, with what its indicator counts, what is missing on the day, and why nothing is computed."""
    kinds = pl.DataFrame(
        [
            (
                *(one.id, one.scope, one.denominator is not None),
                *(one.suppression is not None, bool(one.suppression and one.suppression.denominator_heads)),
                all(completeness.is_submitted(ledger_id) for ledger_id in one.ledgers),
            )
            for one in declared.values()
        ],
        schema=KINDS,
        orient="row",
    )
    days = pl.DataFrame(
        [
            (one.id, day, ",".join(completeness.missing(one.ledgers, day)))
            for one in declared.values()
            for day in setting.days
        ],
        schema={"indicator_id": pl.String(), "as_of_date": pl.Date(), "missing": pl.String()},
        orient="row",
    )
    regions = pl.DataFrame({"region_code": [setting.county_code, *setting.townships, NO_TOWNSHIP]})
    of_county_alone = pl.col("scope") == "county"
    why_not = (
        pl.when(of_county_alone & (pl.col("region_code") != setting.county_code))
        .then(pl.lit("county_only"))
        .when(~pl.col("is_submitted"))
        .then(pl.lit("not_submitted"))
        .when(pl.col("as_of_date") < setting.first_month)
        .then(pl.lit("before_data"))
    )
    return (
        days.join(kinds, on="indicator_id", how="left", maintain_order="left")
        .join(regions, how="cross")
        .filter(~(of_county_alone & (pl.col("region_code") == NO_TOWNSHIP)))
        .with_columns(why_not.alias("why_not"), (pl.col("missing") == "").alias("is_complete"))
    )


def _amounts() -> Iterator[pl.Expr]:
    """What is counted, where something is: a cell without rows counts 0."""
    is_computed = pl.col("why_not").is_null()
    parts_unknown = pl.col("unknown_parts").fill_null([])
    counts = {
        "numerator": ~parts_unknown.list.contains("numerator"),
        "denominator": pl.col("has_denominator") & ~parts_unknown.list.contains("denominator"),
        "heads": pl.col("counts_people"),
        "denominator_heads": pl.col("counts_people_of_denominator"),
        "rows": pl.lit(value=True),
    }
    return (
        pl.when(is_computed & condition).then(pl.col(name).fill_null(0)).alias(name)
        for name, condition in counts.items()
    )


def _value() -> pl.Expr:
    quotient_of_both = pl.when(pl.col("denominator") != 0).then(pl.col("numerator") / pl.col("denominator"))
    return pl.when("has_denominator").then(quotient_of_both).otherwise("numerator").alias("value")


def _reason() -> pl.Expr:
    return (
        pl.when(pl.col("why_not").is_null() & pl.col("unknown_parts").is_not_null())
        .then(pl.lit("no_calendar"))
        .when(pl.col("denominator") == 0)
        .then(pl.lit("zero_denominator"))
        .otherwise("why_not")
        .alias("reason")
    )


def _with_cents(figures: pl.DataFrame, declared: Mapping[str, Indicator]) -> pl.DataFrame:
    """Quotients of money rounded half up to the cent, which takes decimal numbers."""
    names = [name for name, one in declared.items() if one.kind == "average" and one.is_money]
    lines = figures.filter(pl.col("indicator_id").is_in(names) & pl.col("value").is_not_null())
    if lines.is_empty():
        return figures
    rounded = [
        quotient(declared[name], numerator, denominator)
        for name, numerator, denominator in lines.select("indicator_id", "numerator", "denominator").iter_rows()
    ]
    return figures.update(lines.select(*CELL, pl.Series("value", rounded)), on=CELL, maintain_order="left")


def quotient(indicator: Indicator, numerator: float, denominator: float | None) -> float | None:
    """A ratio or an average from its parts, money rounded half up to the cent; null over nothing."""
    if not denominator:
        return None
    if indicator.kind == "average" and indicator.is_money:
        return float(to_cents(Decimal(repr(numerator)) / Decimal(repr(denominator))))
    return numerator / denominator


def to_cents(amount: Decimal) -> Decimal:
    """An amount in 元 rounded half up to the cent."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a database: ``raw`` before suppression, ``shown`` what may leave it."""

    raw: pl.DataFrame
    shown: pl.DataFrame


def figures(con: duckdb.DuckDBPyConnection, asked: Mapping[str, Indicator] | None = None) -> Figures:
    """Computes, compares and withholds; columns of ``kpi.raw_values`` and ``kpi.values``."""
    declared = indicators() if asked is None else asked
    setting = read_setting(con)
    compared = compare(con, compute(con, declared), declared, setting.county_code, setting.first_month)
    raw = with_corrected_rows(con, compared, declared, setting.county_code)
    return Figures(raw, withhold(raw, declared, setting.county_code, setting.threshold))
