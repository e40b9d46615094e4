"""Queries that can be asked of any table, made from its columns."""

from dataclasses import dataclass
from typing import Literal

from warehouse.desk.schema import Column, Table

Kind = Literal["first", "by_township", "by_value", "by_month"]
WHERE_FROM = ("source_ledger", "source_file", "source_sheet", "source_row", "reach_date", "year_start_date")
AS_OF, TOWNSHIP = "as_of_date", "township_code"


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A query of a table; ``column`` is the one that it is about, None where it is about none."""

    kind: Kind
    sql: str
    column: Column | None = None


def ready_queries(table: Table) -> list[ReadyQuery]:
    """The first rows, and the counts and sums that the table's columns allow."""
    dated = f"\nwhere {AS_OF} = :as_of" if table.has(AS_OF) else ""
    found = [ReadyQuery("first", _first(table, dated))]
    if table.is_of_people:
        # what is counted already is not to be counted again
        return [*found, ReadyQuery("by_township", _counted(table))] if table.has("dimension") else found
    if table.has(TOWNSHIP):
        found.append(ReadyQuery("by_township", _by_township(table, dated)))
    offered = next((column for column in table.columns if column.values), None)
    if offered is not None:
        found.append(ReadyQuery("by_value", _by_value(table, offered, dated), offered))
    day = next((column for column in table.columns if _is_day(column)), None)
    money = next((column for column in table.columns if column.kind == "money"), None)
    if day is not None and money is not None:
        found.append(ReadyQuery("by_month", _by_month(table, day, money, dated), money))
    return found


def _first(table: Table, dated: str) -> str:
    shown = [column.name for column in table.columns if column.name not in WHERE_FROM]
    listed = ",\n".join(f"    {name}" for name in shown or ["*"])
    return f"select\n{listed}\nfrom {table.full_name}{dated}\nlimit 100"


def _by_township(table: Table, dated: str) -> str:
    condition = f"\nwhere counted.{AS_OF} = :as_of" if dated else ""
    return (
        f"select\n    regions.region_name,\n    count(*) as cases\nfrom {table.full_name} as counted\n"
        f"left join meta.regions as regions on counted.{TOWNSHIP} = regions.region_code{condition}\n"
        "group by regions.region_name, regions.position\norder by regions.position"
    )


def _counted(table: Table) -> str:
    return (
        "select\n    counts.period,\n    regions.region_name,\n    counts.counted,\n    counts.amount,\n"
        f"    counts.is_withheld\nfrom {table.full_name} as counts\n"
        f"left join meta.regions as regions on counts.{TOWNSHIP} = regions.region_code\n"
        "where counts.dimension = 'township'\norder by counts.period desc, regions.position"
    )


def _by_value(table: Table, column: Column, dated: str) -> str:
    return (
        f"select\n    {column.name},\n    count(*) as cases\nfrom {table.full_name}{dated}\n"
        f"group by {column.name}\norder by cases desc"
    )


def _by_month(table: Table, day: Column, money: Column, dated: str) -> str:
    return (
        f"select\n    date_trunc('month', {day.name}) as {day.name},\n    sum({money.name}) as {money.name}\n"
        f"from {table.full_name}{dated}\ngroup by date_trunc('month', {day.name})\norder by {day.name}"
    )


def _is_day(column: Column) -> bool:
    return column.type == "DATE" and column.name not in (AS_OF, *WHERE_FROM, "event_date")
