"""同比趋势: like with like, what is said of it, and the page of the sample county."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.trends import findings, point, queries, series
from dashboard.trends.choosing import Chosen
from dashboard.trends.panels import drawn
from tests.dashboard_visit import address_of, visit, words_on
from tests.warehouse_tables import COUNTY, TOWNSHIPS, Tables
from warehouse.kpi_tables import compute_and_store
from warehouse.reader import Published, open_published

MID_MONTH = date(2021, 11, 15)
END_OF_MONTH = date(2021, 6, 30)
FIRST_MONTH = date(2019, 1, 1)

RATIO = {
    "indicator_id": "union_density",
    "label_zh": "入会率",
    "label_en": "Union density",
    "kind": "ratio",
    "time": "point",
    "better": "up",
    "unit": "%",
    "unit_en": "%",
    "numerator_label_zh": "会员",
    "denominator_label_zh": "职工",
    "is_about_people": False,
}
AMOUNT = {
    **RATIO,
    "indicator_id": "relief_spent",
    "label_zh": "慰问支出",
    "kind": "amount",
    "time": "ytd",
    "better": "none",
    "unit": "元",
    "unit_en": "yuan",
    "denominator_label_zh": None,
    "is_about_people": True,
}
COURSE = {
    "as_of_date": pl.Date(),
    "region_code": pl.String(),
    **dict.fromkeys(("numerator", "denominator", "value", "last_year"), pl.Float64()),
    "last_year_source": pl.String(),
    "yoy": pl.Float64(),
    "yoy_reason": pl.String(),
    **dict.fromkeys(("month_value", "mom", "target", "pace"), pl.Float64()),
    **dict.fromkeys(("is_complete", "is_suppressed"), pl.Boolean()),
    "reason": pl.String(),
}


def figure(day: str, value: float | None, region: str = COUNTY, **more: Any) -> dict[str, Any]:
    return {
        **dict.fromkeys(COURSE),
        "as_of_date": date.fromisoformat(day),
        "region_code": region,
        "value": value,
        "is_complete": True,
        "is_suppressed": False,
        **more,
    }


def course(*figures: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame(list(figures), schema=COURSE)


def chosen(definition: dict[str, Any] = RATIO, compare: str = "yoy", **regions: str) -> Chosen:
    return Chosen(definition, regions or {COUNTY: "云岭县"}, (2021, 2020), compare)


def points(frame: pl.DataFrame, as_of: date = END_OF_MONTH, *regions: str) -> pl.DataFrame:
    return series.points(frame, regions or (COUNTY,), (2021, 2020), as_of, FIRST_MONTH, same_day=True)


def test_a_month_is_looked_at_on_its_last_day_and_none_after_the_as_of_day():
    days = series.days([2021, 2020], END_OF_MONTH, same_day=True)
    assert len(days) == 12 + 6
    assert days[:2] == [date(2020, 1, 31), date(2020, 2, 29)]
    assert days[-1] == END_OF_MONTH


def test_half_a_month_is_compared_with_half_a_month():
    compared = series.days([2021, 2020], MID_MONTH, same_day=True)
    assert [day for day in compared if day.month == 11] == [date(2020, 11, 15), date(2021, 11, 15)]
    assert date(2020, 12, 31) in compared
    in_sequence = series.days([2021, 2020], MID_MONTH, same_day=False)
    assert [day for day in in_sequence if day.month == 11] == [date(2020, 11, 30), date(2021, 11, 15)]


def test_of_years_that_are_over_every_month_is_whole():
    days = series.days([2020, 2019], MID_MONTH, same_day=True)
    assert [day for day in days if day.month == 11] == [date(2019, 11, 30), date(2020, 11, 30)]


def test_a_published_course_has_the_same_day_a_year_before():
    """Members of one union, by submissions of 2020 and 2021: the data date lies in mid-month."""
    tables = Tables(
        data_date="2021-11-15",
        unions="""
            union_code | township_code | members | employees | founded_date | reach_date
            U1         | 530499001     | 10      | 20        | 2019-05-01   | 2020-11-14
            U1         | 530499001     | 12      | 20        | 2019-05-01   | 2020-11-20
            U1         | 530499001     | 15      | 20        | 2019-05-01   | 2021-11-15
        """,
    )
    built = tables.build()
    compute_and_store(built.con)
    frame = queries.course(Published(Path("mid-month"), {}, built.con), "members")
    of_november = points(frame, MID_MONTH, COUNTY, TOWNSHIPS[1]).filter(pl.col("month") == 11)
    assert of_november.select("region_code", "as_of_date", "value", "is_open").rows() == [
        (COUNTY, date(2020, 11, 15), 10, True),
        (COUNTY, date(2021, 11, 15), 15, True),
        (TOWNSHIPS[1], date(2020, 11, 15), 0, True),
        (TOWNSHIPS[1], date(2021, 11, 15), 0, True),
    ]


def test_a_day_that_was_never_computed_says_why_it_has_no_figure():
    frame = series.points(course(), (COUNTY,), (2018, 2019), date(2019, 1, 31), FIRST_MONTH, same_day=True)
    assert dict(frame.select("as_of_date", "reason").rows())[date(2018, 12, 31)] == "before_data"
    assert dict(frame.select("as_of_date", "reason").rows())[date(2019, 1, 31)] == "not_computed"


def test_a_figure_reported_at_the_time_stands_where_nothing_was_counted_and_names_its_source():
    frame = course(
        figure("2020-03-31", 0.0, numerator=0.0),
        figure("2021-03-31", 9.0, last_year=7.0, last_year_source="2020年工作总结"),
    )
    march = points(frame).filter((pl.col("month") == 3) & (pl.col("year") == 2020)).row(0, named=True)
    assert (march["value"], march["numerator"], march["source"]) == (7.0, None, "2020年工作总结")
    assert point.cell(march, AMOUNT, "zh", is_by_month=True) == "7元（取自2020年工作总结）"


@pytest.mark.parametrize(
    ("row", "definition", "text"),
    [
        ({"value": 0.75, "numerator": 15.0, "denominator": 20.0}, RATIO, "75.0%（15 ÷ 20）"),
        ({"value": 30000.0, "month_value": 500.0}, AMOUNT, "3万元（当月 500元）"),
        ({"value": 30000.0}, AMOUNT, "3万元（当月 —）"),
        ({"value": None, "reason": "suppressed", "is_suppressed": True}, AMOUNT, "人数少于5，按规定不显示"),
        ({"value": None, "reason": "county_only"}, RATIO, "只有全县数，不分乡镇"),
        (
            {"value": None, "reason": "zero_denominator", "numerator": 0.0, "denominator": 0.0},
            RATIO,
            "分母为0（0 ÷ 0）",
        ),
        ({"value": 0.75, "is_complete": False, "is_open": True}, RATIO, "75.0% *资料不全 *截至30日"),
    ],
)
def test_a_cell_has_both_parts_or_the_month_alone_or_the_reason(row, definition, text):
    given = {"is_open": False, "source": None, **figure("2021-06-30", None), **row}
    assert point.cell(given, definition, "zh", is_by_month=definition is AMOUNT) == text


ONE = figure("2021-06-30", 0.8124, yoy=0.031, mom=-0.004)


@pytest.mark.parametrize(
    ("row", "definition", "compare", "sentence"),
    [
        (ONE, RATIO, "yoy", "云岭县，入会率：2021年6月为81.2%，同比 ↑ 3.1个百分点 向好"),
        (ONE, RATIO, "mom", "云岭县，入会率：2021年6月环比 ↓ 0.4个百分点"),
        (ONE, RATIO, "total", "云岭县，入会率：2021年6月为81.2%，同比 ↑ 3.1个百分点 向好"),
        (
            figure("2021-06-30", 500.0, yoy=None, yoy_reason="zero_base", target=1000.0, pace=600.0),
            AMOUNT,
            "total",
            "云岭县，慰问支出：到2021年6月累计500元，目标 1,000元、序时 600元，同比 —（去年同期为0）",
        ),
        (
            figure("2021-06-30", 500.0, yoy=0.25),
            AMOUNT,
            "yoy",
            "云岭县，慰问支出：到2021年6月累计500元，同比 ↑ 25.0%",
        ),
        (
            figure("2021-06-30", 500.0, month_value=120.0, mom=0.5),
            AMOUNT,
            "mom",
            "云岭县，慰问支出：2021年6月当月120元，环比 ↑ 50.0%",
        ),
        (
            figure("2021-06-30", 500.0, month_value=0.0),
            AMOUNT,
            "mom",
            "云岭县，慰问支出：2021年6月当月0元，环比 —（上月为0或无数）",
        ),
        (
            figure("2021-06-30", None, reason="not_submitted"),
            RATIO,
            "yoy",
            "云岭县，入会率：2021年6月没有数（台账未报送）",
        ),
    ],
)
def test_the_finding_of_one_place_is_its_latest_figure_and_how_it_changed(row, definition, compare, sentence):
    assert findings.of_course(points(course(row)), chosen(definition, compare), "zh") == sentence


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            [0.02, -0.05, None],
            "入会率，2021年6月：3个地区同比上升1个、下降1个、无法比较1个；变化最大的是乙（同比 ↓ 5.0个百分点 转差）",
        ),
        (
            [0.02, 0.02, 0.0],
            "入会率，2021年6月：3个地区同比上升2个、持平1个；变化最大的是甲、乙（同比 ↑ 2.0个百分点 向好）",
        ),
        ([0.0, 0.0, 0.0], "入会率，2021年6月：3个地区同比持平3个"),
        ([None, None, None], "入会率，2021年6月：3个地区同比无法比较3个"),
    ],
)
def test_the_finding_of_several_places_counts_rises_and_falls(changes, sentence):
    regions = {"1": "甲", "2": "乙", "3": "丙"}
    rows = [figure("2021-06-30", 0.5, region=code, yoy=change) for code, change in zip(regions, changes, strict=True)]
    several = Chosen(RATIO, regions, (2021, 2020), "yoy")
    assert findings.of_course(points(course(*rows), END_OF_MONTH, *regions), several, "zh") == sentence


def test_why_months_have_no_figure_is_said_once_for_all_or_counted():
    hidden = [figure(f"2021-0{month}-28", None, reason="suppressed") for month in range(1, 4)]
    assert findings.of_missing(course(*hidden), "zh") == "人数少于5，按规定不显示"
    assert (
        findings.of_missing(course(*hidden, figure("2021-04-30", 8.0)), "zh") == "3个月没有数：人数少于5，按规定不显示"
    )
    assert findings.of_missing(course(figure("2021-04-30", 8.0)), "zh") == ""


def amounts(definition: dict[str, Any], *figures: dict[str, Any]) -> dict[int, float | None]:
    """What the month-on-month bars of 2021 show, by month."""
    frame = drawn(points(course(*figures)), chosen(definition, "mom"), "zh").filter(pl.col("year") == 2021)
    return {month: amount for month, amount in frame.select("month", "amount").rows() if amount is not None}


def test_months_alone_are_drawn_of_what_grows_over_the_year_and_changes_of_all_else():
    months = [
        figure("2021-01-31", 5.0, month_value=5.0, mom=None),
        figure("2021-02-28", 7.0, month_value=2.0, mom=-0.6),
    ]
    assert amounts(AMOUNT, *months) == {1: 5.0, 2: 2.0}
    rates = [figure("2021-01-31", 0.5, mom=0.01), figure("2021-02-28", 0.6, mom=0.1)]
    assert amounts(RATIO, *rates) == pytest.approx({1: 1.0, 2: 10.0})


def test_a_january_that_begins_from_nothing_is_not_drawn_as_a_fall():
    tasks = {**RATIO, "time": "month"}
    assert amounts(tasks, figure("2021-01-31", 0.1, mom=-0.88), figure("2021-02-28", 0.2, mom=0.1)) == {2: 10.0}


@pytest.fixture
def home(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    return sample_home


def table(test: AppTest, caption: str = "逐月数据") -> str:
    return next(str(e.value) for e in test.html if f'class="sr-only">{caption}</caption>' in str(e.value))


def charts(test: AppTest) -> int:
    return len(test.get("vega_lite_chart"))


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_the_page_opens_with_two_years_of_the_county():
    test = visit("trends")
    assert [heading.value for heading in test.header] == ["走势", "逐月数据"]
    assert charts(test) == 1
    assert table(test).count("<tr>") == 1 + 12
    address = address_of(test)
    assert (address["compare"], address["regions"], address["years"]) == ("yoy", "530499", "2021,2020")


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_choices_stand_in_the_address_and_a_link_reproduces_them():
    test = visit("trends", as_of="2021-06")
    test.selectbox(key="indicator_widget").set_value("wage_contracts_signed").run()
    test.multiselect(key="regions_widget").set_value(["530499001", "530499"]).run()
    test.multiselect(key="years_widget").set_value(["2019", "2021"]).run()
    test.radio(key="compare_widget").set_value("total").run()
    address = address_of(test)
    assert address["regions"] == "530499,530499001"
    assert address["years"] == "2021,2019"
    assert address["compare"] == "total"
    assert charts(test) == 2
    same = visit("trends", **address)
    assert words_on(same) == words_on(test)


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_the_township_of_the_view_is_where_the_page_begins():
    assert address_of(visit("trends", region="530499009"))["regions"] == "530499009"


@pytest.mark.slow
@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({"indicator": "task_completion", "regions": "530499009"}, "只有全县数，不分乡镇"),
        ({"indicator": "student_aid_students", "regions": "530499001"}, "人数少于5，按规定不显示"),
        ({"indicator": "relief_spent", "regions": "530499001", "compare": "mom"}, "乡镇（街道）不公布单月数"),
        ({"indicator": "members", "compare": "total"}, "“会员人数”不是当年累计的指标"),
        ({"regions": "999,530499"}, "链接中的“999”不存在，已改用“云岭县”。"),
        ({"years": "1999"}, "链接中的“1999”不存在，已改用“2021年、2020年”。"),
    ],
)
def test_what_cannot_be_shown_is_said_in_words(query, text):
    assert text in words_on(visit("trends", **query))


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_the_table_has_the_published_figures_with_both_parts(sample_home):
    published = open_published(sample_home / "warehouse")
    numerator, denominator = published.query(
        "select numerator, denominator from kpi.values where indicator_id = 'wage_bargaining_coverage' "
        "and as_of_date = '2020-06-30' and region_code = '530499'"
    ).row(0)
    assert f"（{numerator:,.0f} ÷ {denominator:,.0f}）" in table(visit("trends"))


@pytest.mark.slow
def test_where_nothing_was_handed_in_the_page_says_so(bare_home, monkeypatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(bare_home))
    test = visit("trends")
    assert charts(test) == 0
    assert "台账未报送" in words_on(test)
