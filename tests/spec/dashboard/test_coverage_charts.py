"""What the charts of the page of coverage rates draw, from the frames they are given."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from dashboard.charts.bullet import bars, bullet
from dashboard.charts.rate_multiples import rate_multiples
from dashboard.charts.rate_years import rate_years
from dashboard.coverage.multiples import bounds, height, placed
from dashboard.coverage.queries import first_day
from dashboard.coverage.years import EndLabel, apart, domain, end_labels, months
from dashboard.drawing import specification
from warehouse.days import month_end


def course(*values: float | None, first: tuple[int, int] = (2020, 1), **changed: Any) -> pl.DataFrame:
    """One region's months from ``first`` on, each a value."""
    rows = []
    for number, value in enumerate(values):
        year, month = divmod(first[0] * 12 + first[1] - 1 + number, 12)
        row = {"value": value, "last_year": None, "target": 0.85, "light": "amber", "is_complete": True}
        place = {"region_code": "1", "region_name": "甲镇", "as_of_date": month_end(date(year, month + 1, 1))}
        rows.append({**row, **place, **changed})
    numbers = dict.fromkeys(("value", "last_year", "target"), pl.Float64)
    return pl.DataFrame(rows, schema_overrides=numbers)


def layers(spec: dict[str, Any], mark: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def rows_of(spec: dict[str, Any], layer: dict[str, Any]) -> list[dict[str, Any]]:
    return spec["datasets"][layer["data"]["name"]].to_dicts()


def test_two_years_side_by_side_by_month():
    found = months(course(*(month / 100 for month in range(1, 16)))).select("year", "month", "value").rows()
    assert found[:2] == [(2020, "1", 0.01), (2020, "2", 0.02)]
    assert found[11:] == [(2020, "12", 0.12), (2021, "1", 0.13), (2021, "2", 0.14), (2021, "3", 0.15)]


def test_where_last_year_has_no_figure_of_its_own_the_reported_one_stands_in():
    found = months(course(0.7, 0.72, first=(2021, 1), last_year=0.6)).filter(pl.col("year") == 2020)
    assert found["value"].to_list() == [0.6, 0.6] + [None] * 10


def test_a_day_within_a_month_stands_for_its_month():
    mid = course(0.7, first=(2021, 1)).with_columns(as_of_date=pl.lit(date(2021, 1, 15)))
    assert months(mid).filter(pl.col("year") == 2021)["month"].to_list() == ["1"]


@pytest.mark.parametrize(
    ("values", "target", "expected"),
    [
        ((0.80, 0.84), 0.85, (0.80 - 0.025, 0.85 + 0.025)),  # 0.05 apart, widened to 0.1
        ((0.45, 0.80), 0.85, (0.45 - 0.12 * 0.4, 0.85 + 0.12 * 0.4)),
        ((1.0, 1.0), 1.0, (0.9, 1.0)),  # not above 100 %
        ((0.0, 0.8), None, (0.0, 0.8 + 0.12 * 0.8)),  # not below 0
        ((0.9, 1.3), None, (0.9 - 0.12 * 0.4, 1.3 + 0.12 * 0.4)),  # departments may contradict each other
    ],
)
def test_the_scale_spans_at_least_ten_points_and_keeps_within_the_possible(values, target, expected):
    assert domain(months(course(*values, target=target))) == pytest.approx(expected)


def test_labels_name_year_figure_and_target():
    labels = end_labels(months(course(*[0.7] * 12, 0.75)), "zh")
    assert [(label.series, label.month, label.text) for label in labels] == [
        ("now", "1", "2021年 75.0%"),
        ("before", "12", "2020年 70.0%"),
        ("target", "12", "目标 85%"),
    ]


def test_labels_beside_the_lines_do_not_cover_each_other_and_this_year_is_first():
    equal = [EndLabel(series, "12", 1.0, series) for series in ("now", "before", "target")]
    assert [(label.series, round(label.value, 2)) for label in apart(equal, 0.01)] == [
        ("now", 1.0),
        ("before", 0.99),
        ("target", 0.98),
    ]
    early = EndLabel("now", "6", 1.0, "now")
    assert [label.value for label in apart([early, *equal[1:]], 0.01)] == [1.0, 1.0, 0.99]


def test_the_year_before_is_grey_this_year_blue_and_an_incomplete_month_hollow_and_dashed():
    frame = course(*[0.7] * 12, 0.75, 0.2).with_columns(
        is_complete=pl.Series([True] * 13 + [False]),
    )
    spec = specification(rate_years(frame, "zh", "入会率"))
    before, now = layers(spec, "line")
    assert (before["mark"]["color"], now["mark"]["color"]) == ("#AEB6C2", "#1F5FA8")
    assert {row["is_complete"] for row in rows_of(spec, now)} == {False}
    (shown,) = rows_of(spec, layers(spec, "point")[-1])
    assert (shown["month"], shown["is_complete"]) == ("2", False)


def test_hovering_tells_both_years():
    spec = specification(rate_years(course(*[0.7] * 12, 0.75), "en", "Union density"))
    hover = rows_of(spec, layers(spec, "rule")[-1])
    assert hover[0] == {"month": "1", "name": "January", "now": "75.0%", "before": "70.0%"}
    assert hover[1] == {"month": "2", "name": "February", "now": "—", "before": "70.0%"}


def test_a_rate_without_target_or_without_last_year_still_draws():
    spec = specification(rate_years(course(0.7, first=(2021, 1), target=None), "zh", "入会率"))
    texts = [layer["mark"]["text"] for layer in layers(spec, "text")]
    assert texts == ["2021年 70.0%"]


def test_the_24_months_end_with_the_month_of_the_day():
    assert first_day(date(2021, 12, 31)) == date(2020, 1, 1)
    assert first_day(date(2021, 11, 15)) == date(2019, 12, 1)
    assert first_day(date(2021, 1, 31)) == date(2019, 2, 1)


def test_the_scale_of_all_townships_is_in_whole_tenths():
    assert bounds(course(0.62, 0.97)) == (0.6, 1.0)
    assert bounds(course(0.3, 0.7)) == (0.3, 0.9)
    assert bounds(course(1.0, target=1.0)) == (0.9, 1.0)
    assert bounds(course(0.0, target=0.0)) == (0.0, 0.1)
    assert bounds(course(None, 1.31)) == (0.8, 1.4)


def test_bands_lie_one_below_the_other_each_with_room_for_its_name():
    scale = (0.5, 1.0)
    assert [height(band, 1.0, scale) for band in (0, 1)] == pytest.approx([0 + 0.32, 1 + 0.32])
    assert [height(band, 0.5, scale) for band in (0, 1)] == pytest.approx([1 - 0.1, 2 - 0.1])


def townships() -> pl.DataFrame:
    """Three townships of two months; the last has no figure, of the first the last month is incomplete."""
    first = course(0.8, 0.6).with_columns(is_complete=pl.Series([True, False]))
    second = course(0.9, 0.95, region_code="2", region_name="乙镇", light="green")
    return pl.concat([first, second, course(None, None, region_code="3", region_name="丙乡")])


HEADS = pl.DataFrame(
    {
        "region_name": ["甲镇", "乙镇", "丙乡"],
        "headline": ["△ 接近 60.0%", "✓ 达标 95.0%", "分母为0"],
        "colour": ["#9A6700", "#1F5FA8", "#6B7280"],
    }
)


def multiples(frame: pl.DataFrame, heads: pl.DataFrame, *, starts_anew: bool = False) -> dict[str, Any]:
    scale = bounds(townships())
    return specification(
        rate_multiples(frame, heads, scale, starts_anew=starts_anew, language="zh", description="入会率")
    )


def test_a_townships_months_lie_in_its_band_with_texts_to_tell():
    rows = placed(townships(), (0.5, 1.0), "zh")
    assert rows["band"].to_list() == [0, 0, 1, 1, 2, 2]
    assert rows.row(0, named=True) | {"y": 0, "target_y": 0} == {
        "region_name": "甲镇",
        "band": 0,
        "month": "2020-01",
        "year": 2020,
        "y": 0,
        "target_y": 0,
        "fill": "#E0A100",
        "is_complete": True,
        "month_text": "2020年1月",
        "value_text": "80.0%",
        "target_text": "85%",
    }
    assert rows["y"][4] is None


def test_the_last_month_is_marked_in_the_colour_of_its_light_and_hollow_where_incomplete():
    spec = multiples(townships(), HEADS)
    dots = rows_of(spec, layers(spec, "point")[0])
    assert [(dot["region_name"], dot["stroke"], dot["inside"]) for dot in dots] == [
        ("甲镇", "#E0A100", "white"),
        ("乙镇", "#1F5FA8", "#1F5FA8"),
    ]
    lines = rows_of(spec, layers(spec, "line")[1])
    assert [(row["band"], row["is_complete"]) for row in lines] == [(0, False), (0, False), (1, True), (1, True)]


def test_every_band_has_its_name_and_its_figure_in_words():
    spec = multiples(townships(), HEADS)
    name, figure = layers(spec, "text")
    assert [row["region_name"] for row in rows_of(spec, name)] == ["甲镇", "乙镇", "丙乡"]
    assert [row["headline"] for row in rows_of(spec, figure)] == HEADS["headline"].to_list()


def test_a_column_of_townships_without_any_figure_still_draws():
    spec = multiples(townships().tail(2), HEADS.tail(1))
    assert rows_of(spec, layers(spec, "line")[1]) == []
    assert [row["headline"] for row in rows_of(spec, layers(spec, "text")[1])] == ["分母为0"]


def test_what_starts_anew_each_year_is_not_joined_over_january():
    frame = course(0.9, 0.5, first=(2020, 12))
    apart_in_january = multiples(frame, HEADS.head(1), starts_anew=True)
    joined = multiples(frame, HEADS.head(1))
    assert len(rows_of(apart_in_january, layers(apart_in_january, "line")[1])) == 0
    assert len(rows_of(joined, layers(joined, "line")[1])) == 2


BARS = pl.DataFrame(
    {
        "region_name": ["甲镇", "乙镇"],
        "numerator": [1200.0, None],
        "denominator": [1500.0, 0.0],
        "value": [0.8, None],
        "last_year": [0.7, None],
        "target": [0.85, None],
        "light": ["amber", "grey"],
        "is_complete": [True, True],
        "is_suppressed": [False, False],
        "reason": [None, "zero_denominator"],
    }
)


def test_a_bar_tells_its_parts_target_and_last_year():
    shown = bars(BARS, "zh").select("label", "parts", "value_text", "target_text", "last_year_text").rows()
    assert shown == [
        ("△ 80.0%", "1,200 ÷ 1,500", "△ 80.0%", "85%", "70.0%"),
        ("", "", "分母为0", "—", "—"),
    ]


def test_bars_with_parts_are_farther_apart_than_bars_without():
    with_parts = bullet(BARS, "zh", "入会率").to_dict()
    without = bullet(BARS.drop("numerator", "denominator"), "zh", "入会率").to_dict()
    assert with_parts["height"] > without["height"]
    assert [tip["title"] for tip in with_parts["layer"][1]["encoding"]["tooltip"]][2] == "分子÷分母"
    assert len(without["layer"][1]["encoding"]["tooltip"]) == 4
