"""What the parts and heads of all indicators measure, by day and region: one pass over each relation.

Most indicators read few relations. Measured one by one, each would draw up the same rows again.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, get_args

import duckdb
import polars as pl

from warehouse.indicator import Indicator, Kept, Largest, Part
from warehouse.part_sql import Measured, joint_values_sql, unknown_sql

Role = Literal["numerator", "denominator", "heads", "denominator_heads"]
ROLES = get_args(Role)

PLACE: dict[str, pl.DataType] = {"as_of_date": pl.Date(), "region_code": pl.String()}
MEASURED: dict[str, pl.DataType] = {"measured": pl.Int64(), **PLACE, "rows": pl.Int64(), "amount": pl.Float64()}


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
    of_a_part = pl.col("role").is_in(["numerator", "denominator"])
    return (
        roles.join(_measured(con, asked, numbers), on="measured")
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


def _measured(
    con: duckdb.DuckDBPyConnection, asked: Mapping[Measured, Indicator], numbers: Mapping[Measured, int]
) -> pl.DataFrame:
    """Lines of :data:`MEASURED` of everything asked, the passes side by side."""
    passes = _in_passes(asked)
    with ThreadPoolExecutor(os.cpu_count()) as side_by_side:
        frames = side_by_side.map(lambda together: _execute(con, together, asked), passes)
        lines = [
            frame.select(
                pl.lit(numbers[one], pl.Int64).alias("measured"), *PLACE, rows=f"rows_{place}", amount=f"amount_{place}"
            ).filter(pl.col("rows") > 0)
            for together, frame in zip(passes, frames, strict=True)
            for place, one in enumerate(together)
        ]
    return pl.concat([pl.DataFrame(schema=MEASURED), *lines])


def _execute(
    con: duckdb.DuckDBPyConnection, together: Sequence[Measured], asked: Mapping[Measured, Indicator]
) -> pl.DataFrame:
    """One pass: as_of_date, region_code (null for the county), then rows and amount of each of those read together."""
    schema = dict(PLACE)
    for place in range(len(together)):
        schema |= {f"rows_{place}": pl.Int64(), f"amount_{place}": pl.Float64()}
    with con.cursor() as cursor:
        try:
            lines = cursor.execute(together[0].sql if len(together) == 1 else joint_values_sql(together)).fetchall()
        except duckdb.ProgrammingError as error:
            culprit = next((one for one in together if not _runs(cursor, one)), together[0])
            raise _refused(asked[culprit], error) from None
    return pl.DataFrame(lines, schema=schema, orient="row")


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
