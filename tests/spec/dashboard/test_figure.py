"""How one figure is said."""

from typing import Any

import pytest

from dashboard import figure

RATE: dict[str, Any] = {
    "kind": "ratio",
    "time": "point",
    "better": "up",
    "unit": "%",
    "unit_en": "%",
    "value": 0.8124,
    "numerator": 55_487.0,
    "denominator": 68_300.0,
    "numerator_label_zh": "会员人数",
    "numerator_label_en": "Members",
    "denominator_label_zh": "职工人数",
    "denominator_label_en": "Employees",
    "target": 0.85,
    "pace": None,
    "yoy": 0.007,
    "yoy_reason": None,
    "last_year_source": None,
    "reason": None,
    "light": "amber",
    "light_reason": None,
    "is_suppressed": False,
    "corrected_rows": 0,
    "corrected_ledgers": "",
}
MONEY = {
    **RATE,
    "kind": "amount",
    "time": "ytd",
    "unit": "元",
    "unit_en": "yuan",
    "value": 3_531_250.5,
    "numerator": 3_531_250.5,
    "denominator": None,
    "denominator_label_zh": None,
    "denominator_label_en": None,
    "target": 5_000_000.0,
    "pace": 4_000_000.0,
    "yoy": -0.12,
}
WITHHELD = {**RATE, "value": None, "numerator": None, "denominator": 310.0, "yoy": None, "reason": "suppressed"}
WITHHELD |= {"light": "grey", "is_suppressed": True}


def test_a_rate_with_both_its_parts():
    assert figure.value(RATE, "zh") == "81.2%"
    assert figure.parts(RATE, "zh") == "会员人数 55,487 ÷ 职工人数 68,300"
    assert figure.parts(RATE, "en") == "Members 55,487 ÷ Employees 68,300"


def test_an_amount_has_no_parts_and_is_compared_with_what_is_due_by_now():
    assert figure.value(MONEY, "zh") == "353.13万元"
    assert figure.parts(MONEY, "zh") is None
    assert figure.target(MONEY, "zh") == "目标 500万元、序时 400万元"
    assert figure.gap(MONEY, "zh") == "46.87万元"


def test_what_is_due_by_now_of_things_is_a_whole_number():
    counted = {**MONEY, "kind": "count", "unit": "件", "unit_en": "", "value": 12.0, "target": 16.0}
    paced = {**counted, "pace": 16 * 334 / 365}  # 14.64: with 14 it is not reached
    assert figure.target(paced, "zh") == "目标 16件、序时 15件"
    assert figure.due_text(paced, "zh") == "15件"
    assert figure.gap(paced, "zh") == "3件"
    assert figure.due_text({**paced, "better": "down"}, "zh") == "14件", "15 would already be too many"


def test_what_has_no_pace_is_compared_with_the_target_itself():
    assert figure.target(RATE, "zh") == "目标 85%"
    assert figure.gap(RATE, "zh") == "3.8个百分点"


def test_a_suppressed_rate_says_so_and_shows_only_the_part_that_is_not_about_the_same_people():
    assert figure.value(WITHHELD, "zh") == "人数少于5，按规定不显示"
    assert figure.parts(WITHHELD, "zh") == "会员人数 人数少于5，按规定不显示 ÷ 职工人数 310"
    assert figure.change(WITHHELD, "zh") == ("同比 —（人数少于5，按规定不显示）", "neutral")


@pytest.mark.parametrize(
    ("better", "yoy", "said", "tone"),
    [
        ("up", 0.031, "同比 ↑ 3.1个百分点 向好", "good"),
        ("up", -0.009, "同比 ↓ 0.9个百分点 转差", "bad"),
        ("down", -0.009, "同比 ↓ 0.9个百分点 向好", "good"),
        ("down", 0.009, "同比 ↑ 0.9个百分点 转差", "bad"),
        ("none", 0.031, "同比 ↑ 3.1个百分点", "neutral"),
        ("up", 0.0001, "同比 持平", "neutral"),
    ],
)
def test_a_change_is_good_or_bad_only_by_the_indicators_own_direction(better, yoy, said, tone):
    assert figure.change({**RATE, "better": better, "yoy": yoy}, "zh") == (said, tone)


def test_counts_and_amounts_change_in_per_cent():
    assert figure.change(MONEY, "zh") == ("同比 ↓ 12.0% 转差", "bad")


@pytest.mark.parametrize(
    ("code", "said"), [("zero_base", "同比 —（去年同期为0）"), ("before_data", "同比 —（无去年同期数据）")]
)
def test_without_a_change_the_dash_has_a_reason(code, said):
    assert figure.change({**RATE, "yoy": None, "yoy_reason": code}, "zh")[0] == said


def test_a_figure_of_last_year_that_was_only_reported_names_its_source():
    reported = {**RATE, "last_year_source": "2020年工作总结"}
    assert (
        figure.change(reported, "zh")[0]
        == "同比 ↑ 0.7个百分点 向好（去年的数据据已签发材料，不可下钻：2020年工作总结）"
    )


@pytest.mark.parametrize(
    ("changes", "shape", "word"),
    [
        ({"light": "green"}, "✓", "达标"),
        ({"light": "amber"}, "△", "接近"),
        ({"light": "red"}, "▼", "落后"),
        ({"light": "grey", "target": None}, "○", "未设目标"),
        ({"light": "grey", "light_reason": "not_due"}, "○", "未到时段"),
        ({"light": "grey", "better": "none", "target": None}, "○", "只作描述"),
        ({"light": "grey", "value": None}, "○", "不评价"),
    ],
)
def test_a_light_is_a_shape_and_a_word(changes, shape, word):
    _, light, said = figure.light({**RATE, **changes})
    assert (light.shape, said.zh) == (shape, word)


def test_corrected_rows_behind_a_figure_are_said_else_that_its_ledgers_have_corrections():
    assert figure.corrected(RATE, "zh") is None
    assert figure.corrected({**RATE, "corrected_rows": 1200, "corrected_ledgers": "union"}, "zh") == "含更正数据1,200行"
    assert figure.corrected({**RATE, "corrected_rows": 2, "corrected_ledgers": "union"}, "en") == "2 corrected rows"
    assert figure.corrected({**RATE, "corrected_ledgers": "union"}, "zh") == "所读台账有更正"
    assert figure.corrected({**WITHHELD, "corrected_rows": None, "corrected_ledgers": None}, "zh") is None
