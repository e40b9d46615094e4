"""What titles, lines above the heading and names say for all rows."""

import datetime as dt

import pytest

from tests.spec.reading.workbooks import A_DAY, REQUIRED, Workbooks, rules, values

ROW = ["A1", 1, A_DAY]
LAST_OF_MARCH = dt.date(2021, 3, 31)


@pytest.mark.parametrize(
    "line",
    [
        ["截至日期：2021-03-31"],
        ["填报单位：甲局 截至日期：2021年3月31日 填报日期：2021年4月2日"],
        ["填报日期：2021-04-02", "截至日期：", LAST_OF_MARCH],
        ["截至日期", LAST_OF_MARCH],
        ["物品台账（截至2021年3月31日）"],
        ["截至日期：2021年3月"],
        ["截至日期：2021-3-31 10:30"],
        ["截至日期", "2021/3/31 0:00:00"],
        ["截至日期", "44286"],
    ],
)
def test_the_date_a_sheet_reaches_to_is_stated_above_its_heading(workbooks: Workbooks, line: list[object]) -> None:
    assert workbooks.read([line, list(REQUIRED), ROW]).stated_date == LAST_OF_MARCH


@pytest.mark.parametrize("line", ["填报日期：2021-03-31", "制表日期：2021年3月31日", "填报日期 2021.3.31"])
def test_the_day_of_filling_in_is_no_date_of_reach(workbooks: Workbooks, line: str) -> None:
    reading = workbooks.read([[line], list(REQUIRED), ROW])
    assert (reading.stated_date, reading.named_month) == (None, None)


@pytest.mark.parametrize(
    ("title", "sheet", "file"),
    [
        ("2021年3月物品台账", "表", "台账.xlsx"),
        ("物品台账", "2021年3月", "台账.xlsx"),
        ("物品台账", "3月", "2021年台账.xlsx"),
        ("物品台账", "表", "台账202103.xlsx"),
        ("2021年1-3月物品台账", "表", "台账.xlsx"),
    ],
)
def test_a_month_may_be_named_in_title_sheet_or_file(workbooks: Workbooks, title: str, sheet: str, file: str) -> None:
    assert workbooks.read([[title], list(REQUIRED), ROW], sheet=sheet, file=file).named_month == LAST_OF_MARCH


def test_a_line_fills_the_column_that_the_sheet_lacks(workbooks: Workbooks) -> None:
    reading = workbooks.read([["所属乡镇：甲镇", "年度：2020年"], list(REQUIRED), ROW, ["A2", 2, A_DAY]])
    assert values(reading, "township_code") == ["甲镇", "甲镇"]
    assert values(reading, "year") == [2020, 2020]


def test_a_column_of_the_sheet_goes_before_the_line(workbooks: Workbooks) -> None:
    reading = workbooks.read([["年度：2020"], [*REQUIRED, "年度"], [*ROW, 2021]])
    assert values(reading, "year") == [2021]


def test_campaign_year_and_month_are_taken_from_the_title_or_the_sheet_s_name(workbooks: Workbooks) -> None:
    titled = workbooks.read([["2021年3月春节物品台账"], list(REQUIRED), ROW])
    named = workbooks.read([["物品台账"], list(REQUIRED), ROW], sheet="2021年3月送清凉")
    assert titled.rows.select("campaign", "year", "month").rows() == [("元旦春节", 2021, dt.date(2021, 3, 1))]
    assert named.rows.select("campaign", "year", "month").rows() == [("送清凉", 2021, dt.date(2021, 3, 1))]


def test_a_filled_column_counts_as_a_heading_that_is_there(workbooks: Workbooks) -> None:
    reading = workbooks.read([["日期：2021-03-05"], ["物品编号", "人数"], ["A1", 1]])
    assert (reading.accepted, values(reading, "made_date"), rules(reading)) == (True, [A_DAY], [])
    assert reading.headings["made_date"] == "日期", "what a rule says of it names it"


def test_two_years_in_a_title_name_none(workbooks: Workbooks) -> None:
    assert values(workbooks.read([["2020-2021年物品台账"], list(REQUIRED), ROW]), "year") == [None]


def test_a_unit_line_is_no_value_of_a_column(workbooks: Workbooks) -> None:
    reading = workbooks.read([["单位：万元"], [*REQUIRED, "金额"], [*ROW, 1]])
    assert [str(amount) for amount in values(reading, "amount")] == ["10000.00"]
    assert values(reading, "remark") == [None]
