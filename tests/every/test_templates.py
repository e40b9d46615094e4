"""What holds for the template of every declared ledger."""

import datetime as dt
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from pipelines.ledger import Kind, Ledger
from pipelines.reading.own_sheets import INSTRUCTIONS
from pipelines.reading.read import read_file
from pipelines.reading.sheet_reading import ReadingSettings, SheetReading
from pipelines.registry import ledgers
from pipelines.sample.organisation import Row
from pipelines.sample.sheet import IDENTITY, Entry, Look, Sheet, slots_of
from pipelines.sample.showing import shown
from pipelines.sample.writing import AS_TEXT, lay_out, write_workbook
from pipelines.templates.fields import Known
from pipelines.templates.ledger_sheet import EXAMPLE_ROW, LedgerSheet
from pipelines.templates.validation import fits_into_rule
from pipelines.templates.write import DEFAULTS, add_sheets
from tests.sample_county import rows_of, sample_county
from warehouse.figures.catalogue import indicators

SETTINGS = ReadingSettings(person_key_secret=b"0123456789abcdef0123456789abcdef", county_code="530499")
KNOWN = Known("530499", ("青禾街道", "石桥镇"), {id_: entry.label.zh for id_, entry in indicators().items()})
SHOWN_ROWS = 15
every_ledger = pytest.mark.parametrize("ledger", ledgers().values(), ids=ledgers().keys())


class Filled:
    """A template that somebody fills in."""

    def __init__(self, path: Path, ledger: Ledger, known: Known = KNOWN) -> None:
        self.path = path
        self.book = xlsxwriter.Workbook(str(path), AS_TEXT)
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd"})
        self.sheet: LedgerSheet = add_sheets(self.book, "某部", [ledger], DEFAULTS, ledgers(), known)[ledger.id]
        self.ledger = ledger

    def write(self, row: int, column: int, cell: Any) -> None:
        match cell:
            case dt.date():
                self.sheet.worksheet.write_datetime(row, column, cell, self.day)
            case str():
                self.sheet.worksheet.write_string(row, column, cell)
            case int() | float():
                self.sheet.worksheet.write_number(row, column, cell)

    def fill(self, rows: tuple[Row, ...]) -> "Filled":
        for number, row in enumerate(rows):
            for slot, column in slots_of(self.ledger).items():
                is_name = column.kind is Kind.PERSON and slot != IDENTITY
                cell = shown(slot, column, row.get(column.name), Look(), number, is_csv=False)
                self.write(self.sheet.first_row + number, self.sheet.column_of(column.name, is_name=is_name), cell)
        return self

    def read(self) -> SheetReading:
        self.book.close()
        (reading,) = read_file(self.path, self.path.name, ledgers(), SETTINGS)
        return reading


def said(reading: SheetReading) -> list[tuple[object, ...]]:
    return reading.problems.select("row", "column", "value", "rule").rows()


@every_ledger
def test_a_blank_template_is_its_ledger_without_rows_and_without_problems(ledger: Ledger, tmp_path: Path) -> None:
    reading = Filled(tmp_path / "模板.xlsx", ledger).read()
    assert (reading.ledger, reading.accepted, len(reading.rows), said(reading)) == (ledger.id, True, 0, [])
    assert reading.skipped == {"title": 2, "heading": 1, "example": 1}
    assert reading.stated_date is None, "a blank template delivers nothing"
    assert reading.positions.keys() == ledger.schema.keys(), "every column is there and known"


@every_ledger
def test_a_template_with_a_date_and_no_rows_is_a_zero_report(ledger: Ledger, tmp_path: Path) -> None:
    template = Filled(tmp_path / "模板.xlsx", ledger)
    template.write(1, 1, dt.date(2021, 12, 31))
    reading = template.read()
    assert (reading.stated_date, len(reading.rows), said(reading)) == (dt.date(2021, 12, 31), 0, [])


@every_ledger
def test_a_filled_template_reads_as_the_same_rows_in_a_plain_sheet(ledger: Ledger, tmp_path: Path) -> None:
    day, rows = sample_county().place.last_day, rows_of(ledger.id)[:SHOWN_ROWS]
    template = Filled(tmp_path / "模板.xlsx", ledger).fill(rows)
    template.write(1, 1, day)
    filled = template.read()
    plain_sheet = Sheet(ledger.label.zh, ledger.id, [Entry(row) for row in rows], day)
    write_workbook(tmp_path / "plain.xlsx", {ledger.label.zh: lay_out(plain_sheet)}, day)
    (plain,) = read_file(tmp_path / "plain.xlsx", "plain.xlsx", ledgers(), SETTINGS)
    assert said(filled) == []
    assert len(filled.rows) == len(rows) > 0
    assert filled.rows.drop("row").equals(plain.rows.drop("row"))
    assert filled.stated_date == plain.stated_date


@every_ledger
def test_the_example_is_a_row_that_could_be_handed_in(ledger: Ledger, tmp_path: Path) -> None:
    """With a number in place of the word, the example row is data like any other."""
    template = Filled(tmp_path / "模板.xlsx", ledger)
    template.sheet.worksheet.write_number(EXAMPLE_ROW, 0, 1)
    reading = template.read()
    assert (len(reading.rows), said(reading)) == (1, [])
    required = [column.stored_name for column in ledger.columns if column.required]
    assert reading.rows.select(pl.col(required).is_not_null()).row(0) == (True,) * len(required)


@every_ledger
def test_every_column_has_a_note_and_what_can_be_chosen_is_offered(ledger: Ledger, tmp_path: Path) -> None:
    template = Filled(tmp_path / "模板.xlsx", ledger)
    template.book.close()
    comments, sheet = parts(template.path)
    notes = comments.split("<comment ")[1:]
    assert len(notes) == len(template.sheet.fields)
    for field, note in zip(template.sheet.fields, notes, strict=True):
        assert field.heading in note
        assert ("必填" in note) == field.column.required, field.heading
    for field in template.sheet.fields:
        if field.choices and fits_into_rule(field):
            assert f'<formula1>"{",".join(field.choices)}"</formula1>' in sheet, field.heading
        elif field.choices:
            assert f"<formula1>'{INSTRUCTIONS}'!$" in sheet, field.heading
    chosen = {field.column.name: field.choices for field in template.sheet.fields}
    for column in ledger.columns:
        assert not column.values or chosen[column.name] == tuple(value.zh for value in column.values)
        assert (chosen[column.name] == ("是", "否")) == (column.kind is Kind.BOOL)


@every_ledger
def test_numbers_that_are_codes_are_formatted_as_text(ledger: Ledger, tmp_path: Path) -> None:
    template = Filled(tmp_path / "模板.xlsx", ledger)
    as_text = {field.column.name for field in template.sheet.fields if field.is_text}
    template.book.close()
    codes = {
        column.name
        for column in ledger.columns
        if column.kind in (Kind.PERSON, Kind.USCC, Kind.MONTH, Kind.TOWN)
        or (column.kind is Kind.TEXT and column.heading.zh.endswith(("编号", "编码", "代码")))
    }
    assert codes <= as_text
    measures = (Kind.INT, Kind.NUMBER, Kind.MONEY, Kind.DATE, Kind.YEAR)
    assert [column.name for column in ledger.columns if column.kind in measures and column.name in as_text] == []


@every_ledger
def test_the_name_of_a_ledger_can_be_the_name_of_its_sheet(ledger: Ledger) -> None:
    assert len(ledger.label.zh) <= 31
    assert set("[]:*?/\\'").isdisjoint(ledger.label.zh)


def parts(path: Path) -> tuple[str, str]:
    """The comments and the sheet of the ledger."""
    with zipfile.ZipFile(path) as archive:
        contents: Mapping[str, str] = {
            name: archive.read(name).decode() for name in ("xl/comments1.xml", "xl/worksheets/sheet2.xml")
        }
    return contents["xl/comments1.xml"], contents["xl/worksheets/sheet2.xml"]
