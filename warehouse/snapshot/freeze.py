"""What a snapshot holds, as bytes by file name: the same version gives the same bytes.

Tables are Parquet files with their rows in the order of all their columns, those of ledgers in that of their places;
no time, machine or order of work gets in.
"""

import io
from collections.abc import Iterator
from datetime import date

import polars as pl

from warehouse.asof import views
from warehouse.figures.catalogue import indicators
from warehouse.figures.indicator import Indicator, Part, Selection
from warehouse.figures.part_sql import rows_sql, unknown_sql, values_sql
from warehouse.mart import AS_A_VIEW, marts
from warehouse.reader import Published
from warehouse.snapshot.fingerprints import PLACE, fingerprints_sql
from warehouse.snapshot.tables import SCHEMAS, is_cut, path_of
from warehouse.snapshot.verify import PRIVATE, PUBLIC, written

ROWS_OF_A_GROUP = 100_000
DEFINITIONS = f"{PUBLIC}/definitions.json"
FROZEN_SQL = f"{PRIVATE}/frozen_sql.json"
SOURCES = f"{PRIVATE}/sources.json"

TABLES = """
select
    tables.schema_name,
    tables.table_name,
    list(columns.column_name order by columns.column_index) as column_names
from duckdb_tables() as tables
inner join duckdb_columns() as columns
    on tables.table_oid = columns.table_oid and tables.database_oid = columns.database_oid
where tables.database_name = current_database() and not tables.temporary
group by
    tables.schema_name,
    tables.table_name
order by
    tables.schema_name,
    tables.table_name
"""


def frozen_files(published: Published, as_of: date, inputs: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    """Every file of ``public/`` and ``private/``: its name within the snapshot and its bytes.

    ``as_of`` is the month's end: of figures and as-of dates only those up to it; ledgers are whole. ``inputs`` are
    the hashes of the source files by name. Raises :class:`Refusal` where only a part of the version may be read.
    """
    published.require_whole()
    keys = dict(published.query("select table_name, key_columns from meta.ledgers").rows())
    for schema, table, columns in published.query(TABLES).rows():
        if schema in SCHEMAS:
            key = keys[table].split(",") if schema == "ledger" else None
            yield path_of(schema, table), _parquet(published.query(_rows_sql(schema, table, columns, key, as_of)))
    definitions = published.query("select * from kpi.definitions order by position, indicator_id")
    yield DEFINITIONS, written(definitions.to_dicts())
    yield FROZEN_SQL, written(frozen_sql(published))
    yield SOURCES, written({"inputs": inputs})


def _rows_sql(schema: str, table: str, columns: list[str], key: list[str] | None, as_of: date) -> str:
    selected = "*" if key is None else f"*,\n    {fingerprints_sql(columns, key)}"
    condition = f"where as_of_date <= date '{as_of}'" if is_cut(schema, table) and "as_of_date" in columns else ""
    first = PLACE if key else ()
    order = ", ".join(f'"{name}" nulls first' for name in (*first, *(name for name in columns if name not in first)))
    return f'select {selected}\nfrom {schema}."{table}"\n{condition}\norder by {order}'


def _parquet(rows: pl.DataFrame) -> bytes:
    """The bytes are written in memory: a full disk is then an error of the system, told like any other."""
    stream = io.BytesIO()
    rows.rechunk().write_parquet(stream, compression="zstd", compression_level=3, row_group_size=ROWS_OF_A_GROUP)
    return stream.getvalue()


def frozen_sql(published: Published) -> dict[str, object]:
    """All SQL that decided the figures: as-of views, marts in their order, and the parts of every indicator.

    The version is of this release's form (:func:`warehouse.meta.form`), so that this release's SQL is what built it.
    """
    with published.connection.cursor() as cursor:
        as_of_views = views(cursor)
    return {
        "views": as_of_views,
        "marts": [{"name": name, "is_view": AS_A_VIEW in text, "sql": text} for name, text in marts().items()],
        "indicators": {indicator.id: _parts(indicator) for indicator in indicators().values()},
    }


def _parts(indicator: Indicator) -> dict[str, object]:
    suppression = indicator.suppression
    return {
        "numerator": _part(indicator, indicator.numerator),
        "denominator": _part(indicator, indicator.denominator) if indicator.denominator else None,
        "heads": [_values(indicator, one) for one in (suppression.heads if suppression else ())],
        "denominator_heads": [_values(indicator, one) for one in (suppression and suppression.denominator_heads) or ()],
    }


def _part(indicator: Indicator, part: Part) -> dict[str, object]:
    return {
        "sql": values_sql(part.selection, indicator.scope, weighted=part.weighted),
        "unknown_sql": unknown_sql(part, indicator.scope),
        "rows_sql": rows_sql(part, indicator.scope),
    }


def _values(indicator: Indicator, selection: Selection) -> str:
    return values_sql(selection, indicator.scope)
