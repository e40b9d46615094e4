"""What a cell may look like in each kind of column, and what is stored for it."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from tests.spec.reading.workbooks import A_DAY, RIGHT_CODE, Workbooks, rules, values


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        (12, 12),
        (12.0, 12),
        ("12.0", 12),
        ("１２", 12),
        ("1,200", 1200),
        ("1，200", 1200),
        ("120人", 120),
        (" 120 人 ", 120),
        (0, 0),
    ],
)
def test_a_whole_number_may_be_written_in_many_ways(workbooks: Workbooks, cell: Any, stored: int) -> None:
    reading = workbooks.cell("人数", cell)
    assert (values(reading, "people"), rules(reading)) == ([stored], [])


@pytest.mark.parametrize(
    "cell", [12.5, "12.5", "十二", "12,00", "80%", "1.2万", "2021-03-05", True, "12人左右", "10 20", "10\n20"]
)
def test_what_is_no_whole_number_is_a_bad_type(workbooks: Workbooks, cell: Any) -> None:
    reading = workbooks.cell("人数", cell)
    assert (values(reading, "people"), rules(reading)) == ([None], ["bad_type"])
    assert values(reading, "is_rejected") == [True]
    assert values(reading, "thing_code") == ["A1"]


def test_an_approximate_number_is_loaded_with_a_warning(workbooks: Workbooks) -> None:
    reading = workbooks.cell("人数", "约120")
    assert values(reading, "people") == [120]
    assert values(reading, "is_rejected") == [False]
    assert rules(reading) == ["approximate_value"]


@pytest.mark.parametrize(
    ("heading", "cell", "stored"),
    [
        ("金额", 1200.5, "1200.50"),
        ("金额", 0.1 + 0.2, "0.30"),
        ("金额", "￥1,200.50元", "1200.50"),
        ("金额", "1.2万元", "12000.00"),
        ("金额（万元）", 0.125, "1250.00"),
        ("金额（万元）", "1200元", "1200.00"),
        ("金额(千元)", 1.25, "1250.00"),
        ("金额\n（ 元 ）", 3, "3.00"),
    ],
)
def test_money_is_exact_to_the_cent_in_the_unit_of_its_heading(
    workbooks: Workbooks, heading: str, cell: Any, stored: str
) -> None:
    reading = workbooks.cell(heading, cell)
    assert (values(reading, "amount"), rules(reading)) == ([Decimal(stored)], [])


@pytest.mark.parametrize("cell", [12.345, "12.345", "12.3x", 99999999999999999999.0, "1" + "0" * 17])
def test_money_finer_than_a_cent_or_out_of_range_is_refused(workbooks: Workbooks, cell: Any) -> None:
    reading = workbooks.cell("金额", cell)
    assert values(reading, "amount") == [None]
    assert rules(reading)[0] in {"bad_type", "irrecoverable_number"}


def test_a_unit_line_counts_for_money_without_a_unit_of_its_own(workbooks: Workbooks) -> None:
    heading = ["物品编号", "人数", "日期", "金额", "结余（元）"]
    reading = workbooks.read([["单位：万元"], heading, ["A1", 1, A_DAY, 1.5, 20]])
    assert values(reading, "amount") == [Decimal("15000.00")]
    assert values(reading, "balance") == [Decimal("20.00")]
    assert values(reading, "people") == [1]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        (80, "80"),
        ("80%", "80"),
        (0.1, "0.1"),
        ("1,234.5", "1234.5"),
        (1 / 3, "0.333333"),
        ("-0", "0"),
        ("2.5次", "2.5"),
    ],
)
def test_a_number_keeps_six_decimals(workbooks: Workbooks, cell: Any, stored: str) -> None:
    reading = workbooks.cell("目标", cell)
    assert (values(reading, "goal"), rules(reading)) == ([Decimal(stored)], [])


def test_a_percent_cell_of_four_fifths_is_eighty_in_a_number_column(workbooks: Workbooks) -> None:
    reading = workbooks.read(
        [["物品编号", "人数", "日期", "目标"], ["A1", 1, A_DAY, 0.8], ["A2", 1, A_DAY, 0.8]], percent=["D2"]
    )
    assert values(reading, "goal") == [Decimal(80), Decimal("0.8")]


@pytest.mark.parametrize(
    "cell",
    [
        *("2021.3.5", "2021-03-05", "2021/3/5", "20210305", "2021年3月5日", "２０２１年３月５日", "2021 年 3 月 5 日"),
        *("2021-03-05 00:00:00", "44260", 44260, 20210305, A_DAY, dt.datetime.fromisoformat("2021-03-05T14:30")),
    ],
)
def test_a_day_is_read_in_every_spelling(workbooks: Workbooks, cell: Any) -> None:
    reading = workbooks.cell("日期", cell)
    assert (values(reading, "made_date"), rules(reading)) == ([A_DAY], [])


@pytest.mark.parametrize("time", [" 0:00", " 10:30", " 10:30:00", "  9:05:00.000", "T23:59:59"])
@pytest.mark.parametrize("written", ["2021/3/5", "2021.3.5", "2021-03-05", "2021年3月5日"])
def test_a_time_of_day_leaves_the_day_what_it_is(workbooks: Workbooks, written: str, time: str) -> None:
    reading = workbooks.cell("日期", written + time)
    assert (values(reading, "made_date"), rules(reading)) == ([A_DAY], [])


def test_three_spellings_of_dates_may_share_a_column(workbooks: Workbooks) -> None:
    rows = [["A1", 1, A_DAY], ["A2", 1, "2021.3.5"], ["A3", 1, 44260]]
    assert values(workbooks.read([["物品编号", "人数", "日期"], *rows]), "made_date") == [A_DAY] * 3


@pytest.mark.parametrize(
    "cell",
    [
        *("21.3.5", "2021年3月", "2021.03", "202103", "2021-02-30", "2021年", "三月五日", 5, "2021-3-1 5"),
        *("2021-3-110:30", "2021-03-01 2021-03-05"),
    ],
)
def test_what_is_no_whole_date_is_a_bad_type(workbooks: Workbooks, cell: Any) -> None:
    reading = workbooks.cell("日期", cell)
    assert (values(reading, "made_date"), rules(reading)) == ([None], ["bad_type"])


@pytest.mark.parametrize(
    "cell", ["2021年3月", "2021.03", "2021-3", "202103", 202103, 2021.03, "2021年3月份", A_DAY, "2021-03-05", 44260]
)
def test_a_month_is_stored_as_its_first_day(workbooks: Workbooks, cell: Any) -> None:
    reading = workbooks.cell("月份", cell)
    assert (values(reading, "month"), rules(reading)) == ([dt.date(2021, 3, 1)], [])


@pytest.mark.parametrize("cell", ["3月", "2021-13", "21.3", 2021.1])
def test_what_names_no_month_for_certain_is_a_bad_type(workbooks: Workbooks, cell: Any) -> None:
    assert rules(workbooks.cell("月份", cell)) == ["bad_type"]


@pytest.mark.parametrize("cell", [2021, "2021", "2021年", "2021年度", A_DAY])
def test_a_year_has_four_digits(workbooks: Workbooks, cell: Any) -> None:
    reading = workbooks.cell("年度", cell)
    assert (values(reading, "year"), rules(reading)) == ([2021], [])


@pytest.mark.parametrize("cell", ["21", "21年", 21, "二〇二一"])
def test_a_year_of_two_digits_is_a_bad_type(workbooks: Workbooks, cell: Any) -> None:
    assert rules(workbooks.cell("年度", cell)) == ["bad_type"]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [
        *(("是", True), ("√", True), ("✓", True), ("有", True), (1, True), (True, True)),
        *(("否", False), ("×", False), ("无", False), (0, False), (None, False), ("—", False)),
    ],
)
def test_yes_and_no_and_an_empty_optional_cell_is_no(workbooks: Workbooks, cell: Any, stored: bool) -> None:
    reading = workbooks.cell("是否新建", cell)
    assert (values(reading, "is_new"), rules(reading)) == ([stored], [])


@pytest.mark.parametrize(
    ("cell", "stored"), [("甲类", "甲类"), ("甲 类", "甲类"), ("甲", "甲类"), (1, "甲类"), ("无", "无")]
)
def test_an_enum_value_is_stored_as_listed(workbooks: Workbooks, cell: Any, stored: str) -> None:
    reading = workbooks.cell("种类", cell)
    assert (values(reading, "kind"), rules(reading)) == ([stored], [])


def test_another_value_is_not_allowed_and_the_message_lists_those_that_are(workbooks: Workbooks) -> None:
    reading = workbooks.cell("种类", "丙类")
    assert rules(reading) == ["not_allowed"]
    assert "甲类、无" in reading.problems["zh"][0]
    assert reading.problems["value"].to_list() == ["丙类"]


@pytest.mark.parametrize("cell", ["—", "-", "/", "／", "无", "  ", "\u3000", "——"])
def test_dashes_and_none_are_empty(workbooks: Workbooks, cell: str) -> None:
    assert values(workbooks.cell("情况", cell), "remark") == [None]
    assert rules(workbooks.cell("情况", cell)) == []
    assert rules(workbooks.cell("人数", cell)) == ["missing_value"]


@pytest.mark.parametrize(
    ("cell", "stored"),
    [("玉带街道", "玉带街道"), (" 玉带 街道", "玉带街道"), (530499001, "530499001"), ("530499001000", "530499001")],
)
def test_a_town_is_a_name_or_a_code_of_nine_digits(workbooks: Workbooks, cell: Any, stored: str) -> None:
    reading = workbooks.cell("所属乡镇", cell)
    assert (values(reading, "township_code"), rules(reading)) == ([stored], [])


@pytest.mark.parametrize("cell", ["53049900", "530499001001", 5304])
def test_other_figures_are_a_bad_code_for_a_town(workbooks: Workbooks, cell: Any) -> None:
    assert rules(workbooks.cell("所属乡镇", cell)) == ["bad_code"]


def test_a_credit_code_is_stored_in_upper_case(workbooks: Workbooks) -> None:
    reading = workbooks.cell("信用代码", RIGHT_CODE.lower())
    assert (values(reading, "unit_code"), rules(reading)) == ([RIGHT_CODE], [])


def test_a_credit_code_outside_its_alphabet_is_an_error_and_a_wrong_check_character_a_warning(
    workbooks: Workbooks,
) -> None:
    outside = workbooks.cell("信用代码", "91350100I000100Y43")
    doubtful = workbooks.cell("信用代码", RIGHT_CODE[:17] + "4")
    assert outside.problems.select("rule", "severity").rows() == [("bad_code", "error")]
    assert doubtful.problems.select("rule", "severity").rows() == [("bad_code", "warning")]
    assert values(doubtful, "unit_code") == [RIGHT_CODE[:17] + "4"]


def test_digits_lost_in_a_numeric_cell_are_irrecoverable_whatever_its_text_looks_like(workbooks: Workbooks) -> None:
    lost = workbooks.cell("物品编号", 530499198501011234)
    kept = workbooks.cell("物品编号", "530499001501011234")
    assert (rules(lost), values(lost, "thing_code")) == (["irrecoverable_number"], [None])
    assert lost.problems["value"].to_list() == ["530***********1328"]
    assert (rules(kept), values(kept, "thing_code")) == ([], ["530499001501011234"])


def test_negative_numbers_are_errors_unless_the_column_says_otherwise(workbooks: Workbooks) -> None:
    assert workbooks.cell("人数", -1).problems.select("rule", "severity").rows() == [("broken_rule", "error")]
    assert workbooks.cell("结余", -1).problems.select("rule", "severity").rows() == [("broken_rule", "warning")]
    assert values(workbooks.cell("结余", -1), "balance") == [Decimal("-1.00")]


def test_a_number_below_its_minimum_breaks_a_rule_that_names_the_declaration(workbooks: Workbooks) -> None:
    reading = workbooks.cell("房间数", 0)
    assert rules(reading) == ["broken_rule"]
    assert "thing.rooms" in reading.problems["zh"][0]
    assert "thing.rooms" in reading.problems["en"][0]


def test_a_problem_says_where_it_is_and_what_was_read(workbooks: Workbooks) -> None:
    reading = workbooks.read([["人数", "物品编号", "日期 "], [1, "A1", A_DAY], ["十个", "A2", A_DAY]])
    problem = reading.problems.row(0, named=True)
    assert {name: problem[name] for name in ("row", "column", "field", "value", "rule", "severity")} == {
        "row": 3,
        "column": "人数",
        "field": "people",
        "value": "十个",
        "rule": "bad_type",
        "severity": "error",
    }
    assert "整数" in problem["zh"]
    assert "whole number" in problem["en"]


def test_text_keeps_its_punctuation_while_digits_and_letters_become_half_width(workbooks: Workbooks) -> None:
    assert values(workbooks.cell("情况", " 甲（东）：Ａ１ "), "remark") == ["甲（东）：A1"]
    assert values(workbooks.cell("物品编号", "Ａ－１"), "thing_code") == ["A-1"]


def test_an_error_value_of_excel_is_a_bad_type(workbooks: Workbooks) -> None:
    reading = workbooks.cell("情况", "#REF!")
    assert (values(reading, "remark"), rules(reading)) == ([None], ["bad_type"])
