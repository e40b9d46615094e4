"""Numbers that are smaller than the declaration of their column allows."""

from decimal import Decimal

import polars as pl

from pipelines.cell_rules import Finding, Place
from pipelines.ledger import Kind
from warehouse.language import Label


def bounds(values: pl.Series, place: Place) -> list[Finding]:
    """Negative numbers, and those below what the declaration demands."""
    column = place.column
    if not values.dtype.is_numeric() or column.kind is Kind.YEAR:
        return []
    zero = _like(0, values)
    found = []
    if column.positive:
        found.append((values <= zero, Label("必须大于0", "must be above 0")))
    elif column.minimum is not None:
        demand = Label(f"不能小于{column.minimum}", f"cannot be below {column.minimum}")
        found.append((values < _like(column.minimum, values), demand))
    elif not (column.signed or column.signed_warning):
        found.append((values < zero, Label("不能是负数", "cannot be negative")))
    findings = [Finding.of(place, where, "error", demand) for where, demand in found]
    if column.signed_warning:
        demand = Label("是负数（退款或冲销）", "is negative (a refund or reversal)")
        findings.append(Finding.of(place, values < zero, "warning", demand))
    return findings


def _like(number: int, values: pl.Series) -> Decimal | int:
    return Decimal(number) if values.dtype == pl.Decimal else number
