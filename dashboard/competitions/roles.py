"""Which competitions were hosted, entered with a team, or held by the county itself, and at which level."""

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard.competitions import choices, findings, queries
from dashboard.competitions import words as wording
from dashboard.page import View
from dashboard.table import TableColumn, show_table


def show(view: View) -> None:
    """The finding, and a table of roles by levels."""
    held = queries.competitions(view.published, view.as_of)
    roles = choices.value_names(view, "role")
    st.subheader(findings.of_roles(held, roles, view.as_of.year, view.language), anchor=False)
    if held.is_empty():
        return
    levels = choices.value_names(view, "level")
    columns = [
        TableColumn("role", view.say(wording.ROLE)),
        *(TableColumn(level, name) for level, name in levels.items() if level in set(held["level"])),
    ]
    lines = [
        {"role": name, **{level: _cell(view, held, role, level) for level in levels}}
        for role, name in roles.items()
        if role in set(held["role"])
    ]
    show_table(columns, lines, view.say(wording.ROLES))


def _cell(view: View, held: pl.DataFrame, role: str, level: str) -> str:
    found = held.filter((pl.col("role") == role) & (pl.col("level") == level))
    if found.is_empty():
        return view.say(wording.NOTHING)
    row = found.row(0, named=True)
    numbers = {name: formats.plain(row[name]) for name in ("competitions", "trades", "entrants")}
    return view.say(wording.CELL, **numbers)
