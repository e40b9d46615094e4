"""Which items are looked at: those of the place, by kind and department, in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from dashboard import data, words
from dashboard.attention import queries
from dashboard.attention import words as wording
from dashboard.choice import Field, narrow
from dashboard.page import View


@dataclass(frozen=True, slots=True)
class Chosen:
    """The items that were chosen, how the choice is called, and its codes by name."""

    items: pl.DataFrame
    kind: str
    department: str
    codes: Mapping[str, str]


def of_place(view: View) -> pl.DataFrame:
    """The items of the day: of the whole county, or of the township that is looked at."""
    items = queries.items(view.published, view.as_of)
    return items if view.is_county else items.filter(pl.col("region_code") == view.region_code)


def choose(view: View, items: pl.DataFrame) -> Chosen:
    """The two drop-downs, and what they leave of ``items``."""
    kinds = dict(queries.kinds(view.published).select("kind", f"label_{view.language}").iter_rows())
    known = dict(data.departments(view.published).select("department_id", "name").iter_rows())
    written = items.drop_nulls("department_id").select("department_id", "department_name").unique()
    departments = {**dict(written.sort("department_id").iter_rows()), **known}
    narrowed = narrow(
        view,
        items,
        Field(wording.KIND, "kind", "kind", kinds),
        Field(words.DEPARTMENT, "department", "department_id", departments),
    )
    return Chosen(narrowed.rows, narrowed.said["kind"], narrowed.said["department"], narrowed.codes)
