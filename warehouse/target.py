"""Targets of the year: the share that is due by a day, and the light.

Everything is judged with exact fractions: 0.9 × 80 % against 72 of 100 is met, not missed by a rounding.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from math import isclose
from typing import Any, Literal

import duckdb
import polars as pl

from warehouse.days import elapsed_days
from warehouse.indicator import Indicator

Light = Literal["green", "amber", "red", "grey"]

LAST_YEARS_COURSE = "按去年进度"
AT_YEARS_END = "年底"

NEARNESS = 1e-9

RESULT = {
    "target": pl.Float64(),
    "pace": pl.Float64(),
    "light": pl.String(),
    "light_reason": pl.String(),
    "pacing": pl.String(),
}


@dataclass(frozen=True, slots=True)
class Target:
    """A target of one indicator, year and region; a ratio's is a fraction."""

    value: Fraction
    pacing: str


def exact(number: float | None) -> Fraction | None:
    """The decimal number that a double stands for."""
    return None if number is None else Fraction(repr(number))


def read_targets(
    con: duckdb.DuckDBPyConnection, declared: Mapping[str, Indicator], county_code: str
) -> dict[tuple[str, int, str], Target]:
    """Ledger target by indicator, year and region."""
    tables = con.execute("select table_name from meta.ledgers where ledger_id = 'target'").fetchall()
    targets = {}
    for (table,) in tables:
        found = con.execute(f"select kpi_id, year, township_code, target, pacing from ledger.{table}").fetchall()  # noqa: S608
        for kpi_id, year, township, value, pacing in found:
            if kpi_id in declared:
                share = 100 if declared[kpi_id].kind == "ratio" else 1
                targets[kpi_id, year, township or county_code] = Target(Fraction(value) / share, pacing or "均衡")
    return targets


def light_of(value: Fraction | None, goal: Fraction | None, better: str) -> Light:
    """Green when the goal is reached, amber within a tenth of it, else red; grey without goal, value or direction."""
    if value is None or goal is None or better == "none":
        return "grey"
    if better == "up":
        return "green" if value >= goal else "amber" if value >= goal * Fraction(9, 10) else "red"
    return "green" if value <= goal else "amber" if value <= goal * Fraction(11, 10) else "red"


def light_of_doubles(value: float | None, goal: float | None, better: str) -> Light | None:
    """As :func:`light_of`, or None where the value lies so near a border that only exact numbers can tell."""
    if value is None or goal is None or better == "none":
        return "grey"
    borders = (goal, goal * (0.9 if better == "up" else 1.1))
    if any(isclose(value, border, rel_tol=NEARNESS, abs_tol=NEARNESS) for border in borders):
        return None
    met, nearly = ((value > border) == (better == "up") for border in borders)
    return "green" if met else "amber" if nearly else "red"


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

    A township without a target of its own takes the county's for a ratio, and has none for a count or amount.
    """
    targets = read_targets(con, declared, county_code)
    with_target = {(kpi_id, year) for kpi_id, year, _ in targets}
    results: list[tuple[float | None, float | None, Light, str | None, str | None]] = []
    for line in figures.select(
        *("indicator_id", "as_of_date", "region_code", "numerator", "denominator", "value"),
        *("last_year_value", "last_year_source", "year_end_value", "year_end_source"),
    ).iter_rows(named=True):
        key = (line["indicator_id"], line["as_of_date"].year)
        if key not in with_target:
            results.append((None, None, "grey", None, None))
        else:
            results.append(_judge(line, declared[key[0]], _target(targets, key, line, declared, county_code)))
    return figures.hstack(pl.DataFrame(results, schema=RESULT, orient="row"))


def _target(
    targets: Mapping[tuple[str, int, str], Target],
    key: tuple[str, int],
    line: Mapping[str, Any],
    declared: Mapping[str, Indicator],
    county_code: str,
) -> Target | None:
    own = targets.get((*key, line["region_code"]))
    indicator = declared[key[0]]
    is_township = line["region_code"] not in (county_code, "none")
    if own is None and is_township and indicator.kind == "ratio" and indicator.scope == "township":
        return targets.get((*key, county_code))
    return own


def _judge(
    line: Mapping[str, Any], indicator: Indicator, target: Target | None
) -> tuple[float | None, float | None, Light, str | None, str | None]:
    if target is None:
        return None, None, "grey", None, None
    if not indicator.has_pace:
        return float(target.value), None, _light(line, indicator, target.value), None, None
    course = _course(line) if target.pacing == LAST_YEARS_COURSE else (None, None)
    pace = pace_of(target, line["as_of_date"], *(exact(number) for number in course))
    light = _light(line, indicator, pace)
    reason = "not_due" if pace is None and target.pacing == AT_YEARS_END else None
    return float(target.value), None if pace is None else float(pace), light, reason, target.pacing


def _course(line: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Last year's value on the day and its total, both from rows or both reported; nothing of a mixture.

    Where only the total of a year was reported, the days before it count nothing, which is no course.
    """
    if (line["last_year_source"] is None) != (line["year_end_source"] is None):
        return None, None
    return line["last_year_value"], line["year_end_value"]


def _light(line: Mapping[str, Any], indicator: Indicator, goal: Fraction | None) -> Light:
    """The light by doubles, which is quick, and near a border by exact numbers."""
    light = light_of_doubles(line["value"], None if goal is None else float(goal), indicator.better)
    return light or light_of(_exact_value(line, indicator), goal, indicator.better)


def _exact_value(line: Mapping[str, Any], indicator: Indicator) -> Fraction | None:
    if line["value"] is None:
        return None
    numerator = exact(round(line["numerator"], 9) if indicator.numerator.weighted else line["numerator"])
    denominator = exact(line["denominator"])
    if numerator is None or indicator.denominator is None or not denominator:
        return numerator
    return numerator / denominator
