"""The answer as a chart: which kind, which columns, in which colours."""

from collections.abc import Mapping, Sequence

import polars as pl
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import format as formats
from dashboard import words
from dashboard.charts.query_result import COLOURS, Kind, drawn_rows, query_result
from dashboard.desk import naming
from dashboard.desk import words as wording
from dashboard.drawing import draw
from dashboard.page import View

NONE = "none"
KINDS: dict[str, Kind] = {"bar": "bar", "column": "column", "line": "line", "point": "point"}
FIELDS = ("desk_chart_x", "desk_chart_y", "desk_chart_colour")


def show(view: View, table: pl.DataFrame, names: Mapping[str, str]) -> None:
    """The choices and the chart that they make; no chart until a kind is chosen."""
    st.subheader(view.say(wording.CHART), anchor=False)
    numbers = [name for name, kind in table.schema.items() if kind.is_numeric()]
    if not numbers:
        st.caption(view.say(wording.NO_NUMBERS))
        return
    kinds = {code: view.say(label) for code, label in wording.CHART_KINDS.items()}
    with st.container(key="desk_chart"):
        columns = st.columns(4)
        with columns[0]:
            chosen = _choose(view, view.say(wording.CHART_KIND), "desk_chart_kind", kinds)
        if chosen not in KINDS:
            return
        x, y, colour = _fields(view, columns[1:], table, names, numbers)
    _draw(view, table, KINDS[chosen], (x, y, colour), names)


def _fields(
    view: View,
    columns: Sequence[DeltaGenerator],
    table: pl.DataFrame,
    names: Mapping[str, str],
    numbers: list[str],
) -> tuple[str, str, str | None]:
    """Names of the columns for x, y and colour; the first that is no number goes across, the first number up."""
    others = [name for name in table.columns if name not in numbers]
    across = [*others, *numbers]
    shown = {name: names[name] for name in table.columns}
    with columns[0]:
        x = _choose(view, view.say(wording.CHART_X), FIELDS[0], {name: shown[name] for name in across})
    up = [name for name in numbers if name != x] or numbers
    with columns[1]:
        y = _choose(view, view.say(wording.CHART_Y), FIELDS[1], {name: shown[name] for name in up})
    with columns[2]:
        offered = {NONE: view.say(wording.NO_COLOUR), **{f":{name}": shown[name] for name in others if name != x}}
        colour = _choose(view, view.say(wording.CHART_COLOUR), FIELDS[2], offered)
    return x, y, colour.removeprefix(":") if colour != NONE else None


def _choose(view: View, label: str, key: str, options: Mapping[str, str]) -> str:
    """A drop-down that falls back on its first option when the columns have changed."""
    kept = f"{key}_kept"
    if st.session_state.get(kept) not in options:
        st.session_state[kept] = next(iter(options))
    st.session_state[key] = st.session_state[kept]
    st.selectbox(
        label,
        list(options),
        format_func=lambda code: options.get(code, code),
        placeholder=view.say(words.CHOOSE),
        key=key,
        on_change=_remember,
        args=(key, kept),
    )
    return str(st.session_state[kept])


def _remember(key: str, kept: str) -> None:
    st.session_state[kept] = st.session_state[key]


def _draw(
    view: View, table: pl.DataFrame, kind: Kind, fields: tuple[str, str, str | None], names: Mapping[str, str]
) -> None:
    x, y, colour = fields
    if colour is not None and (count := table[colour].n_unique()) > len(COLOURS):
        st.warning(view.say(wording.TOO_MANY_COLOURS, name=names[colour], count=count, most=len(COLOURS)), icon="⚠️")
        return
    rows = drawn_rows(table, x, y, colour)
    if rows.is_empty():
        st.info(view.say(wording.NO_ROWS), icon="ℹ️")
        return
    if rows.height < table[y].drop_nulls().len():
        st.caption(view.say(wording.CHART_CUT, rows=formats.plain(rows.height)))
    titles = (names[x], names[y], names[colour] if colour else "")
    described = view.say(wording.CHART_ALT, kind=view.say(wording.CHART_KINDS[kind]), x=names[x], y=names[y])
    is_share = naming.form_of(y, table.schema[y]) == "share"
    draw("desk_drawn", query_result, rows, kind, titles, view.language, described, is_share=is_share)
