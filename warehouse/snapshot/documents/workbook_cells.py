"""How the monthly workbook writes its cells: numbers as numbers of their kind, all else as text that stays it."""

from collections.abc import Sequence
from typing import Any

from warehouse.report.figure import Figure
from warehouse.report.sentences import YUAN
from warehouse.snapshot.documents.wording import value_cell
from warehouse.spreadsheet_text import text_style, write_text

FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
INK, QUIET, BLUE, HEAD, RULE = "#1F2933", "#52606D", "#1F5FA8", "#EDF0F3", "#CBD2D9"
LIGHT_COLOURS = {"green": BLUE, "amber": "#8A5C00", "red": "#B3261E", "grey": QUIET}
RATE, MONEY, MONEY_IN_WAN, COUNT, NUMBER = "0.00%", "#,##0.00", r'0\.0,"万元"', "#,##0", "#,##0.00"
POINTS = '+0.0"个百分点";-0.0"个百分点";0"个百分点"'
PER_CENT = "+0.0%;-0.0%;0%"
HEADING_HEIGHT = 30
HEADING, FIRST = 2, 3
"""The row of a sheet's headings, and the first below them."""


class Looks:
    """The formats of one workbook; those of numbers are made when they are first needed."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._numbers: dict[str, Any] = {}
        cell = {**FONT, "bottom": 1, "bottom_color": RULE}
        self.title = text_style(book, **{**FONT, "font_size": 18, "bold": True, "font_color": BLUE})
        self.scope = text_style(book, **{**FONT, "font_color": QUIET})
        self.section = text_style(book, **{**FONT, "font_size": 12, "bold": True})
        self.note = text_style(book, **FONT, text_wrap=True)
        self.head = text_style(book, **FONT, bold=True, bg_color=HEAD, text_wrap=True, align="center")
        self.text = text_style(book, **cell, indent=1)
        self.wrapped = text_style(book, **{**cell, "valign": "top"}, text_wrap=True)
        self.words = text_style(book, **{**cell, "font_color": QUIET, "font_size": 9}, align="right", shrink=True)
        self.lights = {
            light: text_style(book, **cell, indent=1, bold=light != "grey", font_color=colour)
            for light, colour in LIGHT_COLOURS.items()
        }

    def number(self, form: str) -> Any:
        """A cell of numbers in a format."""
        if form not in self._numbers:
            properties = {**FONT, "bottom": 1, "bottom_color": RULE, "num_format": form}
            self._numbers[form] = self._book.add_format(properties)
        return self._numbers[form]


def number_form(figure: Figure) -> str:
    """The format of the figure's value, last year's and its target."""
    if figure.is_ratio:
        return RATE
    if figure.unit.zh == YUAN:
        return MONEY
    return COUNT if figure.kind == "count" else NUMBER


def change_form(figure: Figure) -> str:
    """The format of the change that :func:`change_number` gives."""
    return POINTS if figure.is_ratio else PER_CENT


def change_number(figure: Figure) -> float | None:
    """The change on a year before: percentage points as they are called, else a fraction; None where not compared."""
    if figure.yoy is None or not figure.is_complete:
        return None
    return figure.yoy * 100 if figure.is_ratio else figure.yoy


def write_number(sheet: Any, row: int, column: int, number: float | None, form: str, looks: Looks) -> None:
    """A number, an empty cell for None."""
    if number is None:
        sheet.write_blank(row, column, None, looks.number(form))
    else:
        sheet.write_number(row, column, number, looks.number(form))


def write_value(sheet: Any, row: int, column: int, figure: Figure, looks: Looks) -> None:
    """The figure, or in words why there is none."""
    if figure.value is None:
        write_text(sheet, row, column, value_cell(figure), looks.words)
    else:
        write_number(sheet, row, column, figure.value, number_form(figure), looks)


def begin(sheet: Any, title: str, scope: str, heads: Sequence[tuple[str, float]], looks: Looks, names: int = 1) -> None:
    """Title, scope and headings of a sheet in rows 0 to 2, widths, and panes frozen below and beside the names."""
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING)
    sheet.freeze_panes(FIRST, names)
    write_text(sheet, 0, 0, title, looks.title)
    write_text(sheet, 1, 0, scope, looks.scope)
    sheet.set_row(0, HEADING_HEIGHT)
    sheet.set_row(HEADING, HEADING_HEIGHT)
    for column, (heading, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        if heading:
            write_text(sheet, HEADING, column, heading, looks.head)
