"""Choices of one page: drop-downs whose codes stand in the address, and the rows that they leave."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl
import streamlit as st

from dashboard import address, heading, words
from dashboard.address import WidthWithoutContent
from dashboard.page import View
from warehouse.language import Label


def choose(
    view: View, label: Label, name: str, names: Mapping[str, str], default: str, width: WidthWithoutContent = 420
) -> str:
    """The chosen code of ``names`` (code → what is shown); an unknown one of a link is said and replaced.

    Nothing is offered where there is only one.
    """
    choice = address.chosen(name, list(names), default)
    if choice.invalid:
        heading.warn([heading.Invalid(words.UNKNOWN_CHOICE, choice.invalid, names[choice.value])], view.language)
    if len(names) > 1:
        address.drop_down(view.say(label), name, names, view.say(words.CHOOSE), width=width)
    return choice.value


EVERY = "all"


@dataclass(frozen=True, slots=True)
class Field:
    """A column that rows can be chosen by: its label, its name in the address, and what may be chosen, by code."""

    label: Label
    name: str
    column: str
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The rows that were chosen; what each field was chosen as, in words and in codes, by its name in the address."""

    rows: pl.DataFrame
    said: Mapping[str, str]
    codes: Mapping[str, str]


def narrow(view: View, rows: pl.DataFrame, *fields: Field) -> Narrowed:
    """A drop-down for each field, side by side, and what they leave of ``rows``; everything unless one is chosen."""
    said, codes = {}, {}
    every = view.say(words.ALL)
    for place, field in zip(st.columns(len(fields)), fields, strict=True):
        with place:
            code = choose(view, field.label, field.name, {EVERY: every, **field.options}, EVERY, width="stretch")
        codes[field.name] = code
        said[field.name] = field.options.get(code, every)
        rows = rows if code == EVERY else rows.filter(pl.col(field.column) == code)
    return Narrowed(rows, said, codes)
