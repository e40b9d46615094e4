"""The workbooks of finance, office and audit as departments head them: recognised, and every cell in its column."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipelines.reading.sheet_reading import SheetReading
from pipelines.registry import ledgers
from tests.spec.reading.workbooks import RIGHT_CODE, Workbooks, rules

DAY, LATER = dt.date(2021, 9, 17), dt.date(2021, 9, 23)
MONTH = dt.date(2021, 9, 1)

WORKBOOKS: dict[str, tuple[dict[str, str], dict[str, Any]]] = {
    "service_case": (
        {
            "受理编号": "S1",
            "事项": "工会组建批复",
            "申请单位": "甲厂",
            "首问责任人": "苍安和",
            "收文日期": "2021.9.17",
            "材料补齐日期": "2021年9月17日",
            "移交日期": "",
            "办结日期": "20210923",
            "结果": "办结",
            "追责": "",
        },
        {"received_date": DAY, "complete_date": DAY, "closed_date": LATER, "outcome": "办结", "sanctioned": False},
    ),
    "dues": (
        {
            "信用代码": RIGHT_CODE.lower(),
            "单位全称": "甲厂",
            "税款所属期": "202109",
            "缴费基数": "10,000.00",
            "入库金额": "200",
            "缴费渠道": "税务代收",
            "类别": "筹备金",
        },
        {"unit_code": RIGHT_CODE, "month": MONTH, "payroll": Decimal("10000.00"), "paid_amount": Decimal("200.00")},
    ),
    "dues_refund": (
        {"编号": "F1", "基层工会统计代码": "G1", "开票日期": "2021-09-17", "划拨日期": "2021/9/23", "金额": "120.5"},
        {"union_code": "G1", "receipt_date": DAY, "refunded_date": LATER, "amount": Decimal("120.50")},
    ),
    "dues_remit": (
        {"所属期": "2021年9月", "应上解金额（万元）": "1.2", "已上解金额": "0"},
        {"month": MONTH, "due_amount": Decimal("12000.00"), "remitted_amount": Decimal("0.00")},
    ),
    "budget": (
        {
            "科目编码": "50101",
            "科目名称": "职工教育费",
            "收支": "支出",
            "月份": "2021-09",
            "预算数": "100",
            "全年预算数": "110",
            "本月发生额": "9",
            "本年累计": "80",
        },
        {
            "subject_code": "50101",
            "budget_amount": Decimal(100),
            "adjusted_amount": Decimal(110),
            "executed_amount": Decimal(9),
            "executed_to_date": Decimal(80),
        },
    ),
    "subsidy": (
        {
            "编号": "B1",
            "工会编号": "G1",
            "项目": "职工书屋",
            "金额": "5000",
            "拨付日期": "2021-09-17",
            "决算金额": "4800",
        },
        {"purpose": "职工书屋", "paid_date": DAY, "settled_amount": Decimal("4800.00")},
    ),
    "large_payment": (
        {
            "编号": "D1",
            "事由": "消防改造",
            "金额": "68000",
            "集体研究日期": "2021-09-17",
            "纪要文号": "〔2021〕9号",
            "支付日期": "2021-09-23",
        },
        {"meeting_date": DAY, "minutes_code": "〔2021〕9号", "paid_date": LATER},
    ),
    "procurement": (
        {
            "编号": "C1",
            "品目": "办公设备",
            "采购方式": "竞争性磋商",
            "预算金额": "9000",
            "中标金额": "8800",
            "供货商": "甲公司",
            "采购日期": "2021-09-17",
        },
        {"method": "竞争性磋商", "amount": Decimal("8800.00"), "supplier": "甲公司", "purchased_date": DAY},
    ),
    "three_public": (
        {"类别": "公车运维", "所属月份": "2021.09", "年度预算": "60000", "本月支出": "3100", "接待批次": ""},
        {"expense_kind": "公务用车运行维护", "month": MONTH, "amount": Decimal("3100.00"), "events": None},
    ),
    "disclosure": (
        {
            "编号": "G1",
            "公开类别": "三公经费",
            "公开事项": "上年决算",
            "公开渠道": "县政府网站",
            "应公开日期": "2021-09-17",
            "实际公开日期": "—",
            "含个人信息": "√",
            "已脱敏": "",
        },
        {"due_date": DAY, "published_date": None, "has_personal_data": True, "is_masked": False},
    ),
    "project_payment": (
        {
            "编号": "X1",
            "项目名称": "职工服务中心",
            "合同金额": "320万元",
            "本次付款": "64万元",
            "付款日期": "2021-09-17",
        },
        {"contract_amount": Decimal("3200000.00"), "amount": Decimal("640000.00"), "paid_date": DAY},
    ),
    "audit_finding": (
        {
            "编号": "Z1",
            "来源": "同级经审",
            "问题": "报销附件不全",
            "责任部门": "财务部",
            "发现日期": "2021-09-17",
            "完成时限": "2021-09-23",
            "销号日期": "2021-09-23",
        },
        {"found_date": DAY, "due_date": LATER, "fixed_date": LATER},
    ),
    "history": (
        {
            "指标编号": "union_density",
            "截止月份": "2018年12月",
            "所属乡镇": "",
            "分子": "",
            "分母": "",
            "值": "78.5%",
            "出处": "2018年工作总结",
        },
        {"as_of": dt.date(2018, 12, 1), "township_code": None, "value": Decimal("78.5"), "source": "2018年工作总结"},
    ),
}


def read(cells: dict[str, str], folder: Path) -> SheetReading:
    """The reading of a CSV with one row."""
    lines = [",".join(f'"{cell}"' for cell in line) for line in (cells.keys(), cells.values())]
    return Workbooks(folder, ledgers()).read_text("\n".join(lines))


@pytest.mark.parametrize("ledger_id", WORKBOOKS)
def test_a_department_s_own_headings_lead_to_the_ledger_and_its_columns(ledger_id: str, tmp_path: Path) -> None:
    cells, expected = WORKBOOKS[ledger_id]
    reading = read(cells, tmp_path)
    assert (reading.ledger, reading.accepted, rules(reading)) == (ledger_id, True, [])
    [row] = reading.rows.to_dicts()
    assert {name: row[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("ledger_id", "heading"), [("dues", "入库金额"), ("budget", "本月发生额"), ("three_public", "本月支出")]
)
def test_a_refund_or_reversal_is_loaded_with_a_warning(ledger_id: str, heading: str, tmp_path: Path) -> None:
    cells = WORKBOOKS[ledger_id][0] | {heading: "-30"}
    reading = read(cells, tmp_path)
    assert reading.problems.select("rule", "severity", "column").rows() == [("broken_rule", "warning", heading)]
    assert reading.rows["is_rejected"].to_list() == [False]


@pytest.mark.parametrize(
    ("ledger_id", "heading", "cell"),
    [
        ("dues", "缴费基数", "-1"),
        ("dues_refund", "金额", "0"),
        ("dues_remit", "已上解金额", "-1"),
        ("budget", "预算数", "-1"),
        ("subsidy", "金额", "0"),
        ("large_payment", "金额", "0"),
        ("project_payment", "本次付款", "0"),
    ],
)
def test_other_amounts_are_not_negative_and_payments_not_nothing(
    ledger_id: str, heading: str, cell: str, tmp_path: Path
) -> None:
    cells = WORKBOOKS[ledger_id][0] | {heading: cell}
    reading = read(cells, tmp_path)
    assert reading.problems.select("rule", "severity", "column").rows() == [("broken_rule", "error", heading)]
    assert reading.rows["is_rejected"].to_list() == [True]
