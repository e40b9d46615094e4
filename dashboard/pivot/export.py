"""What leaves the page: the pivot as a workbook."""

from collections.abc import Sequence
from datetime import datetime

from dashboard import format as formats
from dashboard.download import XLSX, download
from dashboard.page import View
from dashboard.pivot import grid, numbers
from dashboard.pivot import words as wording
from dashboard.pivot.choosing import Chosen
from dashboard.pivot.measured import measured
from dashboard.pivot.workbook import Number, Sheet, workbook
from warehouse.desk.pivot.sql_text import Query
from warehouse.desk.pivot.table import TOTAL, Cell, Table


def button(view: View, chosen: Chosen, table: Table, query: Query, told: Sequence[tuple[str, str]], title: str) -> None:
    """The download; ``told`` is what the second sheet says beside the time and the SQL."""

    def made() -> bytes:
        at = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        said = {name: view.say(label) for name, label in wording.ABOUT.items()}
        about = [*told, (said["at"], at), (said["sql"], query.written_out)]
        return workbook(sheet(view, chosen, table, title), view.say(wording.ABOUT_SHEET), about, view.as_of)

    choice = chosen.choice
    kept = {f"only_{name}": "、".join(values) for name, values in choice.kept.items()}
    download(
        view,
        view.say(wording.DOWNLOAD),
        made,
        view.say(
            wording.FILE_NAME, subject=view.say(chosen.subject.label), as_of=formats.as_of_code(choice.span.until)
        ),
        XLSX,
        key="pivot",
        filters={
            "subject": chosen.subject.id,
            "rows": choice.rows,
            "columns": choice.columns,
            "measure": choice.measure,
            **kept,
        },
    )


def sheet(view: View, chosen: Chosen, table: Table, title: str) -> Sheet:
    """The whole table, also what the page leaves out."""
    rows, columns = grid.lines(table)
    shown = grid.parts(view, chosen, table)
    of_rows, of_columns = grid.units_of(chosen, table, 0), grid.units_of(chosen, table, 1)
    heads = [
        grid.name(view, chosen, 1, column, of_columns) if table.columns else measured(view, chosen)
        for column in columns
    ]
    return Sheet(
        name=view.say(wording.SHEET),
        title=title,
        corner=view.say(chosen.axes[0].label),
        heads=tuple(heads),
        parts=tuple(part.heading for part in shown),
        rows=tuple(
            (
                grid.name(view, chosen, 0, row, of_rows),
                tuple(number(view, chosen, table.cell(row, column), part.id) for column in columns for part in shown),
            )
            for row in rows
        ),
        has_total=bool(rows) and rows[-1] is TOTAL,
    )


def number(view: View, chosen: Chosen, cell: Cell, part: str) -> Number:
    """One figure as a number; a difference of rates in per cent points is a per cent too."""
    is_rate = numbers.is_rate(cell, chosen.measure.unit.zh)
    instead = grid.text_of(view, chosen, cell, part)
    if part == "value":
        return Number(cell.value, is_rate, instead)
    if part == "compared":
        return Number(cell.compared, is_rate, instead)
    if part == "change":
        return Number(cell.change, is_rate, instead)
    if is_rate:
        return Number(None, is_rate=True)
    if chosen.choice.versus == "target":
        is_known = cell.value is not None and cell.compared
        return Number(float(cell.value or 0) / float(cell.compared or 1) if is_known else None, True, instead)
    return Number(cell.relative_change, True, instead)
