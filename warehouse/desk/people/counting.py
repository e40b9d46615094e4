"""The tables of :mod:`warehouse.desk.people.count_declarations` counted from a version, small numbers withheld."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import polars as pl

from warehouse.days import month_end
from warehouse.desk.people.count_declarations import WithheldCount
from warehouse.desk.people.small_counts import Cell, withheld_in_period
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.reader import Published

COUNTY = "county"
TOWNSHIP = "township"
TOWNSHIP_COLUMN = "township_code"
SCHEMA = {
    "period": pl.String(),
    "period_start_date": pl.Date(),
    "dimension": pl.String(),
    "township_code": pl.String(),
    "category": pl.String(),
    "counted": pl.Int64(),
    "amount": pl.Decimal(18, 2),
    "is_withheld": pl.Boolean(),
}
"""Columns of every table of withheld counts; ``dimension`` is county, township or a column of the ledger."""

Period = dict[str, dict[str, Cell]]


@dataclass(frozen=True, slots=True)
class Scale:
    """What a version's periods and townships are, and below how many people a cell is withheld."""

    first_month: date
    data_date: date
    townships: tuple[str, ...]
    threshold: int

    @classmethod
    def of(cls, published: Published) -> "Scale":
        regions = published.query("select region_code from meta.regions where position > 0 order by position")
        threshold = int(published.version_info.get("suppression_threshold") or 5)
        return cls(published.first_month, published.data_date, tuple(regions["region_code"]), threshold)

    def periods(self, kind: str) -> Iterator[tuple[date, bool]]:
        """The first day of every month or year since the first month, and whether it is over by the data date."""
        start = self.first_month if kind == "month" else date(self.first_month.year, 1, 1)
        while start <= self.data_date:
            end = period_end(start, kind)
            yield start, end <= self.data_date
            start = date.fromordinal(end.toordinal() + 1)


def period_end(start: date, kind: str) -> date:
    """The last day of the month or year that begins on a day."""
    return month_end(start) if kind == "month" else date(start.year, 12, 31)


def counted_table(published: Published, declared: WithheldCount, scale: Scale) -> pl.DataFrame:
    """A table of :data:`SCHEMA`: of every period the county and every category of every dimension, also the empty ones.

    A period that is not over is withheld: what it will hold in the end would tell of those who came last.
    """
    rows = published.query(declared.sql).with_columns(pl.col("period_start_date").cast(pl.Date))
    categories = {name: _categories(published, declared, name, scale) for name in declared.dimensions}
    by_period = _cells(rows, categories)
    lines: list[tuple[object, ...]] = []
    for start, is_over in scale.periods(declared.period):
        cells = by_period.get(start) or _empty(categories)
        withheld = withheld_in_period(cells, scale.threshold, declared.told_elsewhere) if is_over else None
        lines += _lines(start, declared, cells, withheld)
    return pl.DataFrame(lines, schema=SCHEMA, orient="row")


def told_alike(table: pl.DataFrame, other: pl.DataFrame) -> pl.DataFrame:
    """The table of a frozen month, withheld in every period of which the one of the published version tells otherwise.

    The two are asked side by side: what came late or was corrected would be their difference, and may be one person.
    """
    only_here = table.join(other, on=table.columns, how="anti", nulls_equal=True)["period"]
    only_there = other.join(table, on=table.columns, how="anti", nulls_equal=True)["period"]
    differs = pl.col("period").is_in([*only_here.unique(), *only_there.unique()])
    return table.with_columns(
        counted=pl.when(differs).then(None).otherwise("counted"),
        amount=pl.when(differs).then(None).otherwise("amount"),
        is_withheld=pl.col("is_withheld") | differs,
    )


def _categories(published: Published, declared: WithheldCount, dimension: str, scale: Scale) -> Sequence[str]:
    if dimension == TOWNSHIP_COLUMN:
        return (*scale.townships, NO_TOWNSHIP)
    found = published.query(
        "select value_zh from meta.values where ledger_id = ? and column_name = ? order by position",
        [declared.ledger, dimension],
    )
    return tuple(found["value_zh"])


def _empty(categories: Mapping[str, Sequence[str]]) -> Period:
    return {dimension: {name: Cell() for name in names} for dimension, names in categories.items()}


def _cells(rows: pl.DataFrame, categories: Mapping[str, Sequence[str]]) -> dict[date, Period]:
    periods: dict[date, Period] = {}
    for row in rows.iter_rows(named=True):
        period = periods.setdefault(row["period_start_date"], _empty(categories))
        amount = None if row["amount"] is None else Decimal(row["amount"])
        for dimension, cells in period.items():
            cell = cells.setdefault(row[dimension] or NO_TOWNSHIP, Cell())
            cell.add(row["person"], row["nameless_people"], row["counted"], amount)
    return periods


def _lines(
    start: date, declared: WithheldCount, cells: Period, withheld: Mapping[str, frozenset[str]] | None
) -> Iterator[tuple[object, ...]]:
    period = f"{start:%Y-%m}" if declared.period == "month" else f"{start:%Y}"
    first = next(iter(cells.values())).values()
    amounts = [cell.amount for cell in first if cell.amount is not None]
    total = Cell(counted=sum(cell.counted for cell in first), amount=sum(amounts, Decimal(0)) if amounts else None)
    yield (period, start, COUNTY, None, None, *_shown(total, is_withheld=withheld is None))
    for dimension, found in cells.items():
        is_township = dimension == TOWNSHIP_COLUMN
        for name, cell in found.items():
            shown = _shown(cell, is_withheld=withheld is None or name in withheld[dimension])
            if is_township:
                yield (period, start, TOWNSHIP, name, None, *shown)
            else:
                yield (period, start, dimension, None, name, *shown)


def _shown(cell: Cell, *, is_withheld: bool) -> tuple[object, ...]:
    return (None, None, True) if is_withheld else (cell.counted, cell.amount, False)
