"""What reading finds wrong in a sheet, one problem a cell, row, column or sheet."""

from collections.abc import Iterable
from typing import NamedTuple

import polars as pl

from pipelines.ledger import Severity
from warehouse.language import Label

PROBLEM_SCHEMA: dict[str, pl.DataType] = {
    "row": pl.Int64(),
    "column": pl.String(),
    "field": pl.String(),
    "value": pl.String(),
    "rule": pl.String(),
    "severity": pl.String(),
    "zh": pl.String(),
    "en": pl.String(),
}


class Problem(NamedTuple):
    """One problem: ``row`` is the Excel row or physical line (``None``: the whole sheet).

    ``column`` is the heading as it stands in the sheet, ``field`` the stored column,
    ``value`` the cell as read, masked where it is personal.
    """

    row: int | None
    column: str | None
    field: str | None
    value: str | None
    rule: str
    severity: Severity
    zh: str
    en: str


def sheet_problem(rule: str, severity: Severity, message: Label, column: str | None = None) -> Problem:
    """A problem of a whole sheet, or of one of its headings."""
    return Problem(None, column, None, None, rule, severity, message.zh, message.en)


def problem_frame(problems: Iterable[Problem]) -> pl.DataFrame:
    """The problems as a table (:data:`PROBLEM_SCHEMA`), those of the whole sheet first, then by row."""
    ordered = sorted(problems, key=lambda problem: problem.row or 0)
    return pl.DataFrame(ordered, schema=PROBLEM_SCHEMA, orient="row")
