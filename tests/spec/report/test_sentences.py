"""Given figures, the words: rounding, units, comparisons, marks."""

from dataclasses import replace

import pytest

from tests.spec.report.given import AMOUNT, COUNT, MISSING, PEOPLE, RATE
from warehouse.report.resolve import democratic_management
from warehouse.report.sentences import change, due, last_year, value
from warehouse.report.speech import paragraph, sentence


@pytest.mark.parametrize(
    ("yuan", "said"),
    [
        (633_800, "63.38万元"),
        (346_000, "34.6万元"),
        (50_000, "5万元"),
        (12_345_678.90, "1234.57万元"),  # no separators
        (10_050, "1.01万元"),  # 1.005 half up
        (1_149.99, "0.11万元"),
        (49.99, "49.99元"),  # 0.00 万元 would be nothing
        (0, "0万元"),
    ],
)
def test_money_is_said_in_wan(yuan: float, said: str) -> None:
    assert value(replace(AMOUNT, value=float(yuan))) == said


@pytest.mark.parametrize(("people", "said"), [(15_847, "1.58万人"), (20_000, "2万人"), (930, "0.09万人"), (42, "42人")])
def test_people_are_said_in_wan_where_that_is_asked_for(people: int, said: str) -> None:
    assert value(replace(COUNT, unit=PEOPLE, value=float(people)), "zh", "万人") == said


def test_counts_are_said_in_their_own_unit_without_separators() -> None:
    assert value(replace(COUNT, value=12_345.0)) == "12345份"


@pytest.mark.parametrize(
    ("fraction", "said"),
    [(0.8125, "81.25%"), (0.8, "80%"), (1.0, "100%"), (0.99996, "99.99%"), (0.00001, "0.01%"), (0.123455, "12.35%")],
)
def test_rates_have_two_decimals_at_most_and_never_look_whole_when_they_are_not(fraction: float, said: str) -> None:
    assert value(replace(RATE, value=fraction)) == said


def test_a_rate_changes_in_points() -> None:
    assert change(RATE) == "比上年同期提高3.3个百分点"  # 81.25 − 78 = 3.25, half up
    assert change(replace(RATE, yoy=-0.05)) == "比上年同期下降5个百分点"


def test_a_count_changes_in_per_cent() -> None:
    assert change(COUNT) == "比上年同期增长20%"  # 36 / 30 − 1
    assert change(replace(COUNT, yoy=-0.1234)) == "比上年同期下降12.3%"


@pytest.mark.parametrize(
    ("yoy", "said"),
    [(0.0, "与上年同期持平"), (0.0004, "与上年同期基本持平"), (-0.0004, "与上年同期基本持平")],
)
def test_only_what_is_equal_is_the_same(yoy: float, said: str) -> None:
    assert change(replace(COUNT, yoy=yoy)) == said


def test_a_remainder_of_binary_arithmetic_is_no_change() -> None:
    assert change(replace(RATE, yoy=(0.1 + 0.2) - 0.3)) == "与上年同期持平"  # 5.6e-17


def test_without_a_year_before_there_is_no_comparison() -> None:
    none = replace(COUNT, yoy=None, last_year=None, yoy_reason="before_data")
    assert change(none) == "上年同期无数据"
    assert last_year(none) == "〔上年同期无数据〕"
    nothing = replace(COUNT, yoy=None, last_year=0.0, yoy_reason="zero_base")
    assert change(nothing) == "上年同期无"
    assert change(replace(nothing, value=0.0)) == "与上年同期持平"


def test_marks_say_what_is_missing() -> None:
    assert value(replace(COUNT, is_complete=False)) == "36份〔数据未报齐〕"
    assert value(replace(COUNT, **MISSING, reason="not_submitted")) == "〔未报送〕"
    assert value(replace(COUNT, **MISSING, reason="suppressed", is_suppressed=True)) == "〔人数少于5，按规定不显示〕"
    assert value(replace(RATE, **MISSING, reason="zero_denominator")) == "〔分母为0〕"


def test_an_incomplete_figure_is_not_compared_and_a_missing_one_neither() -> None:
    assert change(replace(COUNT, is_complete=False)) == "暂不与上年同期比较"
    assert change(replace(COUNT, **MISSING, reason="not_submitted")) == ""


def said(disclosure: tuple[float, float], congress: tuple[float, float], **more: bool) -> str:
    figures = [
        replace(RATE, numerator=part, denominator=whole, value=part / whole, **more)
        for part, whole in (disclosure, congress)
    ]
    return "".join(piece.text for piece in democratic_management(*figures))


def test_all_is_covered_only_when_both_rates_are_exactly_the_whole() -> None:
    assert said((56, 56), (56, 56)) == "公有制企业厂务公开和职工代表大会制度建制全覆盖"
    assert said((56, 56), (55, 56)) == "公有制企业厂务公开建制率100%、职工代表大会建制率98.21%"
    assert said((99_999, 100_000), (56, 56)) == "公有制企业厂务公开建制率99.99%、职工代表大会建制率100%"
    assert said((56, 56), (56, 56), is_complete=False).endswith("全覆盖〔数据未报齐〕")


def test_a_speaking_point_says_parts_change_and_goal() -> None:
    judged = replace(RATE, target=0.8, light="green")
    assert sentence(judged, "zh") == (
        "入会率81.25%（会员130人，职工160人），比上年同期提高3.3个百分点，年度目标80%，达标。"
    )
    assert sentence(judged, "en") == (
        "Union density: 81.25% (Members 130 people, Employees 160 people), "
        "up 3.3 percentage points on a year before, target of the year 80%, on target."
    )


def test_a_speaking_point_of_the_year_says_what_is_due_by_now() -> None:
    paced = replace(COUNT, target=80.0, pace=40.0, light="amber")
    assert sentence(paced, "zh") == "工资专项集体合同签订数36份，比上年同期增长20%，年度目标80份，序时应达40份，接近。"


def test_what_is_due_of_things_is_a_whole_number_that_reaches_the_pace() -> None:
    assert due(replace(COUNT, target=16.0, pace=16 * 334 / 365)) == "序时应达15份"  # 14.64: with 14 it is not reached
    assert due(replace(COUNT, target=16.0, pace=8.000000000000002)) == "序时应达8份"
    assert due(replace(AMOUNT, target=700_000.0, pace=320_273.97)) == "序时应达32.03万元"


def test_what_should_stay_small_has_a_most_that_may_be_spent_by_now() -> None:
    spent = replace(AMOUNT, target=80_000.0, pace=67_945.2, better="down")
    assert due(spent) == "序时不超过6.79万元"
    assert due(spent, "en") == "at most 67,945.2 yuan by now"
    assert due(replace(COUNT, target=16.0, pace=14.64, better="down")) == "序时不超过14份"


def test_a_missing_figure_is_said_to_be_missing_in_a_speech_too() -> None:
    missing = replace(COUNT, **MISSING, reason="not_submitted", target=80.0)
    assert paragraph([missing, RATE], COUNT.label, "青禾街道", "2021年12月31日", "zh").startswith(
        "截至2021年12月31日，青禾街道工资专项集体合同签订数情况：工资专项集体合同签订数〔未报送〕。入会率81.25%"
    )
