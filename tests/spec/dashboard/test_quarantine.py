"""隔离区: what was rejected, why, when, what it means for the indicators, and the workbooks to hand back."""

from datetime import date
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest
from python_calamine import load_workbook

from dashboard.charts.rejected_months import rejected_months
from dashboard.charts.rejected_rows import rejected_rows
from dashboard.list_workbook import Heading
from dashboard.quarantine import export, findings
from tests.dashboard_visit import visit, words_on
from warehouse.reader import open_published

NO_ROW = pl.DataFrame(schema={"department": pl.String, "ledger": pl.String, "rejected": pl.Int64, "read": pl.Int64})


def of_ledgers(*rows: tuple[str, str, int, int]) -> str:
    return findings.of_ledgers(pl.DataFrame(list(rows), schema=NO_ROW.schema, orient="row"), "zh")


def test_the_ledger_with_most_rejected_rows_is_named():
    told = of_ledgers(("组织部", "会员", 6, 100), ("财务部", "经费", 4, 100))
    assert told == "退回10行，占读取的5%；最多的是组织部的《会员》（6行）".replace("5%", "5.0%")


@pytest.mark.parametrize("rows", [[], [("组织部", "会员", 0, 100)]])
def test_without_rejected_rows_that_is_what_is_said(rows):
    assert of_ledgers(*rows) == "没有退回的行，读取的行全部计入"


def test_the_most_frequent_rule_is_named_and_of_ties_the_first():
    errors = pl.DataFrame({"rule": ["bad_type", "missing_value", "missing_value", "bad_type"]})
    assert findings.of_rules(errors, "zh") == "最常见的原因是“格式不对”：2个错误，占全部4个的50.0%"
    assert findings.of_rules(errors.clear(), "en") == "The rejected rows left no error behind"


def test_the_month_with_most_rejected_rows_is_named_and_of_ties_the_latest():
    months = pl.DataFrame(
        {"month": [date(2021, 1, 1), date(2021, 2, 1), None], "rejected": [2, 2, 9], "read": [10, 8, 9]}
    )
    assert findings.of_months(months, "zh") == "退回最多的是截至2021年2月的报送：2行，占当月读取的25.0%"
    assert findings.of_months(months.tail(1), "zh") == "退回的行所在的表都没有日期"


def test_the_indicator_with_the_largest_share_is_named():
    touched = pl.DataFrame({"label_zh": ["甲", "乙"], "label_en": ["A", "B"], "share": [0.125, 0.1]})
    expected = "5项指标中2项的来源台账有退回的行，占比最高的是“甲”（12.5%）"
    assert findings.of_indicators(touched, 5, "zh") == expected
    assert findings.of_indicators(touched.clear(), 5, "zh") == "没有一项指标的来源台账有退回的行"


def test_the_charts_draw_what_they_are_given():
    rows = pl.DataFrame({"name": ["组织部 · 会员"], "rejected": [3], "label": ["3 / 9（33.3%）"]})
    bars, labels = rejected_rows(rows, "zh", "退回").to_dict()["layer"]
    assert (bars["encoding"]["x"]["field"], labels["encoding"]["text"]["field"]) == ("rejected", "label")
    months = pl.DataFrame({"month": [date(2021, 1, 1)], "rejected": [3], "tip": ["2021年1月：…"]})
    columns, _ = rejected_months(months, "zh", "退回").to_dict()["layer"]
    assert (columns["encoding"]["x"]["field"], columns["encoding"]["tooltip"]["field"]) == ("month", "tip")


def test_a_workbook_to_hand_back_tells_place_and_reason_and_calculates_nothing():
    error = {"file": "a.xlsx", "sheet": "S", "row": 7, "ledger_label": "会员", "heading": "人数", "value": "=1+1"}
    errors = pl.DataFrame([{**error, "rule": "bad_type", "message_zh": "应为整数", "message_en": "a whole number"}])
    heading = Heading("组织部退回行清单", "云岭县", "zh", date(2021, 12, 31))
    lines = load_workbook(BytesIO(export.workbook(errors, heading))).get_sheet_by_index(0).to_python()
    assert lines[2:] == [
        ["文件", "工作表", "行", "台账", "表头", "原值", "规则", "说明"],
        ["a.xlsx", "S", 7, "会员", "人数", "=1+1", "格式不对", "应为整数"],
    ]


@pytest.mark.slow
def test_the_page_tells_of_every_rejected_row(sample_home: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    published = open_published(sample_home / "warehouse")
    rejected = published.query("select sum(rejected)::bigint as rejected from quality.sheets").item()
    departments = published.query(
        "select distinct department_id from quality.problems left join meta.ledgers using (ledger_id) "
        "where severity = 'error'"
    )
    page = visit("quarantine")
    assert page.subheader[0].value.startswith(f"退回{rejected}行")
    assert len(page.get("vega_lite_chart")) == 3
    assert len(page.get("download_button")) == departments.height
    assert "▼ 错误" in words_on(page)
    assert "△ 提醒" not in words_on(page)
