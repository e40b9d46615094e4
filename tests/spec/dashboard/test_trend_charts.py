"""What the charts of trends draw, from the frames they are given."""

from itertools import pairwise

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.cumulative import cumulative, plan
from dashboard.charts.month_bars import bars, month_bars
from dashboard.charts.overlaid_years import ends, overlaid_years, segments
from dashboard.charts.years import GHOSTS, LABEL_HEIGHT, colours, kept_apart, span
from dashboard.drawing import specification
from dashboard.theme import BLUE, MAX_ROWS
from dashboard.trends.panels import DRAWN


def points(*drawn: tuple[int, int, float | None], **marks: list[tuple[int, int]]) -> pl.DataFrame:
    """Points of (year, month, value) as the charts take them; ``unsure`` and ``reported`` name months."""
    colour = colours([year for year, _, _ in drawn])
    rows = [
        {
            "year": year,
            "month": month,
            "value": value,
            "amount": value,
            "is_sure": (year, month) not in marks.get("unsure", []),
            "is_reported": (year, month) in marks.get("reported", []),
            "colour": colour[year],
            "label": f"{year}",
            "month_text": f"{year}-{month}",
            "text": str(value),
            "yoy": "",
            "mom": "",
        }
        for year, month, value in drawn
    ]
    return pl.DataFrame(rows, schema=DRAWN)


def joined(frame: pl.DataFrame) -> list[tuple[int, list[int], bool]]:
    found = (
        segments(frame)
        .group_by("segment", maintain_order=True)
        .agg(pl.col("year").first(), "month", pl.col("is_sure").first())
    )
    return found.select("year", "month", "is_sure").rows()


def test_neighbouring_months_of_a_year_are_joined_and_years_are_not():
    frame = points((2020, 11, 5.0), (2020, 12, 6.0), (2021, 1, 1.0), (2021, 2, 2.0))
    assert joined(frame) == [(2020, [11, 12], True), (2021, [1, 2], True)]


def test_a_month_without_a_value_breaks_the_line():
    assert joined(points((2021, 1, 1.0), (2021, 2, None), (2021, 3, 3.0))) == []


def test_into_an_unsure_month_the_line_is_dashed_and_a_fall_is_not_drawn():
    rising = points((2021, 1, 1.0), (2021, 2, 2.0), unsure=[(2021, 2)])
    falling = points((2021, 1, 2.0), (2021, 2, 1.0), (2021, 3, 4.0), unsure=[(2021, 2)])
    assert joined(rising) == [(2021, [1, 2], False)]
    assert joined(falling) == [(2021, [2, 3], False)]


def test_figures_counted_here_and_reported_at_the_time_are_not_joined():
    frame = points((2020, 1, 1.0), (2020, 2, 2.0), (2020, 3, 3.0), reported=[(2020, 1), (2020, 2)])
    assert joined(frame) == [(2020, [1, 2], True)]


def test_the_latest_year_is_blue_and_earlier_ones_are_ever_paler():
    assert colours([2019, 2021, 2020]) == {2021: BLUE, 2020: GHOSTS[0], 2019: GHOSTS[1]}
    assert colours(range(2010, 2022))[2010] == GHOSTS[-1]


def test_the_label_of_a_running_year_stands_at_its_point_and_all_others_at_the_edge():
    frame = points((2021, 1, 5.0), (2021, 2, 5.0), (2020, 12, 5.0), (2019, 7, 5.0), (2019, 8, None))
    labels = ends(frame, (0.0, 10.0), 150).select("year", "month", "is_at_edge", "label_value").rows()
    assert labels == [
        (2020, 12, True, 5.0),
        (2019, 7, True, 5.0 + 10 * LABEL_HEIGHT / 150),
        (2021, 2, False, 5.0),
    ]


@given(st.lists(st.floats(0, 100), max_size=6))
def test_labels_keep_apart_in_their_order_and_below_the_top(values):
    placed = kept_apart(values, 0.0, 100.0, 150)
    in_order = [at for _, at in sorted(zip(values, placed, strict=True))]
    assert all(higher - lower >= 100 * LABEL_HEIGHT / 150 - 1e-9 for lower, higher in pairwise(in_order))
    assert all(at <= 100 for at in placed)


@pytest.mark.parametrize(
    ("values", "from_zero", "ends_at"),
    [
        ([80.0, 90.0], False, (80 - 1.2, 90 + 1.2)),
        ([80.0, 90.0], True, (0, 90 + 90 * 0.12)),
        ([-10.0, 5.0], True, (-10 - 15 * 0.12, 5 + 15 * 0.12)),
        ([0.0, 0.0], True, (0, 1)),
        ([], True, (0, 1 + 0.12)),
    ],
)
def test_an_axis_shows_every_value_with_some_room(values, from_zero, ends_at):
    assert span(values, from_zero=from_zero) == pytest.approx(ends_at)


def test_unsure_points_are_hollow_and_reported_ones_diamonds():
    frame = points((2021, 1, 1.0), (2021, 2, 2.0), (2020, 1, 3.0), unsure=[(2021, 2)], reported=[(2020, 1)])
    spec = specification(overlaid_years(frame, "count", (0.0, 4.0), 200, "zh", "x"))
    (dots,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert dots["encoding"]["fill"]["condition"]["test"] == "datum.is_sure"
    assert dots["encoding"]["fill"]["value"] == "white"
    assert dots["encoding"]["shape"]["scale"] == {"domain": [False, True], "range": ["circle", "diamond"]}
    assert dots["encoding"]["x"]["scale"]["domain"] == list(range(1, 13))


def test_an_axis_of_rates_is_in_per_cent_and_one_of_counts_in_whole_numbers():
    frame = points((2021, 1, 0.5), (2021, 2, 0.6))
    rate = specification(overlaid_years(frame, "ratio", (0.4, 0.7), 200, "zh", "x"))["layer"][0]
    count = specification(overlaid_years(frame, "count", (0.0, 4.0), 200, "zh", "x"))["layer"][0]
    assert rate["encoding"]["y"]["axis"]["format"] == ".0%"
    assert count["encoding"]["y"]["axis"]["tickMinStep"] == 1


def test_months_follow_each_other_over_the_years():
    frame = points((2021, 2, 4.0), (2020, 12, 3.0), (2021, 1, None))
    assert bars(frame)["code"].to_list() == ["2020-12", "2021-01", "2021-02"]
    spec = specification(month_bars(frame, "change", (0.0, 5.0), 200, "en", "x"))
    assert spec["layer"][0]["encoding"]["x"]["axis"]["values"] == ["2021-01"]
    assert [row["code"] for row in spec["datasets"][spec["layer"][0]["data"]["name"]].to_dicts()] == [
        "2020-12",
        "2021-02",
    ]


def test_the_plan_runs_through_what_is_due_to_the_target_in_december():
    frame = points((2021, 1, 1.0), (2021, 2, 3.0)).with_columns(goal=pl.Series([2.0, 4.0]), target=pl.lit(24.0))
    assert plan(frame).rows() == [(1, 2.0), (2, 4.0), (12, 24.0)]
    assert plan(points((2021, 1, 1.0))).is_empty()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_chart_draws_one_year_and_ten_years_within_the_limit(language):
    many = points(*((year, month, float(month)) for year in range(2012, 2022) for month in range(1, 13)))
    for frame in (many, points((2021, 1, 1.0))):
        for chart in (
            overlaid_years(frame, "count", (0.0, 13.0), 200, language, "x"),
            month_bars(frame, "count", (0.0, 13.0), 200, language, "x"),
            cumulative(frame, "count", (0.0, 13.0), 200, language, "目标 12", "x"),
        ):
            rows = sum(table.height for table in specification(chart)["datasets"].values())
            assert 0 < rows <= MAX_ROWS
