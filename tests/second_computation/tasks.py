"""Tasks of the year and their latest progress."""

from datetime import date
from fractions import Fraction

from tests.second_computation.figure import Books, Indicator, Item, Parts
from tests.second_computation.tables import Row

BEHIND = Fraction(10, 100)


def tasks_of_the_year(books: Books, day: date) -> list[Row]:
    return [row for row in books.tables.rows("task") if row["year"] == day.year]


def latest_progress(books: Books, day: date) -> dict[str, Row]:
    """The progress of the year's last month that has ended, by task."""
    latest: dict[str, Row] = {}
    for row in sorted(books.tables.months_to(day, "task_progress"), key=lambda row: row["month"].toordinal()):
        latest[row["task_code"]] = row
    return latest


def done_share(task: Row, progress: dict[str, Row]) -> Fraction:
    row = progress.get(task["task_code"])
    return Fraction(0) if row is None else Fraction(row["done"]) / Fraction(task["target"])


def completion(books: Books, day: date) -> Parts:
    progress, tasks = latest_progress(books, day), tasks_of_the_year(books, day)
    return Parts(
        numerator=[Item(None, task["weight"] * min(done_share(task, progress), Fraction(1))) for task in tasks],
        denominator=[Item(None, task["weight"]) for task in tasks],
    )


def elapsed_share(task: Row, day: date) -> Fraction:
    """Planned days that are over, the first and the day itself counted."""
    planned = (task["planned_end"] - task["planned_start"]).days + 1
    elapsed = (day - task["planned_start"]).days + 1
    return min(max(Fraction(elapsed, planned), Fraction(0)), Fraction(1))


def is_behind(task: Row, done: Fraction, day: date) -> bool:
    return bool(elapsed_share(task, day) - done > BEHIND or (day > task["planned_end"] and done < 1))


def behind(books: Books, day: date) -> Parts:
    progress = latest_progress(books, day)
    late = [task for task in tasks_of_the_year(books, day) if is_behind(task, done_share(task, progress), day)]
    return Parts([Item(None) for _ in late])


def done_on_time(books: Books, day: date) -> Parts:
    progress = latest_progress(books, day)
    due = [task for task in tasks_of_the_year(books, day) if task["planned_end"] <= day]

    def is_done(task: Row) -> bool:
        row = progress.get(task["task_code"])
        return row is not None and row["status"] == "已完成" and bool(row["done_date"] <= task["planned_end"])

    return Parts([Item(None) for task in due if is_done(task)], [Item(None) for _ in due])


TASKS = ("task", "task_progress")
INDICATORS = (
    Indicator("task_completion", "ratio", "month", "up", TASKS, completion, numerator_in="number", county_only=True),
    Indicator("tasks_behind", "count", "month", "down", TASKS, behind, county_only=True),
    Indicator("tasks_done_on_time", "ratio", "month", "up", TASKS, done_on_time, county_only=True),
)
