"""Rules about the age of a row's person, judged where the identity number is read.

The birth date stands in the number. It lives as a column beside the typed ones only while the rules
that ask for it are judged, and reaches neither the rows nor what is quoted of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from pipelines.ledger import BIRTH_DATE, RowRule
from pipelines.reading.given_columns import GivenColumns
from pipelines.reading.problem import Problem
from pipelines.reading.tidy import TidyColumn
from pipelines.rules import naming


@dataclass(slots=True)
class BrokenAgeRules:
    """Positions of the rows that an error rejects, and the problems of all rows."""

    wrong: set[int] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def broken_age_rules(given: GivenColumns, columns: Mapping[str, TidyColumn]) -> BrokenAgeRules:
    """The rules of the sheet's ledger that need a birth date; a row without one, or without a date, is not judged."""
    broken = BrokenAgeRules()
    births = next((tidy.births for tidy in columns.values() if tidy.births is not None), None)
    rules = [rule for rule in given.ledger.rules if rule.needs_birth_date]
    if births is None or not rules:
        return broken
    for rule in rules:
        needed = [columns[name].values.alias(name) for name in sorted(rule.needs - {BIRTH_DATE})]
        marks = pl.DataFrame([births.alias(BIRTH_DATE), *needed]).select(rule.broken.fill_null(False)).to_series()
        positions = marks.arg_true().to_list()
        broken.problems += _problems(rule, given, columns[rule.column].as_read, positions)
        broken.wrong.update(positions if rule.severity == "error" else ())
    return broken


def _problems(rule: RowRule, given: GivenColumns, as_read: pl.Series, positions: list[int]) -> list[Problem]:
    message = naming(rule.message, f"{given.ledger.id}.{rule.column}")
    heading = given.columns[rule.column].place.heading if rule.column in given.columns else None
    said = (rule.rule, rule.severity, message.zh, message.en)
    found = zip(given.rows.gather(positions).to_list(), as_read.gather(positions).to_list(), strict=True)
    return [Problem(row, heading, rule.column, value, *said) for row, value in found]
