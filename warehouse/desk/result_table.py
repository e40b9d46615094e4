"""An answer of the desk as a table with the types that DuckDB gave it."""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl

from warehouse.desk.sandbox import Answer

WHOLE = re.compile(r"U?(TINYINT|SMALLINT|INTEGER|BIGINT)")
DECIMAL = re.compile(r"DECIMAL\(([0-9]+),\s*([0-9]+)\)")
TIMESTAMP = re.compile(r"TIMESTAMP(_S|_MS|_NS)?")


def result_table(answer: Answer) -> pl.DataFrame:
    """Whole numbers, decimals, fractions, days and times as such, whatever else as text; each name once.

    A name that comes again gets a number: ``amount``, ``amount_2``.
    """
    names = distinct([name for name, _ in answer.columns])
    columns = [
        _series(name, kind, [row[at] for row in answer.rows])
        for at, (name, (_, kind)) in enumerate(zip(names, answer.columns, strict=True))
    ]
    return pl.DataFrame(columns)


def distinct(names: Sequence[str]) -> list[str]:
    """Each name once: a repeated one gets a number."""
    found: list[str] = []
    for name in names:
        number, candidate = 1, name
        while candidate in found:
            number += 1
            candidate = f"{name}_{number}"
        found.append(candidate)
    return found


def _series(name: str, kind: str, values: Sequence[Any]) -> pl.Series:
    if WHOLE.fullmatch(kind) and kind != "UBIGINT":
        return pl.Series(name, values, dtype=pl.Int64)
    if found := DECIMAL.fullmatch(kind):
        exact = [None if value is None else Decimal(str(value)) for value in values]
        return pl.Series(name, exact, dtype=pl.Decimal(int(found[1]), int(found[2])))
    if kind in ("DOUBLE", "FLOAT"):
        return pl.Series(name, [None if value is None else float(value) for value in values], dtype=pl.Float64)
    if kind == "BOOLEAN":
        return pl.Series(name, values, dtype=pl.Boolean)
    if kind == "DATE":
        days = [_day(value) for value in values]
        if None not in [day for day, value in zip(days, values, strict=True) if value is not None]:
            return pl.Series(name, days, dtype=pl.Date)
    if TIMESTAMP.fullmatch(kind):
        return pl.Series(name, [_moment(value) for value in values], dtype=pl.Datetime("us"))
    if kind in ("HUGEINT", "UBIGINT", "UHUGEINT") and all(_fits(value) for value in values):
        # sums of whole numbers are wider than any of them
        return pl.Series(name, values, dtype=pl.Int64)
    return pl.Series(name, [_text(value) for value in values], dtype=pl.String)


def _fits(value: Any) -> bool:
    return value is None or (isinstance(value, int) and -(2**63) <= value < 2**63)


def _day(value: Any) -> date | None:
    """None also for a day beyond the years 1 to 9999, which stays text."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _moment(value: Any) -> datetime | None:
    return None if value is None else datetime.fromisoformat(str(value))


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
