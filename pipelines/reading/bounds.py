"""Numbers that are smaller than the declaration of their column allows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from pipelines.ledger import Column, Kind, Severity
from pipelines.reading.cell_rules import Finding, broken_rule
from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class Bound:
    """Smaller numbers than ``limit`` break it; the limit itself does, too, when it is ``reached``."""

    severity: Severity
    limit: int
    reached: bool
    demand: Label

    def broken(self, values: pl.Series) -> pl.Series:
        """Which values are too small."""
        limit = Decimal(self.limit) if values.dtype == pl.Decimal else self.limit
        return values <= limit if self.reached else values < limit


_POSITIVE = Bound("error", 0, reached=True, demand=Label("必须大于0", "must be above 0"))
_NO_NEGATIVE = Bound("error", 0, reached=False, demand=Label("不能是负数", "cannot be negative"))
_REFUND = Bound("warning", 0, reached=False, demand=Label("是负数（退款或冲销）", "is negative (a refund or reversal)"))


def bounds(values: pl.Series, columns: Iterable[Column]) -> list[Finding]:
    """Negative numbers, and those below what the declarations of the columns demand."""
    declared = {column: tuple(_declared(column)) for column in columns}
    different = dict.fromkeys(bound for own in declared.values() for bound in own)
    ordered = sorted(different, key=lambda bound: bound.severity)
    return [_finding(bound, values, {column for column, own in declared.items() if bound in own}) for bound in ordered]


def _finding(bound: Bound, values: pl.Series, columns: Collection[Column]) -> Finding:
    return Finding(
        bound.broken(values), bound.severity, lambda place: broken_rule(place, bound.demand), columns.__contains__
    )


def _declared(column: Column) -> Iterator[Bound]:
    if column.kind not in (Kind.INT, Kind.NUMBER, Kind.MONEY):
        return
    if column.positive:
        yield _POSITIVE
    elif column.minimum is not None:
        demand = Label(f"不能小于{column.minimum}", f"cannot be below {column.minimum}")
        yield Bound("error", column.minimum, reached=False, demand=demand)
    elif not (column.signed or column.signed_warning):
        yield _NO_NEGATIVE
    if column.signed_warning:
        yield _REFUND
