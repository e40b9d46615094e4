"""What a visitor may choose on the page of competitions: level, role, and by what the medals are listed."""

import polars as pl
import streamlit as st

from dashboard import words
from dashboard.choice import EVERY, choose
from dashboard.competitions import queries
from dashboard.competitions import words as wording
from dashboard.page import View
from warehouse.language import Label

GROUPINGS: dict[str, Label] = {"industry": wording.INDUSTRY, "trade": wording.TRADE}


def awards(view: View, found: pl.DataFrame) -> tuple[str, pl.DataFrame]:
    """The grouping, and the awards of the level and the role that were chosen."""
    names = {code: view.say(label) for code, label in GROUPINGS.items()}
    columns = st.columns(3)
    with columns[0]:
        grouping = choose(view, wording.GROUPING, "by", names, "industry", "stretch")
    chosen = found
    for column, label, name in ((columns[1], wording.LEVEL, "level"), (columns[2], wording.ROLE, "role")):
        with column:
            value = choose(view, label, name, {EVERY: view.say(words.ALL), **value_names(view, name)}, EVERY, "stretch")
        if value != EVERY:
            chosen = chosen.filter(pl.col(name) == value)
    return grouping, chosen


def value_names(view: View, column: str) -> dict[str, str]:
    """The values of a column of the competitions with their names in the visitor's language."""
    known = queries.values(view.published, column).iter_rows(named=True)
    return {row["value_zh"]: row[f"value_{view.language}"] for row in known}
