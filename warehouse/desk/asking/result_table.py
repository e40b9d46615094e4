"""An answer of the desk as a table with the types that DuckDB gave it."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl

from warehouse.desk.asking.sandbox import Answer

WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT")
TYPES: Mapping[str, pl.DataType] = {
    **{f"{sign}{name}": pl.Int64() for sign in ("", "U") for name in WHOLE},
    "DOUBLE": pl.Float64(),
    "FLOAT": pl.Float64(),
    "BOOLEAN": pl.Boolean(),
    "DATE": pl.Date(),
}
"""By DuckDB's name; sums of whole numbers are wider than any of them, and are narrowed where they fit."""
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
    try:
        return pl.Series(name, [None if value is None else _typed(kind, value) for value in values], dtype=_type(kind))
    except (ValueError, TypeError, OverflowError, pl.exceptions.PolarsError):
        # a day beyond the year 9999, a whole number beyond 64 bits
        return pl.Series(name, [_text(value) for value in values], dtype=pl.String)


def _type(kind: str) -> pl.DataType:
    if found := DECIMAL.fullmatch(kind):
        return pl.Decimal(int(found[1]), int(found[2]))
    if TIMESTAMP.fullmatch(kind):
        return pl.Datetime("us")
    return TYPES.get(kind, pl.String())


def _typed(kind: str, value: Any) -> Any:
    if DECIMAL.fullmatch(kind):
        return Decimal(str(value))
    if kind == "DATE":
        return date.fromisoformat(str(value))
    if TIMESTAMP.fullmatch(kind):
        return datetime.fromisoformat(str(value))
    return value if kind in TYPES else _text(value)


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)
