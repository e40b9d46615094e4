"""Raw cells of columns in, typed values and problems out; columns that are read alike go through together."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from pipelines.ledger import Column, Kind
from pipelines.reading import amounts, cell_rules, choices, dates
from pipelines.reading.bounds import bounds
from pipelines.reading.cell_rules import Finding
from pipelines.reading.cells import column_cells
from pipelines.reading.column_stack import ColumnStack
from pipelines.reading.credit_code import credit_codes
from pipelines.reading.given_columns import GivenColumn
from pipelines.reading.parsed import Parsed
from pipelines.reading.people import person_keys
from pipelines.reading.problem import Problem
from pipelines.reading.sheet_reading import ReadingSettings
from pipelines.reading.texts import is_code, quotable, texts


@dataclass(frozen=True, slots=True)
class TidyColumn:
    """``values`` of the stored type (null: empty or wrong), ``as_read`` masked texts, positions of wrong cells.

    ``births`` are the birth dates behind a column of people; they end with the rules that need them.
    """

    values: pl.Series
    as_read: pl.Series
    wrong: list[int]
    problems: list[Problem]
    births: pl.Series | None = None


def tidy_columns(columns: Sequence[GivenColumn], settings: ReadingSettings) -> list[TidyColumn]:
    """Reads every column as the kind that its declaration says, in the order given."""
    alike: dict[Hashable, list[int]] = {}
    for number, given in enumerate(columns):
        alike.setdefault(_manner(given.place.column), []).append(number)
    tidied: dict[int, TidyColumn] = {}
    for numbers in alike.values():
        stack = ColumnStack([columns[number] for number in numbers])
        tidied.update(zip(numbers, _tidy_stack(stack, settings), strict=True))
    return [tidied[number] for number in range(len(columns))]


def absent_column(column: Column, length: int) -> TidyColumn:
    """A column that the sheet lacks and nothing fills: its default in every row, else empty."""
    values = pl.Series([_default(column)], dtype=column.stored_type).new_from_index(0, length)
    unread = pl.Series([None], dtype=pl.String).new_from_index(0, length)
    return TidyColumn(values, unread, [], [])


def _manner(column: Column) -> Hashable:
    """Equal for columns whose cells are read alike."""
    return column.kind, column.code_list, column.names_a_body, is_code(column), column.values


def _tidy_stack(stack: ColumnStack, settings: ReadingSettings) -> list[TidyColumn]:
    example = stack.columns[0].place.column
    cells = column_cells(stack.cells(), none_is_empty=choices.none_is_empty(example))
    read = _READERS[example.kind](cells, stack, settings)
    is_personal, as_read = quotable(cells, example)
    lost, is_empty = cells["is_lost"], cells["is_empty"]
    wrong = (read.wrong | cells["is_error"] | (is_personal & (example.kind is not Kind.TEXT))) & ~lost
    values = _defaulted(_without(read.value, lost | wrong), is_empty, stack).cast(example.stored_type)
    findings = [
        Finding(is_empty, "error", cell_rules.missing_value, _is_demanded),
        Finding(lost, "error", cell_rules.lost_digits),
        Finding(wrong, "error", cell_rules.unfit),
        Finding(is_personal, "warning", cell_rules.personal_content),
        *_uncached(stack),
        *bounds(values, stack.declared),
    ]
    if read.doubtful is not None:
        findings.append(Finding(read.doubtful & ~lost & ~wrong, "warning", cell_rules.doubtful))
    findings.append(Finding(is_empty, "warning", cell_rules.advised_value, lambda column: column.warn_if_empty))
    return _together(stack, values, as_read, findings, read.births)


def _together(
    stack: ColumnStack,
    values: pl.Series,
    as_read: pl.Series,
    findings: Sequence[Finding],
    births: pl.Series | None,
) -> list[TidyColumn]:
    shown = stack.split(as_read)
    problems: list[list[Problem]] = [[] for _ in stack.columns]
    wrong: list[list[int]] = [[] for _ in stack.columns]
    for finding in findings:
        for number, positions in stack.found(finding.where):
            given = stack.columns[number]
            if finding.concerns(given.place.column):
                problems[number] += finding.problems(given.place, given.rows, shown[number], positions)
                wrong[number] += positions if finding.severity == "error" else []
    is_wrong = stack.where(stack.positions(wrong))
    return [
        TidyColumn(*parts)
        for parts in zip(
            stack.split(_without(values, is_wrong)),
            shown,
            wrong,
            problems,
            [None] * len(stack.columns) if births is None else stack.split(births),
            strict=True,
        )
    ]


_READERS: dict[Kind, Callable[[pl.DataFrame, ColumnStack, ReadingSettings], Parsed]] = {
    Kind.TEXT: lambda cells, stack, settings: texts(cells, stack.columns[0].place.column, settings.county_code),
    Kind.INT: lambda cells, *_: amounts.whole_numbers(cells),
    Kind.NUMBER: lambda cells, stack, _: amounts.numbers(cells, _percents(stack)),
    Kind.MONEY: lambda cells, stack, _: amounts.amounts_of_money(
        cells, stack.repeated(given.scale for given in stack.columns)
    ),
    Kind.DATE: lambda cells, *_: dates.days(cells),
    Kind.MONTH: lambda cells, *_: dates.months(cells),
    Kind.YEAR: lambda cells, *_: dates.years(cells),
    Kind.BOOL: lambda cells, *_: choices.truths(cells),
    Kind.ENUM: lambda cells, stack, _: choices.listed_values(cells, stack.columns[0].place.column),
    Kind.TOWN: lambda cells, *_: choices.towns(cells),
    Kind.USCC: lambda cells, *_: credit_codes(cells),
    Kind.PERSON: lambda cells, _, settings: person_keys(cells, settings.person_key_secret),
}


def _without(values: pl.Series, where: pl.Series) -> pl.Series:
    return values.set(where, None) if where.any() else values


def _is_demanded(column: Column) -> bool:
    return column.required and column.default is None


def _default(column: Column) -> str | int | bool | Decimal | None:
    if column.kind is Kind.BOOL and not column.required:
        return False
    is_decimal = isinstance(column.stored_type, pl.Decimal)
    return Decimal(str(column.default)) if is_decimal and column.default is not None else column.default


def _defaulted(values: pl.Series, is_empty: pl.Series, stack: ColumnStack) -> pl.Series:
    defaults = {default for column in stack.declared if (default := _default(column)) is not None}
    for default in sorted(defaults, key=str):
        has_it = stack.repeated(_default(given.place.column) == default for given in stack.columns)
        values = values.set(is_empty & has_it, default)
    return values


def _uncached(stack: ColumnStack) -> list[Finding]:
    positions = stack.positions(given.uncached for given in stack.columns)
    return [Finding(stack.where(positions), "warning", cell_rules.uncached_formula)] if positions else []


def _percents(stack: ColumnStack) -> list[int]:
    return stack.positions(given.percent for given in stack.columns)
