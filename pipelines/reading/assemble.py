"""The data rows of recognised sheets as tables: typed, and as read."""

from collections.abc import Iterator, Sequence

import polars as pl

from pipelines.ledger import Kind
from pipelines.reading.age_rules import broken_age_rules
from pipelines.reading.cell_rules import missing
from pipelines.reading.given_columns import GivenColumns, Nameless
from pipelines.reading.parsed import nowhere
from pipelines.reading.problem import Problem, problem_frame
from pipelines.reading.recognise import Recognised
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading
from pipelines.reading.tidy import TidyColumn, absent_column, tidy_columns


def assemble(sheets: Sequence[Recognised], settings: ReadingSettings) -> list[SheetReading]:
    """The readings of the sheets with their rows and problems; columns of all sheets are typed together."""
    columns = [column for sheet in sheets if sheet.given for column in sheet.given.columns.values()]
    tidied = iter(tidy_columns(columns, settings))
    for sheet in sheets:
        problems = sheet.problems
        if sheet.given:
            problems = problems + _filled(sheet.reading, sheet.given, tidied)
        sheet.reading.problems = problem_frame(problems)
    return [sheet.reading for sheet in sheets]


def _filled(reading: SheetReading, given: GivenColumns, tidied: Iterator[TidyColumn]) -> list[Problem]:
    """Gives the reading its rows out of the next columns; the problems of their cells."""
    taken = {name: next(tidied) for name in given.columns}
    columns = {
        column.stored_name: taken.get(column.stored_name) or absent_column(column, len(given.rows))
        for column in given.ledger.columns
    }
    ages = broken_age_rules(given, columns)
    wrong = {position for tidy in columns.values() for position in tidy.wrong}.union(ages.wrong)
    if given.nameless:
        wrong.update(given.nameless.positions)
    reading.rows = _rows(given, columns, sorted(wrong))
    reading.as_read = pl.DataFrame(
        [
            given.rows,
            *(
                columns[column.stored_name].as_read.alias(column.stored_name)
                for column in given.ledger.columns
                if column.kind is not Kind.PERSON
            ),
        ]
    )
    problems = [*(problem for tidy in columns.values() for problem in tidy.problems), *ages.problems]
    return _once_for_a_missing_person(problems, given.rows, given.nameless)


def _rows(given: GivenColumns, columns: dict[str, TidyColumn], wrong: list[int]) -> pl.DataFrame:
    length = len(given.rows)
    is_rejected = nowhere(length).scatter(wrong, True)
    occurrence = pl.Series("occurrence", [None], dtype=pl.Int64).new_from_index(0, length)
    values = [tidy.values.alias(name) for name, tidy in columns.items()]
    frame = pl.DataFrame([given.rows, is_rejected.alias("is_rejected"), occurrence, *values])
    return _with_occurrence(frame, given) if given.lacks_key_code else frame


def _with_occurrence(frame: pl.DataFrame, given: GivenColumns) -> pl.DataFrame:
    """Rows without a key code are told apart by their other columns and how often these occurred before."""
    others = [name for name in given.ledger.schema if name != given.ledger.absent_key_column]
    return frame.with_columns(occurrence=pl.int_range(1, pl.len() + 1, dtype=pl.Int64).over(others))


def _once_for_a_missing_person(problems: list[Problem], rows: pl.Series, nameless: Nameless | None) -> list[Problem]:
    """All problems; where name and number are both empty, only the missing name is told."""
    if nameless is None:
        return problems
    place = nameless.place
    message = missing(place.heading)
    without_name = [
        Problem(row, place.heading, place.column.stored_name, None, "missing_value", "error", message.zh, message.en)
        for row in rows.gather(nameless.positions)
    ]
    told = {(problem.row, problem.field, problem.rule) for problem in without_name}
    return [
        *(problem for problem in problems if (problem.row, problem.field, problem.rule) not in told),
        *without_name,
    ]
