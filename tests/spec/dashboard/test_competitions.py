"""竞赛成绩: the medal table, the years, the rate and the roles."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard.charts.medal_table import medal_table
from dashboard.charts.year_bars import year_bars
from dashboard.competitions import findings, medals, years
from dashboard.competitions import words as wording
from tests.dashboard_visit import address_of, visit, words_on

AWARDS = pl.DataFrame(
    [
        ("机械", "焊工", "市级", "组队参加", "团体", "一等奖", "无", 1),
        ("机械", "焊工", "市级", "组队参加", "个人", "二等奖", "技术能手", 2),
        ("机械", "车工", "县级", "自办", "个人", "一等奖", "技术状元", 1),
        ("医疗", "护士", "市级", "组队参加", "个人", "一等奖", "技术状元", 2),
        ("医疗", "护士", "市级", "组队参加", "团体", "优秀组织奖", "无", 1),
        (None, None, None, None, "个人", "三等奖", "无", 1),
    ],
    schema=["industry", "trade", "level", "role", "award_kind", "grade", "title", "awards"],
    orient="row",
)


def test_the_table_ranks_by_first_second_and_third_prizes():
    lines = medals.table(AWARDS, "industry", "未填写")
    shown = [(one["group"], one["一等奖"], one["二等奖"], one["三等奖"], one["优秀奖"], one["total"]) for one in lines]
    assert shown == [
        ("机械", 1 + 1, 2, 0, 0, 1 + 2 + 1),
        ("医疗", 2, 0, 0, 1, 2 + 1),
        ("未填写", 0, 0, 1, 0, 1),
    ]
    assert [(one["技术状元"], one["技术能手"]) for one in lines] == [(1, 2), (2, 0), (0, 0)]
    assert [(one["team"], one["individual"]) for one in lines] == [(1, 3), (1, 2), (0, 1)]


def test_the_fields_carry_what_hovering_says():
    fields, prizes = medals.cells(medals.table(AWARDS, "trade", "未填写"), "zh")
    assert prizes == ["一等奖", "二等奖", "三等奖", "优秀", "状元", "能手", "合计"]
    tips = dict(fields.filter(pl.col("group") == "焊工").select("prize", "tip").iter_rows())
    assert tips["二等奖"] == "焊工 · 二等奖 2"
    assert tips["合计"] == "焊工 · 合计 3 · 团体 1 · 个人 2"


def test_the_chart_has_a_field_for_every_group_and_prize():
    lines = medals.table(AWARDS, "trade", "未填写")
    fields, prizes = medals.cells(lines, "zh")
    spec = medal_table(fields, [one["group"] for one in lines], prizes, "zh", "奖牌").to_dict()
    assert fields.height == len(lines) * len(prizes)
    boxes, numbers, bars, totals = (layer["encoding"]["x"]["scale"]["domain"] for layer in spec["layer"])
    assert boxes == numbers == prizes
    assert bars == totals == [0, max(one["total"] for one in lines) * 1.35]


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        ([], "2021年截至目前没有符合条件的获奖"),
        ([("机械", 2, 4), ("医疗", 1, 9)], "2021年共获奖13项，最多的是机械（一等奖2个，共4项）"),
        ([("机械", 2, 4), ("医疗", 2, 4)], "2021年共获奖8项，机械、医疗并列第一（一等奖各2个，各4项）"),
        ([(name, 1, 1) for name in "甲乙丙丁"], "2021年共获奖4项，甲、乙、丙等4个并列第一（一等奖各1个，各1项）"),
    ],
)
def test_the_title_names_who_leads(groups, sentence):
    lines = [{"group": name, "一等奖": gold, "二等奖": 0, "三等奖": 0, "total": total} for name, gold, total in groups]
    assert findings.of_medals(lines, 2021, "zh") == sentence


def by_year(*values: tuple[str, int, float | None]) -> pl.DataFrame:
    rows = [
        {
            "indicator_id": name,
            "as_of_date": date(year, 12, 31),
            "year": year,
            "numerator": None if value is None else value * 242,
            "denominator": 242.0,
            "value": value,
            "yoy": None,
            "is_complete": year < 2021,
            "reason": None if value is not None else "not_submitted",
        }
        for name, year, value in values
    ]
    return pl.DataFrame(rows, infer_schema_length=None)


@pytest.mark.parametrize(
    ("last", "now", "sentence"),
    [
        (9.0, 12.0, "团体奖12个，比上年多3个"),
        (12.0, 9.0, "团体奖9个，比上年少3个"),
        (9.0, 9.0, "团体奖9个，与上年持平"),
        (None, 9.0, "团体奖没有可比数"),
    ],
)
def test_years_are_compared(last, now, sentence):
    frame = by_year(("team_first_prizes", 2020, last), ("team_first_prizes", 2021, now))
    said = findings.of_years(frame, findings.TEAM_PRIZES, wording.PRIZES, wording.PRIZE_UNIT, 2021, "zh")
    assert said == sentence


def test_an_incomplete_year_is_marked_and_a_missing_one_has_no_number():
    frame = by_year(("skill_champions", 2020, None), ("skill_champions", 2021, 6.0))
    counted = years.counts(frame, ("skill_champions",), "zh")
    assert counted.select("year", "kind", "label", "is_complete").rows() == [
        (2020, "技术状元", "", True),
        (2021, "技术状元", "6 *", False),
    ]
    assert year_bars(counted, ["技术状元"], "zh", "称号").to_dict()["layer"][0]["mark"]["type"] == "bar"


def test_the_rate_is_told_with_both_parts_and_in_percentage_points():
    frame = by_year(("competition_award_rate", 2021, 0.25)).with_columns(yoy=pl.lit(0.031))
    said = findings.of_rate(frame, 2021, "zh")
    assert said == "2021年获奖率25.0%：参赛242人，个人获奖60.5人次，比上年上升3.1个百分点"
    assert findings.of_rate(frame.clear(), 2021, "zh") == "2021年还没有获奖率：无数据"


def test_roles_are_counted_in_their_order():
    held = pl.DataFrame({"role": ["自办", "组队参加", "组队参加"], "competitions": [6, 8, 1]})
    names = {"承办": "承办", "组队参加": "组队参加", "自办": "自办"}
    assert findings.of_roles(held, names, 2021, "zh") == "2021年15项竞赛：组队参加9项、自办6项"
    assert findings.of_roles(held.clear(), names, 2021, "zh") == "2021年截至目前没有举办或参加竞赛"


def test_the_page_filters_and_says_that_townships_have_no_competitions(sample_home: Path, monkeypatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    page = visit("competitions", region="530499001", by="trade", level="县级", address={"role": "all"})
    assert page.info[0].value == wording.COUNTY_ONLY.zh
    assert "2021年截至目前没有符合条件的获奖" in words_on(page)
    address = address_of(page)
    assert (address["by"], address["level"], address["role"]) == ("trade", "县级", "all")
    assert visit("competitions", by="colour").warning[0].value == "链接中的“colour”不存在，已改用“行业”。"
