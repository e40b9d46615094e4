"""Which tasks are looked at: by department and light, in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from dashboard.choice import Field, narrow
from dashboard.lights import LIGHTS
from dashboard.page import View
from dashboard.tasks import words as wording


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tasks that were chosen, how the choice is called, and its codes by name."""

    tasks: pl.DataFrame
    department: str
    light: str
    codes: Mapping[str, str]


def choose(view: View, tasks: pl.DataFrame) -> Chosen:
    """The two drop-downs, and what they leave of ``tasks``; a code of the address that no task has is said."""
    departments = dict(tasks.select("department_code", "department").unique().sort("department_code").iter_rows())
    lights = {name: f"{LIGHTS[name].shape} {view.say(label)}" for name, label in wording.LIGHTS.items()}
    narrowed = narrow(
        view,
        tasks,
        Field(wording.DEPARTMENT, "department", "department_code", departments),
        Field(wording.LIGHT, "light", "light", lights),
    )
    return Chosen(narrowed.rows, narrowed.said["department"], narrowed.said["light"], narrowed.codes)
