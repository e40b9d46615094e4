"""One sheet of a template: title, 截至日期, headings with notes, an example, drop-downs and rules."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from pipelines.ledger import Kind, Ledger
from pipelines.reading.own_sheets import PRODUCT
from pipelines.templates.examples import Example, example_of
from pipelines.templates.fields import Field, Known, fields_of
from pipelines.templates.notes import note_of
from pipelines.templates.validation import FIRST_DAY, LAST_DAY, fits_into_rule, validation_of

AS_OF_LABEL = "截至日期："
NUMBER_HEADING = "序号"
EXAMPLE_MARK = "示例"
TITLE_ROW, DATE_ROW, HEADING_ROW, EXAMPLE_ROW, FIRST_ROW = range(5)
_LAST_ROW = 1_048_575
_A4 = 9
_AS_OF_RULE = {
    "validate": "date",
    "criteria": "between",
    "minimum": FIRST_DAY,
    "maximum": LAST_DAY,
    "input_title": "截至日期",
    "input_message": "本表数据截至哪一天，如 2021-12-31",
    "error_title": "请核对",
    "error_message": "应为完整日期，如 2021-12-31",
}
_NOTE_WIDTH, _NOTE_LINE, _NOTE_CHARACTERS = 300, 17, 24


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """A sheet that is being written; ``fields`` stand in the columns after 序号, from ``first_row`` on."""

    worksheet: Any
    fields: list[Field]
    first_row: int = FIRST_ROW
    first_column: int = 1

    def column_of(self, name: str, *, is_name: bool = False) -> int:
        """The column (from 0) of a declared column, of a person that of the number or of the name."""
        places = {(field.column.name, field.is_name): place for place, field in enumerate(self.fields)}
        return self.first_column + places[name, is_name]


class Lists:
    """Choices that are too long for a rule: they stand in hidden columns of the first sheet."""

    def __init__(self, worksheet: Any, name: str, first_column: int) -> None:
        self._worksheet, self._name, self._column = worksheet, name, first_column
        self._placed: dict[tuple[str, ...], str] = {}

    def place(self, choices: tuple[str, ...]) -> str:
        """The cells that hold these choices, as a rule refers to them."""
        if choices not in self._placed:
            for row, choice in enumerate(choices):
                self._worksheet.write_string(row, self._column, choice)
            self._worksheet.set_column(self._column, self._column, None, None, {"hidden": True})
            cells = xl_range_abs(0, self._column, len(choices) - 1, self._column)
            self._placed[choices] = f"'{self._name}'!{cells}"
            self._column += 1
        return self._placed[choices]


class Looks:
    """The cell formats of a workbook."""

    def __init__(self, book: Any) -> None:
        heading = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        example = {"italic": True, "font_color": "#7F7F7F", "border": 1}
        self.title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
        self.title_left = book.add_format({"bold": True, "font_size": 16})
        self.label = book.add_format({"bold": True})
        self.input_day = book.add_format(
            {"num_format": "yyyy-mm-dd", "bg_color": "#FFF9DB", "border": 1, "align": "left"}
        )
        self.required = book.add_format({**heading, "bg_color": "#DCE6F1"})
        self.optional = book.add_format({**heading, "bg_color": "#F2F2F2", "bold": False})
        self.example = book.add_format(example)
        self.example_day = book.add_format({**example, "num_format": "yyyy-mm-dd", "align": "left"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
        self.text = book.add_format({"num_format": "@"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        self.money = book.add_format({"num_format": "#,##0.00"})

    def of_column(self, field: Field) -> Any:
        """The format of the cells to be filled in."""
        if field.is_text:
            return self.text
        return {Kind.DATE: self.day, Kind.MONEY: self.money}.get(field.column.kind)


def add_ledger_sheet(
    book: Any, looks: Looks, lists: Lists, ledger: Ledger, ledgers: Mapping[str, Ledger], department: str, known: Known
) -> LedgerSheet:
    """Adds the blank sheet of a ledger to a workbook that is being written."""
    sheet = LedgerSheet(book.add_worksheet(ledger.label.zh), fields_of(ledger, known))
    _write_head(sheet, looks, ledger, department)
    sheet.worksheet.write_string(HEADING_ROW, 0, NUMBER_HEADING, looks.optional)
    sheet.worksheet.write_string(EXAMPLE_ROW, 0, EXAMPLE_MARK, looks.example)
    for place, field in enumerate(sheet.fields, start=sheet.first_column):
        example = example_of(field, ledger, known)
        sheet.worksheet.set_column(place, place, _width(field), looks.of_column(field))
        sheet.worksheet.write_string(
            HEADING_ROW, place, field.heading, looks.required if field.column.required else looks.optional
        )
        _write_note(sheet.worksheet, place, note_of(field, example, ledger, ledgers))
        _write_example(sheet.worksheet, place, example, looks)
        listed = lists.place(field.choices) if field.choices and not fits_into_rule(field) else None
        if rule := validation_of(field, xl_rowcol_to_cell(FIRST_ROW, place), listed):
            sheet.worksheet.data_validation(FIRST_ROW, place, _LAST_ROW, place, rule)
    _set_up(sheet.worksheet)
    return sheet


def _write_head(sheet: LedgerSheet, looks: Looks, ledger: Ledger, department: str) -> None:
    worksheet = sheet.worksheet
    worksheet.set_row(TITLE_ROW, 30)
    worksheet.merge_range(TITLE_ROW, 0, TITLE_ROW, len(sheet.fields), ledger.label.zh, looks.title)
    worksheet.write_string(DATE_ROW, 0, AS_OF_LABEL, looks.label)
    worksheet.write_blank(DATE_ROW, 1, None, looks.input_day)
    worksheet.data_validation(DATE_ROW, 1, DATE_ROW, 1, _AS_OF_RULE)
    worksheet.write_string(DATE_ROW, 2, f"填报单位：{department}", looks.label)


def _write_note(worksheet: Any, column: int, text: str) -> None:
    lines = sum(1 + len(line) // _NOTE_CHARACTERS for line in text.splitlines()) + 1
    options = {"author": PRODUCT, "font_name": "宋体", "font_size": 9}
    worksheet.write_comment(HEADING_ROW, column, text, {**options, "width": _NOTE_WIDTH, "height": lines * _NOTE_LINE})


def _write_example(worksheet: Any, column: int, example: Example, looks: Looks) -> None:
    match example:
        case None:
            worksheet.write_blank(EXAMPLE_ROW, column, None, looks.example)
        case dt.date():
            worksheet.write_datetime(EXAMPLE_ROW, column, example, looks.example_day)
        case str():
            worksheet.write_string(EXAMPLE_ROW, column, example, looks.example)
        case _:
            worksheet.write_number(EXAMPLE_ROW, column, example, looks.example)


def _width(field: Field) -> int:
    """Wide enough for the heading and for what the column holds."""
    holds = {Kind.USCC: 22, Kind.PERSON: 12 if field.is_name else 22, Kind.DATE: 13, Kind.TEXT: 18}
    longest = max(map(len, field.choices), default=0)
    return min(max(2 * len(field.heading) + 2, holds.get(field.column.kind, 10), 2 * longest + 4), 40)


def _set_up(worksheet: Any) -> None:
    worksheet.set_column(0, 0, 11)
    worksheet.set_row(HEADING_ROW, 32)
    worksheet.freeze_panes(EXAMPLE_ROW, 2)
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(HEADING_ROW)
    worksheet.set_footer("&C第 &P 页，共 &N 页")
