"""The sentences of the page of relief spending."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.relief import findings, rankings
from dashboard.relief.money import scale_for
from dashboard.relief.months import in_month, period

NAMES = {"送温暖慰问": "Relief visits", "金秋助学": "Student aid", "医疗互助补助": "Mutual medical aid"}


def programme(zh: str, value: float | None, last_year: float | None, **more: Any) -> dict[str, Any]:
    return {
        "programme_zh": zh,
        "programme_en": NAMES[zh],
        "label_zh": f"{zh}支出",
        "label_en": f"{NAMES[zh]} spent",
        "kind": "amount",
        "unit": "元",
        "unit_en": "yuan",
        "better": "none",
        "value": value,
        "last_year": last_year,
        "yoy": None,
        "yoy_reason": None,
        "reason": None,
        "last_year_source": None,
        "target": None,
        **more,
    }


def of_programmes(*rows: dict[str, Any], language: Any = "zh") -> str:
    frame = pl.DataFrame(rows, schema_overrides={"value": pl.Float64, "last_year": pl.Float64}) if rows else None
    return findings.of_programmes(pl.DataFrame() if frame is None else frame, "云岭县", "2021年1–6月", language)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "这个版本没有帮扶项目。"),
        (
            [programme("送温暖慰问", 30_000, 20_000), programme("金秋助学", 10_000, 5_000)],
            "云岭县2021年1–6月2个帮扶项目支出4万元，最多的是送温暖慰问（3万元，占75.0%），比去年同期多1.5万元",
        ),
        (
            [programme("送温暖慰问", 500, 800), programme("金秋助学", 500, 400)],
            "云岭县2021年1–6月2个帮扶项目支出1,000元，送温暖慰问、金秋助学最多，各500元，比去年同期少200元",
        ),
        ([programme("送温暖慰问", 500, 500)], "云岭县2021年1–6月送温暖慰问支出500元，与去年同期相同"),
        ([programme("送温暖慰问", 0, 0)], "云岭县2021年1–6月还没有帮扶支出"),
        (
            [programme("送温暖慰问", 0, 0), programme("金秋助学", 500, 300)],
            "云岭县2021年1–6月金秋助学支出500元，比去年同期多200元",
        ),
        (
            [programme("送温暖慰问", 500, 400), programme("金秋助学", None, None, reason="suppressed")],
            "云岭县2021年1–6月送温暖慰问支出500元，比去年同期多100元；金秋助学人数少于5，按规定不显示，未计入",
        ),
        (
            [programme("送温暖慰问", 500, 400), programme("金秋助学", 100, None)],
            "云岭县2021年1–6月2个帮扶项目支出600元，最多的是送温暖慰问（500元，占83.3%）",
        ),
        (
            [programme("送温暖慰问", None, None, reason="not_submitted")],
            "云岭县2021年1–6月：送温暖慰问台账未报送",
        ),
    ],
    ids=["none", "two", "tied", "one", "nothing", "one of two", "withheld", "without last year", "not submitted"],
)
def test_programmes_together(rows, sentence):
    assert of_programmes(*rows) == sentence


def test_programmes_in_english():
    assert of_programmes(
        programme("送温暖慰问", 30_000, 20_000), programme("金秋助学", 10_000, 5_000), language="en"
    ) == (
        "云岭县, 2021年1–6月: 40,000 yuan spent on 2 programmes, most on relief visits (30,000 yuan, 75.0%), "
        "15,000 yuan more than a year before"
    )


def funds(raised: float | None, spent: float | None, rate: float | None) -> str:
    reason = {"reason": "not_submitted"}
    rows = [
        programme("送温暖慰问", raised, None, programme_zh=None, label_zh="送温暖筹集资金", **reason),
        programme("送温暖慰问", spent, None, label_zh="送温暖慰问支出", **reason),
        programme("送温暖慰问", rate, None, kind="ratio"),
    ]
    return findings.of_funds(rows[0], rows[1], rows[2], "云岭县", "2021年1月", "zh")


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ((100.0, 80.0, 0.8), "筹集不是支出：云岭县2021年1月筹集100元，支出80元，尚有20元未支出，执行率80.0%"),
        ((100.0, 120.0, 1.2), "筹集不是支出：云岭县2021年1月筹集100元，支出120元，支出超过筹集20元，执行率120.0%"),
        ((100.0, 100.0, 1.0), "筹集不是支出：云岭县2021年1月筹集100元，支出100元，两者相等，执行率100.0%"),
        ((0.0, 80.0, None), "筹集不是支出：云岭县2021年1月筹集0元，支出80元，支出超过筹集80元"),
        ((None, 80.0, None), "云岭县2021年1月送温暖慰问支出80元；送温暖筹集资金台账未报送"),
        ((None, None, None), "云岭县2021年1月：送温暖筹集资金台账未报送；送温暖慰问台账未报送"),
    ],
)
def test_raised_is_set_beside_spent(figures, sentence):
    assert funds(*figures) == sentence


def test_one_programme_is_compared_without_judging_it():
    row = programme("金秋助学", 65_000, 50_000, yoy=0.3)
    assert (
        findings.of_cumulative(row, "云岭县", "2021年1–8月", "zh")
        == "云岭县2021年1–8月金秋助学支出6.5万元，同比 ↑ 30.0%"
    )
    withheld = programme("金秋助学", None, None, reason="suppressed")
    assert (
        findings.of_cumulative(withheld, "甲镇", "2021年1月", "zh") == "甲镇2021年1月金秋助学：人数少于5，按规定不显示"
    )


def test_a_finding_of_incomplete_data_says_so():
    assert findings.marked("支出1元", "zh", is_complete=True) == "支出1元"
    assert findings.marked("支出1元", "zh", is_complete=False) == "支出1元（资料不全）"


def places(**values: float | None) -> pl.DataFrame:
    rows = [(name, value, value is None) for name, value in values.items()]
    schema = {"region_name": pl.String, "value": pl.Float64, "is_suppressed": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.mark.parametrize(
    ("townships", "sentence"),
    [
        (places(), "助学：没有一个乡镇（街道）和系统有可显示的数"),
        (places(甲=None, 乙=None), "助学：没有一个乡镇（街道）和系统有可显示的数；2个按规定不显示（人数少于5）"),
        (places(甲=5.0, 乙=None), "助学：只有甲有数（5元）；1个按规定不显示（人数少于5）"),
        (places(甲=5.0, 乙=5.0), "助学：有数的2个乡镇（街道）和系统均为5元"),
        (places(甲=5.0, 乙=9.0, 丙=5.0), "助学：有数的3个乡镇（街道）和系统中，乙最多（9元），甲、丙最少（5元）"),
        (
            places(甲=9.0, 乙=0.0, 丙=0.0, 丁=0.0, 戊=0.0),
            "助学：有数的5个乡镇（街道）和系统中，甲最多（9元），乙、丙、丁等4个最少（0元）",
        ),
    ],
)
def test_townships_of_one_programme(townships, sentence):
    assert rankings.of_townships(townships, "助学", "zh") == sentence


@pytest.mark.parametrize(
    ("townships", "average", "sentence"),
    [
        (places(甲=500.0, 乙=700.0), 600.0, "每人次慰问云岭县平均600元；最高的是乙（700元），最低的是甲（500元）"),
        (places(甲=600.0, 乙=600.0), 600.0, "每人次慰问云岭县平均600元；有数的2个乡镇（街道）和系统均为600元"),
        (places(甲=None), 600.0, "每人次慰问云岭县平均600元；1个按规定不显示（人数少于5）"),
        (places(), None, "云岭县人均慰问金额：台账未报送"),
    ],
)
def test_relief_per_visit(townships, average, sentence):
    county = {"value": average, "reason": "not_submitted"}
    assert rankings.of_per_visit(townships, county, "云岭县", "zh") == sentence


def kinds(*rows: tuple[str, float | None, float | None]) -> pl.DataFrame:
    return pl.DataFrame(
        [(name, value, each, value is None) for name, value, each in rows],
        schema={"name": pl.String, "value": pl.Float64, "each": pl.Float64, "is_suppressed": pl.Boolean},
        orient="row",
    )


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (kinds(("保安", 50.0, 9.0), ("劳模", 80.0, 4.0)), "慰问按对象：劳模最多（80元）；人均最高的是保安（9元）"),
        (
            kinds(("保安", 50.0, 5.0), ("劳模", 50.0, 5.0)),
            "慰问按对象：保安、劳模最多，各50元；人均最高的是保安、劳模（5元）",
        ),
        (
            kinds(("保安", 50.0, None), ("劳模", None, None)),
            "慰问按对象：只有保安有可显示的数（50元）；1类按规定不显示（人数少于5）",
        ),
        (kinds(("劳模", None, None)), "慰问按对象：各类都没有可显示的数；1类按规定不显示（人数少于5）"),
    ],
)
def test_kinds_of_recipients(cells, sentence):
    assert rankings.of_breakdown(cells, "慰问", "对象", "zh") == sentence


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2021, 1, 31), "2021年1月", "January 2021"),
        (date(2021, 6, 30), "2021年1–6月", "January–June 2021"),
        (date(2021, 11, 15), "2021年1月1日至11月15日", "1 January to 15 November 2021"),
    ],
)
def test_the_year_to_date_in_words(day, zh, en):
    assert (period(day, "zh"), period(day, "en")) == (zh, en)


def test_a_month_that_is_not_over_says_up_to_which_day():
    assert in_month(date(2021, 11, 15), "zh") == "2021年11月（到15日）"
    assert in_month(date(2021, 11, 30), "en") == "November 2021"


@pytest.mark.parametrize(
    ("highest", "language", "unit", "label"),
    [
        (334_280.0, "zh", "万元", "33.4"),
        (334_280.0, "en", "thousand yuan", "334"),
        (120_000_000.0, "zh", "亿元", "1.2"),
        (4_560_000.0, "en", "million yuan", "4.56"),
        (800.0, "zh", "元", "800"),
    ],
)
def test_an_axis_is_in_the_unit_in_which_people_say_its_largest_amount(highest, language, unit, label):
    scale = scale_for(highest, language)
    assert (scale.unit, scale.short(highest)) == (unit, label)
