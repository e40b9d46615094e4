"""Which rows are data, which are skipped for what reason, and that none is lost."""

import datetime as dt
from typing import Any

import pytest

from tests.spec.reading.workbooks import A_DAY, REQUIRED, Workbooks, accounted, rules, values

HEADING: list[Any] = ["序号", *REQUIRED]


def row(code: str, serial: int | None = 1) -> list[Any]:
    """A data row."""
    return [serial, code, 1, A_DAY]


def test_every_row_down_to_the_last_filled_one_is_accounted_for(workbooks: Workbooks) -> None:
    rows = [
        ["2021年物品台账"],
        ["填报单位：甲", None, "截至日期：2021-03-31"],
        [],
        HEADING,
        row("A1"),
        row("A2", 7),
        ["小计", None, 2, None],
        [3, None, None, None],
        HEADING,
        row("A3", None),
        [None, "合 计", 3, None],
        ["备注：数据截至月底"],
        ["示例", "A9", 1, A_DAY],
        ["制表人：某某"],
        [],
        ["  "],
    ]
    reading = workbooks.read(rows)
    assert values(reading, "thing_code") == ["A1", "A2", "A3"]
    assert values(reading, "row") == [5, 6, 10]
    assert reading.skipped == {"title": 2, "blank": 2, "heading": 2, "total": 2, "note": 2, "example": 1}
    assert reading.read == 14 == accounted(reading)
    assert rules(reading) == []


@pytest.mark.parametrize("label", ["小计", "合计", "总 计", "累计", "本页合计"])
def test_a_total_is_known_by_its_first_cell(workbooks: Workbooks, label: str) -> None:
    reading = workbooks.read([HEADING, row("A1"), [label, None, 9, None], [4, label, 9, None]])
    assert reading.skipped == {"heading": 1, "total": 2}


@pytest.mark.parametrize(
    "note",
    [
        *("备注", "注：甲", "说明：甲", "填表说明", "制表人：甲", "填表人 乙", "审核人：", "负责人："),
        *(
            "填报说明：甲",
            "单位负责人：甲",
            "分管领导：",
            "经办人：乙",
            "制表：甲",
            "审核 ：乙",
            "联系电话：1",
            "以下空白",
        ),
    ],
)
def test_a_note_is_known_by_the_words_it_starts_with(workbooks: Workbooks, note: str) -> None:
    reading = workbooks.read([HEADING, row("A1"), [note]])
    assert reading.skipped == {"heading": 1, "note": 1}


def test_a_numbered_row_is_no_note_whatever_it_is_called(workbooks: Workbooks) -> None:
    """负责人培训班 and 说明会 are things with a number, 合计 is a total even then."""
    names = ["负责人培训班", "说明会", "备注"]
    reading = workbooks.read([HEADING, *([1, name, *row("A1")[2:]] for name in names), [4, "合计", 3], [5, "注：某"]])
    assert (values(reading, "thing_code"), reading.skipped) == (names, {"heading": 1, "total": 1, "note": 1})


@pytest.mark.parametrize("text", ["本月无", "零报告", " 零报告。"])
def test_a_zero_report_is_a_row_with_no_other_text(workbooks: Workbooks, text: str) -> None:
    reading = workbooks.read([["截至日期：2021-03-31"], HEADING, [1, text, None, None]])
    assert reading.skipped == {"title": 1, "heading": 1, "zero_report": 1}
    assert (reading.accepted, len(reading.rows), reading.stated_date) == (True, 0, dt.date(2021, 3, 31))


def test_a_heading_with_a_date_and_no_rows_is_delivered(workbooks: Workbooks) -> None:
    reading = workbooks.read([["截至日期：2021-03-31"], HEADING])
    assert (reading.accepted, len(reading.rows), rules(reading)) == (True, 0, [])
    assert reading.rows.schema["people"].is_integer()


def test_a_repeated_title_between_printed_pages_is_skipped(workbooks: Workbooks) -> None:
    reading = workbooks.read([["物品台账"], HEADING, row("A1"), ["物品台账"], HEADING, row("A2")])
    assert reading.skipped == {"title": 2, "heading": 2}
    assert values(reading, "thing_code") == ["A1", "A2"]


def test_a_numbered_zero_report_of_a_csv_is_one(workbooks: Workbooks) -> None:
    reading = workbooks.read_text("截至日期：2021-03-31\n序号,物品编号,人数,日期\n1,零报告,,\n")
    assert (reading.skipped, rules(reading)) == ({"title": 1, "heading": 1, "zero_report": 1}, [])


def test_a_real_vertical_merge_means_as_above_and_a_blank_cell_does_not(workbooks: Workbooks) -> None:
    rows = [["所属乡镇", *REQUIRED], ["甲镇", "A1", 1, A_DAY], [None, "A2", 1, A_DAY], [None, "A3", 1, A_DAY]]
    reading = workbooks.read(rows, merges=["A2:A3"])
    assert values(reading, "township_code") == ["甲镇", "甲镇", None]
    assert reading.as_read["township_code"].to_list() == ["甲镇", "甲镇", None]


def test_a_merged_amount_is_not_counted_twice(workbooks: Workbooks) -> None:
    reading = workbooks.read([[*REQUIRED, "金额"], ["A1", 1, A_DAY, 9], ["A2", 1, A_DAY, None]], merges=["D2:D3"])
    assert [amount and int(amount) for amount in values(reading, "amount")] == [9, None]


def test_a_subtotal_within_a_merge_is_still_a_total(workbooks: Workbooks) -> None:
    rows = [["所属乡镇", *REQUIRED], ["甲镇", "A1", 1, A_DAY], [None, "小计", 1, None]]
    assert workbooks.read(rows, merges=["A2:A3"]).skipped == {"heading": 1, "total": 1}


def test_each_sheet_is_read_by_itself_with_its_own_order_of_columns(workbooks: Workbooks) -> None:
    first, second, empty = (
        *workbooks.read_sheets(
            {
                "甲镇": [list(REQUIRED), ["A1", 1, A_DAY]],
                "乙镇": [["人数", "日期", "物品编号"], [2, A_DAY, "B1"]],
                "空": [],
            }
        ),
        None,
    )
    assert [(reading.sheet, values(reading, "thing_code")) for reading in (first, second)] == [
        ("甲镇", ["A1"]),
        ("乙镇", ["B1"]),
    ]
    assert empty is None


def test_equal_cells_have_equal_hashes_and_others_not(workbooks: Workbooks) -> None:
    rows = [list(REQUIRED), ["A1", 1, A_DAY]]
    first = workbooks.read(rows, file="甲.xlsx").content_hash
    assert workbooks.read(rows, file="乙.xlsx", sheet="另").content_hash == first
    assert workbooks.read([list(REQUIRED), ["A2", 1, A_DAY]], file="丙.xlsx").content_hash != first
