"""How many items of which class each department answers for."""

import polars as pl

from dashboard.attention import words as wording
from dashboard.page import View


def counted(view: View, items: pl.DataFrame) -> pl.DataFrame:
    """department, weight_class, items, total: the department with the most items first, equals in the list's order."""
    return (
        items.with_columns(department=pl.col("department_name").fill_null(view.say(wording.NOT_NAMED)))
        .group_by("department", "weight_class", maintain_order=True)
        .agg(items=pl.len(), first=pl.col("position").min())
        .with_columns(total=pl.col("items").sum().over("department"), first=pl.col("first").min().over("department"))
        .sort("total", "first", descending=[True, False], maintain_order=True)
        .drop("first")
    )
