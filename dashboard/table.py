"""A table whose sentences wrap, in plain HTML: the grid of Streamlit cuts them off and speaks English."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard.lights import LIGHTS

STACKED = "stacked"
"""The kind of a table with many columns: a phone shows each row as a block, its headings beside its cells."""
TONES = {light.shape: name for name, light in LIGHTS.items()}


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: the key of its values, its heading, whether it holds numbers (to the right) or sentences (wider)."""

    key: str
    heading: str
    is_number: bool = False
    is_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to another page; ``address`` as of :func:`dashboard.address.link`."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Toned:
    """A cell that is ``good`` or ``bad``, as :func:`dashboard.figure.change` says; else it is like any other."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A long cell: its beginning, which opens all of it, line by line."""

    beginning: str
    lines: Sequence[str]


def html_table(
    columns: Sequence[TableColumn], rows: Iterable[Mapping[str, object]], caption: str, kind: str = ""
) -> str:
    """The table as HTML, every text escaped; None is an empty cell. ``kind`` is a class of the style sheet."""
    heads = "".join(f'<th scope="col"{_align(column)}>{escape(column.heading)}</th>' for column in columns)
    starts = {column.key: f"<td{_align(column)}{_label(column) if kind else ''}>" for column in columns}
    body = "".join(
        f"<tr>{''.join(f'{start}{_text(row.get(key))}</td>' for key, start in starts.items())}</tr>" for row in rows
    )
    return (
        '<div class="table-frame" tabindex="0">'
        f'<table class="{" ".join(filter(None, ("plain-table", kind)))}">'
        f'<caption class="sr-only">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def show_table(
    columns: Sequence[TableColumn], rows: Iterable[Mapping[str, object]], caption: str, kind: str = ""
) -> None:
    """Puts the table on the page; ``caption`` is read by screen readers."""
    st.html(html_table(columns, rows, caption, kind))


def _align(column: TableColumn) -> str:
    if column.is_number:
        return ' class="number"'
    return ' class="sentence"' if column.is_sentence else ""


def _label(column: TableColumn) -> str:
    """The heading beside each cell, for where rows are shown as blocks."""
    return f' data-label="{escape(column.heading)}"'


def _text(value: object) -> str:
    """Escaped; a state, which begins with a shape, is also coloured."""
    if value is None:
        return ""
    if isinstance(value, Link):
        return f'<a href="{escape(value.address)}">{escape(value.text)}</a>'
    if isinstance(value, Toned):
        return f'<span class="change-{escape(value.tone)}">{escape(value.text)}</span>'
    if isinstance(value, Folded):
        lines = "<br>".join(escape(line) for line in value.lines)
        return f"<details><summary>{escape(value.beginning)}</summary>{lines}</details>"
    text = escape(str(value))
    tone = TONES.get(text[:1])
    return f'<span class="light light-{tone}">{text}</span>' if tone else text
