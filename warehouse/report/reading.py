"""What the report reads of a published version on its day, all at once: figures, rows behind them, tasks."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import polars as pl

from warehouse.figures.answer import is_stored, marts_of
from warehouse.figures.catalogue import indicators
from warehouse.figures.compute import figures
from warehouse.figures.indicator import Indicator
from warehouse.figures.trace import as_shown, rows_behind, shown_parts
from warehouse.reader import Published
from warehouse.report.figure import Figure

READERS = 2
SHORT = ("red", "amber")
"""Lights of figures that fall short of their goal."""
STORED = "select * from kpi.values where as_of_date = ? and region_code = ?"
DEFINITIONS = """
select definitions.*, coalesce(departments.name, definitions.department_id) as department_name
from kpi.definitions as definitions
left join meta.departments as departments using (department_id)
order by definitions.position
"""
TASKS = """
select title, department, unit, problem, remedy, done::double as done, target::double as target, planned_end
from mart.tasks
where as_of_date = ? and is_behind
order by planned_end, task_code
"""
LEDGERS = """
select
    ledgers.ledger_id,
    ledgers.label_zh,
    coalesce(departments.name, ledgers.department_id) as department_name
from meta.ledgers as ledgers
left join meta.departments as departments using (department_id)
"""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a ledger is called, and the department that keeps it."""

    label: str
    department: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One day of the county. ``rows`` are those behind the traced figures, as :mod:`warehouse.figures.trace` gives
    them; ``lines`` are rows of ``kpi.values`` with their definitions, and figures in the catalogue's order."""

    figures: Mapping[str, Figure]
    lines: Mapping[str, Mapping[str, Any]]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    tasks_behind: Sequence[Mapping[str, Any]]
    ledgers: Mapping[str, Ledger]


def read_day(published: Published, day: date, traced: Sequence[str], *, traces_short: bool) -> Reading:
    """Every indicator's figure of the county on a day, and the rows behind those in ``traced``.

    With ``traces_short`` also behind those that fall short of their goal.
    """
    published.require_whole()
    ledgers = {row[0]: Ledger(row[1], row[2]) for row in published.query(LEDGERS).iter_rows()}
    known = indicators()
    with _marts(published, day) as con:
        values = _values(published, con, day)
        defined = published.query(DEFINITIONS).join(values, on="indicator_id", how="inner", maintain_order="left")
        lines = {line["indicator_id"]: line for line in defined.to_dicts()}
        short = [name for name, line in lines.items() if traces_short and line["light"] in SHORT]
        wanted = dict.fromkeys((*traced, *short))
        rows = _rows(con, {name: known[name] for name in wanted}, day, lines)
        tasks = con.sql(TASKS, params=[day]).pl().to_dicts()
    return Reading({name: Figure.of(line) for name, line in lines.items()}, lines, rows, tasks, ledgers)


@contextmanager
def _marts(published: Published, day: date) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to marts of the day: those of the build, else computed now."""
    if is_stored(published, day):
        with published.connection.cursor() as cursor:
            yield cursor
    else:
        with marts_of(published, day) as con:
            yield con


def _values(published: Published, con: duckdb.DuckDBPyConnection, day: date) -> pl.DataFrame:
    if is_stored(published, day):
        return published.query(STORED, [day, published.county_code])
    shown = figures(con, indicators()).shown
    return shown.filter((pl.col("as_of_date") == day) & (pl.col("region_code") == published.county_code))


def _rows(
    con: duckdb.DuckDBPyConnection,
    wanted: Mapping[str, Indicator],
    day: date,
    lines: Mapping[str, Mapping[str, Any]],
) -> dict[str, list[dict[str, Any]]]:
    """By indicator the rows behind it; several are read at a time, for most of a short query runs on one core."""

    def read(indicator: Indicator) -> list[dict[str, Any]]:
        with con.cursor() as cursor:
            return as_shown(rows_behind(cursor, indicator, day, None, shown_parts(lines[indicator.id])), indicator)

    with ThreadPoolExecutor(READERS) as pool:
        return dict(zip(wanted, pool.map(read, wanted.values()), strict=True))
