# ruff: noqa: S608 - names of tables and columns of the product's own file
"""What the indicators of a county cost: every month of its years, every region, with all comparisons.

    python -m benchmarks.indicators [--home DIR] [--times 1 10 100]

Without a home the sample county is made and built first. Its ledgers are then taken N times over (every code and person
N times under another name, so that nothing joins across the copies), and marts and indicators are computed again from
nothing, the indicators three times, of which the median is told. Aims: on the county itself at most 1 s for the
indicators, and N times the rows cost at most N times as much.
The floor is one pass over all ledgers that counts distinct values of every column.
"""

import argparse
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb

from benchmarks.sample_home import sample_home
from warehouse.figures.catalogue import indicators
from warehouse.figures.compute import figures
from warehouse.mart import build_marts

ROUNDS = 3
SHARED_CODES = ("township_code", "subject_code")
NAMES_OF_THINGS = ("person_key", "station_name", "subject", "project_name")


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints rows, seconds of floor, marts and indicators, and what a row costs against the county's."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="a built home")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        published = _published(options.home or sample_home(Path(folder) / "home"))
        print(f"{'rows':>12} {'floor':>8} {'marts':>8} {'indicators':>11} {'per row':>8}")  # noqa: T201
        first: float | None = None
        for times in options.times:
            cost = _measure(published, Path(folder) / f"{times}.duckdb", times, first)
            first = first or cost


def _measure(published: Path, file: Path, times: int, first: float | None) -> float:
    """Seconds a row of marts and indicators together; printed as a ratio to ``first``."""
    con = _multiplied(published, file, times)
    try:
        rows = sum(_count(con, table) for table in _ledger_tables(con))
        floor = _seconds(lambda: _distinct_values(con))
        marts = _seconds(lambda: build_marts(con))
        indicators()  # the declarations are read once a process
        computing = statistics.median(_seconds(lambda: figures(con)) for _ in range(ROUNDS))
        cost = (marts + computing) / rows
        ratio = cost / (first or cost)
        print(f"{rows:12,} {floor:7.2f}s {marts:7.2f}s {computing:10.2f}s {ratio:8.2f}")  # noqa: T201
        return cost
    finally:
        con.close()
        file.unlink()


def _multiplied(published: Path, file: Path, times: int) -> duckdb.DuckDBPyConnection:
    """A database with the ledgers of a published one, ``times`` over; its schemas meta and quality as they are."""
    con = duckdb.connect(str(file))
    con.execute(f"attach '{published}' as published (read_only)")
    for schema, table in con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'published' "
        "and schema_name in ('ledger', 'meta', 'quality') order by schema_name, table_name"
    ).fetchall():
        con.execute(f"create schema if not exists {schema}")
        copies = (
            f", range({times}) as copies(copy)" if schema == "ledger" and table not in ("townships", "targets") else ""
        )
        columns = _columns(con, schema, table) if copies else "*"
        con.execute(f"create table {schema}.{table} as select {columns} from published.{schema}.{table}{copies}")
    con.execute("detach published")
    return con


def _columns(con: duckdb.DuckDBPyConnection, schema: str, table: str) -> str:
    found = con.execute(
        "select column_name from duckdb_columns() where database_name = 'published' and schema_name = ? "
        "and table_name = ? order by column_index",
        [schema, table],
    ).fetchall()
    return ", ".join(
        f"{name} || '-' || copy as {name}"
        if name in NAMES_OF_THINGS or (name.endswith("_code") and name not in SHARED_CODES)
        else name
        for (name,) in found
    )


def _distinct_values(con: duckdb.DuckDBPyConnection) -> None:
    for table in _ledger_tables(con):
        columns = con.execute(
            "select column_name from duckdb_columns() where schema_name = 'ledger' and table_name = ?", [table]
        ).fetchall()
        con.execute(
            f"select {', '.join(f'count(distinct {name})' for (name,) in columns)} from ledger.{table}"
        ).fetchall()


def _ledger_tables(con: duckdb.DuckDBPyConnection) -> list[str]:
    sql = "select table_name from duckdb_tables() where schema_name = 'ledger' order by table_name"
    return [table for (table,) in con.execute(sql).fetchall()]


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    (counted,) = con.execute(f"select count(*) from ledger.{table}").fetchall()
    return int(counted[0])


def _seconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def _published(home: Path) -> Path:
    warehouse = home / "warehouse"
    return warehouse / f"{json.loads((warehouse / 'current.json').read_text())['current']}.duckdb"


if __name__ == "__main__":
    main()
