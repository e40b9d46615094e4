"""From a figure to the cells of the workbooks behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import duckdb
import polars as pl

from warehouse.asof import views
from warehouse.figures.answer import is_stored, marts_of, part_figure, shown_figures, value_figure
from warehouse.figures.definition_version import definition_version
from warehouse.figures.indicator import Indicator, Kept, Part
from warehouse.figures.part_sql import rows_sql
from warehouse.figures.question import asked_as_of, asked_indicators, asked_regions
from warehouse.language import Refusal
from warehouse.mart import marts
from warehouse.reader import Published

PartName = Literal["numerator", "denominator"]

PARTS: tuple[PartName, ...] = ("numerator", "denominator")
ROWS = {
    "part": pl.String(),
    "ledger": pl.String(),
    "file": pl.String(),
    "sheet": pl.String(),
    "row": pl.Int64(),
    "amount": pl.Float64(),
}
"""The columns of a proof: ``sheet`` is "" for CSV, ``row`` the row of Excel, ``amount`` what it adds to the part."""

DEFINITION_VERSION = "select definition_version from kpi.definitions where indicator_id = ?"


@dataclass(frozen=True, slots=True)
class Proof:
    """A figure's line of ``kpi.values``, and the rows behind it (:data:`ROWS`) by part in the order of their cells."""

    line: dict[str, Any]
    rows: pl.DataFrame


def trace(
    published: Published, indicator_id: str, as_of_text: str | None = None, region: str | None = None
) -> dict[str, Any]:
    """The rows behind a value: ``{"id", "as_of", "region", "value", "suppressed", "reason", "rows"}``.

    Each row: part, ledger, file, sheet ("" for CSV), row, amount; the amounts of a part add up to it. A value that
    is suppressed, or null because nothing was computed, has no rows, and a withheld denominator has none either.
    Raises :class:`Refusal` as :func:`warehouse.figures.answer.answers` does; ``region`` is one region.
    """
    indicator = asked_indicators([indicator_id])[indicator_id]
    as_of = asked_as_of(published, as_of_text)
    code = asked_regions(published, region)[0]
    found = proof(published, indicator, as_of.day, code)
    return {
        "id": indicator.id,
        "as_of": as_of.text,
        "region": code,
        "value": value_figure(found.line["value"], indicator),
        "suppressed": found.line["is_suppressed"],
        "reason": found.line["reason"],
        "rows": as_shown(found.rows, indicator),
    }


def as_shown(rows: pl.DataFrame, indicator: Indicator) -> list[dict[str, Any]]:
    """Rows behind a figure as JSON objects: money as text, counts as integers."""
    return [
        {**row, "amount": part_figure(row["amount"], getattr(indicator, row["part"]))}
        for row in rows.iter_rows(named=True)
    ]


def shown_parts(line: Mapping[str, Any]) -> list[PartName]:
    """The parts of a figure's line whose rows may be shown: none of a withheld value, nor of a withheld part."""
    return [] if line["is_suppressed"] else [name for name in PARTS if line[name] is not None]


def proof(published: Published, indicator: Indicator, day: date, region_code: str) -> Proof:
    """The figure of a day and region with the rows behind it.

    What is withheld has none: no row where the value is, none of a part that is not shown. In a reopened snapshot
    ``indicator`` is what it was frozen with (:mod:`warehouse.snapshot.kept_definitions`); raises :class:`Refusal` for
    another definition, and for one of which no SQL of its rows was kept.
    """
    _require_own(published, indicator)
    shown = shown_figures(published, {indicator.id: indicator}, day)
    (line,) = shown.filter(pl.col("region_code") == region_code).to_dicts()
    region = None if region_code == published.county_code else region_code
    return Proof(line, _rows(published, indicator, day, region, shown_parts(line)))


def _require_own(published: Published, indicator: Indicator) -> None:
    """Refuses rows that were never counted: those of another definition than the frozen figure's."""
    if not published.snapshot:
        return
    if indicator.is_kept:
        parts = (indicator.numerator, indicator.denominator)
        measures = [part.selection.measure for part in parts if part is not None]
        is_own = all(isinstance(measure, Kept) and measure.rows_sql is not None for measure in measures)
    else:
        with published.connection.cursor() as cursor:
            now = definition_version(indicator, marts(), views(cursor))
        is_own = published.query(DEFINITION_VERSION, [indicator.id]).rows() == [(now,)]
    if not is_own:
        raise Refusal(
            f"“{indicator.label.zh}”的口径在快照 {published.snapshot} 之后改过，快照没有保存当时逐行的算法，列不出依据",
            f"The definition of {indicator.label.en} has changed since snapshot {published.snapshot}, which does not "
            "keep how rows were counted: they cannot be listed",
            f"unionkpi snapshot show {published.snapshot}",
        )


def _rows(
    published: Published, indicator: Indicator, day: date, region: str | None, parts: list[PartName]
) -> pl.DataFrame:
    if not parts:
        return pl.DataFrame(schema=ROWS)
    if is_stored(published, day):
        with published.connection.cursor() as cursor:
            return rows_behind(cursor, indicator, day, region, parts)
    with marts_of(published, day) as con:
        return rows_behind(con, indicator, day, region, parts)


def rows_behind(
    con: duckdb.DuckDBPyConnection, indicator: Indicator, day: date, region: str | None, parts: list[PartName]
) -> pl.DataFrame:
    """:data:`ROWS` of the named parts; ``region`` None is the county. ``con`` has the marts of the day."""
    frames = [pl.DataFrame(schema=ROWS)]
    for name in parts:
        part: Part | None = getattr(indicator, name)
        if part is not None:
            found = con.sql(rows_sql(part, indicator.scope), params=[day, region, region]).pl()
            frames.append(found.select(pl.lit(name).alias("part"), *list(ROWS)[1:]).cast(dict(ROWS)))
    return pl.concat(frames)
