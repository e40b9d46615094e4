"""What can be asked of a desk's database: its tables and columns, as the engine knows them and as people call them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import duckdb

from warehouse.desk.column_names import COLUMN_NAMES
from warehouse.desk.table_names import SCHEMA_NAMES, table_names
from warehouse.language import Label
from warehouse.mart import marts, relations

OF_LEDGERS = ("ledger", "as_of")
MART = "mart"
PERIODS = {"month": Label("每月", "each month"), "year": Label("每年", "each year")}


@dataclass(frozen=True, slots=True)
class Column:
    """A column with DuckDB's type; ``kind`` is that of its declaration where a ledger has one, else "".

    ``label`` is None where nobody has named it; ``values`` are what it may hold where it offers a list.
    """

    name: str
    type: str
    label: Label | None
    unit: Label | None = None
    kind: str = ""
    values: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view; ``ledger_id`` is that of the ledger it holds, if it is one.

    One that ``is_of_people`` holds numbers of people, counted already.
    """

    schema: str
    name: str
    label: Label | None
    grain: Label | None
    columns: tuple[Column, ...]
    ledger_id: str | None = None
    is_of_people: bool = False

    @property
    def full_name(self) -> str:
        return f"{self.schema}.{self.name}"

    def has(self, column: str) -> bool:
        return any(one.name == column for one in self.columns)


def tables_of(file: Path) -> tuple[Table, ...]:
    """The tables of a desk's database, schemas in their order and tables by name."""
    with duckdb.connect(str(file), read_only=True) as con:
        found = con.execute(_COLUMNS).fetchall()
        ledgers = {table: Ledger(*entry) for table, *entry in con.execute(_LEDGERS).fetchall()}
        declared = _declared(con)
        counts = {table: _of_people(*entry) for table, *entry in con.execute(_COUNTS).fetchall()}
    columns: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for schema, table, column, kind in found:
        columns.setdefault((schema, table), []).append((column, kind))
    order = list(SCHEMA_NAMES)
    places = sorted((one for one in columns if one[0] in order), key=lambda one: (order.index(one[0]), one[1]))
    return tuple(
        replace(counts[name], name=name, columns=_columns(columns[schema, name], _of_table(name, declared)))
        if schema == MART and name in counts
        else _table(schema, name, columns[schema, name], ledgers.get(name), declared)
        for schema, name in places
    )


def _of_people(label_zh: str, label_en: str, counted_zh: str, counted_en: str, period: str, is_withheld: bool) -> Table:
    """A table of numbers of people, its name and columns still to be filled in."""
    each = PERIODS[period]
    zh, en = f"{each.zh}的{counted_zh}", f"{counted_en} of {each.en}"
    if is_withheld:
        zh += "，一次按一种方式分组（dimension），不同方式不能相加"
        en += ", by one dimension at a time; rows of different dimensions are not to be added up"
    return Table(MART, "", Label(label_zh, label_en), Label(zh, en), (), is_of_people=True)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a version says of a ledger."""

    id: str
    label_zh: str
    label_en: str
    grain_zh: str
    grain_en: str


_COLUMNS = """
select tables.schema_name, tables.table_name, columns.column_name, columns.data_type
from (
    select schema_name, table_name from duckdb_tables()
    union all
    select schema_name, view_name from duckdb_views() where not internal
) as tables
inner join duckdb_columns() as columns
    on tables.schema_name = columns.schema_name and tables.table_name = columns.table_name
order by columns.column_index
"""
_LEDGERS = "select table_name, ledger_id, label_zh, label_en, grain_zh, grain_en from meta.ledgers"
_COUNTS = "select table_name, label_zh, label_en, counted_zh, counted_en, period, is_withheld from meta.count_tables"
_DECLARED = """
select
    columns.ledger_id,
    columns.table_name,
    columns.column_name,
    columns.heading_zh,
    columns.heading_en,
    columns.kind,
    columns.unit_zh,
    columns.unit_en,
    list({'zh': offered.value_zh, 'en': offered.value_en} order by offered.position)
        filter (where offered.value_zh is not null) as offered
from meta.columns as columns
left join meta.values as offered
    on columns.ledger_id = offered.ledger_id and columns.column_name = offered.column_name
group by all
union all
select '', table_name, column_name, label_zh, label_en, kind, unit_zh, unit_en, null
from meta.count_columns
"""


def _declared(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], Column]:
    """The declared columns by table and name."""
    found = {}
    for _, table, name, zh, en, kind, unit_zh, unit_en, offered in con.execute(_DECLARED).fetchall():
        values = tuple(Label(one["zh"], one["en"] or one["zh"]) for one in offered or ())
        unit = Label(unit_zh, unit_en or unit_zh) if unit_zh else None
        found[table, name] = Column(name, "", Label(zh, en), unit, kind, values)
    return found


def _table(
    schema: str,
    name: str,
    columns: list[tuple[str, str]],
    ledger: Ledger | None,
    declared: Mapping[tuple[str, str], Column],
) -> Table:
    if schema in OF_LEDGERS and ledger is not None:
        label, grain = Label(ledger.label_zh, ledger.label_en), Label(ledger.grain_zh, ledger.grain_en)
        return Table(schema, name, label, grain, _columns(columns, _of_table(name, declared)), ledger.id)
    named = table_names().get(f"{schema}.{name}")
    known = _columns(columns, _of_mart(name, declared) if schema == MART else {})
    return Table(schema, name, named.label if named else None, named.grain if named else None, known)


def _columns(found: list[tuple[str, str]], declared: Mapping[str, Column]) -> tuple[Column, ...]:
    return tuple(
        replace(declared[name], type=kind) if name in declared else Column(name, kind, COLUMN_NAMES.get(name))
        for name, kind in found
    )


def _of_table(name: str, declared: Mapping[tuple[str, str], Column]) -> dict[str, Column]:
    return {column: known for (table, column), known in declared.items() if table == name}


def _of_mart(name: str, declared: Mapping[tuple[str, str], Column]) -> dict[str, Column]:
    """The columns that the ledgers behind a mart declare, where they call them the same."""
    tables = _ledgers_behind(name)
    found: dict[str, Column | None] = {}
    for (table, column), known in declared.items():
        if table in tables:
            before = found.setdefault(column, known)
            if before is not None and before.label != known.label:
                found[column] = None
    return {column: known for column, known in found.items() if known is not None}


@cache
def _ledgers_behind(name: str) -> frozenset[str]:
    text = marts().get(name)
    if text is None:
        return frozenset()
    read = relations(f"{name}.sql", text)
    own = {table.partition(".")[2] for table in read if table.startswith(("as_of.", "ledger."))}
    others = [_ledgers_behind(table.partition(".")[2]) for table in read if table.startswith("mart.")]
    return frozenset(own.union(*others))


def headings(tables: tuple[Table, ...], sql: str) -> dict[str, Label]:
    """What the columns of a query's result are called, by name: as the tables call them that the query names.

    A name that two of these tables call differently is left as it is.
    """
    lowered = sql.lower()
    read = [table for table in tables if table.full_name in lowered]
    found: dict[str, Label | None] = {}
    for table in read:
        for column in table.columns:
            label = _with_unit(column)
            if label is not None:
                before = found.setdefault(column.name, label)
                if before != label:
                    found[column.name] = None
    known = {name: label for name, label in found.items() if label is not None}
    return {**{name: label for name, label in COLUMN_NAMES.items() if name not in found}, **known}


def _with_unit(column: Column) -> Label | None:
    if column.label is None or column.unit is None or column.unit.zh == column.label.zh:
        return column.label
    return Label(f"{column.label.zh}（{column.unit.zh}）", f"{column.label.en} ({column.unit.en})")
