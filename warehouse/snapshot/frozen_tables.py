# ruff: noqa: S608 - names of tables and paths of ours
"""The frozen tables of a snapshot in a database: all of them, or those of figures alone, which open at once."""

from collections.abc import Sequence

import duckdb

from warehouse.meta import SCHEMAS, TABLES
from warehouse.reader import Published
from warehouse.snapshot.fingerprints import NAMES
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.tables import is_shared, table_of

FIGURES = ("kpi", "meta")


def frozen_figures(snapshot: Snapshot) -> Published:
    """What a snapshot's public part holds of figures and of declarations (``kpi.*``, ``meta.*``), in memory.

    The snapshot is known to be intact. There are neither rows of ledgers nor marts, and so no trace: that takes
    :func:`warehouse.snapshot.reopen.reopened`, which draws up the whole database.
    """
    con = duckdb.connect()
    load_tables(con, snapshot, FIGURES, only_shared=True)
    return Published(snapshot.folder, version_entries(con), con)


def version_entries(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What ``meta.version`` says, by key."""
    return dict(con.execute("select key, value from meta.version order by key").fetchall())


def load_tables(
    con: duckdb.DuckDBPyConnection,
    snapshot: Snapshot,
    schemas: Sequence[str] = SCHEMAS,
    *,
    only_shared: bool = False,
) -> None:
    """Fills an empty database with the frozen tables of these schemas; the month's end is its day."""
    for schema in SCHEMAS:
        con.execute(f"create schema if not exists {schema}")
    for name in sorted(snapshot.manifest["files"]):
        place = table_of(name)
        if place and place[0] in schemas and (is_shared(*place) or not only_shared):
            _load(con, place, str(snapshot.folder / name))
    _complete_form(con)
    _set_month(con, snapshot)


def _load(con: duckdb.DuckDBPyConnection, place: tuple[str, str], file: str) -> None:
    schema, table = place
    columns = f"* exclude ({', '.join(NAMES)})" if schema == "ledger" else "*"
    con.execute(f'create table {schema}."{table}" as select {columns} from read_parquet(?)', [file])


def _complete_form(con: duckdb.DuckDBPyConnection) -> None:
    """Adds, empty, the tables and columns that a later release knows, so that its pages find them."""
    for table, columns in TABLES.items():
        con.execute(f"create table if not exists {table} ({columns})")
        con.execute(f"create temp table declared ({columns})")
        kinds = {name: kind for name, kind, *_ in con.execute("describe declared").fetchall()}
        there = {name for name, *_ in con.execute(f"describe {table}").fetchall()}
        for name in kinds.keys() - there:
            con.execute(f'alter table {table} add column "{name}" {kinds[name]}')
        con.execute("drop table declared")


def _set_month(con: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> None:
    """Makes the month's end the day that everything is asked for unless another is named."""
    con.execute("insert into meta.version select 'frozen_data_date', value from meta.version where key = 'data_date'")
    con.execute("update meta.version set value = ? where key = 'data_date'", [snapshot.as_of.isoformat()])
    con.execute("insert into meta.version values ('snapshot', ?), ('snapshot_hash', ?)", [snapshot.id, snapshot.hash])
    con.execute("update meta.as_of_dates set is_data_date = (as_of_date = ?)", [snapshot.as_of])
