"""Small lines of this year's and last year's months, as points in a square of one by one."""

from collections.abc import Sequence
from typing import Any

from warehouse.snapshot.documents.content import Entry, Month, Subject
from warehouse.snapshot.documents.wording import change_cell, value_cell

LINES_OF_A_PAGE, LINES_OF_A_ROW, IN_A_ROW, MOST_ROWS = 44, 7, 3, 3
"""Lines of a table that a page holds, how many of them a row of courses takes up, and how many stand in one."""
MARGIN = 0.08

Point = tuple[float, float]


def courses(subject: Subject) -> list[dict[str, Any]]:
    """As many of the subject's indicators as there is room for below its tables, those with a target first."""
    townships = max((len(entry.places) for entry in subject.rates_by_township), default=-4) + 4
    free = LINES_OF_A_PAGE - len(subject.entries) - townships
    room = max(min(free // LINES_OF_A_ROW, MOST_ROWS), 0) * IN_A_ROW
    known = [entry for entry in subject.entries if sum(month.value is not None for month in entry.course) > 1]
    return [_course(entry) for entry in sorted(known, key=lambda entry: entry.figure.target is None)[:room]]


def _course(entry: Entry) -> dict[str, Any]:
    values = [month.value for month in entry.course if month.value is not None]
    low, high = min(values), max(values)
    year = entry.course[-1].day.year
    this_year = _runs([month for month in entry.course if month.day.year == year], low, high)
    change = change_cell(entry.figure)
    return {
        "name": entry.name,
        "says": value_cell(entry.figure) + ("" if entry.figure.yoy is None else f"，同比{change}"),
        "this_year": this_year,
        "last_year": _runs([month for month in entry.course if month.day.year < year], low, high),
        "last": this_year[-1][-1] if this_year else None,
    }


def _runs(months: Sequence[Month], low: float, high: float) -> list[list[Point]]:
    """Months with a value that follow each other; one without breaks the line."""
    runs: list[list[Point]] = [[]]
    for month in months:
        if month.value is None:
            runs.append([])
            continue
        height = 0.5 if high == low else MARGIN + (1 - 2 * MARGIN) * (month.value - low) / (high - low)
        runs[-1].append(((month.day.month - 1) / 11, height))
    return [run for run in runs if run]
