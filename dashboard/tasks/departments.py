"""The tasks of the county by department: weighted completion and how many lights of each colour."""

from typing import Any

import polars as pl

from dashboard import format as formats
from dashboard.lights import LIGHTS
from dashboard.page import View
from dashboard.table import TableColumn
from dashboard.tasks import words as wording


def totals(tasks: pl.DataFrame) -> pl.DataFrame:
    """One row a department, the least complete first; the sums over all are the parts of task_completion.

    department, tasks, completed_weight, weight, share (of the two; a task counts at most as its target), and under
    red, amber, green and grey how many tasks have that light. ``tasks`` as of ``queries.tasks``.
    """
    return (
        tasks.group_by("department_code")
        .agg(
            pl.col("department").first(),
            pl.len().alias("tasks"),
            pl.col("completed_weight").sum(),
            pl.col("weight").sum(),
            *((pl.col("light") == light).sum().alias(light) for light in wording.LIGHTS),
        )
        .with_columns(share=pl.col("completed_weight") / pl.col("weight"))
        .sort("share", "department_code")
    )


def columns(view: View) -> list[TableColumn]:
    lights = [
        TableColumn(light, f"{LIGHTS[light].shape} {view.say(word)}", is_number=True)
        for light, word in wording.LIGHTS.items()
    ]
    return [
        TableColumn("department", view.say(wording.DEPARTMENT)),
        TableColumn("tasks", view.say(wording.TASKS_COUNT), is_number=True),
        *lights,
        TableColumn("completed_weight", view.say(wording.COMPLETED_WEIGHT), is_number=True),
        TableColumn("weight", view.say(wording.TOTAL_WEIGHT), is_number=True),
        TableColumn("share", view.say(wording.COMPLETION), is_number=True),
    ]


def rows(view: View, departments: pl.DataFrame) -> list[dict[str, object]]:
    """The departments and, last, the whole county."""
    county = departments.drop("department_code", "department", "share").sum().row(0, named=True)
    all_rows = [
        *departments.iter_rows(named=True),
        {**county, "department": view.say(wording.WHOLE_COUNTY), "share": whole(departments)},
    ]
    return [_row(row) for row in all_rows]


def whole(departments: pl.DataFrame) -> float:
    """The completion of all departments together."""
    return float(departments.select(pl.col("completed_weight").sum() / pl.col("weight").sum()).item())


def _row(row: dict[str, Any]) -> dict[str, object]:
    counts = {name: formats.plain(row[name]) for name in ("tasks", *wording.LIGHTS, "completed_weight", "weight")}
    return {"department": row["department"], **counts, "share": formats.percent(row["share"])}
