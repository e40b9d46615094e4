"""The sentences over charts and lists say what these show."""

import polars as pl

from dashboard import findings
from dashboard.quality import submissions


def townships(*rows: tuple[str, float | None, float | None, str]) -> pl.DataFrame:
    schema = {"region_name": pl.String, "value": pl.Float64, "target": pl.Float64, "light": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def said(frame: pl.DataFrame) -> str:
    return findings.of_townships(frame, "入会率", "2021年12月", "zh")


def test_some_townships_short_of_the_target():
    frame = townships(("甲镇", 0.9, 0.85, "green"), ("乙镇", 0.7, 0.85, "red"), ("丙乡", 0.8499, 0.85, "amber"))
    assert said(frame) == "有目标和数据的3个乡镇（街道）和系统中，2个的入会率未达到目标，最低的是乙镇（70.0%）"


def test_all_townships_on_target_leave_out_those_without_a_figure():
    frame = townships(("甲镇", 0.9, 0.85, "green"), ("丙乡", None, 0.85, "grey"))
    assert said(frame) == "有目标和数据的1个乡镇（街道）和系统，入会率全部达到目标"


def test_no_target():
    frame = townships(("甲镇", 0.9, None, "grey"), ("乙镇", 0.7, None, "grey"))
    assert said(frame) == "入会率未设目标：最高甲镇（90.0%），最低乙镇（70.0%）"
    assert said(townships(("甲镇", 0.9, None, "grey"))) == "入会率未设目标：1个乡镇（街道）和系统均为90.0%"


def test_no_figure_at_all():
    assert said(townships(("甲镇", None, 0.85, "grey"))) == "入会率：2021年12月各乡镇（街道）都没有数据"


def test_missing_ledgers_are_named_with_their_department():
    ledgers = pl.DataFrame(
        {
            "ledger_id": ["union", "enterprise", "budget"],
            "label_zh": ["基层工会台账", "单位名录", "预算执行表"],
            "department_name": ["组织部", "组织部", "财务部"],
        }
    )
    assert findings.of_missing(["union", "enterprise"], ledgers, "zh") == "组织部（基层工会台账、单位名录）"
    assert findings.of_missing(["budget", "union"], ledgers, "zh") == "组织部（基层工会台账）；财务部（预算执行表）"


def test_submissions_in_one_sentence():
    assert submissions.state(None, is_short=True) == "missing"
    assert submissions.state(2, is_short=True) == "short"
    assert submissions.finding([{"code": "delivered"}], "zh") == "全部1本台账都已报送到期"
    assert submissions.finding([{"code": "missing"}, {"code": "short"}], "zh") == "2本台账中1本未报送，1本未报到"
