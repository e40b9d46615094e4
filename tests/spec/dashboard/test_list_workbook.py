"""A list to be handed on: title, scope, headings, and a line a row."""

import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from python_calamine import load_workbook

from dashboard.list_workbook import Columns, Heading, add_list
from warehouse.language import Label
from warehouse.spreadsheet_text import open_workbook

COLUMNS: Columns = (("name", Label("名称", "Name"), 11), ("days", Label("天数", "Days"), 8))
HEADING = Heading("清单", "范围：全部", "zh", date(2021, 12, 31))
ROWS = [{"name": "=甲", "days": 3}, {"name": None, "days": None}, {"name": "十个字要占两行的名称", "days": 0.5}]


def made(*, wraps: bool) -> bytes:
    stream = BytesIO()
    with open_workbook(stream, HEADING.as_of) as book:
        add_list(book, "清单", COLUMNS, ROWS, HEADING, wraps=wraps)
    return stream.getvalue()


@pytest.mark.parametrize("wraps", [True, False])
def test_numbers_stay_numbers_texts_stay_texts_and_what_is_missing_is_empty(wraps: bool) -> None:
    assert load_workbook(BytesIO(made(wraps=wraps))).get_sheet_by_index(0).to_python() == [
        ["清单", ""],
        ["范围：全部", ""],
        ["名称", "天数"],
        ["=甲", 3],
        ["", ""],
        ["十个字要占两行的名称", 0.5],
    ]


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    with zipfile.ZipFile(BytesIO(made(wraps=True))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    # 10 characters as wide as 20 digits, in a column of 11 of which 10 are free: two lines of 15 points and 5 more,
    # to the next whole pixel
    assert re.findall(r'<row r="[456]"[^>]* ht="([0-9.]+)"', sheet) == ["20.25", "20.25", "35.25"]
