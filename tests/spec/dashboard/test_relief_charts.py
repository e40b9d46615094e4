"""What the charts of relief spending draw, from the frames they are given."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.charts.named_amounts import named_amounts
from dashboard.charts.programme_months import FILLS, mark, programme_months
from dashboard.charts.raised_spent import raised_spent
from dashboard.charts.year_course import ABOVE, BELOW, FAR_ABOVE, FAR_BELOW, label_offsets, year_course
from dashboard.relief.courses import amounts, month_totals, rates, stacks
from dashboard.relief.funds import gaps
from dashboard.relief.money import scale_for
from dashboard.relief.township_rows import BARS
from dashboard.theme import RED

WAN = scale_for(10_000, "zh")
PROGRAMMES = [("relief_spent", "送温暖慰问"), ("student_aid_amount", "金秋助学")]
JANUARY, FEBRUARY, MID_MARCH = date(2021, 1, 31), date(2021, 2, 28), date(2021, 3, 15)


def months(*rows: tuple[str, date, float | None, bool]) -> pl.DataFrame:
    """indicator, day, the month's value, completeness; the value to date is the same."""
    return pl.DataFrame(
        [(name, day, value, value, None, complete) for name, day, value, complete in rows],
        schema={
            "indicator_id": pl.String,
            "as_of_date": pl.Date,
            "month_value": pl.Float64,
            "value": pl.Float64,
            "pace": pl.Float64,
            "is_complete": pl.Boolean,
        },
        orient="row",
    )


SPENDING = months(
    ("student_aid_amount", JANUARY, 5_000.0, True),
    ("relief_spent", JANUARY, 20_000.0, True),
    ("relief_spent", FEBRUARY, 30_000.0, False),
    ("student_aid_amount", FEBRUARY, None, True),
    ("relief_spent", MID_MARCH, 10_000.0, True),
)


def test_programmes_are_stacked_in_their_order_in_the_unit_of_the_axis():
    rows = stacks(SPENDING, PROGRAMMES, WAN, "zh")
    assert rows.select("programme", "month", "low", "high", "is_whole").rows() == [
        ("送温暖慰问", "01", 0.0, 2.0, True),
        ("金秋助学", "01", 2.0, 2.0 + 0.5, True),
        ("送温暖慰问", "02", 0.0, 3.0, False),
        ("送温暖慰问", "03", 0.0, 1.0, False),
    ]


def test_a_month_that_is_incomplete_or_not_over_is_marked():
    totals = month_totals(SPENDING, WAN, "zh")
    assert totals.select("month", "total", "label", "when").rows() == [
        ("01", 2.0 + 0.5, "2.5", "2021年1月"),
        ("02", 3.0, "△3", "2021年2月"),
        ("03", 1.0, "△1", "2021年3月（到15日）"),
    ]


def test_a_month_of_which_nothing_is_known_has_no_total():
    assert month_totals(months(("relief_spent", JANUARY, None, True)), WAN, "zh").is_empty()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_bars_have_signs_beside_their_colours_and_incomplete_ones_are_hollow(language):
    totals = month_totals(SPENDING, WAN, language)
    chart = programme_months(stacks(SPENDING, PROGRAMMES, WAN, language), totals, totals.clear(), language, "x")
    spec = chart.to_dict()
    assert spec["layer"][0]["encoding"]["fillOpacity"]["condition"] == {"test": "datum.is_whole", "value": 1}
    drawn = spec["datasets"][spec["layer"][0]["data"]["name"]]
    assert [(row["fill"], row["mark"]) for row in drawn[:2]] == [(FILLS[0], "①"), (FILLS[1], "②")]
    assert [row["edge"] for row in drawn] == ["white", "white", FILLS[0], FILLS[0]]


def test_no_programme_is_alarm_red_and_the_twenty_first_still_draws():
    assert RED not in FILLS
    assert (mark(0), mark(19), mark(20)) == ("①", "⑳", "")


def course(*rows: tuple[date, float | None, bool]) -> pl.DataFrame:
    return amounts(months(*(("relief_spent", *row) for row in rows)), WAN, "zh")


def test_a_course_says_its_amounts_as_people_do_and_leaves_out_what_is_withheld():
    rows = course((JANUARY, 20_000.0, True), (FEBRUARY, None, True)).select("year", "month", "value", "text").rows()
    assert rows == [(2021, "01", 2.0, "2万元"), (2021, "02", None, None)]


def test_this_years_line_is_broken_where_a_figure_is_withheld_and_dashed_where_it_is_incomplete():
    december = date(2021, 4, 30)
    rows = course(
        (date(2020, 12, 31), 5e4, True),
        (JANUARY, 2e4, True),
        (FEBRUARY, None, True),
        (date(2021, 3, 31), 3e4, True),
        (december, 3e4, False),
    )
    spec = year_course(rows, 2021, 6.0, "目标 6万元", "zh", "x", is_ratio=False).to_dict()
    lines = [layer for layer in spec["layer"] if layer["mark"].get("type") == "line"]
    drawn = spec["datasets"][lines[-1]["data"]["name"]]
    assert [(row["month"], row["is_complete"]) for row in drawn] == [("03", False), ("04", False)]
    assert spec["layer"][1]["encoding"]["y"]["scale"]["domain"] == [0, 6.0 * 1.12]


def test_a_rate_starts_at_nothing_and_is_in_per_cent():
    found = months(("relief_execution", JANUARY, 0.5, True))
    spec = year_course(rates(found, "zh"), 2021, None, "", "zh", "x", is_ratio=True).to_dict()
    assert spec["layer"][0]["encoding"]["y"]["axis"]["format"] == ".0%"
    assert rates(found, "zh")["text"].to_list() == ["50.0%"]


@pytest.mark.parametrize(
    ("greater", "lesser", "goal", "is_one_month", "offsets"),
    [
        (60.0, 55.0, None, True, [ABOVE, BELOW]),
        (60.0, 59.0, 62.0, True, [BELOW, FAR_BELOW]),
        (60.0, 20.0, 62.0, True, [BELOW, BELOW]),
        (2.0, 1.0, None, True, [FAR_ABOVE, ABOVE]),
        (60.0, 0.0, None, False, [ABOVE, ABOVE]),
    ],
    ids=["apart", "under the goal", "far apart under the goal", "both on the axis", "one on the axis"],
)
def test_labels_at_the_ends_do_not_touch(greater, lesser, goal, is_one_month, offsets):
    assert label_offsets(greater, lesser, 70.0, goal, is_one_month=is_one_month) == offsets


def test_raised_and_spent_differ_by_shape_too_and_their_difference_is_told():
    raised = months(("relief_raised", JANUARY, 50_000.0, True), ("relief_raised", FEBRUARY, 50_000.0, True))
    spent = months(("relief_spent", JANUARY, 60_000.0, True), ("relief_spent", FEBRUARY, None, True))
    rate = months(("relief_execution", JANUARY, 1.2, True))
    told = gaps(raised, spent, rate, "zh")
    assert told.rows() == [("01", "−1万元", "120.0%")]
    spec = raised_spent(amounts(raised, WAN, "zh"), amounts(spent, WAN, "zh"), told, "zh", "x").to_dict()
    shapes = [layer["mark"]["shape"] for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert shapes == ["circle", "diamond"]


def bar(name: str, value: float | None, **more: Any) -> dict[str, Any]:
    row = {
        "region_name": name,
        "name": name,
        "value": value,
        "last_year": None,
        "label": "" if value is None else f"{value:g}元",
        "detail": "",
        "remark": "人数少于5，按规定不显示" if value is None else "",
        "last_year_text": "—",
        "is_complete": True,
        "is_chosen": True,
        "is_suppressed": value is None,
    }
    return row | more


def test_bars_leave_half_of_the_width_to_their_words():
    rows = pl.DataFrame([bar("甲镇", 40.0, last_year=50.0), bar("乙镇", None)], schema=BARS)
    spec = named_amounts(rows, None, "", "zh", "x").to_dict()
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 50.0 / 0.5]
    assert spec["layer"][-1]["encoding"]["text"]["field"] == "remark"


def test_a_long_english_name_stands_on_several_lines():
    rows = pl.DataFrame([bar("New Year and Spring Festival", 40.0)], schema=BARS)
    spec = named_amounts(rows, 30.0, "county 30 yuan", "en", "x").to_dict()
    (row,) = spec["datasets"][spec["layer"][0]["data"]["name"]]
    assert row["axis_name"] == "New Year and\nSpring Festival"


def test_bars_without_any_value_still_draw():
    rows = pl.DataFrame([bar("甲镇", None)], schema=BARS)
    assert named_amounts(rows, None, "", "zh", "x").to_dict()["layer"][0]["encoding"]["x"]["scale"]["domain"] == [
        0,
        2.0,
    ]
