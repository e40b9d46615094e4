"""Raw cells of one column in, typed values and problems out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from pipelines import amounts, cell_rules, choices, dates
from pipelines.bounds import bounds
from pipelines.cell_rules import Finding, Place
from pipelines.cells import column_cells
from pipelines.credit_code import credit_codes
from pipelines.ledger import Column, Kind
from pipelines.parsed import Parsed, nowhere
from pipelines.people import person_keys
from pipelines.problem import Problem
from pipelines.texts import quotable, texts
from pipelines.workbook import Cell
from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class ColumnContext:
    """What a column's cells need beside themselves: rows of the file, unit of money, marked positions."""

    place: Place
    rows: pl.Series
    county_code: str
    person_key_secret: bytes
    scale: int = 1
    percent: tuple[int, ...] = ()
    uncached: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class TidyColumn:
    """``values`` of the stored type (null: empty or wrong), ``as_read`` masked texts, ``is_wrong`` per row."""

    values: pl.Series
    as_read: pl.Series
    is_wrong: pl.Series
    problems: list[Problem]


def tidy_column(cells: Sequence[Cell], context: ColumnContext) -> TidyColumn:
    """Reads one column of data rows as the kind that its declaration says."""
    column, heading = context.place.column, context.place.heading
    frame = column_cells(cells, none_is_empty=column.kind is not Kind.BOOL and not choices.has_none_word(column))
    read = _READERS[column.kind](frame, context)
    is_personal, as_read = quotable(frame, column)
    lost, is_empty = frame["is_lost"], frame["is_empty"]
    wrong = (read.wrong | frame["is_error"]) & ~lost
    values = _defaulted(read.value.set(lost | wrong, None), is_empty, column)
    is_demanded = column.required and column.default is None
    rule, message = cell_rules.unfit(column, heading)
    findings = [
        *([Finding(is_empty, "missing_value", "error", cell_rules.missing(heading))] if is_demanded else []),
        Finding(lost, "irrecoverable_number", "error", cell_rules.lost_digits(heading)),
        Finding(wrong, rule, "error", message),
        Finding(is_personal, "personal_content", "warning", cell_rules.personal_content(heading)),
        *_uncached(context, len(frame)),
        *bounds(values, context.place),
    ]
    if read.doubtful is not None:
        doubt, sentence = cell_rules.doubtful(column, heading)
        findings.append(Finding(read.doubtful & ~lost & ~wrong, doubt, "warning", sentence))
    if column.warn_if_empty:
        demand = Label("为空，请补填", "is empty: fill it in")
        findings.append(Finding.of(context.place, is_empty, "warning", demand))
    return _together(values, as_read, findings, context)


def absent_column(column: Column, length: int) -> TidyColumn:
    """A column that the sheet lacks and nothing fills: its default in every row, else empty."""
    empty = pl.Series([None], dtype=column.stored_type).new_from_index(0, length)
    values = _defaulted(empty, ~nowhere(length), column)
    unread = pl.Series([None], dtype=pl.String).new_from_index(0, length)
    return TidyColumn(values, unread, nowhere(length), [])


def _together(
    values: pl.Series,
    as_read: pl.Series,
    findings: Sequence[Finding],
    context: ColumnContext,
) -> TidyColumn:
    problems: list[Problem] = []
    is_wrong = nowhere(len(values))
    for finding in findings:
        if not finding.where.any():
            continue
        problems += finding.problems(context.place, context.rows, as_read)
        if finding.severity == "error":
            is_wrong |= finding.where
    if context.place.column.kind is Kind.PERSON:
        as_read = as_read.clear(len(as_read))
    return TidyColumn(values.set(is_wrong, None), as_read, is_wrong, problems)


_READERS: dict[Kind, Callable[[pl.DataFrame, ColumnContext], Parsed]] = {
    Kind.TEXT: lambda cells, context: texts(cells, context.place.column, context.county_code),
    Kind.INT: lambda cells, _: amounts.whole_numbers(cells),
    Kind.NUMBER: lambda cells, context: amounts.numbers(cells, list(context.percent)),
    Kind.MONEY: lambda cells, context: amounts.amounts_of_money(cells, context.scale),
    Kind.DATE: lambda cells, _: dates.days(cells),
    Kind.MONTH: lambda cells, _: dates.months(cells),
    Kind.YEAR: lambda cells, _: dates.years(cells),
    Kind.BOOL: lambda cells, _: choices.truths(cells),
    Kind.ENUM: lambda cells, context: choices.listed_values(cells, context.place.column),
    Kind.TOWN: lambda cells, _: choices.towns(cells),
    Kind.USCC: lambda cells, _: credit_codes(cells),
    Kind.PERSON: lambda cells, context: person_keys(cells, context.person_key_secret),
}


def _defaulted(values: pl.Series, is_empty: pl.Series, column: Column) -> pl.Series:
    default = False if column.kind is Kind.BOOL and not column.required else column.default
    if default is None:
        return values
    constant = Decimal(str(default)) if values.dtype == pl.Decimal else default
    return values.set(is_empty, constant)


def _uncached(context: ColumnContext, length: int) -> list[Finding]:
    if not context.uncached:
        return []
    where = nowhere(length).scatter(list(context.uncached), True)
    return [Finding(where, "uncached_formula", "warning", cell_rules.uncached_formula(context.place.heading))]
