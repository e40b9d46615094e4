"""Where a failed check fails: the file, sheet and rows to look at, never what stands in them."""

from dataclasses import dataclass

import duckdb

from expectations.check import Check, name_literal, text_literal

SHOWN = 10
"""So many rows or places are named; of the others only the number is told."""


@dataclass(frozen=True, slots=True)
class Located:
    """How many rows or places break a check, and the first of them in words."""

    count: int
    zh: str
    en: str


def rows_where(table: str, condition: str) -> str:
    """A query for the source of the rows of a ledger table that meet an SQL condition."""
    return (
        f"select source_file, source_sheet, source_row from ledger.{name_literal(table)} "  # noqa: S608
        f"where {condition}"
    )


def rows_outside(table: str, column: str, allowed: tuple[str, ...]) -> str:
    """A query for the rows whose cell is none of the allowed values; an empty cell is no such row."""
    return rows_where(table, f"{name_literal(column)} not in ({', '.join(map(text_literal, allowed))})")


def rows_sharing(table: str, key: tuple[str, ...]) -> str:
    """A query for all rows whose key another row has too; empty cells equal each other."""
    columns = ", ".join(map(name_literal, key))
    return f"""
        with keyed as (
            select *, count(*) over (partition by {columns}) as sharing from ledger.{name_literal(table)}
        )
        select source_file, source_sheet, source_row from keyed where sharing > 1"""  # noqa: S608


def miscounted_sheets(table: str, ledger_id: str) -> str:
    """A query for the sheets whose loaded rows are not the rows that the table has of them."""
    return f"""
        with
        loaded as (
            select file, sheet, sum(loaded) as expected
            from quality.sheets
            where ledger_id = {text_literal(ledger_id)}
            group by file, sheet
        ),
        present as (
            select source_file as file, source_sheet as sheet, count(*) as found
            from ledger.{name_literal(table)}
            group by source_file, source_sheet
        )
        select
            concat(file, if(sheet = '', '', '〔' || sheet || '〕'),
                   ' 入库', coalesce(expected, 0), '行，表中', coalesce(found, 0), '行') as place_zh,
            concat(file, if(sheet = '', '', ' [' || sheet || ']'),
                   ' loaded ', coalesce(expected, 0), ', found ', coalesce(found, 0)) as place_en
        from loaded full join present using (file, sheet)
        where coalesce(expected, 0) <> coalesce(found, 0)
        order by file, sheet"""  # noqa: S608


def locate(con: duckdb.DuckDBPyConnection, check: Check) -> Located:
    """Runs a failed check's query for offenders; raises ``duckdb.Error`` where it cannot be run."""
    return _rows(con, check.offenders) if check.offenders_are == "rows" else _places(con, check.offenders)


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> Located:
    found = con.execute(
        f"""
        with
        broken as ({query}),
        numbered as (
            select
                *,
                row_number() over (order by source_file, source_sheet, source_row) as place,
                count(*) over () as total
            from broken
        )
        select source_file, source_sheet, list(source_row order by place), min(total)
        from numbered
        where place <= {SHOWN}
        group by source_file, source_sheet
        order by source_file, source_sheet"""  # noqa: S608
    ).fetchall()
    if not found:
        return Located(0, "", "")
    zh = [f"{file}{f'〔{sheet}〕' if sheet else ''}第{'、'.join(map(str, rows))}行" for file, sheet, rows, _ in found]
    en = [f"{file}{f' [{sheet}]' if sheet else ''} rows {', '.join(map(str, rows))}" for file, sheet, rows, _ in found]
    return _sentence(found[0][3], SHOWN, zh, en, "行", "rows")


def _places(con: duckdb.DuckDBPyConnection, query: str) -> Located:
    found = con.sql(query).to_arrow_table().select(["place_zh", "place_en"]).to_pylist()
    shown = found[:SHOWN]
    zh, en = [line["place_zh"] for line in shown], [line["place_en"] for line in shown]
    return _sentence(len(found), SHOWN, zh, en, "处", "places") if found else Located(0, "", "")


def _sentence(count: int, shown: int, zh: list[str], en: list[str], unit_zh: str, unit_en: str) -> Located:
    more_zh = f"（共{count}{unit_zh}，只列前{shown}{unit_zh}）" if count > shown else ""
    more_en = f" (the first {shown} of {count} {unit_en})" if count > shown else ""
    return Located(count, "；".join(zh) + more_zh, "; ".join(en) + more_en)
