"""The tasks that the page shows, and how complete what is known of them is."""

from typing import Any

import polars as pl

from dashboard import data, words
from dashboard.findings import of_missing
from dashboard.page import View
from dashboard.tasks import queries, task


def tasks(view: View) -> pl.DataFrame:
    """The year's tasks, columns of ``queries.tasks``; as plans alone while no progress was ever handed in."""
    found = queries.tasks(view.published, view.as_of)
    return found if has_progress(view) else task.without_progress(found)


def has_progress(view: View) -> bool:
    """Whether progress was ever handed in: else no figure counts a task as not begun."""
    return _completion(view).get("reason") != "not_submitted"


def completeness(view: View) -> str:
    """Whether everything that the tasks' figures read had been handed in by the as-of day, or what is missing."""
    figure = _completion(view)
    if figure.get("is_complete"):
        return view.say(words.COMPLETE)
    missing = (figure.get("missing") or "").split(",")
    return view.say(words.INCOMPLETE, missing=of_missing(missing, data.ledgers(view.published), view.language))


def _completion(view: View) -> dict[str, Any]:
    figures = data.figures(view.published, view.as_of, view.published.county_code)
    found = figures.filter(pl.col("indicator_id") == "task_completion").to_dicts()
    return found[0] if found else {}
