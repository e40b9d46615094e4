"""What the parts and heads of all indicators measure, by day and region: one pass over each relation.

Most indicators read few relations. Measured one by one, each would draw up the same rows again.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, get_args

import duckdb
import polars as pl

from warehouse.figures.indicator import Indicator, Kept, Largest, Part
from warehouse.figures.joint_sql import Measured, joint_values_sql
from warehouse.figures.part_sql import unknown_sql

Role = Literal["numerator", "denominator", "heads", "denominator_heads"]
ROLES = get_args(Role)

PLACE: dict[str, pl.DataType] = {"as_of_date": pl.Date(), "region_code": pl.String()}
MEASURED: dict[str, pl.DataType] = {"measured": pl.Int64(), **PLACE, "rows": pl.Int64(), "amount": pl.Float64()}
"""By number what is measured; ``region_code`` is null for the county. A cell without rows has no line."""


def amounts(con: duckdb.DuckDBPyConnection, declared: Iterable[Indicator], county_code: str) -> pl.DataFrame:
    """All that a set of indicators counts: indicator_id, as_of_date, region_code, one column a :data:`Role`, rows.

    One line a cell that has rows; what an indicator does not count there is 0. ``rows`` are those of its parts, heads
    the sum of their selections. Raises ``ValueError`` naming file and block of the first indicator whose SQL does not
    run.
    """
    asked: dict[Measured, Indicator] = {}
    read: list[tuple[str, Role, Measured]] = []
    for indicator in declared:
        for role, one in measured_by(indicator):
            asked.setdefault(one, indicator)
            read.append((indicator.id, role, one))
    numbers = {one: number for number, one in enumerate(asked)}
    roles = pl.DataFrame(
        [(indicator_id, role, numbers[one]) for indicator_id, role, one in read],
        schema={"indicator_id": pl.String(), "role": pl.String(), "measured": pl.Int64()},
        orient="row",
    )
    passes = _in_passes(asked)
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        found = side_by_side.map(lambda together: _execute(con, together, asked), passes)
        measured = pl.DataFrame([line for lines in found for line in lines], schema=MEASURED, orient="row")
    of_a_part = pl.col("role").is_in(["numerator", "denominator"])
    return (
        roles.join(measured, on="measured")
        .with_columns(pl.col("region_code").fill_null(county_code))
        .group_by("indicator_id", *PLACE)
        .agg(
            *(pl.col("amount").filter(pl.col("role") == role).sum().alias(role) for role in ROLES),
            pl.col("rows").filter(of_a_part).sum(),
        )
    )


def unknown_cells(con: duckdb.DuckDBPyConnection, declared: Iterable[Indicator], county_code: str) -> pl.DataFrame:
    """The cells of which a missing calendar makes a part null: indicator_id, as_of_date, region_code, the parts' names.

    Raises ``ValueError`` naming file and block of the first indicator whose condition does not run.
    """
    found = [
        (indicator.id, role, day, region or county_code)
        for indicator in declared
        for role, part in _parts(indicator)
        if (sql := unknown_sql(part, indicator.scope)) is not None
        for day, region in _executed(con, sql, indicator)
    ]
    frame = pl.DataFrame(found, schema={"indicator_id": pl.String(), "role": pl.String(), **PLACE}, orient="row")
    return frame.group_by("indicator_id", *PLACE).agg(pl.col("role").alias("unknown_parts"))


def measured_by(indicator: Indicator) -> Iterator[tuple[Role, Measured]]:
    """All that is measured for one indicator: its parts and the people behind them."""
    for role, part in _parts(indicator):
        yield role, Measured(part.selection, indicator.scope, part.weighted)
    if indicator.suppression is not None:
        yield from (("heads", Measured(selection, indicator.scope)) for selection in indicator.suppression.heads)
        yield from (
            ("denominator_heads", Measured(selection, indicator.scope))
            for selection in indicator.suppression.denominator_heads
        )


def _parts(indicator: Indicator) -> Iterator[tuple[Role, Part]]:
    yield "numerator", indicator.numerator
    if indicator.denominator is not None:
        yield "denominator", indicator.denominator


def _in_passes(asked: Iterable[Measured]) -> list[dict[int, Measured]]:
    """What is read together, by number: selections of one relation and scope; what cannot be joined stands alone."""
    passes: defaultdict[tuple[str, str], dict[int, Measured]] = defaultdict(dict)
    alone = []
    for number, one in enumerate(asked):
        if isinstance(one.selection.measure, Largest | Kept):
            alone.append({number: one})
        else:
            passes[one.selection.source, one.scope][number] = one
    return [*passes.values(), *alone]


def _execute(
    con: duckdb.DuckDBPyConnection, together: Mapping[int, Measured], asked: Mapping[Measured, Indicator]
) -> list[tuple[object, ...]]:
    """One pass: lines of :data:`MEASURED`."""
    with con.cursor() as cursor:
        try:
            return cursor.execute(joint_values_sql(together)).fetchall()
        except duckdb.ProgrammingError as error:
            culprits = [one for one in together.values() if not _runs(cursor, one)] or list(together.values())
            raise _refused(asked[culprits[0]], error) from None


def _executed(con: duckdb.DuckDBPyConnection, sql: str, indicator: Indicator) -> list[tuple[object, ...]]:
    try:
        return con.execute(sql).fetchall()
    except duckdb.ProgrammingError as error:
        raise _refused(indicator, error) from None


def _refused(indicator: Indicator, error: duckdb.ProgrammingError) -> ValueError:
    return ValueError(f"kpis/{indicator.family}.toml, [{indicator.id}]: {error}")


def _runs(con: duckdb.DuckDBPyConnection, one: Measured) -> bool:
    try:
        con.execute(f"explain {one.sql}")
    except duckdb.ProgrammingError:
        return False
    return True
