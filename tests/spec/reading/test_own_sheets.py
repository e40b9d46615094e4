"""Sheets that our own commands put into a workbook come back with it and are not read."""

from pathlib import Path

import pytest

from pipelines.reading.own_sheets import INSTRUCTIONS, MARKS, RESULTS
from tests.spec.reading.workbooks import A_DAY, REQUIRED, Workbooks, rules


@pytest.fixture
def workbooks(tmp_path: Path) -> Workbooks:
    return Workbooks(tmp_path)


GOOD = [list(REQUIRED), ["A1", 1, A_DAY]]


@pytest.mark.parametrize("name", [INSTRUCTIONS, RESULTS, "改过名的表"])
@pytest.mark.parametrize("mark", MARKS.values())
def test_they_are_told_by_their_first_cell_and_left_out(workbooks: Workbooks, name: str, mark: str) -> None:
    readings = workbooks.read_sheets({name: [[mark], ["级别", "说明"], ["错误", "改正"]], "台账": GOOD})
    assert [(reading.sheet, reading.ledger, rules(reading)) for reading in readings] == [("台账", "thing", [])]


def test_the_name_alone_does_not_make_a_sheet_ours(workbooks: Workbooks) -> None:
    readings = workbooks.read_sheets({INSTRUCTIONS: [["请大家按时填报"]], "台账": GOOD})
    assert [rules(reading) for reading in readings] == [["unrecognised_sheet"], []]


def test_rows_of_a_ledger_in_such_a_sheet_are_read_all_the_same(workbooks: Workbooks) -> None:
    (reading,) = workbooks.read_sheets({INSTRUCTIONS: [[MARKS[INSTRUCTIONS]], *GOOD]})
    assert (reading.ledger, len(reading.rows), reading.skipped) == ("thing", 1, {"note": 1, "heading": 1})


def test_a_workbook_of_such_sheets_alone_holds_nothing(workbooks: Workbooks) -> None:
    (reading,) = workbooks.read_sheets({RESULTS: [[MARKS[RESULTS]]]})
    assert rules(reading) == ["unreadable_file"]


def test_places_say_where_the_headings_stand(workbooks: Workbooks) -> None:
    reading = workbooks.read([["物品台账"], [None, *REQUIRED, "乙", "乙"], [1, "A1", 1, A_DAY]])
    assert reading.places is not None
    assert (reading.places.row, reading.places.first_column) == (2, 1)
    assert reading.places.columns == {
        "第1列（无表头）": (0,),
        "物品编号": (1,),
        "人数": (2,),
        "日期": (3,),
        "乙": (4, 5),
    }


def test_places_of_a_sheet_without_a_heading_are_its_first_filled_cell(workbooks: Workbooks) -> None:
    reading = workbooks.read([[None], [None, None, "值班表"]])
    assert reading.places is not None
    assert (reading.places.row, reading.places.first_column, reading.places.columns) == (2, 2, {})
