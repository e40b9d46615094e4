"""Which tasks are looked at: by department and light, in the address."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard import choice as one_choice
from dashboard import words
from dashboard.lights import LIGHTS
from dashboard.page import View
from dashboard.tasks import words as wording

EVERY = "all"


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
    chosen, names, codes = tasks, [], {}
    for column, (label, name, field, options) in zip(
        st.columns(2),
        (
            (wording.DEPARTMENT, "department", "department_code", departments),
            (wording.LIGHT, "light", "light", lights),
        ),
        strict=True,
    ):
        with column:
            code = one_choice.choose(view, label, name, {EVERY: view.say(words.ALL), **options}, EVERY, width="stretch")
        codes[name] = code
        names.append(options.get(code, view.say(words.ALL)))
        chosen = chosen if code == EVERY else chosen.filter(pl.col(field) == code)
    first, second = names
    return Chosen(chosen, first, second, codes)
