# ruff: noqa: S608 - names of tables are those of the version's own meta.ledgers
"""Figures of a day between two versions: the rows of the older one become those of the newer one, cause by cause."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from warehouse.differences.definitions import Definitions
from warehouse.differences.row_changes import (
    PLACE,
    SIDES,
    LedgerRows,
    changed_ledgers,
    compare_rows,
    delisted_differently,
    ledgers_of_both,
)
from warehouse.figures.compute import compute
from warehouse.figures.indicator import Indicator
from warehouse.mart import COPIED_SCHEMAS, set_dates

ROW_CAUSES = ("removed", "corrected", "late")
"""The causes that are rows, in the order in which they are applied."""

CONFIGURATION = (
    "select region_code, region_kind from {side}.meta.regions",
    "select day, is_working_day, working_day_number, known_from from {side}.meta.working_days",
    "select * from {side}.meta.service_limits",
    "select ledger_id, time_kind, time_column, time_otherwise, time_end, key_columns from {side}.meta.ledgers",
    "select * from {side}.meta.version where key in ('first_month', 'county_code', 'suppression_threshold', "
    "'mutual_aid_base_year', 'large_payment_amount', 'procurement_split_amount')",
)


class Replay:
    """A database in memory that holds the rows of the older version, and of the newer one as far as it was told."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self.con = con
        ledgers = ledgers_of_both(con)
        self.changes: dict[LedgerRows, dict[str, int]] = {
            ledger: compare_rows(con, ledger) for ledger in changed_ledgers(con, ledgers)
        }
        self.delisted = delisted_differently(con, ledgers)
        self._ledgers = ledgers
        self._definitions: Definitions | None = None
        self._fresh: set[str] = set()
        for ledger in ledgers:
            self._show(ledger, _kept_rows(ledger) if ledger in self.changes else _all_rows("old", ledger))

    def tables(self, cause: str) -> set[str]:
        """The tables of which a cause has rows; a state that a later full list has ended is known as late as that."""
        found = {ledger.table for ledger, counted in self.changes.items() if counted.get(cause)}
        return found | self.delisted if cause == "late" else found

    def has_same_configuration(self) -> bool:
        """Whether everything beside rows that figures go by is the same: regions, calendar, settings."""
        return not any(
            self.con.execute(f"select 1 from (({old} except {new}) union all ({new} except {old})) limit 1").fetchone()
            for old, new in ([sql.format(side=side) for side in SIDES] for sql in CONFIGURATION)
        )

    def apply(self, cause: str) -> None:
        """The next of :data:`ROW_CAUSES`; with the last all rows are those of the newer version."""
        changed = self.tables(cause)
        for ledger in self._ledgers:
            if cause == "late":
                self._show(ledger, _all_rows("new", ledger))
            elif ledger.table in changed:
                self._show(ledger, _rows_after(cause, ledger))
        if cause == "late":
            self.con.execute("create or replace view meta.delisted as select * from new.meta.delisted")
        if self._definitions is not None:
            reading = ((name, self._definitions.read_by_mart(name)) for name in list(self._fresh))
            self._fresh -= {name for name, read in reading if read.tables & changed}

    def figures(self, definitions: Definitions, asked: Mapping[str, Indicator]) -> pl.DataFrame:
        """Raw figures (:func:`warehouse.figures.compute.compute`) of the rows as they stand, by these definitions."""
        if definitions is not self._definitions:
            self._definitions, self._fresh = definitions, set()
            self.con.execute("drop schema if exists mart cascade")
            definitions.create_views(self.con)
        needed = definitions.read_by(asked.values()).marts
        for name in definitions.marts:
            if name in needed and name not in self._fresh:
                definitions.create_mart(self.con, name)
                self._fresh.add(name)
        return compute(self.con, asked)

    def _show(self, ledger: LedgerRows, sql: str) -> None:
        self.con.execute(f"create or replace view ledger.{ledger.table} as {sql}")


def _all_rows(side: str, ledger: LedgerRows) -> str:
    """All rows of a side, with the columns of both."""
    own, other = (ledger.old_columns, ledger.new_columns) if side == "old" else (ledger.new_columns, ledger.old_columns)
    other_side = "new" if side == "old" else "old"
    if not own:
        return f"select * from {other_side}.ledger.{ledger.table} where false"
    rows = f"select * from {side}.ledger.{ledger.table}"
    if set(other) <= set(own):
        return rows
    return f"{rows} union all by name select * from {other_side}.ledger.{ledger.table} where false"


def _kept_rows(ledger: LedgerRows, *left: str) -> str:
    """The rows of the older version without those that the named causes have taken."""
    rows = _all_rows("old", ledger)
    if not left or not ledger.old_columns:
        return rows
    causes = ", ".join(f"'{cause}'" for cause in left)
    taken = f"select old_row from changes.{ledger.table} where cause in ({causes})"
    kept = f"select * from old.ledger.{ledger.table} where rowid not in ({taken})"
    return rows.replace(f"select * from old.ledger.{ledger.table}", kept, 1)


def _rows_after(cause: str, ledger: LedgerRows) -> str:
    """A corrected row keeps its old place while others do, for what is no longer in force is told by its place."""
    if cause == "removed":
        return _kept_rows(ledger, "removed")
    old_places = ", ".join(f"old_rows.{name} as {name}" for name in PLACE)
    corrected = f"""select new_rows.* replace ({old_places})
        from changes.{ledger.table} as changed
        inner join old.ledger.{ledger.table} as old_rows on changed.old_row = old_rows.rowid
        inner join new.ledger.{ledger.table} as new_rows on changed.new_row = new_rows.rowid
        where changed.cause = 'corrected'"""
    return f"{_kept_rows(ledger, 'removed', 'corrected')} union all by name {corrected}"


@contextmanager
def replay(old: Path, new: Path, day: date) -> Iterator[Replay]:
    """Both files attached read-only, and the rows, settings and submissions of the older one to begin with."""
    con = duckdb.connect(":memory:")
    try:
        attach(con, old, new)
        _show_old_tables(con)
        set_dates(con, [day])
        yield Replay(con)
    finally:
        con.close()


def attach(con: duckdb.DuckDBPyConnection, old: Path, new: Path) -> None:
    """Attaches two versions read-only as ``old`` and ``new``."""
    for side, file in zip(SIDES, (old, new), strict=True):
        con.execute(f"attach '{str(file).replace(chr(39), chr(39) * 2)}' as {side} (read_only)")


def _show_old_tables(con: duckdb.DuckDBPyConnection) -> None:
    tables = con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'old' order by all"
    ).fetchall()
    for schema in COPIED_SCHEMAS:
        con.execute(f"create schema {schema}")
    for schema, table in tables:
        if schema in ("meta", "quality") and table != "as_of_dates":
            con.execute(f"create view {schema}.{table} as select * from old.{schema}.{table}")
