"""Row rules as a declaration writes them: where, what is broken, what to tell the department."""

import polars as pl

from pipelines.ledger import RowRule
from warehouse.language import Label


def error(column: str, broken: pl.Expr, zh: str, en: str) -> RowRule:
    """A row that breaks it is rejected; the problem is reported at ``column``."""
    return RowRule("error", column, broken, Label(zh, en))


def warning(column: str, broken: pl.Expr, zh: str, en: str) -> RowRule:
    """A row that breaks it is loaded and flagged at ``column``."""
    return RowRule("warning", column, broken, Label(zh, en))


def earlier(column: str, than: str) -> pl.Expr:
    """The date in ``column`` lies before the date in ``than``; null while one of them is empty."""
    return pl.col(column) < pl.col(than)
