"""How a sheet's columns are recognised, and what is said of those that are not."""

from typing import Any

import pytest

from tests.spec.reading.workbooks import A_DAY, REQUIRED, RIGHT_NUMBER, Workbooks, everything_kept, rules, values

ROW: list[Any] = ["A1", 1, A_DAY]


@pytest.mark.parametrize(
    "heading", ["人数", " 人 数 ", "人\n数", "人数（人）", "人数(个)", "*人数", "人\u3000数", "人数【人】"]
)
def test_a_heading_matches_without_spaces_line_breaks_and_its_unit(workbooks: Workbooks, heading: str) -> None:
    reading = workbooks.read([["物品编号", heading, "日期"], ROW])
    assert (values(reading, "people"), rules(reading)) == ([1], [])


def test_a_synonym_is_as_good_as_the_heading_and_the_sheet_s_own_wording_is_kept(workbooks: Workbooks) -> None:
    reading = workbooks.read([["物品号", "人数", "日期"], ROW])
    assert values(reading, "thing_code") == ["A1"]
    assert reading.headings["thing_code"] == "物品号"
    assert reading.positions == {"thing_code": 0, "people": 1, "made_date": 2}


def test_columns_may_stand_in_any_order(workbooks: Workbooks) -> None:
    reading = workbooks.read([["日期", "物品编号", "人数"], [A_DAY, "A1", 1]])
    assert reading.rows.select("thing_code", "people", "made_date").rows() == [("A1", 1, A_DAY)]


def test_an_unknown_column_is_kept_out_and_reported_once_with_the_nearest_heading(workbooks: Workbooks) -> None:
    sheet = [[*REQUIRED, "金额数"], [*ROW, "绝密"]]
    first, second = workbooks.read_sheets({"一": sheet, "二": sheet})
    assert rules(first) == ["unknown_column"]
    assert rules(second) == []
    assert first.accepted
    assert first.problems["row"].to_list() == [None]
    assert "“金额”" in first.problems["zh"][0]
    assert "绝密" not in everything_kept(first)


def test_a_near_miss_is_suggested_and_never_applied(workbooks: Workbooks) -> None:
    reading = workbooks.read([[*REQUIRED, "金额（合计）"], [*ROW, 5]])
    assert rules(reading) == ["unknown_column"]
    assert values(reading, "amount") == [None]


def test_a_column_without_heading_is_reported_when_it_holds_something(workbooks: Workbooks) -> None:
    reading = workbooks.read([[*REQUIRED, None], [*ROW, "绝密"]])
    assert rules(reading) == ["unknown_column"]
    assert "绝密" not in everything_kept(reading)


@pytest.mark.parametrize(
    "heading",
    ["联系电话", "手机号", "开户行", "银行账号", "家庭住址", "所患疾病", "诊断", "体检结论", "电子邮箱", "微信号"],
)
def test_personal_details_are_never_read(workbooks: Workbooks, heading: str) -> None:
    reading = workbooks.read([[*REQUIRED, heading], [*ROW, "绝密"]])
    assert reading.accepted
    assert reading.problems.select("rule", "severity", "column").rows() == [("forbidden_column", "warning", heading)]
    assert "绝密" not in everything_kept(reading)


def test_a_serial_number_column_is_no_column_of_the_ledger_and_nothing_to_report(workbooks: Workbooks) -> None:
    reading = workbooks.read([["序号", *REQUIRED], [1, *ROW]])
    assert rules(reading) == []


def test_a_missing_required_heading_rejects_the_sheet_and_is_named(workbooks: Workbooks) -> None:
    whole, lacking = workbooks.read_sheets(
        {"全": [list(REQUIRED), ROW], "缺": [["物品编号", "人数"], ["A1", 1], ["A2", 2]]}
    )
    assert whole.accepted
    assert (lacking.ledger, lacking.accepted, lacking.rejected_whole) == ("thing", False, 2)
    assert lacking.problems.select("rule", "severity", "column", "row").rows() == [
        ("missing_column", "error", "日期", None)
    ]
    assert "日期" in lacking.problems["zh"][0]


def test_a_sheet_with_fewer_than_six_in_ten_required_headings_is_not_recognised(workbooks: Workbooks) -> None:
    reading = workbooks.read([["物品编号", "其他", "别的"], ["A1", 1, 2], [None, None, None], ["A2", 1, 2]])
    assert (reading.ledger, reading.accepted) == (None, False)
    assert (reading.read, reading.skipped, reading.rejected_whole) == (4, {"blank": 1}, 3)
    assert rules(reading) == ["unrecognised_sheet"]


def test_two_headings_of_one_column_are_refused_with_both_named(workbooks: Workbooks) -> None:
    reading = workbooks.read([[*REQUIRED, "物品号"], [*ROW, "A9"]])
    assert (reading.accepted, rules(reading)) == (False, ["ambiguous_column"])
    assert "物品编号" in reading.problems["zh"][0]
    assert "物品号" in reading.problems["zh"][0]


def test_a_month_that_a_name_tells_is_no_heading(department_workbooks: Workbooks) -> None:
    """It makes no ledger of dues out of a list that lacks payroll and payments and has all that it needs itself."""
    rows = [["工会编号", "统一社会信用代码", "单位名称"], ["G1", "91350100M000100Y43", "甲厂"]]
    reading = department_workbooks.read(rows, sheet="2021年3月")
    assert (reading.ledger, rules(reading)) == ("union_unit", [])


def test_a_missing_month_may_be_named_instead(department_workbooks: Workbooks) -> None:
    reading = department_workbooks.read([["经费上解台账"], ["应上解金额", "已上解金额"], [100, 100]])
    assert rules(reading) == ["missing_column"]
    assert "或在标题或工作表名中写明（如“2021年3月”）" in reading.problems["zh"][0]


def test_a_two_level_heading_matches_by_its_lower_text_or_both_together(workbooks: Workbooks) -> None:
    upper = ["物品编号", "职工", None, "日期", "经费", None]
    lower = [None, "人数", "其中：女", None, "金额", "剩余"]
    rows = [["2021年物品台账"], upper, lower, ["A1", 9, 4, A_DAY, 12.5, 1]]
    merges = ["A1:F1", "A2:A3", "B2:C2", "D2:D3", "E2:F2"]
    reading = workbooks.read(rows, merges=merges)
    assert reading.skipped == {"title": 1, "heading": 2}
    assert reading.rows.select("thing_code", "people", "female").rows() == [("A1", 9, 4)]
    assert [str(amount) for amount in values(reading, "amount")] == ["12.50"]
    assert rules(reading) == ["unknown_column"]


def test_the_sum_of_a_group_is_what_the_group_is_called(department_workbooks: Workbooks) -> None:
    upper = [
        "工会编号",
        "工会名称",
        "组建形式",
        "所属乡镇",
        "涵盖单位数",
        "职工人数",
        None,
        "工会会员（人）",
        None,
        None,
    ]
    lower = [*[None] * 5, "合计", "其中：女", "小计", "其中：女", "其中：农民工"]
    last = ["建会日期", "女职工组织", "经审组织", "法人资格"]
    row = ["G1", "甲厂工会", "单独", "530499101", 1, 90, 40, 80, 30, 20, A_DAY, "女工委", "无", "是"]
    merges = [f"{column}1:{column}2" for column in "ABCDEKLMN"]
    reading = department_workbooks.read([[*upper, *last], lower, row], merges=[*merges, "F1:G1", "H1:J1"])
    counts = ("employees", "members", "female_members", "migrant_members")
    assert [values(reading, name)[0] for name in counts] == [90, 80, 30, 20]
    assert reading.problems.select("column", "rule").rows() == [("职工人数/其中：女", "unknown_column")]
    assert "如果" not in reading.problems["zh"][0]


def test_another_word_for_the_same_date_is_suggested(department_workbooks: Workbooks) -> None:
    heading = ["学生姓名", "学生身份证号", "年度", "就读阶段", "发放时间", "金额"]
    reading = department_workbooks.read([heading, ["张三", RIGHT_NUMBER, 2021, "本科", A_DAY, 3000]])
    assert rules(reading) == ["missing_column", "unknown_column"]
    assert "如果就是“发放日期”" in reading.problems["zh"][1]


def test_a_lower_heading_that_needs_its_parent_does_not_match_without_it(workbooks: Workbooks) -> None:
    reading = workbooks.read([[*REQUIRED, "其中：女"], [*ROW, 4]])
    assert values(reading, "female") == [None]
    assert rules(reading) == ["unknown_column"]


def test_group_headings_over_columns_that_match_by_themselves_are_part_of_the_heading(workbooks: Workbooks) -> None:
    rows = [["基本情况", None, "时间"], list(REQUIRED), ROW]
    reading = workbooks.read(rows, merges=["A1:B1"])
    assert reading.skipped == {"heading": 2}


def test_the_unit_of_an_upper_heading_counts_for_the_columns_below(workbooks: Workbooks) -> None:
    rows = [["物品编号", "人数", "日期", "经费（万元）", None], [None, None, None, "金额", "结余"], [*ROW, 1, 2]]
    reading = workbooks.read(rows, merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"])
    assert [str(values(reading, name)[0]) for name in ("amount", "balance")] == ["10000.00", "20000.00"]


def test_an_upper_heading_that_names_the_ledger_is_no_title_over_an_example(workbooks: Workbooks) -> None:
    rows: list[list[Any]] = [
        ["序号", "物品编号", "人数", "物品台账情况", None],
        [None, None, None, "日期", "金额"],
        ["示例"],
        [1, "W-1", 3, "2021-03-05", 10],
    ]
    reading = workbooks.read(rows, merges=["A1:A2", "B1:B2", "C1:C2", "D1:E1"])
    assert reading.skipped == {"heading": 2, "example": 1}
    assert rules(reading) == []


def test_an_absent_code_column_leaves_the_row_to_be_known_by_its_other_columns(workbooks: Workbooks) -> None:
    reading = workbooks.read([["人数", "日期", "金额"], [1, A_DAY, 5], [1, A_DAY, 5], [2, A_DAY, 5]])
    assert reading.accepted
    assert values(reading, "thing_code") == [None, None, None]
    assert values(reading, "occurrence") == [1, 2, 1]
    assert rules(reading) == []


def test_with_a_code_column_there_is_no_occurrence(workbooks: Workbooks) -> None:
    assert values(workbooks.read([list(REQUIRED), ROW]), "occurrence") == [None]


UNION = {
    "工会编号": "U1",
    "工会名称": "某某工会",
    "组建形式": "单建",
    "所属乡镇": "玉带街道",
    "涵盖单位数": 1,
    "职工人数": 50,
    "工会会员数": 40,
    "建会时间": "2015.3.1",
    "女工组织": "女职工委员会",
    "经审会": "无",
    "是否法人": "√",
}


def test_the_ledger_is_recognised_from_its_headings_whatever_the_file_is_called(
    department_workbooks: Workbooks,
) -> None:
    reading = department_workbooks.read(
        [list(UNION), list(UNION.values())], file="台账(最终版)(2).xlsx", sheet="Sheet1"
    )
    assert (reading.ledger, reading.accepted, rules(reading)) == ("union", True, [])
    stored = reading.rows.row(0, named=True)
    assert (stored["union_kind"], stored["womens_body"], stored["audit_body"]) == ("单独", "女工委", "无")
    assert stored["legal_person"] is True


def test_of_several_ledgers_the_one_with_most_required_headings_is_meant(department_workbooks: Workbooks) -> None:
    headings = {key: value for key, value in UNION.items() if key != "职工人数"} | {
        "统一社会信用代码": "91350100M000100Y43"
    }
    reading = department_workbooks.read([list(headings), list(headings.values())])
    assert (reading.ledger, reading.accepted) == ("union", False)
    assert "missing_column" in rules(reading)
