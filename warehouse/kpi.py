"""Indicators computed: every indicator, day and region of a database, and the tables of the schema ``kpi``.

``kpi.raw_values`` holds everything, ``kpi.values`` what may be shown, ``kpi.definitions`` how it is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import duckdb
import polars as pl

from warehouse.comparison import compare
from warehouse.completeness import Completeness, read_completeness
from warehouse.corrected import with_corrected_rows
from warehouse.indicator import Indicator, Part, Selection, indicators
from warehouse.measures import Amounts, Cell, Measures
from warehouse.part_sql import NO_TOWNSHIP, Measured, unknown_sql
from warehouse.withholding import withhold

RAW_SCHEMA: dict[str, pl.DataType] = {
    "indicator_id": pl.String(),
    "as_of_date": pl.Date(),
    "region_code": pl.String(),
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "is_complete": pl.Boolean(),
    "missing": pl.String(),
    "reason": pl.String(),
    "heads": pl.Int64(),
    "denominator_heads": pl.Int64(),
    "rows": pl.Int64(),
}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the computation needs to know of the version."""

    county_code: str
    townships: tuple[str, ...]
    days: tuple[date, ...]
    first_month: date
    data_date: date
    threshold: int


NOTHING = (0, 0.0)


def read_setting(con: duckdb.DuckDBPyConnection) -> Setting:
    """Reads ``meta.version``, ``meta.regions`` and ``meta.as_of_dates``."""
    entries = dict(con.execute("select key, value from meta.version").fetchall())
    regions = con.execute("select region_code from meta.regions where region_kind <> '县' order by position").fetchall()
    days = con.execute("select as_of_date from meta.as_of_dates order by as_of_date").fetchall()
    return Setting(
        county_code=entries["county_code"],
        townships=tuple(code for (code,) in regions),
        days=tuple(day for (day,) in days),
        first_month=date.fromisoformat(entries["first_month"]),
        data_date=date.fromisoformat(entries["data_date"]),
        threshold=int(entries.get("suppression_threshold") or 5),
    )


def compute(con: duckdb.DuckDBPyConnection, asked: Mapping[str, Indicator] | None = None) -> pl.DataFrame:
    """One line per indicator, day of ``meta.as_of_dates`` and region: the numbers before comparison and suppression.

    Regions are the county, each township and, for indicators of township scope, ``none``.
    Columns: :data:`RAW_SCHEMA`; ``reason`` says why ``value`` is null; ``heads`` is null where nobody is counted.
    """
    setting = read_setting(con)
    declared = (indicators() if asked is None else asked).values()
    completeness = read_completeness(con, setting.data_date)
    measures = Measures(con, declared, setting.county_code)
    lines = [
        line
        for indicator in declared
        for line in _lines(_Reader(con, indicator, measures, setting.county_code), setting, completeness)
    ]
    return pl.DataFrame(lines, schema=RAW_SCHEMA, orient="row")


def _lines(reader: "_Reader", setting: Setting, completeness: Completeness) -> list[tuple[object, ...]]:
    indicator = reader.indicator
    not_submitted = not all(completeness.is_submitted(ledger_id) for ledger_id in indicator.ledgers)
    missing = {day: completeness.missing(indicator.ledgers, day) for day in setting.days}
    lines: list[tuple[object, ...]] = []
    for day in setting.days:
        state = (not missing[day], ",".join(missing[day]))
        for region in _regions(indicator, setting):
            reason = None
            if indicator.scope == "county" and region != setting.county_code:
                reason = "county_only"
            elif not_submitted:
                reason = "not_submitted"
            elif day < setting.first_month:
                reason = "before_data"
            figures = (None,) * 6 if reason else reader.figures((day, region))
            numerator, denominator, value, heads, denominator_heads, rows = figures
            lines.append(
                (
                    *(indicator.id, day, region, numerator, denominator, value, *state),
                    *(reason or reader.reason((day, region)), heads, denominator_heads, rows),
                )
            )
    return lines


def _regions(indicator: Indicator, setting: Setting) -> Sequence[str]:
    regions = (setting.county_code, *setting.townships)
    return (*regions, NO_TOWNSHIP) if indicator.scope == "township" else regions


class _Reader:
    """The parts of one indicator for all its cells; a cell without rows counts 0."""

    def __init__(
        self, con: duckdb.DuckDBPyConnection, indicator: Indicator, measures: Measures, county_code: str
    ) -> None:
        self.con, self.indicator, self.measures, self.county_code = con, indicator, measures, county_code
        suppression = indicator.suppression
        self.numerator = self._amounts(indicator.numerator)
        self.denominator = self._amounts(indicator.denominator) if indicator.denominator else None
        self.unknown_numerators = self._unknown(indicator.numerator)
        self.unknown_denominators = self._unknown(indicator.denominator)
        self.heads = self._heads(suppression.heads) if suppression else None
        self.denominator_heads = (
            self._heads(suppression.denominator_heads) if suppression and suppression.denominator_heads else None
        )

    def figures(self, cell: Cell) -> tuple[object, ...]:
        """Numerator, denominator, value, heads, heads of the denominator, rows."""
        rows, amount = self.numerator.get(cell, NOTHING)
        numerator = None if cell in self.unknown_numerators else amount
        denominator = None
        if self.denominator is not None:
            more_rows, amount = self.denominator.get(cell, NOTHING)
            rows += more_rows
            denominator = None if cell in self.unknown_denominators else amount
        return (
            numerator,
            denominator,
            self._value(numerator, denominator),
            None if self.heads is None else round(self.heads.get(cell, 0)),
            None if self.denominator_heads is None else round(self.denominator_heads.get(cell, 0)),
            rows,
        )

    def reason(self, cell: Cell) -> str | None:
        if cell in self.unknown_numerators or cell in self.unknown_denominators:
            return "no_calendar"
        if self.denominator is not None and self.denominator.get(cell, NOTHING)[1] == 0:
            return "zero_denominator"
        return None

    def _value(self, numerator: float | None, denominator: float | None) -> float | None:
        if self.denominator is None or numerator is None:
            return numerator
        return quotient(self.indicator, numerator, denominator)

    def _amounts(self, part: Part) -> Amounts:
        return self.measures.of(Measured(part.selection, self.indicator.scope, part.weighted))

    def _unknown(self, part: Part | None) -> frozenset[Cell]:
        sql = unknown_sql(part, self.indicator.scope) if part else None
        if sql is None:
            return frozenset()
        try:
            found = self.con.execute(sql).fetchall()
        except duckdb.ProgrammingError as error:
            raise ValueError(f"kpis/{self.indicator.family}.toml, [{self.indicator.id}]: {error}") from None
        return frozenset((day, region or self.county_code) for day, region in found)

    def _heads(self, selections: Sequence[Selection]) -> dict[Cell, float]:
        total: dict[Cell, float] = {}
        for selection in selections:
            for cell, (_, heads) in self.measures.of(Measured(selection, self.indicator.scope)).items():
                total[cell] = total.get(cell, 0) + heads
        return total


def quotient(indicator: Indicator, numerator: float, denominator: float | None) -> float | None:
    """A ratio or an average from its parts, money rounded half up to the cent; null over nothing."""
    if not denominator:
        return None
    if indicator.kind == "average" and indicator.is_money:
        return float(to_cents(Decimal(repr(numerator)) / Decimal(repr(denominator))))
    return numerator / denominator


def to_cents(amount: Decimal) -> Decimal:
    """An amount in 元 rounded half up to the cent."""
    return amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a database: ``raw`` before suppression, ``shown`` what may leave it."""

    raw: pl.DataFrame
    shown: pl.DataFrame


def figures(con: duckdb.DuckDBPyConnection, asked: Mapping[str, Indicator] | None = None) -> Figures:
    """Computes, compares and withholds; columns of ``kpi.raw_values`` and ``kpi.values``."""
    declared = indicators() if asked is None else asked
    setting = read_setting(con)
    compared = compare(con, compute(con, declared), declared, setting.county_code, setting.first_month)
    raw = with_corrected_rows(con, compared, declared, setting.county_code)
    return Figures(raw, withhold(raw, declared, setting.county_code, setting.threshold))
