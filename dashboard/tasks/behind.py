"""The list of the tasks that are behind: who, why, what next."""

import polars as pl

from dashboard.page import View
from dashboard.table import TableColumn
from dashboard.tasks import task
from dashboard.tasks import words as wording


def of(tasks: pl.DataFrame) -> pl.DataFrame:
    """Those behind, the farthest short of the time gone first; equals by planned end."""
    gap = (pl.col("elapsed_share") - pl.col("done_share")).alias("gap")
    return tasks.filter("is_behind").sort(gap, "planned_end", "task_code", descending=[True, False, False])


def columns(view: View) -> list[TableColumn]:
    return [
        TableColumn("title", view.say(wording.TASK)),
        TableColumn("progress", view.say(wording.PROGRESS), is_number=True),
        TableColumn("elapsed", view.say(wording.ELAPSED), is_number=True),
        TableColumn("deadline", view.say(wording.DEADLINE), is_number=True),
        TableColumn("owner", view.say(wording.OWNER)),
        TableColumn("problem", view.say(wording.PROBLEM), is_sentence=True),
        TableColumn("remedy", view.say(wording.REMEDY), is_sentence=True),
        TableColumn("needs", view.say(wording.NEEDS)),
    ]


def rows(view: View, behind: pl.DataFrame) -> list[dict[str, str]]:
    """One row a task; what its department did not say is said to be missing."""
    return [
        {
            "title": row["title"],
            "progress": task.progress_text(row, view.language),
            "elapsed": task.elapsed_text(row, view.as_of, view.language),
            "deadline": view.day(row["planned_end"]),
            "owner": view.say(wording.OWNER_AND_LEADER, owner=task.owner_text(row), leader=row["leader"]),
            **{name: row[name] or view.say(wording.NOT_GIVEN) for name in ("problem", "remedy", "needs")},
        }
        for row in behind.iter_rows(named=True)
    ]
