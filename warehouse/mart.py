"""Marts: one SELECT each in ``warehouse/marts/<name>.sql``, built into tables ``mart.<name>``.

A mart whose header says so (:data:`AS_A_VIEW`) is a view: it has so many rows that writing them costs more than
drawing them up again for the few that ask.

The order follows from what they read. On a day that no build has computed, the same views and marts are
built in a fresh in-memory database beside the published file (:func:`in_memory`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import duckdb

from warehouse.asof import create_views_of_written_states

MART_FOLDER = Path(__file__).parent / "marts"
AS_A_VIEW = "\n-- kept as a view"
GRAIN = re.compile(r"^-- grain: (.+)$", re.MULTILINE)
"""The line of a mart's header that names the columns which tell its rows apart."""
COPIED_SCHEMAS = ("ledger", "meta", "quality")


@cache
def marts(folder: Path = MART_FOLDER) -> Mapping[str, str]:
    """The SELECT of every mart by name, each after all that it reads.

    Raises ``ValueError`` naming the file that is no single SELECT or closes a circle.
    """
    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.sql"))}
    reads = {name: mart_names(relations(f"{name}.sql", text)) for name, text in texts.items()}
    for name, needed in reads.items():
        for missing in sorted(needed - set(texts)):
            raise ValueError(f"marts/{name}.sql reads mart.{missing}, which has no file")
    try:
        order = list(TopologicalSorter({name: sorted(needed) for name, needed in reads.items()}).static_order())
    except CycleError as error:
        raise ValueError(
            f"marts read each other in a circle: {' → '.join(f'{name}.sql' for name in error.args[1])}"
        ) from None
    return {name: texts[name] for name in order}


@cache
def relations(file: str, text: str) -> frozenset[str]:
    """The relations ``schema.table`` that a SELECT reads; raises ``ValueError`` naming the file."""
    with _parser().cursor() as parser:
        try:
            kinds = [statement.type for statement in parser.extract_statements(text)]
        except duckdb.ParserException as error:
            raise ValueError(f"marts/{file} is not readable as SQL: {error}") from None
        if kinds != [duckdb.StatementType.SELECT]:
            raise ValueError(f"marts/{file} must be exactly one SELECT")
        names = parser.get_table_names(text, qualified=True)
    return frozenset(name.replace('"', "") for name in names if "." in name)


@cache
def _parser() -> duckdb.DuckDBPyConnection:
    """A database without anything in it, for its grammar."""
    return duckdb.connect(":memory:", config={"threads": 1})


def mart_names(names: Iterable[str]) -> set[str]:
    """Of relations ``schema.table`` the names of those that are marts."""
    return {name.removeprefix("mart.") for name in names if name.startswith("mart.")}


def build_marts(con: duckdb.DuckDBPyConnection, folder: Path = MART_FOLDER) -> None:
    """Creates the as-of views and all mart tables of a database that has ledgers and ``meta``.

    Raises ``ValueError`` naming the file whose SELECT does not run.
    """
    create_views_of_written_states(con)
    con.execute("create schema if not exists mart")
    for name, text in marts(folder).items():
        try:
            con.execute(_view(name, text) if AS_A_VIEW in text else _table(name, text))
        except (duckdb.CatalogException, duckdb.BinderException, duckdb.ParserException) as error:
            raise ValueError(f"marts/{name}.sql: {error}") from None


def _view(name: str, text: str) -> str:
    return f"create or replace view mart.{name} as {text}"


def _table(name: str, text: str) -> str:
    """Its rows in the order of what tells them apart: otherwise who is ready first decides it, in each build anew."""
    grain = GRAIN.search(text)
    order = grain[1] if grain else "all"
    return f"create or replace table mart.{name} as select * from (\n{text}\n) order by {order}"  # noqa: S608 - a mart


@contextmanager
def in_memory(published: Path, dates: Iterable[date]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database in memory with the published ledgers and the marts of the given days.

    The published file is attached read-only; ``meta.as_of_dates`` holds ``dates`` alone.
    """
    con = duckdb.connect(":memory:")
    try:
        con.execute(f"attach '{str(published).replace(chr(39), chr(39) * 2)}' as published (read_only)")
        _show_published_tables(con)
        set_dates(con, sorted(set(dates)))
        build_marts(con)
        yield con
    finally:
        con.close()


def _show_published_tables(con: duckdb.DuckDBPyConnection) -> None:
    tables = con.execute(
        "select schema_name, table_name from duckdb_tables() where database_name = 'published' order by all"
    ).fetchall()
    for schema in COPIED_SCHEMAS:
        con.execute(f"create schema {schema}")
    for schema, table in tables:
        if schema in COPIED_SCHEMAS and table != "as_of_dates":
            con.execute(f"create view {schema}.{table} as select * from published.{schema}.{table}")  # noqa: S608


def set_dates(con: duckdb.DuckDBPyConnection, dates: list[date]) -> None:
    """Creates ``meta.as_of_dates`` with these days alone; ``meta.version`` tells the data date."""
    con.execute(
        "create table meta.as_of_dates "
        "(as_of_date date not null, year_start_date date, is_month_end boolean, is_data_date boolean)"
    )
    data_date = con.execute("select value from meta.version where key = 'data_date'").fetchone()
    for day in dates:
        is_month_end = (day + timedelta(days=1)).day == 1
        is_data_date = data_date is not None and day.isoformat() == data_date[0]
        con.execute(
            "insert into meta.as_of_dates values (?, ?, ?, ?)", [day, date(day.year, 1, 1), is_month_end, is_data_date]
        )
