"""How a result is shown: what its columns are called, and in which form their values are read."""

import re
from collections.abc import Mapping
from typing import Any, Literal

import polars as pl
import streamlit as st

from warehouse.language import Label, Language

Form = Literal["share", "whole", "year", "number", "day", "time", "yes_no", "text"]
MOST_EXACT = 2**53
"""Whole numbers beyond it are not exact in a browser."""


def names_of(columns: list[str], labels: Mapping[str, Label], language: Language) -> dict[str, str]:
    """What each column is called: its label where it is known, else its own name; none twice."""
    named = {name: labels[name].in_language(language) if name in labels else name for name in columns}
    shown = list(named.values())
    return {
        name: f"{said}（{name}）" if shown.count(said) > 1 and said != name else said for name, said in named.items()
    }


def form_of(name: str, kind: pl.DataType) -> Form:
    """The form of a column by its type and the end of its name: a share or rate is a fraction."""
    if kind.is_numeric():
        return _form_of_number(name, is_whole=kind.is_integer())
    others: dict[type[pl.DataType], Form] = {pl.Date: "day", pl.Datetime: "time", pl.Boolean: "yes_no"}
    return others.get(type(kind), "text")


def _form_of_number(name: str, *, is_whole: bool) -> Form:
    if is_whole:
        return "year" if re.search(r"(^|_)(?<!last_)(year|number|position|row)(_[0-9]+)?$", name) else "whole"
    return "share" if re.search(r"(^|_)(rate|share)(_[0-9]+)?$", name) else "number"


def for_grid(table: pl.DataFrame) -> pl.DataFrame:
    """The table as the grid takes it: decimals as numbers, whole numbers too long to be exact there as text."""
    changed = []
    for name, kind in table.schema.items():
        if isinstance(kind, pl.Decimal):
            changed.append(pl.col(name).cast(pl.Float64))
        elif kind.is_integer() and _is_long(table[name]):
            changed.append(pl.col(name).cast(pl.String))
    return table.with_columns(changed)


def _is_long(series: pl.Series) -> bool:
    largest = series.cast(pl.Int128).abs().max()
    return largest is not None and int(str(largest)) > MOST_EXACT


def columns_of_grid(table: pl.DataFrame, names: Mapping[str, str]) -> dict[str, Any]:
    """The grid's columns with their names and forms."""
    return {name: _column(names[name], form_of(name, kind)) for name, kind in table.schema.items()}


def _column(name: str, form: Form) -> Any:
    config = st.column_config
    if form == "day":
        return config.DateColumn(name, format="YYYY-MM-DD")
    if form == "time":
        return config.DatetimeColumn(name, format="YYYY-MM-DD HH:mm:ss")
    if form == "yes_no":
        return config.CheckboxColumn(name)
    if form == "text":
        return config.TextColumn(name)
    formats = {"share": "percent", "year": "%d", "whole": "localized", "number": "localized"}
    return config.NumberColumn(name, format=formats[form])
