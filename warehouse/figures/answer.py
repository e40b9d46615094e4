"""Answers to a question: indicator values of any day with the types that are shown to the outside."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import polars as pl

from warehouse.days import days_compared_with
from warehouse.figures.compute import figures, to_cents
from warehouse.figures.indicator import Indicator, Part
from warehouse.figures.question import asked_as_of, asked_indicators, asked_regions
from warehouse.language import Language
from warehouse.mart import in_memory
from warehouse.reader import Published

STORED_DAY = "select count(*) as days from meta.as_of_dates where as_of_date = ? and (is_month_end or is_data_date)"


@dataclass(frozen=True, slots=True)
class Answer:
    """An indicator value as a JSON object, and what is told of it besides.

    ``corrected_rows`` stand behind the value (None: withheld, or nothing was computed); ``corrected_ledgers`` are
    those it reads that have any corrected row by its day; ``last_year_source`` is the signed document that supplied
    last year's value, where there are no rows of it.
    """

    document: dict[str, Any]
    corrected_rows: int | None
    corrected_ledgers: tuple[str, ...]
    last_year_source: str | None


def answers(
    published: Published,
    ids: Sequence[str] | None = None,
    as_of_text: str | None = None,
    region: str | None = None,
    language: Language = "zh",
) -> list[dict[str, Any]]:
    """Indicator values as JSON objects, by indicator in the order asked, then by region.

    ``ids`` None or empty: all; ``as_of_text`` a month or a day, None: the data date; ``region`` a code, ``all``, or
    None for the county. Ratios are floats (fractions), money is text with two decimals, counts are integers.
    Raises :class:`Refusal` for an unknown id or region, a day after the month of the data, or no day at all.
    """
    return [answer.document for answer in full_answers(published, ids, as_of_text, region, language)]


def full_answers(
    published: Published,
    ids: Sequence[str] | None = None,
    as_of_text: str | None = None,
    region: str | None = None,
    language: Language = "zh",
) -> list[Answer]:
    """As :func:`answers`, with what beside the values is told to people."""
    asked = asked_indicators(ids)
    as_of = asked_as_of(published, as_of_text)
    regions = asked_regions(published, region)
    shown = shown_figures(published, asked, as_of.day)
    lines = {(line["indicator_id"], line["region_code"]): line for line in shown.to_dicts()}
    return [
        _answer(lines[name, code], indicator, as_of.text, language)
        for name, indicator in asked.items()
        for code in regions
    ]


def shown_figures(published: Published, asked: Mapping[str, Indicator], day: date) -> pl.DataFrame:
    """Lines of ``kpi.values`` for a day: as stored by the build, else computed now from the same rows and SQL.

    Raises :class:`Refusal` where only a part of the version may be read.
    """
    published.require_whole()
    if is_stored(published, day):
        stored = published.query("select * from kpi.values where as_of_date = ?", [day])
        return stored.filter(pl.col("indicator_id").is_in(list(asked)))
    with marts_of(published, day) as con:
        return figures(con, asked).shown.filter(pl.col("as_of_date") == day)


def is_stored(published: Published, day: date) -> bool:
    """Whether the build computed the day with all its comparisons: month ends and the data date."""
    return bool(published.query(STORED_DAY, [day]).item())


@contextmanager
def marts_of(published: Published, day: date) -> Iterator[duckdb.DuckDBPyConnection]:
    """Marts of a day and of the days that it is compared with, in memory; refused where only a part may be read."""
    published.require_whole()
    days = {other for other in days_compared_with(day) if other >= published.first_month}
    with in_memory(published.file, days | {day}) as con:
        yield con


def _answer(line: Mapping[str, Any], indicator: Indicator, as_of: str, language: Language) -> Answer:
    ledgers = tuple(line["corrected_ledgers"].split(",")) if line["corrected_ledgers"] else ()
    document = _document(line, indicator, as_of, language)
    return Answer(document, line["corrected_rows"], ledgers, line["last_year_source"])


def _document(line: Mapping[str, Any], indicator: Indicator, as_of: str, language: Language) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "as_of": as_of,
        "region": line["region_code"],
        "numerator": part_figure(line["numerator"], indicator.numerator),
        "denominator": part_figure(line["denominator"], indicator.denominator),
        "value": value_figure(line["value"], indicator),
        "unit": indicator.unit.in_language(language),
        "last_year": value_figure(line["last_year"], indicator),
        "yoy": line["yoy"],
        "mom": line["mom"],
        "target": value_figure(line["target"], indicator),
        "light": line["light"],
        "complete": line["is_complete"],
        "missing": line["missing"].split(",") if line["missing"] else [],
        "suppressed": line["is_suppressed"],
        "reason": line["reason"],
        "yoy_reason": line["yoy_reason"],
    }


def part_figure(number: float | None, part: Part | None) -> str | float | int | None:
    """A numerator, denominator or contribution: money as text, a weighted sum as a float, else a whole number."""
    if number is None or part is None:
        return None
    if part.is_money:
        return _money(number)
    return number if part.weighted else _whole(number)


def value_figure(number: float | None, indicator: Indicator) -> str | float | int | None:
    """A value, last year's value or a target in the type of its indicator."""
    if number is None:
        return None
    if indicator.is_money:
        return _money(number)
    return number if indicator.kind in ("ratio", "average") or indicator.numerator.weighted else _whole(number)


def _money(number: float) -> str:
    return str(to_cents(Decimal(repr(number))))


def _whole(number: float) -> int | float:
    """Counts are whole; a target need not be."""
    return int(number) if number.is_integer() else number
