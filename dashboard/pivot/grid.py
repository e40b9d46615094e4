"""The table of a pivot: rows against columns with their totals and, where it is compared, the comparison beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard.page import View
from dashboard.pivot import numbers
from dashboard.pivot import words as wording
from dashboard.pivot.choosing import Chosen
from dashboard.pivot.measured import measured
from warehouse.desk.pivot.table import TOTAL, Cell, Table

MOST_ROWS, MOST_COLUMNS = 200, 30
"""What the page shows; the workbook has everything."""
Line = str | None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the figures that stand beside one another in a cell: its id and heading."""

    id: str
    heading: str


def parts(view: View, chosen: Chosen, table: Table) -> tuple[Part, ...]:
    """The figure alone, or with what it is compared with, the change and its rate."""
    versus = chosen.choice.versus
    if versus == "none":
        return (Part("value", view.say(wording.NOW)),)
    found = [
        Part("value", view.say(wording.NOW)),
        Part("compared", view.say(wording.COMPARED[versus])),
        Part("change", view.say(wording.CHANGES[versus])),
    ]
    # a change of a rate is in points, which have no rate of their own
    if any(not numbers.is_rate(cell, chosen.measure.unit.zh) for cell in table.cells.values()):
        found.append(Part("rate", view.say(wording.RATES[versus])))
    return tuple(found)


def lines(table: Table) -> tuple[list[Line], list[Line]]:
    """Rows and columns with their totals at the end; without columns there is one, the total."""
    rows: list[Line] = [*table.rows, *([TOTAL] if table.has_total_row else [])]
    columns: list[Line] = [*table.columns, *([TOTAL] if table.has_total_column or not table.columns else [])]
    return rows, columns


def show(view: View, chosen: Chosen, table: Table, caption: str) -> None:
    """Puts the table on the page, and says what it leaves out."""
    if len(table.rows) > MOST_ROWS:
        st.caption(view.say(wording.MORE_ROWS, shown=MOST_ROWS, count=len(table.rows)))
    if len(table.columns) > MOST_COLUMNS:
        st.caption(view.say(wording.MORE_COLUMNS, shown=MOST_COLUMNS, count=len(table.columns)))
    short = table.limited(MOST_ROWS, MOST_COLUMNS)
    st.html(html(view, chosen, short, caption))


def html(view: View, chosen: Chosen, table: Table, caption: str) -> str:
    """The table as HTML, every text escaped."""
    rows, columns = lines(table)
    shown = parts(view, chosen, table)
    body = "".join(_row(view, chosen, table, row, columns, shown) for row in rows)
    return (
        '<div class="table-frame" tabindex="0"><table class="plain-table pivot-table">'
        f'<caption class="sr-only">{escape(caption)}</caption>'
        f"<thead>{_head(view, chosen, table, columns, shown)}</thead><tbody>{body}</tbody></table></div>"
    )


def name(view: View, chosen: Chosen, axis: int, word: Line, units: Mapping[str, str] | None = None) -> str:
    """What a row (axis 0) or column (axis 1) is called; an indicator with its unit."""
    if word is TOTAL:
        return view.say(wording.TOTAL)
    said = chosen.names.say(chosen.axes[axis], word)
    unit = (units or {}).get(word)
    return view.say(wording.MEASURE_UNIT, measure=said, unit=unit) if unit else said


def units_of(chosen: Chosen, table: Table, axis: int) -> dict[str, str]:
    """The units of indicators that stand in rows or columns, by their words."""
    if axis >= len(chosen.axes) or chosen.subject.time != "figures" or chosen.axes[axis].id != "indicator":
        return {}
    return {
        key[axis] or "": chosen.names.unit(cell.unit) for key, cell in table.cells.items() if key[axis] is not TOTAL
    }


def _head(view: View, chosen: Chosen, table: Table, columns: Sequence[Line], shown: Sequence[Part]) -> str:
    corner = escape(view.say(chosen.axes[0].label))
    units = units_of(chosen, table, 1)
    of_columns = [
        name(view, chosen, 1, column, units) if table.columns else measured(view, chosen) for column in columns
    ]
    if len(shown) == 1:
        heads = "".join(f'<th scope="col" class="number">{escape(text)}</th>' for text in of_columns)
        return f'<tr><th scope="col">{corner}</th>{heads}</tr>'
    upper = "".join(f'<th scope="colgroup" colspan="{len(shown)}">{escape(text)}</th>' for text in of_columns)
    lower = "".join(f'<th scope="col" class="number">{escape(part.heading)}</th>' for _ in columns for part in shown)
    return f'<tr><th scope="col" rowspan="2">{corner}</th>{upper}</tr><tr class="second">{lower}</tr>'


def _row(view: View, chosen: Chosen, table: Table, row: Line, columns: Sequence[Line], shown: Sequence[Part]) -> str:
    text = escape(name(view, chosen, 0, row, units_of(chosen, table, 0)))
    cells = "".join(
        f'<td class="number{" total" if column is TOTAL and table.columns else ""}">'
        f"{escape(text_of(view, chosen, table.cell(row, column), part.id))}</td>"
        for column in columns
        for part in shown
    )
    return f'<tr{" class=total" if row is TOTAL else ""}><th scope="row">{text}</th>{cells}</tr>'


def text_of(view: View, chosen: Chosen, cell: Cell, part: str) -> str:
    """One figure of a cell in words."""
    unit = chosen.measure.unit.zh
    if part == "value":
        return numbers.value(view, cell, unit)
    if part == "compared":
        return numbers.compared(view, cell, unit)
    if part == "change":
        return numbers.change(view, cell, unit)
    return "" if numbers.is_rate(cell, unit) else numbers.rate(cell, chosen.choice.versus)
