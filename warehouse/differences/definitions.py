"""The definitions that figures are computed by: those of the code, or others that were kept with their texts."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import duckdb

from warehouse.asof import views as views_of_the_code
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Indicator
from warehouse.figures.measures import measured_by
from warehouse.figures.part_sql import unknown_sql
from warehouse.mart import AS_A_VIEW
from warehouse.mart import marts as marts_of_the_code

RELATION = re.compile(r"\b(as_of|mart|ledger)\.(\w+)")


@dataclass(frozen=True)
class Definitions:
    """Indicators by id, and the SELECT of every mart by name, each after all that it reads.

    ``views`` are the SELECTs behind the as-of views by table; None: as the code draws them from ``meta.ledgers``.
    ``is_kept`` says that a version was frozen with them, so that they are its own whatever the code says now.
    """

    indicators: Mapping[str, Indicator]
    marts: Mapping[str, str]
    views: Mapping[str, str] | None = None
    is_kept: bool = False

    def create_views(self, con: duckdb.DuckDBPyConnection) -> None:
        """Creates the as-of view of every ledger."""
        con.execute("create schema if not exists as_of")
        for table, text in (views_of_the_code(con) if self.views is None else self.views).items():
            con.execute(f"create or replace view as_of.{table} as {text}")

    def create_mart(self, con: duckdb.DuckDBPyConnection, name: str) -> None:
        """Creates or replaces one mart; the marts that it reads must stand."""
        con.execute("create schema if not exists mart")
        text = self.marts[name]
        con.execute(f"create or replace {'view' if AS_A_VIEW in text else 'table'} mart.{name} as {text}")

    def read_by(self, asked: Iterable[Indicator]) -> "Reading":
        """Everything that these indicators read, directly or through marts."""
        return _closure([text for indicator in asked for text in _own_texts(indicator)], self.marts)

    def read_by_mart(self, name: str) -> "Reading":
        """Everything that a mart reads, itself among its marts."""
        return _closure([f"mart.{name}"], self.marts)


@dataclass(frozen=True, slots=True)
class Reading:
    """Tables of ledgers and names of marts."""

    tables: frozenset[str]
    marts: frozenset[str]


@cache
def definitions_of_the_code() -> Definitions:
    """What this release of the program computes by."""
    return Definitions(indicators(), marts_of_the_code())


def _own_texts(indicator: Indicator) -> list[str]:
    parts = [indicator.numerator, *([indicator.denominator] if indicator.denominator else [])]
    unknown = [unknown_sql(part, indicator.scope) or "" for part in parts]
    return [*(one.sql for _, one in measured_by(indicator)), *unknown]


def _closure(texts: Sequence[str], marts: Mapping[str, str]) -> Reading:
    tables: set[str] = set()
    found: set[str] = set()
    waiting = list(texts)
    while waiting:
        for schema, name in RELATION.findall(waiting.pop()):
            if schema != "mart":
                tables.add(name)
            elif name in marts and name not in found:
                found.add(name)
                waiting.append(marts[name])
    return Reading(frozenset(tables), frozenset(found))
