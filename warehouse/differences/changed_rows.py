# ruff: noqa: S608 - names of tables and columns are those of the version's own meta.ledgers
"""The rows behind the change of one figure, down to their cells, with file, sheet and row in both versions."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import polars as pl

from warehouse.differences.difference import Difference
from warehouse.differences.paths import Version
from warehouse.differences.replay import attach
from warehouse.differences.row_changes import PLACE, REACH, SIDES, LedgerRows, compare_rows, ledgers_of_both
from warehouse.figures.answer import is_stored, marts_of
from warehouse.figures.indicator import Indicator
from warehouse.figures.trace import PARTS, rows_behind
from warehouse.language import Label

RECOUNTED = "recounted"
"""The row is the same, and counts otherwise: a later state came, or another ledger decides differently."""

PERSON_KEY = "person_key"
"""The column of every ledger about people that says who it is."""
MASK = "＊＊＊"

Place = tuple[str, str, int]
Amounts = Mapping[str, float]
"""What a row adds to each part of a figure."""


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A column whose value is another one. Of people it says only that it is another one."""

    column: str
    heading: Label
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """A row behind a change; places are file, sheet ("" for CSV) and row, None where a version has no such row.
    ``new_reach`` is the day that its sheet of the newer version reaches to.

    ``cause`` is removed, corrected, late or :data:`RECOUNTED`; ``key`` the row's key by column, people masked. Over
    all rows the ``new_amounts`` less the ``old_amounts`` of a part are what the part has changed by. A row without
    amounts is not counted itself: it may decide which others are.
    """

    cause: str
    ledger_id: str
    key: Mapping[str, Any]
    old_place: Place | None
    new_place: Place | None
    new_reach: date | None
    cells: tuple[ChangedCell, ...]
    old_amounts: Amounts
    new_amounts: Amounts


def changed_rows(old: Version, new: Version, day: date, figure: Difference) -> list[ChangedRow]:
    """The rows behind the change of a figure of :func:`warehouse.differences.difference.differences`, by their places.

    They are of the ledgers that the figure reads; rows that neither version counts and that decide nothing on the day
    are left out. A figure that is withheld, or whose causes are, has none.
    """
    if figure.reason == "suppressed" or old.published.file == new.published.file:
        return []
    tables = new.definitions.read_by([figure.indicator]).tables
    is_kept = any(_is_kept(version, figure.indicator) for version in (old, new))
    found: list[ChangedRow] = []
    with attached(old, new) as con:
        for side, version in zip(SIDES, (old, new), strict=True):
            con.register(f"{side}_counted", _counted(version, day, figure))
        for ledger in ledgers_of_both(con):
            if ledger.table in tables:
                compare_rows(con, ledger, keep_same=True)
                con.register("old_seen", _seen(old, ledger, day, figure))
                con.register("new_seen", _seen(new, ledger, day, figure))
                found += _rows(con, ledger, with_recounted=not is_kept)
    return sorted(found, key=lambda row: (row.ledger_id, row.new_place or row.old_place or ("", "", 0), row.cause))


@contextmanager
def attached(old: Version, new: Version) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that sees both versions, as ``old`` and ``new``."""
    con = duckdb.connect(":memory:")
    try:
        attach(con, old.published.file, new.published.file)
        yield con
    finally:
        con.close()


@contextmanager
def marts_on(version: Version, day: date) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that has the as-of views and marts of a day."""
    if is_stored(version.published, day):
        with version.published.connection.cursor() as cursor:
            yield cursor
    else:
        with marts_of(version.published, day) as con:
            yield con


def _counted(version: Version, day: date, figure: Difference) -> pl.DataFrame:
    """ledger, file, sheet, row and what the row adds to numerator and denominator (null: nothing).

    Without the indicator, or where of its definition the frozen SQL alone is left, no row is known to be counted.
    """
    is_known = figure.indicator.id in version.definitions.indicators and not _is_kept(version, figure.indicator)
    region = None if figure.region_code == version.published.county_code else figure.region_code
    with marts_on(version, day) as con:
        indicator = version.definitions.indicators.get(figure.indicator.id, figure.indicator)
        rows = rows_behind(con, indicator, day, region, list(PARTS) if is_known else [])
    amounts = [pl.col("amount").filter(pl.col("part") == part).sum().alias(part) for part in PARTS]
    counts = [(pl.col("part") == part).any().alias(f"in_{part}") for part in PARTS]
    return (
        rows.group_by("ledger", "file", "sheet", "row")
        .agg(*amounts, *counts)
        .with_columns(pl.when(f"in_{part}").then(part).alias(part) for part in PARTS)
        .drop([f"in_{part}" for part in PARTS])
    )


def _seen(version: Version, ledger: LedgerRows, day: date, figure: Difference) -> pl.DataFrame:
    """file, sheet and row of what may decide without being counted: known on the day, in the region or without one."""
    empty = pl.DataFrame(schema={"file": pl.String, "sheet": pl.String, "row": pl.Int64})
    columns = ledger.old_columns if ledger.old_columns else ledger.new_columns
    if not (_is_kept(version, figure.indicator) or _joins(figure.indicator)):
        return empty
    is_county = figure.region_code == version.published.county_code
    inside = "" if is_county or "township_code" not in columns else " and coalesce(township_code, 'none') = ?"
    sql = f"select {', '.join(PLACE)} from as_of.{ledger.table} where as_of_date = ?{inside}"
    with marts_on(version, day) as con:
        try:
            found = con.execute(sql, [day, figure.region_code] if inside else [day]).fetchall()
        except duckdb.CatalogException:  # a ledger that this version does not have
            return empty
    return pl.DataFrame(found, schema=empty.schema, orient="row")


def _is_kept(version: Version, indicator: Indicator) -> bool:
    """Whether the version has no more than frozen SQL of the indicator."""
    return version.definitions.indicators.get(indicator.id, indicator).is_kept


def _joins(indicator: Indicator) -> bool:
    parts = [indicator.numerator, *([indicator.denominator] if indicator.denominator else [])]
    return any(part.selection.source.startswith("mart.") for part in parts)


def _rows(con: duckdb.DuckDBPyConnection, ledger: LedgerRows, *, with_recounted: bool) -> Iterator[ChangedRow]:
    sql = "select column_name, heading_zh, heading_en from new.meta.columns where ledger_id = ?"
    headings = {name: Label(zh, en) for name, zh, en in con.execute(sql, [ledger.ledger_id]).fetchall()}
    for cause, reach, *rest in con.execute(_rows_sql(ledger, with_recounted=with_recounted)).fetchall():
        (old_place, new_place), (old_amounts, new_amounts), key, (old_values, new_values) = _pieces(rest, ledger)
        cells = (
            ChangedCell(name, headings.get(name, Label(name, name)), _masked(name, before), _masked(name, after))
            for name, before, after in zip(ledger.values, old_values, new_values, strict=True)
            if cause == "corrected" and before != after
        )
        yield ChangedRow(
            RECOUNTED if cause == "same" else cause,
            ledger.ledger_id,
            {name: _masked(name, value) for name, value in zip(ledger.key, key, strict=True)},
            old_place,
            new_place,
            reach,
            tuple(cells),
            old_amounts,
            new_amounts,
        )


def _masked(name: str, value: Any) -> Any:
    return MASK if name == PERSON_KEY else value


def _pieces(rest: Sequence[Any], ledger: LedgerRows) -> tuple[list[Place | None], list[Amounts], Any, list[Any]]:
    """Places, amounts, key and values of both sides, from one line of :func:`_rows_sql`."""
    keys, values = len(ledger.key), len(ledger.values)
    places = [(file, sheet, row) if row is not None else None for file, sheet, row in (rest[0:3], rest[3:6])]
    amounts: list[Amounts] = [
        {part: amount for part, amount in zip(PARTS, found, strict=True) if amount is not None}
        for found in (rest[6:8], rest[8:10])
    ]
    own = rest[10 + keys :]
    return places, amounts, rest[10 : 10 + keys], [own[:values], own[values:]]


def _rows_sql(ledger: LedgerRows, *, with_recounted: bool) -> str:
    """Cause, places, amounts, key and values: of rows that changed and mattered, and of those that count otherwise."""
    sides = {
        side: side if columns else other
        for side, other, columns in (("old", "new", ledger.old_columns), ("new", "old", ledger.new_columns))
    }
    joins = "".join(
        f"""
    left join {present}.ledger.{ledger.table} as {side}_rows on changed.{side}_row = {side}_rows.rowid
    left join {side}_counted
        on
            {side}_counted.ledger = '{ledger.ledger_id}'
            and {_same_place(f"{side}_counted", f"{side}_rows")}
    left join {side}_seen on {_same_place(f"{side}_seen", f"{side}_rows")}"""
        for side, present in sides.items()
    )
    columns = [
        "changed.cause",
        f"new_rows.{REACH}" if ledger.new_columns else "null",
        *(f"{side}_rows.{name}" for side in SIDES for name in PLACE),
        *(f"{side}_counted.{part}" for side in SIDES for part in PARTS),
        *(f"coalesce(new_rows.{name}, old_rows.{name})" for name in ledger.key),
        *(f"{side}_rows.{name}" for side in SIDES for name in ledger.values),
    ]
    differs = " or ".join(f"old_counted.{part} is distinct from new_counted.{part}" for part in PARTS)
    matters = " or ".join(f"{side}_{what}.row is not null" for side in SIDES for what in ("counted", "seen"))
    return f"""select
    {", ".join(columns)}
from changes.{ledger.table} as changed{joins}
where (changed.cause <> 'same' and ({matters})) or {differs if with_recounted else "false"}
"""


def _same_place(counted: str, rows: str) -> str:
    names = ("file", "sheet", "row")
    return " and ".join(f"{counted}.{name} = {rows}.{source}" for name, source in zip(names, PLACE, strict=True))
