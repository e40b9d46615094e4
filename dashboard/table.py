"""A table whose sentences wrap, in plain HTML: the grid of Streamlit cuts them off and speaks English."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard.lights import LIGHTS

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


def html_table(columns: Sequence[TableColumn], rows: Iterable[Mapping[str, object]], caption: str) -> str:
    """The table as HTML, every text escaped; None is an empty cell."""
    heads = "".join(f'<th scope="col"{_align(column)}>{escape(column.heading)}</th>' for column in columns)
    body = "".join(
        f"<tr>{''.join(f'<td{_align(column)}>{_text(row.get(column.key))}</td>' for column in columns)}</tr>"
        for row in rows
    )
    return (
        '<div class="table-frame" tabindex="0"><table class="plain-table">'
        f'<caption class="sr-only">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def show_table(columns: Sequence[TableColumn], rows: Iterable[Mapping[str, object]], caption: str) -> None:
    """Puts the table on the page; ``caption`` is read by screen readers."""
    st.html(html_table(columns, rows, caption))


def _align(column: TableColumn) -> str:
    if column.is_number:
        return ' class="number"'
    return ' class="sentence"' if column.is_sentence else ""


def _text(value: object) -> str:
    """Escaped; a state, which begins with a shape, is also coloured."""
    if value is None:
        return ""
    if isinstance(value, Link):
        return f'<a href="{escape(value.address)}">{escape(value.text)}</a>'
    text = escape(str(value))
    tone = TONES.get(text[:1])
    return f'<span class="light light-{tone}">{text}</span>' if tone else text
