"""The database that analysts may ask: the published version without the people.

Row by row only ledgers without a person column, and what is made of them alone; indicators and breakdowns as they may
be shown. Kept in the home's ``cache/desk/`` by version, made when it is first asked for.
"""

import os
from pathlib import Path

import duckdb

from warehouse.asof import create_views
from warehouse.mart import marts, relations
from warehouse.reader import Published

PERSON_COLUMN = "person_key"
WITHOUT_ITS_PERSON = "competition_award"
"""Who won what is published by name elsewhere; here the award stays and the person goes."""

ALWAYS = (
    *("meta.version", "meta.columns", "meta.values", "meta.departments", "meta.regions", "meta.as_of_dates"),
    *("meta.working_days", "meta.service_limits", "meta.delisted"),
    *("quality.sheets", "quality.submissions"),
    *("kpi.definitions", "kpi.values", "kpi.breakdowns"),
)


def desk_file(published: Published, folder: Path) -> Path:
    """The file for a version, made when it is not there; readable by its owner alone.

    ``folder`` is the home's ``cache/desk``. Raises :class:`warehouse.language.Refusal` where only a part of the version
    may be read.
    """
    published.require_whole()
    file = folder / f"{published.version}-{published.version_info['form']}.duckdb"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = folder / f".{os.getpid()}.part"
        partial.unlink(missing_ok=True)
        _fill(partial, published)
        partial.chmod(0o600)
        partial.replace(file)
        _drop_others(folder, file)
    return file


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
                from meta.columns as columns
                where columns.ledger_id = ledgers.ledger_id and columns.column_name = ?
            )
        order by ledgers.ledger_id
        """,
        [WITHOUT_ITS_PERSON, PERSON_COLUMN],
    )
    return dict(found.iter_rows())


def askable_marts(tables: frozenset[str]) -> list[str]:
    """The marts that are made of these ledger tables alone, in the order of building."""
    askable: set[str] = set()
    for name, text in marts().items():
        read = relations(f"{name}.sql", text)
        ledgers = {table.partition(".")[2] for table in read if table.startswith(("as_of.", "ledger."))}
        others = {table.partition(".")[2] for table in read if table.startswith("mart.")}
        if ledgers <= tables and others <= askable:
            askable.add(name)
    return [name for name in marts() if name in askable]


def _fill(file: Path, published: Published) -> None:
    ledgers = askable_ledgers(published)
    con = duckdb.connect(str(file))
    try:
        con.execute(f"attach '{str(published.file).replace(chr(39), chr(39) * 2)}' as published (read_only)")
        for schema in ("ledger", "meta", "quality", "kpi", "mart"):
            con.execute(f"create schema {schema}")
        for table in ALWAYS:
            con.execute(f"create table {table} as from published.{table}")
        con.execute(
            "create table meta.ledgers as from published.meta.ledgers where ledger_id in (select unnest(?))",
            [list(ledgers)],
        )
        for table in ledgers.values():
            con.execute(f"create table ledger.{table} as {_without_people(con, f'ledger.{table}')}")
        for name in askable_marts(frozenset(ledgers.values())):
            con.execute(f"create table mart.{name} as {_without_people(con, f'mart.{name}')}")
        con.execute("detach published")
        create_views(con)
    finally:
        con.close()


def _without_people(con: duckdb.DuckDBPyConnection, table: str) -> str:
    names = {name for (name, *_) in con.execute(f"describe published.{table}").fetchall()}
    return f"from published.{table} select *" + (f" exclude ({PERSON_COLUMN})" if PERSON_COLUMN in names else "")


def _drop_others(folder: Path, kept: Path) -> None:
    for file in folder.glob("*.duckdb"):
        if file != kept:
            file.unlink(missing_ok=True)
