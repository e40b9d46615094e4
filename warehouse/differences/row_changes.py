# ruff: noqa: S608 - names of tables and columns are those of the version's own meta.ledgers
"""Which rows of two versions are the same: removed, corrected and late ones, by the key of their ledger.

A row is found again by the ledger's key, a state of a span ledger by key and reach; where several share a key, one by
one in the order of their places. Its content are its values: where it stands has no part in it, nor has, but for span
ledgers, how far its sheet reaches.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import duckdb

PLACE = ("source_file", "source_sheet", "source_row")
REACH = "reach_date"
SIDES = ("old", "new")

LEDGERS = """
select ledger_id, table_name, time_kind, key_columns
from {side}.meta.ledgers
order by ledger_id
"""

COLUMNS = """
select table_name, column_name
from duckdb_columns()
where database_name = ? and schema_name = 'ledger'
order by table_name, column_index
"""


@dataclass(frozen=True, slots=True)
class LedgerRows:
    """One ledger of either version: the columns that find a row again, and those that are its content.

    ``old_columns`` and ``new_columns`` are all columns of the tables, empty where a version has no such table.
    """

    ledger_id: str
    table: str
    key: tuple[str, ...]
    old_columns: tuple[str, ...]
    new_columns: tuple[str, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The columns of both versions that are content."""
        outside = {*self.key, *PLACE, REACH}
        return tuple(name for name in self.old_columns if name in self.new_columns and name not in outside)

    @property
    def is_in_both(self) -> bool:
        return bool(self.old_columns and self.new_columns)


def ledgers_of_both(con: duckdb.DuckDBPyConnection) -> list[LedgerRows]:
    """The ledgers of the attached databases ``old`` and ``new``; a key is that of the newer declaration."""
    described = {side: con.execute(LEDGERS.format(side=side)).fetchall() for side in SIDES}
    known = {table: (ledger_id, kind, key) for side in SIDES for ledger_id, table, kind, key in described[side]}
    columns: dict[str, dict[str, list[str]]] = {side: {} for side in SIDES}
    for side in SIDES:
        for table, column in con.execute(COLUMNS, [side]).fetchall():
            columns[side].setdefault(table, []).append(column)
    return [
        LedgerRows(
            ledger_id,
            table,
            (*key.split(","), *([REACH] if kind == "span" else [])),
            tuple(columns["old"].get(table, ())),
            tuple(columns["new"].get(table, ())),
        )
        for table, (ledger_id, kind, key) in sorted(known.items())
        if table in columns["old"] or table in columns["new"]
    ]


def changed_ledgers(con: duckdb.DuckDBPyConnection, ledgers: Sequence[LedgerRows]) -> list[LedgerRows]:
    """Those whose rows are not the same in both versions, by a sum of the fingerprints of their rows."""
    both = [ledger for ledger in ledgers if ledger.is_in_both]
    sums = " union all ".join(
        f"select '{side}', '{ledger.table}', count(*), sum(hash({', '.join((*ledger.key, *ledger.values))})) "
        f"from {side}.ledger.{ledger.table}"
        for side in SIDES
        for ledger in both
    )
    found = {(side, table): tuple(rest) for side, table, *rest in con.execute(sums).fetchall()} if sums else {}
    return [
        ledger
        for ledger in ledgers
        if not ledger.is_in_both or found["old", ledger.table] != found["new", ledger.table]
    ]


def compare_rows(con: duckdb.DuckDBPyConnection, ledger: LedgerRows, *, keep_same: bool = False) -> dict[str, int]:
    """Creates ``changes.<table>`` and gives the number of its rows by cause.

    Columns: cause (removed, corrected, late; with ``keep_same`` also same), old_row and new_row: rowids of the ledger
    in the attached databases ``old`` and ``new``, null where a version has no such row.
    """
    con.execute("create schema if not exists changes")
    con.execute(f"create or replace table changes.{ledger.table} as {_comparison(ledger, keep_same=keep_same)}")
    counted = con.execute(f"select cause, count(*) from changes.{ledger.table} group by cause").fetchall()
    return dict(counted)


def _comparison(ledger: LedgerRows, *, keep_same: bool) -> str:
    if not ledger.is_in_both:
        side, cause = ("old", "removed") if ledger.old_columns else ("new", "late")
        rows = {name: "rowid" if name == side else "cast(null as bigint)" for name in SIDES}
        columns = ", ".join(f"{row} as {name}_row" for name, row in rows.items())
        return f"select '{cause}' as cause, {columns} from {side}.ledger.{ledger.table}"
    same_key = " and ".join(f"old_rows.{name} is not distinct from new_rows.{name}" for name in ledger.key)
    differs = " or ".join(f"old_rows.{name} is distinct from new_rows.{name}" for name in ledger.values) or "false"
    return f"""with
old_rows as ({_numbered("old", ledger)}),

new_rows as ({_numbered("new", ledger)}),

matched as (
    select
        case
            when new_rows.row_id is null then 'removed'
            when old_rows.row_id is null then 'late'
            when {differs} then 'corrected'
            else 'same'
        end as cause,
        old_rows.row_id as old_row,
        new_rows.row_id as new_row
    from old_rows
    full outer join new_rows
        on {same_key} and old_rows.occurrence = new_rows.occurrence
)

select *
from matched
where {"true" if keep_same else "cause <> 'same'"}
"""


def _numbered(side: str, ledger: LedgerRows) -> str:
    return (
        f"select rowid as row_id, {', '.join((*ledger.key, *ledger.values))}, "
        f"row_number() over (partition by {', '.join(ledger.key)} order by {', '.join(PLACE)}) as occurrence "
        f"from {side}.ledger.{ledger.table}"
    )


def delisted_differently(con: duckdb.DuckDBPyConnection, ledgers: Collection[LedgerRows]) -> set[str]:
    """The tables of span ledgers of which other states, or on other days, are no longer in force."""
    return {ledger.table for ledger in ledgers if ledger.is_in_both and REACH in ledger.key and _differs(con, ledger)}


def _differs(con: duckdb.DuckDBPyConnection, ledger: LedgerRows) -> bool:
    old, new = (_delisted(side, ledger) for side in SIDES)
    found = con.execute(f"select 1 from (({old} except {new}) union all ({new} except {old})) limit 1").fetchone()
    return found is not None


def _delisted(side: str, ledger: LedgerRows) -> str:
    places = " and ".join(f"delisted.{name} = ledger_rows.{name}" for name in PLACE)
    return (
        f"select {', '.join(f'ledger_rows.{name}' for name in ledger.key)}, delisted.delisted_date "
        f"from {side}.meta.delisted as delisted inner join {side}.ledger.{ledger.table} as ledger_rows on {places} "
        f"where delisted.ledger_id = '{ledger.ledger_id}'"
    )
