"""Columns of many files are typed together, and every sheet reads as it would alone."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from polars.testing import assert_frame_equal

from pipelines.reading import read
from pipelines.reading.read import read_all
from pipelines.reading.sheet_reading import NamedFile, SheetReading
from tests.spec.reading.workbooks import (
    OLD_NUMBER,
    REQUIRED,
    RIGHT_CODE,
    SETTINGS,
    THING,
    WRONG_NUMBER,
    read_here,
    rules,
)

LEDGERS = {"thing": THING}
BOOKS: dict[str, list[Sequence[Any]]] = {
    "元.xlsx": [
        [*REQUIRED, "金额", "情况"],
        ["A1", 1, "2021-03-05", 12.5, "电话13800138000"],
        ["", "2人", "三月", -1, ""],
    ],
    "万元.xlsx": [
        [*REQUIRED, "经费金额（万元）", "房间数"],
        ["Ｂ1", "约3", "2021.3.5", 12.5, 0],
        ["B2", 1, 44260, "5元", 2],
    ],
    "没有金额.xlsx": [
        [*REQUIRED, "信用代码", "结余"],
        ["C1", 1, "2021/3/5", RIGHT_CODE, -3],
        ["C2", -1, "", "1", "#REF!"],
    ],
    "缺列.xlsx": [["物品编号", "人数"], ["D1", 1]],
    "无编号.xlsx": [
        ["人数", "日期", "年度"],
        [1, "2021-03-05", 2021],
        [1, "2021-03-05", 2021],
        [2, "2021-03-06", "二"],
    ],
    "人.xlsx": [
        [*REQUIRED, "姓名", "身份证号"],
        ["E1", 1, "2021-03-05", "", ""],
        ["E2", 1, "2021-03-05", "甲", OLD_NUMBER],
    ],
    "人2.xlsx": [[*REQUIRED, "姓名", "身份证号"], ["F1", 1, "2021-03-05", "乙", WRONG_NUMBER]],
    "空.xlsx": [list(REQUIRED)],
    "不是台账.xlsx": [["随便", "写写"], [1, 2]],
}


@pytest.fixture
def files(tmp_path: Path) -> list[NamedFile]:
    """Files of one ledger that differ in columns, units, spellings and mistakes, and one that is no workbook."""
    for name, rows in BOOKS.items():
        with xlsxwriter.Workbook(str(tmp_path / name)) as book:
            sheet = book.add_worksheet("表")
            for row, cells in enumerate(rows):
                sheet.write_row(row, 0, cells)
    (tmp_path / "坏.xlsx").write_bytes(b"no workbook")
    return [NamedFile(tmp_path / name, name) for name in (*BOOKS, "坏.xlsx")]


def assert_same(together: Sequence[SheetReading], alone: Sequence[SheetReading]) -> None:
    assert [reading.file for reading in together] == [reading.file for reading in alone]
    for one, other in zip(together, alone, strict=True):
        for table in ("rows", "as_read", "problems"):
            assert_frame_equal(getattr(one, table), getattr(other, table))
        assert (one.skipped, one.headings, one.content_hash) == (other.skipped, other.headings, other.content_hash)


@pytest.mark.parametrize("most_cells", [read.MOST_CELLS_AT_ONCE, 20, 0])
def test_files_read_together_read_as_alone(
    files: list[NamedFile], monkeypatch: pytest.MonkeyPatch, most_cells: int
) -> None:
    alone = [reading for file in files for reading in read_here([file], LEDGERS)]
    monkeypatch.setattr(read, "MOST_CELLS_AT_ONCE", most_cells)
    assert_same(read_all(files, LEDGERS, SETTINGS), alone)


def test_a_problem_names_the_heading_and_row_of_its_own_sheet(files: list[NamedFile]) -> None:
    readings = {reading.file: reading for reading in read_all(files, LEDGERS, SETTINGS)}
    assert readings["元.xlsx"].rows["amount"].to_list() == [Decimal("12.5"), None]
    assert readings["万元.xlsx"].rows["amount"].to_list() == [Decimal(12.5 * 10_000), 5]
    found = readings["万元.xlsx"].problems.select("row", "column", "value", "rule").rows()
    assert found == [(2, "人数", "约3", "approximate_value"), (2, "房间数", "0", "broken_rule")]
    assert rules(readings["缺列.xlsx"]) == ["missing_column"]
    assert rules(readings["坏.xlsx"]) == ["unreadable_file"]


def test_progress_counts_the_files(files: list[NamedFile]) -> None:
    done: list[int] = []
    read_all(files, LEDGERS, SETTINGS, done.append)
    assert done == list(range(1, len(files) + 1))
