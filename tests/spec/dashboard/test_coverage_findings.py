"""The sentences and tables of the page of coverage rates, from what they are given."""

from datetime import date
from typing import Any

import polars as pl

from dashboard import figure_list
from dashboard import findings as shared
from dashboard.coverage import contracts, findings, multiples
from dashboard.table import Link, Toned
from tests.spec.dashboard.test_figure import RATE, WITHHELD

DENSITY: dict[str, Any] = {
    **RATE,
    "indicator_id": "union_density",
    "as_of_date": date(2021, 12, 31),
    "region_code": "530499",
    "label_zh": "入会率",
    "label_en": "Union density",
    "is_complete": True,
    "department_id": "org",
    "department_name": "组织部",
    "owner": "张明",
}
REACHED = {**DENSITY, "label_zh": "建会率", "value": 0.9, "light": "green", "yoy": 0.0}
WITHOUT_TARGET = {
    **DENSITY,
    "label_zh": "参互率",
    "target": None,
    "light": "grey",
    "yoy": None,
    "yoy_reason": "before_data",
}


def frame(*rows: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(rows, infer_schema_length=None)


def of_rates(*rows: dict[str, Any]) -> str:
    return findings.of_rates(frame(*rows), "云岭县", "zh")


def test_how_many_rates_have_reached_their_target_and_which_is_farthest_from_it():
    far = {**DENSITY, "label_zh": "经审组织组建率", "value": 0.6, "target": 0.86, "light": "red"}
    assert of_rates(REACHED, DENSITY, far) == (
        "云岭县：有目标和数据的3项覆盖率中2项未达到目标，离目标最远的是经审组织组建率（60.0%，目标86%）"
    )
    assert of_rates(REACHED, WITHOUT_TARGET) == "云岭县：有目标和数据的1项覆盖率全部达到目标"
    assert of_rates(WITHOUT_TARGET) == "云岭县：1项覆盖率中没有可以同目标比较的"


def of_rate(**changed: Any) -> str:
    return findings.of_rate({**DENSITY, **changed}, "云岭县", "2021年12月", "zh")


def test_one_rate_against_a_year_before_and_its_target():
    now = "云岭县：入会率2021年12月为"
    assert of_rate() == f"{now}81.2%，比去年同期上升0.7个百分点，距目标85%差3.8个百分点"
    assert of_rate(yoy=-0.031) == f"{now}81.2%，比去年同期下降3.1个百分点，距目标85%差3.8个百分点"
    assert of_rate(value=0.85, yoy=0.0, light="green") == f"{now}85.0%，与去年同期持平，达到目标85%"
    assert of_rate(yoy=None, target=None, light="grey") == f"{now}81.2%"
    assert of_rate(is_complete=False, yoy=None) == f"{now}81.2%（资料不全），距目标85%差3.8个百分点"


def test_a_hair_below_the_target_is_not_said_to_be_nothing_below_it():
    assert of_rate(value=0.8499, yoy=None) == "云岭县：入会率2021年12月为84.99%，未达到目标85%"


def test_a_rate_without_a_figure_says_why():
    row = {**DENSITY, **WITHHELD}
    assert findings.of_rate(row, "云岭县", "2021年12月", "zh") == (
        "云岭县：入会率2021年12月没有数，人数少于5，按规定不显示"
    )
    in_english = findings.of_rate(row, "County", "December 2021", "en")
    assert in_english.startswith("County: no Union density for December 2021: ")


def of_changes(**yoy: float | None) -> str:
    townships = pl.DataFrame(
        {"region_name": list(yoy), "value": [0.5] * len(yoy), "yoy": pl.Series(list(yoy.values()), dtype=pl.Float64)}
    )
    return findings.of_changes(townships, "入会率", "2021年12月", "zh")


def test_how_many_townships_rose_and_fell_and_which_most():
    assert of_changes(甲镇=0.03, 乙镇=-0.012, 丙乡=0.0004, 丁乡=None) == (
        "入会率与去年同期相比：1个乡镇（街道）和系统上升，1个下降，1个持平；上升最多的是甲镇（3.0个百分点）；下降最多的是乙镇（1.2个百分点）"
    )


def test_equal_changes_are_named_together():
    assert of_changes(甲镇=0.03, 乙镇=0.0301).endswith("上升最多的是甲镇、乙镇（3.0个百分点）")
    many = of_changes(甲镇=0.03, 乙镇=0.03, 丙乡=0.03, 丁乡=0.03)
    assert many.endswith("上升最多的是甲镇、乙镇、丙乡等4个（3.0个百分点）")


def test_without_change_or_without_anything_to_compare():
    assert of_changes(甲镇=0.0, 乙镇=0.0) == "入会率与去年同期相比：有可比数的2个乡镇（街道）和系统全部持平"
    assert of_changes(甲镇=None) == "入会率：各乡镇（街道）和系统没有可比的去年同期数"
    assert of_changes() == "入会率：2021年12月各乡镇（街道）和系统都没有数"


def test_equally_low_townships_are_named_together():
    rows = [("甲镇", 0.5, 0.85, "red"), ("乙镇", 0.9, 0.85, "green"), ("丙乡", 0.5, 0.85, "red")]
    townships = pl.DataFrame(rows, schema=["region_name", "value", "target", "light"], orient="row")
    said = shared.of_townships(townships, "入会率", "2021年12月", "zh")
    assert said.endswith("2个的入会率未达到目标，最低的是甲镇、丙乡（50.0%）")


def test_a_row_of_the_list_has_state_parts_change_and_owner():
    shown, withheld, without = figure_list.rows(frame(DENSITY, {**DENSITY, **WITHHELD}, WITHOUT_TARGET), "zh")
    assert shown == {
        "light": "△ 接近",
        "name": Link("入会率", "indicators?indicator=union_density&as_of=2021-12&region=530499&lang=zh"),
        "value": "81.2%",
        "goal": "85%",
        "parts": "会员人数 55,487 ÷ 职工人数 68,300",
        "change": Toned("↑ 0.7个百分点 向好", "good"),
        "owner": "组织部 · 张明",
    }
    assert (withheld["light"], withheld["value"]) == ("○ 不评价", "人数少于5，按规定不显示")
    assert (without["light"], without["goal"], without["change"]) == ("○ 未设目标", "", "—（无去年同期数据）")


def test_a_figure_of_corrected_rows_says_so_beside_its_parts():
    (row,) = figure_list.rows(frame({**DENSITY, "corrected_rows": 2, "corrected_ledgers": "union"}), "zh")
    assert row["parts"] == "会员人数 55,487 ÷ 职工人数 68,300 · 含更正数据2行"


def test_an_incomplete_rate_says_so_beside_its_light():
    (row,) = figure_list.rows(frame({**DENSITY, "is_complete": False}), "en")
    assert row["light"] == "△ Close (incomplete)"


def test_the_head_of_a_small_multiple_is_shape_word_and_figure_or_why_there_is_none():
    townships = frame(
        {**RATE, "region_name": "甲镇", "value": 0.8, "light": "amber"},
        {**RATE, "region_name": "乙镇", "value": None, "light": "grey", "reason": "zero_denominator"},
        {**RATE, "region_name": "丙乡", "value": 0.9, "light": "green"},
        {**RATE, "region_name": "丁乡", "value": 0.5, "light": "grey", "target": None},
    )
    assert multiples.heads(townships, "up", "zh").select("region_name", "headline").rows() == [
        ("丙乡", "✓ 达标 90.0%"),
        ("甲镇", "△ 接近 80.0%"),
        ("丁乡", "○ 未设目标 50.0%"),
        ("乙镇", "分母为0"),
    ]


def expiry(days: int, **changed: Any) -> dict[str, Any]:
    return {
        "unit_code": "91530499MA0000255N",
        "unit_name": "甲厂",
        "region_name": "石桥镇",
        "contract_code": "GZ2021-0001",
        "covered_workers": 1200,
        "expiry_date": date(2022, 1, 12),
        "days_left": days,
        "is_expired": days < 0,
        "is_renewed": False,
        "next_effective_date": None,
        **changed,
    }


def of_contracts(*rows: dict[str, Any]) -> str:
    schema = {"is_expired": pl.Boolean, "is_renewed": pl.Boolean}
    listed = pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=schema)
    return findings.of_contracts(listed, "云岭县", 90, "zh")


def test_how_many_contracts_have_expired_and_soon_will():
    found = "云岭县：工资专项合同已到期未续签的企业{}家，90天内到期的{}家"
    assert of_contracts(expiry(-5), expiry(0), expiry(9)) == found.format(1, 2)
    assert of_contracts(expiry(3), expiry(9, is_renewed=True)) == found.format(0, 2) + "（其中1家已续签）"
    assert of_contracts() == "云岭县没有工资专项合同已到期未续签或在90天内到期的企业"


def test_a_row_of_the_contracts_has_state_days_and_renewal():
    begins = date(2022, 2, 1)
    listed = frame(
        expiry(-45, next_effective_date=begins),
        expiry(12, region_name=None, unit_name=None),
        expiry(0, is_renewed=True, next_effective_date=begins),
    )
    late, soon, renewed = contracts.rows(listed, "zh")
    assert late == {
        "state": "▼ 已到期",
        "enterprise": "甲厂",
        "township": "石桥镇",
        "contract": "GZ2021-0001",
        "expiry": "2022年1月12日",
        "left": "已过45天",
        "workers": "1,200",
        "renewal": "新合同2022年2月1日才生效，间隔超过60天",
    }
    assert (soon["state"], soon["left"], soon["renewal"]) == ("△ 即将到期", "剩12天", "未续签")
    assert (soon["enterprise"], soon["township"]) == ("91530499MA0000255N", "名录中没有")
    assert (renewed["state"], renewed["left"], renewed["renewal"]) == ("✓ 已续签", "当天到期", "2022年2月1日起生效")


def test_one_day_is_a_day_in_english():
    assert [contracts.days_left(days, "en") for days in (-2, -1, 0, 1, 2)] == [
        "2 days ago",
        "1 day ago",
        "last day",
        "1 day left",
        "2 days left",
    ]


def test_what_expires_later_than_asked_for_is_not_listed():
    listed = frame(expiry(-400), expiry(30), expiry(31), expiry(90))
    assert contracts.within(listed, 30)["days_left"].to_list() == [-400, 30]
    assert contracts.within(listed, 90)["days_left"].to_list() == [-400, 30, 31, 90]
