"""What the parts and heads of all indicators measure, by day and region: one pass over each relation.

Most indicators read few relations. Measured one by one, each would draw up the same rows again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from warehouse.indicator import Indicator, Kept, Largest
from warehouse.part_sql import Measured, joint_values_sql

Cell = tuple[date, str]
Amounts = Mapping[Cell, tuple[int, float]]
"""By day and region: the number of rows, and what they measure. A cell without rows is missing."""


class Measures:
    """Everything that a set of indicators counts in one database, read once."""

    def __init__(self, con: duckdb.DuckDBPyConnection, declared: Iterable[Indicator], county_code: str) -> None:
        """Raises ``ValueError`` naming file and block of the first indicator whose SQL does not run."""
        asked = {one: indicator for indicator in declared for one in measured_by(indicator)}
        self._found: dict[Measured, dict[Cell, tuple[int, float]]] = {one: {} for one in asked}
        for together in _in_passes(asked):
            for day, region, *pairs in _execute(con, together, asked):
                for place, one in enumerate(together):
                    rows, amount = pairs[2 * place : 2 * place + 2]
                    if rows:
                        self._found[one][day, region or county_code] = (rows, amount)

    def of(self, one: Measured) -> Amounts:
        """Of one selection the cells that have rows."""
        return self._found[one]


def measured_by(indicator: Indicator) -> Iterator[Measured]:
    """All that is measured for one indicator: its parts and the people behind them."""
    yield from (
        Measured(part.selection, indicator.scope, part.weighted)
        for part in (indicator.numerator, indicator.denominator)
        if part is not None
    )
    if indicator.suppression is not None:
        heads = (*indicator.suppression.heads, *indicator.suppression.denominator_heads)
        yield from (Measured(selection, indicator.scope) for selection in heads)


def _in_passes(asked: Iterable[Measured]) -> list[list[Measured]]:
    """What is read together: selections of one relation and scope; what cannot be joined stands alone."""
    passes: defaultdict[tuple[str, str], list[Measured]] = defaultdict(list)
    alone = []
    for one in asked:
        if isinstance(one.selection.measure, Largest | Kept):
            alone.append([one])
        else:
            passes[one.selection.source, one.scope].append(one)
    return [*passes.values(), *alone]


def _execute(
    con: duckdb.DuckDBPyConnection, together: Sequence[Measured], asked: Mapping[Measured, Indicator]
) -> list[tuple[Any, ...]]:
    try:
        return con.execute(together[0].sql if len(together) == 1 else joint_values_sql(together)).fetchall()
    except duckdb.ProgrammingError as error:
        culprit = next((one for one in together if not _runs(con, one)), together[0])
        indicator = asked[culprit]
        raise ValueError(f"kpis/{indicator.family}.toml, [{indicator.id}]: {error}") from None


def _runs(con: duckdb.DuckDBPyConnection, one: Measured) -> bool:
    try:
        con.execute(f"explain {one.sql}")
    except duckdb.ProgrammingError:
        return False
    return True
