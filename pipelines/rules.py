"""Row rules as a declaration writes them: where, what is broken, what to tell the department."""

import polars as pl

from pipelines.ledger import BIRTH_DATE, RowRule
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


def younger(than: int, on: str) -> pl.Expr:
    """The row's person is not yet ``than`` years old on the date in ``on``; null while one of them is unknown.

    An age is reached on the birthday. Judged while reading, see :data:`BIRTH_DATE`.
    """
    return pl.col(on) < pl.col(BIRTH_DATE).dt.offset_by(f"{than}y")


def naming(message: Label, declaration: str) -> Label:
    """A message of a broken rule with the declaration that it comes from, such as ``union.members``."""
    return Label(f"{message.zh}（依据台账声明 {declaration}）", f"{message.en} (declaration {declaration})")
