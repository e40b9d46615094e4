"""From a figure to the cells of the workbooks behind it."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

import duckdb

from warehouse.answer import is_stored, marts_of, part_figure, shown_figures, value_figure
from warehouse.indicator import Indicator, Part
from warehouse.part_sql import rows_sql
from warehouse.question import asked_as_of, asked_indicators, asked_regions
from warehouse.reader import Published

PartName = Literal["numerator", "denominator"]


def trace(
    published: Published, indicator_id: str, as_of_text: str | None = None, region: str | None = None
) -> dict[str, Any]:
    """The rows behind a value: ``{"id", "as_of", "region", "value", "suppressed", "reason", "rows"}``.

    Each row: part, ledger, file, sheet ("" for CSV), row, amount; the amounts of a part add up to it. A value that
    is suppressed, or null because nothing was computed, has no rows, and a withheld denominator has none either.
    Raises :class:`Refusal` as :func:`warehouse.answer.answers` does; ``region`` is one region.
    """
    indicator = asked_indicators([indicator_id])[indicator_id]
    as_of = asked_as_of(published, as_of_text)
    code = asked_regions(published, region)[0]
    (line,) = [
        entry
        for entry in shown_figures(published, {indicator_id: indicator}, as_of.day).to_dicts()
        if entry["region_code"] == code
    ]
    shown: list[PartName] = [name for name in ("numerator", "denominator") if line[name] is not None]
    return {
        "id": indicator.id,
        "as_of": as_of.text,
        "region": code,
        "value": value_figure(line["value"], indicator),
        "suppressed": line["is_suppressed"],
        "reason": line["reason"],
        "rows": [] if line["is_suppressed"] else _rows(published, indicator, as_of.day, code, shown),
    }


def _rows(
    published: Published, indicator: Indicator, day: date, region: str, shown: list[PartName]
) -> list[dict[str, Any]]:
    county = region == published.county_code
    if not shown:
        return []
    if is_stored(published, day):
        with published.connection.cursor() as cursor:
            return part_rows(cursor, indicator, day, None if county else region, shown)
    with marts_of(published, day) as con:
        return part_rows(con, indicator, day, None if county else region, shown)


def part_rows(
    con: duckdb.DuckDBPyConnection, indicator: Indicator, day: date, region: str | None, shown: Sequence[PartName]
) -> list[dict[str, Any]]:
    """The rows behind these parts on a day whose marts the database has; ``region`` None is the county.

    What is withheld is the caller's to leave out.
    """
    rows = []
    for name in shown:
        part: Part | None = getattr(indicator, name)
        if part is None:
            continue
        found = con.execute(rows_sql(part, indicator.scope), [day, region, region]).fetchall()
        rows += [
            {
                "part": name,
                "ledger": ledger,
                "file": file,
                "sheet": sheet,
                "row": row,
                "amount": part_figure(amount, part),
            }
            for ledger, file, sheet, row, amount in found
        ]
    return rows
