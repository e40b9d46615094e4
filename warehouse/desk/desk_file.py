"""What a database of the analysts' desk holds: a version or a frozen month without the people.

Row by row only ledgers without a person column, and what is made of them alone. What may be told of the ledgers about
people is counted in :mod:`warehouse.desk.people.people_tables`, which the indicators go through as well.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb

from warehouse.asof import views
from warehouse.desk.people.count_declarations import withheld_counts
from warehouse.desk.people.people_tables import add_people
from warehouse.mart import marts, relations
from warehouse.reader import Published
from warehouse.snapshot.freeze import FROZEN_SQL
from warehouse.snapshot.snapshot import Snapshot

ROOM = Path(__file__).parent
PERSON_COLUMN = "person_key"
WITHOUT_ITS_PERSON = "competition_award"
"""Who won what is published by name elsewhere; here the award stays and the person goes."""

ALWAYS = (
    *("meta.version", "meta.columns", "meta.values", "meta.departments", "meta.regions", "meta.as_of_dates"),
    *("meta.working_days", "meta.service_limits", "kpi.definitions"),
)
REPORTED_FIGURES = "ledger.histories"
"""Figures of earlier years that departments hand in; nothing says how many people stand behind one of a township."""
COUNTS_OF_ROWS = {
    "quality.sheets": ("read", "loaded", "rejected", "superseded", "skipped"),
    "quality.submissions": ("loaded", "rejected", "superseded", "replaced"),
}
"""How many rows a sheet brought, which of a ledger about people is how many people."""


@dataclass(frozen=True)
class Source:
    """Where a desk's database comes from, with the SELECTs of its marts and as-of views by name.

    ``beside`` is the desk's file of the published version that a frozen month is asked together with.
    """

    published: Published
    marts: Mapping[str, str]
    views: Mapping[str, str]
    beside: Path | None = None

    @classmethod
    def of(cls, published: Published) -> "Source":
        """A published version, which has this release's form; raises :class:`Refusal` for a part of one."""
        published.require_whole()
        with published.connection.cursor() as cursor:
            return cls(published, marts(), views(cursor))

    @classmethod
    def of_snapshot(cls, published: Published, snapshot: Snapshot, beside: Path) -> "Source":
        """A frozen month that is open as ``published``, with the SQL that was frozen with it."""
        frozen = json.loads((snapshot.folder / FROZEN_SQL).read_text(encoding="utf-8"))
        return cls(published, {mart["name"]: mart["sql"] for mart in frozen["marts"]}, frozen["views"], beside)


@cache
def desk_form() -> str:
    """What the desk's databases hold: a digest of the code that fills them; one of another form is made anew."""
    digest = hashlib.sha256()
    for path in sorted(path for path in ROOM.rglob("*") if path.suffix in (".py", ".sql")):
        digest.update(path.relative_to(ROOM).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def fill(file: Path, source: Source) -> None:
    """Writes the database of a source into a new file."""
    published = source.published
    ledgers = askable_ledgers(published)
    con = duckdb.connect(str(file))
    try:
        con.execute(f"attach '{str(published.file).replace(chr(39), chr(39) * 2)}' as published (read_only)")
        for schema in ("ledger", "meta", "quality", "kpi", "mart", "as_of"):
            con.execute(f"create schema {schema}")
        for table in ALWAYS:
            con.execute(f"create table {table} as from published.{table}")
        for table, counts in COUNTS_OF_ROWS.items():
            con.execute(f"create table {table} as {_without_counts(table, counts)}", [_counted_in_part()])
        con.execute(
            "create table meta.delisted as from published.meta.delisted where ledger_id in (select unnest(?))",
            [list(ledgers)],
        )
        con.execute(
            "create table meta.ledgers as from published.meta.ledgers where ledger_id in (select unnest(?))",
            [list(ledgers)],
        )
        for table in ledgers.values():
            con.execute(f"create table ledger.{table} as {_without_people(con, f'ledger.{table}')}")
        for name in askable_marts(source.marts, frozenset(ledgers.values())):
            con.execute(f"create table mart.{name} as {_without_people(con, f'mart.{name}')}")
        add_people(con, published, source.beside)
        con.execute("detach published")
        for table in ledgers.values():
            con.execute(f"create view as_of.{table} as {source.views[table]}")
    finally:
        con.close()


def askable_ledgers(published: Published) -> dict[str, str]:
    """Table by ledger id of the ledgers that may be asked for row by row."""
    found = published.query(
        """
        select ledgers.ledger_id, ledgers.table_name
        from meta.ledgers as ledgers
        where
            ledgers.ledger_id = ?
            or not exists (
                select columns.column_name
                from duckdb_columns() as columns
                where
                    columns.database_name = current_database()
                    and columns.schema_name = 'ledger'
                    and columns.table_name = ledgers.table_name
                    and columns.column_name = ?
            )
        order by ledgers.ledger_id
        """,
        [WITHOUT_ITS_PERSON, PERSON_COLUMN],
    )
    return dict(found.iter_rows())


def askable_marts(texts: Mapping[str, str], tables: frozenset[str]) -> list[str]:
    """The marts, of their SELECTs in the order of building, that are made of these ledger tables alone."""
    askable: list[str] = []
    for name, text in texts.items():
        read = relations(f"{name}.sql", text)
        ledgers = {table.partition(".")[2] for table in read if table.startswith(("as_of.", "ledger."))}
        others = {table.partition(".")[2] for table in read if table.startswith("mart.")}
        if ledgers <= tables and others <= set(askable):
            askable.append(name)
    return askable


def _counted_in_part() -> list[str]:
    return [declared.ledger for declared in withheld_counts()]


def _without_counts(table: str, counts: tuple[str, ...]) -> str:
    hidden = (f"case when ledger_id in (select unnest($1)) then null else {name} end as {name}" for name in counts)
    return f"from published.{table} select * replace ({', '.join(hidden)})"


def _without_people(con: duckdb.DuckDBPyConnection, table: str) -> str:
    if table == REPORTED_FIGURES:
        shown = ", ".join(_where_it_tells_of_nobody(name) for name in ("numerator", "denominator", "value"))
        return f"from published.{table} select * replace ({shown})"
    names = {name for (name, *_) in con.execute(f"describe published.{table}").fetchall()}
    return f"from published.{table} select *" + (f" exclude ({PERSON_COLUMN})" if PERSON_COLUMN in names else "")


def _where_it_tells_of_nobody(column: str) -> str:
    about = "select indicator_id from published.kpi.definitions where is_about_people"
    return f"case when township_code is null or kpi_id not in ({about}) then {column} end as {column}"
