"""Which chart a pivot can be drawn as, and the figures of it as the chart takes them."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard import address
from dashboard.charts.pivot_bars import pivot_bars
from dashboard.charts.pivot_heat import pivot_heat
from dashboard.charts.pivot_lines import MOST_SERIES, pivot_lines
from dashboard.charts.pivot_stacked import MOST_PARTS, pivot_stacked
from dashboard.drawing import draw
from dashboard.page import View
from dashboard.pivot import grid, numbers
from dashboard.pivot import words as wording
from dashboard.pivot.choosing import Chosen
from dashboard.pivot.measured import measured
from warehouse.desk.pivot.table import TOTAL, Cell, Table

CHART = "chart"
MOST_ROWS, MOST_COLUMNS = 40, 20


def possible(chosen: Chosen, table: Table) -> list[str]:
    """The charts that say something true of it, the most telling first.

    Parts are stacked only where a total is their sum, and lines drawn only over periods.
    """
    periods = [one.period is not None for one in chosen.axes]
    has_columns = bool(table.columns)
    mixed = _is_mixed(table)
    found: list[str] = []
    if any(periods) and not mixed and len(_series(chosen, table)) <= MOST_SERIES:
        found.append("lines")
    is_apart = not (len(periods) > 1 and periods[1] and chosen.subject.is_state)
    is_whole = not any(cell.is_withheld for cell in table.cells.values())
    adds_up = chosen.measure.is_additive and is_apart and is_whole and chosen.subject.time != "figures"
    if has_columns and adds_up and len(table.columns) <= MOST_PARTS and _is_positive(table):
        found.append("stacked")
    if has_columns and len(table.columns) <= MOST_COLUMNS:
        found.append("heat")
    if not mixed and (not has_columns or table.has_total_column):
        # they alone have a mark of what is compared
        found.insert(len(found) if chosen.choice.versus == "none" else "lines" in found, "bars")
    return found


def show(view: View, chosen: Chosen, table: Table, title: str) -> None:
    """The switch between the charts, and the chart; nothing where none says anything."""
    charts = possible(chosen, table)
    if not charts:
        return
    names = {name: view.say(wording.CHARTS[name]) for name in charts}
    # what is drawn unless somebody chooses follows the pivot, and is not remembered as a choice
    (code, *_) = address.chosen_several(CHART, charts, charts[:1]).values
    if len(charts) > 1:
        st.radio(
            view.say(wording.CHART),
            charts,
            format_func=lambda one: names[one],
            horizontal=True,
            key=_widget(code),
            on_change=address.remember,
            args=(CHART,),
        )
    if len(table.rows) > MOST_ROWS and code != "lines":
        st.caption(view.say(wording.CHART_CUT, shown=MOST_ROWS, count=len(table.rows)))
    mark = {"bars": wording.COMPARED_MARK, "lines": wording.COMPARED_LINE}.get(code)
    if mark and chosen.choice.versus != "none":
        st.caption(view.say(mark, compared=view.say(wording.COMPARED[chosen.choice.versus])))
    _draw(view, chosen, table, code, view.say(wording.CHART_ALT, title=title, chart=names[code]))


def _widget(code: str) -> str:
    key = f"{CHART}_widget"
    st.session_state[key] = code
    return key


def _draw(view: View, chosen: Chosen, table: Table, code: str, description: str) -> None:
    language = view.language
    short = table.limited(MOST_ROWS, MOST_COLUMNS)
    rows = [grid.name(view, chosen, 0, row) for row in short.rows]
    columns = [grid.name(view, chosen, 1, column) for column in short.columns]
    match code:
        case "lines":
            periods, series, points = _points(view, chosen, table)
            draw("pivot_chart", pivot_lines, points, periods, series, _kind(chosen, table), language, description)
        case "stacked":
            draw("pivot_chart", pivot_stacked, _fields(view, chosen, short), rows, columns, language, description)
        case "heat":
            draw("pivot_chart", pivot_heat, _fields(view, chosen, short), rows, columns, language, description)
        case _:
            draw("pivot_chart", pivot_bars, _bars(view, chosen, short), language, description)


def _bars(view: View, chosen: Chosen, table: Table) -> pl.DataFrame:
    unit = chosen.measure.unit.zh
    cells = [table.cell(row, TOTAL) for row in table.rows]
    is_compared = chosen.choice.versus != "none"
    return pl.DataFrame(
        {
            "name": [grid.name(view, chosen, 0, row, grid.units_of(chosen, table, 0)) for row in table.rows],
            "value": [cell.value for cell in cells],
            "text": [numbers.value(view, cell, unit) for cell in cells],
            "compared": [cell.compared if is_compared else None for cell in cells],
            "compared_text": [numbers.compared(view, cell, unit) if is_compared else "" for cell in cells],
        },
        schema={
            "name": pl.String,
            "value": pl.Float64,
            "text": pl.String,
            "compared": pl.Float64,
            "compared_text": pl.String,
        },
        strict=False,
    )


def _fields(view: View, chosen: Chosen, table: Table) -> pl.DataFrame:
    """row, part and column (the same), value, text, strength: between nothing and the strongest, of rates between the
    lowest and the highest; in its own column where units differ."""
    unit = chosen.measure.unit.zh
    apart = _is_mixed(table)
    ends = {column: _ends(table, [column] if apart else table.columns, unit) for column in table.columns}
    lines = []
    for row in table.rows:
        for column in table.columns:
            cell = table.cell(row, column)
            name = grid.name(view, chosen, 1, column)
            strength = _strength(cell, *ends[column])
            lines.append((grid.name(view, chosen, 0, row), name, name, cell.value, _brief(view, cell, unit), strength))
    schema = {"row": pl.String, "part": pl.String, "column": pl.String, "value": pl.Float64, "text": pl.String}
    return pl.DataFrame(lines, schema={**schema, "strength": pl.Float64}, orient="row", strict=False)


def _brief(view: View, cell: Cell, unit: str) -> str:
    """Nothing, where nothing is counted: fields without words are easier to read over."""
    return "" if cell.value is None and not cell.is_withheld else numbers.value(view, cell, unit)


def _ends(table: Table, columns: Sequence[str], unit: str) -> tuple[float, float]:
    cells = [table.cell(row, column) for row in table.rows for column in columns]
    values = [float(cell.value) for cell in cells if cell.value is not None]
    are_rates = any(numbers.is_rate(cell, unit) for cell in cells)
    low, high = (min(values, default=0.0) if are_rates else 0.0), max(values, default=0.0)
    # the lowest rate is pale and not blank
    return low - (high - low) / 4, high


def _strength(cell: Cell, low: float, high: float) -> float | None:
    if cell.value is None:
        return None
    return min(max((float(cell.value) - low) / (high - low), 0.0), 1.0) if high > low else 0.5


def _series(chosen: Chosen, table: Table) -> tuple[str | None, ...]:
    """What stands against the periods: the other axis, or the total where there is none."""
    if not table.columns:
        return (TOTAL,)
    return table.columns if chosen.axes[0].period else table.rows


def _points(view: View, chosen: Chosen, table: Table) -> tuple[list[str], list[str], pl.DataFrame]:
    across = 0 if chosen.axes[0].period else 1
    periods = list(table.rows if across == 0 else table.columns)
    series = _series(chosen, table)
    unit, is_last_year = chosen.measure.unit.zh, chosen.choice.versus != "none"
    lines = []
    names = [measured(view, chosen) if one is TOTAL else grid.name(view, chosen, 1 - across, one) for one in series]
    for one, name in zip(series, names, strict=True):
        for period in periods:
            cell = table.cell(period, one) if across == 0 else table.cell(one, period)
            compared = cell.compared if is_last_year else None
            lines.append((period, name, cell.value, compared, numbers.value(view, cell, unit)))
    schema = {"period": pl.String, "series": pl.String, "value": pl.Float64, "compared": pl.Float64, "text": pl.String}
    return periods, names, pl.DataFrame(lines, schema=schema, orient="row", strict=False)


def _kind(chosen: Chosen, table: Table) -> str:
    units = {cell.unit for cell in table.cells.values() if cell.unit}
    if "%" in units or chosen.measure.is_rate:
        return "ratio"
    return "count" if chosen.measure.how in ("count", "distinct") else "amount"


def _is_mixed(table: Table) -> bool:
    """Whether figures of different units stand in it."""
    return len({cell.unit for cell in table.cells.values()}) > 1


def _is_positive(table: Table) -> bool:
    return all(cell.value is None or cell.value >= 0 for cell in table.cells.values())
