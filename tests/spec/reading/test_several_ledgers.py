"""Several ledgers in one sheet: refused whole with the place where the second begins, never read half."""

import datetime as dt
from typing import Any

import pytest

from pipelines.reading.sheet_reading import SheetReading
from tests.spec.reading.workbooks import Workbooks, rules

FUND = ["编号", "批次", "资金来源", "到账日期", "金额"]
A_FUND = ["ZJ-01", "元旦春节", "省级财政", dt.date(2021, 1, 8), 32_500]
UNIT = ["工会编号", "统一社会信用代码", "单位名称"]
A_UNIT = ["GH-01", "91350100M000100Y43", "甲厂"]
TOWN = ["区划代码", "乡镇名称", "类型"]
A_TOWN = ["530499101", "云岭镇", "镇"]


def refused(reading: SheetReading, place: str) -> bool:
    assert (reading.ledger, reading.accepted, rules(reading)) == (None, False, ["unrecognised_sheet"])
    assert reading.read == reading.rejected_whole + reading.skipped.get("blank", 0)
    assert "单独的工作表" in reading.problems["zh"][0]
    return place in reading.problems["zh"][0]


def test_one_under_another(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read([FUND, A_FUND, [], ["单位明细"], UNIT, A_UNIT])
    assert refused(reading, "第5行")
    assert reading.rejected_whole == 5


@pytest.mark.parametrize("rows", [[A_UNIT], [A_UNIT, A_UNIT]])
def test_a_short_one_above_a_wider_one(department_workbooks: Workbooks, rows: list[Any]) -> None:
    """The first one's only row is not taken for a title of the second."""
    reading = department_workbooks.read([UNIT, *rows, FUND, A_FUND, A_FUND])
    assert refused(reading, f"第{2 + len(rows)}行")


def test_the_same_ledger_again_with_other_columns_first(department_workbooks: Workbooks) -> None:
    assert refused(department_workbooks.read([FUND, A_FUND, FUND[::-1], A_FUND[::-1]]), "第3行")


def test_the_same_heading_again_is_a_repeated_heading(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read([FUND, A_FUND, FUND, ["ZJ-02", *A_FUND[1:]]])
    assert reading.rows["fund_code"].to_list() == ["ZJ-01", "ZJ-02"]
    assert reading.skipped == {"heading": 2}


@pytest.mark.parametrize("second", ["2021年送清凉资金", "截至日期：2021-09-30"])
def test_the_same_heading_below_a_title_that_says_otherwise(department_workbooks: Workbooks, second: str) -> None:
    short = [heading for heading in FUND if heading != "批次"]
    row = ["ZJ-01", "省级财政", dt.date(2021, 1, 8), 32_500]
    lines = [["2021年元旦春节资金", "截至日期：2021-03-31"], short, row, [], [second], short, row]
    assert refused(department_workbooks.read(lines), "第6行")


@pytest.mark.parametrize("gap", [[None], ["序号"], []])
def test_side_by_side(department_workbooks: Workbooks, gap: list[Any]) -> None:
    heading, row = [*FUND, *gap, *TOWN], [*A_FUND, *[1 for _ in gap], *A_TOWN]
    assert refused(department_workbooks.read([heading, row]), "区划代码")


def test_two_halves_of_one_ledger_side_by_side(department_workbooks: Workbooks) -> None:
    assert refused(department_workbooks.read([[*FUND, None, *FUND], [*A_FUND, None, *A_FUND]]), "编号")


def test_further_columns_are_no_second_ledger(department_workbooks: Workbooks) -> None:
    """Unknown columns, even some that another ledger has too, stay a warning."""
    reading = department_workbooks.read([[*FUND, "经办科室", "乡镇名称", "计划"], [*A_FUND, "办公室", "云岭镇", "无"]])
    assert reading.rows["fund_code"].to_list() == ["ZJ-01"]
    assert rules(reading) == ["unknown_column"] * 3
