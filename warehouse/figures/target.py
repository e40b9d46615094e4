"""Targets of the year: the share that is due by a day, and the light.

Everything is judged with exact fractions: 0.9 × 80 % against 72 of 100 is met, not missed by a rounding.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from math import ceil, floor
from typing import Literal

import duckdb
import polars as pl

from warehouse.days import elapsed_days
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.figures.indicator import Indicator

Light = Literal["green", "amber", "red", "grey"]

LAST_YEARS_COURSE = "按去年进度"
AT_YEARS_END = "年底"

NEARNESS = 1e-9

KNOWN: dict[str, pl.DataType] = {
    "indicator_id": pl.String(),
    "year": pl.Int32(),
    "region_code": pl.String(),
    "place": pl.Int64(),
    "target": pl.Float64(),
    "pacing": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A target of one indicator, year and region; a ratio's is a fraction."""

    value: Fraction
    pacing: str


Targets = Mapping[tuple[str, int, str], Target]
"""By indicator, year and region."""


def exact(number: float | None) -> Fraction | None:
    """The decimal number that a double stands for."""
    return None if number is None else Fraction(repr(number))


def due_in_things(pace: float, *, is_less_better: bool) -> float:
    """The pace of what is counted as a whole number: 14 of 13.7 things, for with 13 the share that is due by now is not
    reached; where less is better 13, for 14 are already too many."""
    known = round(pace, 12)  # 14 may be kept as 14.000000000000002
    return float(floor(known) if is_less_better else ceil(known))


def read_targets(
    con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator], county_code: str, townships: Iterable[str]
) -> Targets:
    """What ledger target says for every indicator, year and region.

    A township without a target of its own takes the county's for a ratio, and has none for a count or amount.
    """
    tables = con.execute("select table_name from meta.ledgers where ledger_id = 'target'").fetchall()
    targets = {}
    for (table,) in tables:
        found = con.execute(f"select kpi_id, year, township_code, target, pacing from ledger.{table}").fetchall()  # noqa: S608
        for kpi_id, year, township, value, pacing in found:
            if kpi_id in declared:
                share = 100 if declared[kpi_id].kind == "ratio" else 1
                targets[kpi_id, year, township or county_code] = Target(Fraction(value) / share, pacing or "均衡")
    of_county = {
        (kpi_id, year, township): target
        for (kpi_id, year, region), target in targets.items()
        if region == county_code and declared[kpi_id].kind == "ratio" and declared[kpi_id].scope == "township"
        for township in townships
    }
    return of_county | targets


def light_of(value: Fraction | None, goal: Fraction | None, better: str) -> Light:
    """Green when the goal is reached, amber within a tenth of it, else red; grey without goal, value or direction."""
    if value is None or goal is None or better == "none":
        return "grey"
    if better == "up":
        return "green" if value >= goal else "amber" if value >= goal * Fraction(9, 10) else "red"
    return "green" if value <= goal else "amber" if value <= goal * Fraction(11, 10) else "red"


def light_of_doubles(value: pl.Expr, goal: pl.Expr, better: pl.Expr) -> pl.Expr:
    """As :func:`light_of`, or null where the value lies so near a border that only exact numbers can tell."""
    is_up = better == "up"
    tenth_off = goal * pl.when(is_up).then(0.9).otherwise(1.1)
    return (
        pl.when(value.is_null() | goal.is_null() | (better == "none"))
        .then(pl.lit("grey"))
        .when(_is_near(value, goal) | _is_near(value, tenth_off))
        .then(None)
        .when((value > goal) == is_up)
        .then(pl.lit("green"))
        .when((value > tenth_off) == is_up)
        .then(pl.lit("amber"))
        .otherwise(pl.lit("red"))
    )


def _is_near(value: pl.Expr, border: pl.Expr) -> pl.Expr:
    return (value - border).abs() <= NEARNESS * pl.max_horizontal(value.abs(), border.abs(), 1)


@cache
def pace_of(target: Target, day: date, last_year: Fraction | None, last_total: Fraction | None) -> Fraction | None:
    """The share of a target that is due by a day; None while nothing is due or last year's course is not known."""
    if target.pacing == AT_YEARS_END:
        return target.value if day.month == 12 else None
    if target.pacing == LAST_YEARS_COURSE:
        return target.value * last_year / last_total if last_year is not None and last_total else None
    elapsed, whole = elapsed_days(day)
    return target.value * Fraction(elapsed, whole)


def judge_targets(
    con: duckdb.DuckDBPyConnection, figures: pl.DataFrame, declared: Mapping[str, Indicator], county_code: str
) -> pl.DataFrame:
    """Adds target, pace, light, light_reason and pacing (what the pace went by) to compared figures.

    ``pace`` is what is due by the day of what adds up over the year, and null of everything else.
    """
    townships = set(figures["region_code"].unique()) - {county_code, NO_TOWNSHIP}
    targets = read_targets(con, declared, county_code, townships)
    known = pl.DataFrame(
        [(*key, place, float(one.value), one.pacing) for place, (key, one) in enumerate(targets.items())],
        schema=KNOWN,
        orient="row",
    )
    numbered = figures.with_row_index("line")
    lines = numbered.with_columns(pl.col("as_of_date").dt.year().alias("year")).join(
        known, on=["indicator_id", "year", "region_code"]
    )
    goals = list(_goals(lines, list(targets.values()), declared))
    lines = lines.with_columns(pl.Series("goal", [None if goal is None else float(goal) for goal in goals], pl.Float64))
    adds_up = pl.col("indicator_id").is_in([name for name, one in declared.items() if one.adds_up])
    not_due = adds_up & (pl.col("pacing") == AT_YEARS_END) & pl.col("goal").is_null()
    judged = lines.select(
        *("line", "target"),
        pl.when(adds_up).then("pacing").alias("pacing"),
        pl.when(adds_up).then("goal").alias("pace"),
        pl.Series("light", _lights(lines, goals, declared), pl.String),
        pl.when(not_due).then(pl.lit("not_due")).alias("light_reason"),
    )
    return (
        numbered.join(judged, on="line", how="left", maintain_order="left")
        .drop("line")
        .with_columns(pl.col("light").fill_null("grey"))
    )


def _goals(
    lines: pl.DataFrame, targets: Sequence[Target], declared: Mapping[str, Indicator]
) -> Iterator[Fraction | None]:
    """Of every line what it is held against: the target, or the share of it that is due by the day."""
    for name, day, place, *course in lines.select(
        *("indicator_id", "as_of_date", "place"),
        *("last_year_value", "last_year_source", "year_end_value", "year_end_source"),
    ).iter_rows():
        target = targets[place]
        if not declared[name].adds_up:
            yield target.value
        else:
            yield pace_of(target, day, *(_course(*course) if target.pacing == LAST_YEARS_COURSE else (None, None)))


def _course(
    last_year: float | None, last_year_source: str | None, year_end: float | None, year_end_source: str | None
) -> tuple[Fraction | None, Fraction | None]:
    """Last year's value on the day and its total, both from rows or both reported; nothing of a mixture.

    Where only the total of a year was reported, the days before it count nothing, which is no course.
    """
    if (last_year_source is None) != (year_end_source is None):
        return None, None
    return exact(last_year), exact(year_end)


def _lights(
    lines: pl.DataFrame, goals: Sequence[Fraction | None], declared: Mapping[str, Indicator]
) -> Iterator[Light]:
    """The lights by doubles, which is quick, and near a border by exact numbers."""
    better = pl.col("indicator_id").replace_strict({name: one.better for name, one in declared.items()})
    told = lines.select(
        "indicator_id",
        "numerator",
        "denominator",
        light_of_doubles(pl.col("value"), pl.col("goal"), better).alias("light"),
    )
    for (name, numerator, denominator, light), goal in zip(told.iter_rows(), goals, strict=True):
        indicator = declared[name]
        yield light or light_of(_exact_value(indicator, numerator, denominator), goal, indicator.better)


def _exact_value(indicator: Indicator, numerator: float, denominator: float | None) -> Fraction | None:
    """The value of a cell that has one."""
    above = exact(round(numerator, 9) if indicator.numerator.weighted else numerator)
    below = exact(denominator)
    return above / below if above is not None and below else above
