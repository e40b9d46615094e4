"""What a department may read of a version: its own ledgers' submissions and problems, and no figure.

The queries of the pages run on a database in memory that holds copies of the published tables, cut down to the
department. What is not in there cannot be asked for, whatever a page says.
"""

import threading
from dataclasses import replace
from pathlib import Path

import duckdb

from warehouse.reader import Published

OWN_LEDGERS = "select ledger_id from published.meta.ledgers where department_id = $department"

OWN_SHEETS = """
select sheets.*
from published.quality.sheets as sheets
where
    sheets.department_id = $department
    or sheets.ledger_id is null
    and exists (
        select departments.department_id
        from published.meta.departments as departments
        where
            departments.department_id = $department
            and starts_with(sheets.file, departments.name || '/')
    )
"""

OF_OWN_SHEETS = f"""
select parts.*
from published.quality.{{table}} as parts
where (parts.file, parts.sheet) in (select file, sheet from ({OWN_SHEETS}))
"""  # noqa: S608 - names of tables below

OF_OWN_LEDGERS = f"""
select parts.*
from published.{{table}} as parts
where parts.ledger_id in ({OWN_LEDGERS})
"""  # noqa: S608 - names of tables below

WHOLE = (
    *("meta.version", "meta.ledgers", "meta.columns", "meta.values", "meta.departments", "meta.regions"),
    *("meta.as_of_dates", "meta.working_days", "meta.service_limits", "kpi.definitions"),
)
"""Tables that say nothing of anybody's rows."""

CUT_DOWN = {
    "meta.delisted": OF_OWN_LEDGERS.format(table="meta.delisted"),
    "meta.corrections": OF_OWN_LEDGERS.format(table="meta.corrections"),
    "quality.corrections": OF_OWN_LEDGERS.format(table="quality.corrections"),
    "quality.replacements": OF_OWN_LEDGERS.format(table="quality.replacements"),
    "quality.submissions": OF_OWN_LEDGERS.format(table="quality.submissions"),
    "quality.sheets": OWN_SHEETS,
    "quality.skips": OF_OWN_SHEETS.format(table="skips"),
    "quality.problems": OF_OWN_SHEETS.format(table="problems"),
    "quality.gate": """
select gate.*
from published.quality.gate as gate
where gate.suite in (select table_name from published.meta.ledgers where department_id = $department)
""",
    "kpi.values": f"""
with waiting as (
    select
        figures.indicator_id,
        figures.as_of_date,
        figures.region_code,
        list_sort(list_intersect(string_split(figures.missing, ','), ledgers.ids)) as own
    from published.kpi.values as figures
    cross join (select list(ledger_id) as ids from ({OWN_LEDGERS})) as ledgers
)

select
    waiting.indicator_id,
    waiting.as_of_date,
    waiting.region_code,
    coalesce(len(waiting.own), 0) = 0 as is_complete,
    nullif(array_to_string(waiting.own, ','), '') as missing
from waiting
""",  # noqa: S608 - names of tables above
}
"""Tables by what of them a department may read; of figures only which of its ledgers they still wait for."""

_opened: dict[tuple[Path, str], Published] = {}
_opening = threading.Lock()


def for_department(published: Published, department_id: str) -> Published:
    """The version as a department reads it; its connection knows no other table, its ``scope`` names the department."""
    key = (published.file, department_id)
    with _opening:
        if key not in _opened:
            _forget_other_versions(published.file)
            scope = f"department:{department_id}"
            _opened[key] = replace(published, connection=_database(published.file, department_id), scope=scope)
        return _opened[key]


def _forget_other_versions(file: Path) -> None:
    """A database in memory goes with its version; who still reads one keeps it until done."""
    for key in [key for key in _opened if key[0] != file]:
        del _opened[key]


def _database(file: Path, department_id: str) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(":memory:")
    con.execute(f"attach '{_quoted(str(file))}' as published (read_only)")
    for schema in ("meta", "quality", "kpi"):
        con.execute(f"create schema {schema}")
    views = {table: f"from published.{table}" for table in WHOLE} | CUT_DOWN
    for table, select in views.items():
        # copied, not viewed: a view could still be followed to the file
        con.execute(f"create table {table} as {select.replace('$department', _literal(department_id))}")
    con.execute("detach published")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    return con


def _literal(text: str) -> str:
    return f"'{_quoted(text)}'"


def _quoted(text: str) -> str:
    return text.replace("'", "''")
