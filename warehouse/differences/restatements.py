# ruff: noqa: S608 - names of tables and columns are those of the version's own meta.ledgers
"""The register of restatements: every figure of an issued month that the published version now tells otherwise.

*Since when* cannot be told by files, whose times mean nothing here. It is the earliest day that the late and corrected
rows behind the figure reach to, which is when a department knew it; where no such row is behind it (rows were removed,
a definition or a setting is another one) it is the data date of the version that tells it otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import polars as pl

from warehouse.differences.changed_rows import attached, changed_rows, marts_on
from warehouse.differences.difference import Difference, differences
from warehouse.differences.paths import Version
from warehouse.differences.row_changes import (
    PLACE,
    REACH,
    SIDES,
    LedgerRows,
    changed_ledgers,
    compare_rows,
    ledgers_of_both,
)
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.figures.indicator import Indicator
from warehouse.figures.region_sql import REGION

CHANGED = {
    "side": pl.String(),
    "ledger": pl.String(),
    "file": pl.String(),
    "sheet": pl.String(),
    "row": pl.Int64(),
    "source": pl.String(),
    "reach_date": pl.Date(),
}
"""A changed row by its place in one version; ``source`` is the file that changed it, ``reach_date`` null if removed."""

Origin = tuple[tuple[str, ...], date | None]
"""Files, and the earliest reach of the rows in them."""


@dataclass(frozen=True)
class Issued:
    """An issued month: its id, its day and the version reopened from it."""

    snapshot_id: str
    day: date
    version: Version


@dataclass(frozen=True, slots=True)
class Restatement:
    """A figure that was reported and is another one now; ``files`` are those of the rows that changed it."""

    snapshot_id: str
    day: date
    figure: Difference
    since: date
    files: tuple[str, ...]

    def document(self) -> dict[str, Any]:
        """As a JSON object; figures in the types of :func:`warehouse.figures.answer.value_figure`."""
        told = self.figure.document()
        return {
            "snapshot": self.snapshot_id,
            "id": told["id"],
            "region": told["region"],
            "reported": told["old"],
            "now": told["new"],
            "change": told["change"],
            "causes": told["causes"],
            "reason": told["reason"],
            "since": self.since.isoformat(),
            "files": list(self.files),
        }


def restatements(issued: Sequence[Issued], live: Version) -> list[Restatement]:
    """Of all issued months, in their order, by indicator and region."""
    return [restatement for one in issued for restatement in _of_one(one, live)]


def _of_one(issued: Issued, live: Version) -> Iterator[Restatement]:
    changed = [figure for figure in differences(issued.version, live, issued.day) if figure.is_changed]
    if not changed:
        return
    origins = _origins(issued.version, live, issued.day, changed)
    for figure in changed:
        files, reach = origins[figure.indicator.id, figure.region_code]
        yield Restatement(issued.snapshot_id, issued.day, figure, reach or live.published.data_date, files)


def _origins(old: Version, new: Version, day: date, figures: Sequence[Difference]) -> dict[tuple[str, str], Origin]:
    """Where each change comes from: its own rows, or where none of them changed those that decide what counts."""
    rows = _changed_places(old, new)
    by_indicator: dict[str, pl.DataFrame] = {}
    origins: dict[tuple[str, str], Origin] = {}
    for figure in figures:
        name = figure.indicator.id
        if figure.reason == "suppressed":
            origins[name, figure.region_code] = ((), None)
            continue
        if name not in by_indicator:
            by_indicator[name] = _behind(old, new, day, figure.indicator).join(
                rows, on=["side", "ledger", "file", "sheet", "row"]
            )
        found = by_indicator[name]
        if figure.region_code not in (old.published.county_code, new.published.county_code):
            found = found.filter(pl.col("region_code") == figure.region_code)
        origins[name, figure.region_code] = _origin(found) if found.height else _deciding(old, new, day, figure)
    return origins


def _origin(rows: pl.DataFrame) -> Origin:
    reach = rows["reach_date"].min()
    return tuple(sorted(rows["source"].unique())), reach if isinstance(reach, date) else None


def _deciding(old: Version, new: Version, day: date, figure: Difference) -> Origin:
    rows = [row for row in changed_rows(old, new, day, figure) if row.cause != "recounted"]
    files = {place[0] for row in rows if (place := row.new_place or row.old_place)}
    reaches = [row.new_reach for row in rows if row.new_reach is not None]
    return tuple(sorted(files)), min(reaches, default=None)


def _changed_places(old: Version, new: Version) -> pl.DataFrame:
    frames = [pl.DataFrame(schema=CHANGED)]
    with attached(old, new) as con:
        for ledger in changed_ledgers(con, ledgers_of_both(con)):
            compare_rows(con, ledger)
            frames += [_places(con, ledger, side) for side in SIDES]
    return pl.concat(frames)


def _places(con: duckdb.DuckDBPyConnection, ledger: LedgerRows, side: str) -> pl.DataFrame:
    columns = {"old": ledger.old_columns, "new": ledger.new_columns}
    if not columns[side]:
        return pl.DataFrame(schema=CHANGED)
    told = ["new_rows", f"{side}_rows"] if columns["new"] else [f"{side}_rows"]
    other = (
        f"\nleft join new.ledger.{ledger.table} as new_rows on changed.new_row = new_rows.rowid"
        if side == "old" and columns["new"]
        else ""
    )
    reach = f"new_rows.{REACH}" if columns["new"] else "cast(null as date)"
    sql = f"""select
    '{side}' as side,
    '{ledger.ledger_id}' as ledger,
    {", ".join(f"{side}_rows.{name}" for name in PLACE)},
    coalesce({", ".join(f"{rows}.source_file" for rows in dict.fromkeys(told))}) as source,
    {reach} as reach_date
from changes.{ledger.table} as changed
inner join {side}.ledger.{ledger.table} as {side}_rows on changed.{side}_row = {side}_rows.rowid{other}"""
    return pl.DataFrame(con.execute(sql).fetchall(), schema=CHANGED, orient="row")


def _behind(old: Version, new: Version, day: date, indicator: Indicator) -> pl.DataFrame:
    """side, region_code, ledger, file, sheet, row of all rows that either version counts."""
    names = ("side", "region_code", "ledger", "file", "sheet", "row")
    lines: list[tuple[Any, ...]] = []
    for side, version in zip(SIDES, (old, new), strict=True):
        own = version.definitions.indicators.get(indicator.id)
        if own is None or own.is_kept:
            continue
        with marts_on(version, day) as con:
            for part in (own.numerator, own.denominator):
                if part is not None:
                    sql = _places_sql(part.selection.source, part.selection.where, is_county=own.scope == "county")
                    lines += [(side, *line) for line in con.execute(sql, [day]).fetchall()]
    schema = {name: pl.Int64() if name == "row" else pl.String() for name in names}
    return pl.DataFrame(lines, schema=schema, orient="row")


def _places_sql(source: str, where: str | None, *, is_county: bool) -> str:
    region = f"'{NO_TOWNSHIP}'" if is_county else REGION
    return f"""select distinct
        {region} as region_code,
        source_ledger,
        source_file,
        source_sheet,
        source_row
    from {source}
    where as_of_date = ? and ({where or "true"})"""
