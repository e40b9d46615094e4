"""What charts draw, from the frames they are given."""

import ast
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from dashboard import charts
from dashboard.charts.bullet import bars, bullet
from dashboard.charts.outcomes import shares
from dashboard.charts.rules import counts
from dashboard.charts.trend import points, reach, segments, trend

CHARTS = Path(charts.__path__[0])


def course(*values: tuple[date, float | None, bool]) -> pl.DataFrame:
    rows = [
        {"as_of_date": day, "value": value, "target": 0.85, "is_complete": complete} for day, value, complete in values
    ]
    return pl.DataFrame(rows, schema_overrides={"value": pl.Float64})


NOVEMBER, DECEMBER, JANUARY = date(2020, 11, 30), date(2020, 12, 31), date(2021, 1, 31)


def joined(rows: pl.DataFrame) -> list[tuple[str, str, bool]]:
    ends = rows.group_by("segment", maintain_order=True).agg("month", pl.col("is_complete").first())
    return [(months[0], months[1], complete) for _, months, complete in ends.iter_rows()]


def test_a_segment_into_an_incomplete_month_is_dashed():
    months = points(course((NOVEMBER, 0.8, True), (DECEMBER, 0.81, True), (JANUARY, 0.5, False)))
    assert joined(segments(months, starts_anew=False)) == [
        ("2020-11", "2020-12", True),
        ("2020-12", "2021-01", False),
    ]


def test_what_starts_anew_each_year_is_not_drawn_as_a_fall_in_january():
    months = points(course((NOVEMBER, 90.0, True), (DECEMBER, 99.0, True), (JANUARY, 5.0, True)))
    assert joined(segments(months, starts_anew=True)) == [("2020-11", "2020-12", True)]


def test_a_month_without_a_figure_breaks_the_line():
    months = points(course((NOVEMBER, 0.8, True), (DECEMBER, None, True), (JANUARY, 0.9, True)))
    assert segments(months, starts_anew=False).is_empty()


def test_the_small_line_leaves_a_quarter_of_its_reach_above_and_below_and_a_count_stands_on_zero():
    months = points(course((NOVEMBER, 0.65, True), (DECEMBER, 0.75, True), (JANUARY, None, True)))
    assert reach(months, with_targets=False, starts_at_zero=False) == pytest.approx((0.65 - 0.1 / 4, 0.75 + 0.1 / 4))
    assert reach(months, with_targets=True, starts_at_zero=False) == pytest.approx((0.65 - 0.2 / 4, 0.85 + 0.2 / 4))
    assert reach(months, with_targets=False, starts_at_zero=True) == pytest.approx((0, 0.75 + 0.1 / 4))


def test_the_incomplete_point_is_hollow():
    chart = trend(
        course((DECEMBER, 0.8, True), (JANUARY, 0.5, False)),
        is_ratio=True,
        starts_anew=False,
        colour="#1F5FA8",
        language="zh",
        description="入会率",
    ).to_dict()
    fill = chart["layer"][-1]["encoding"]["fill"]
    assert fill["condition"] == {"test": "datum.is_complete", "value": "#1F5FA8"}
    assert fill["value"] == "white"
    assert chart["config"]["locale"]["time"]["shortMonths"][0] == "1月"


TOWNSHIPS = pl.DataFrame(
    {
        "region_name": ["甲镇", "乙镇", "丙乡"],
        "value": [0.8, 0.9, None],
        "last_year": [0.7, None, None],
        "target": [0.85, 0.85, 0.85],
        "light": ["amber", "green", "grey"],
        "is_complete": [True, False, True],
        "is_suppressed": [False, False, True],
        "reason": [None, None, "suppressed"],
    }
)


def test_bars_are_sorted_and_say_shape_figure_incompleteness_or_why_there_is_none():
    rows = bars(TOWNSHIPS, "zh").select("region_name", "label", "remark").rows()
    assert rows == [
        ("乙镇", "✓ 90.0% *", ""),
        ("甲镇", "△ 80.0%", ""),
        ("丙乡", "", "人数少于5，按规定不显示"),
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_bullet_chart_without_any_figure_still_draws(language):
    empty = TOWNSHIPS.with_columns(
        pl.lit(None, dtype=pl.Float64).alias("value"),
        pl.lit(None, dtype=pl.Float64).alias("target"),
        pl.lit("not_submitted").alias("reason"),
    )
    chart = bullet(empty, language, "x").to_dict()
    assert chart["layer"][1]["encoding"]["x"]["scale"]["domain"] == [0, 1.0]


def test_the_place_that_is_looked_at_is_pointed_out():
    axis = bullet(TOWNSHIPS, "zh", "x", chosen="乙镇").to_dict()["layer"][0]["encoding"]["y"]["axis"]
    assert axis["labelExpr"] == "(datum.label === \"\\u4e59\\u9547\" ? '▶ ' : '') + datum.label"
    assert axis["labelFontWeight"]["condition"]["value"] == "bold"


def test_a_rate_above_one_keeps_inside_the_chart():
    above = TOWNSHIPS.with_columns(value=pl.Series([1.2, 0.9, None]))
    assert bullet(above, "zh", "x").to_dict()["layer"][1]["encoding"]["x"]["scale"]["domain"] == [0, 1.2]


def test_shares_of_a_ledger_are_of_its_data_rows_and_most_rejected_come_first():
    sheets = pl.DataFrame(
        {
            "ledger_label": ["甲", "甲", "乙"],
            "loaded": [6, 2, 5],
            "superseded": [0, 0, 3],
            "rejected": [1, 1, 0],
        }
    )
    assert shares(sheets, "zh").select("ledger", "outcome", "share", "label").rows() == [
        ("甲", "载入", (6 + 2) / 10, "2 / 10"),
        ("甲", "被替代", 0.0, "2 / 10"),
        ("甲", "退回", (1 + 1) / 10, "2 / 10"),
        ("乙", "载入", 5 / 8, "0 / 8"),
        ("乙", "被替代", 3 / 8, "0 / 8"),
        ("乙", "退回", 0.0, "0 / 8"),
    ]


def test_problems_are_counted_by_rule_and_severity():
    problems = pl.DataFrame(
        {"rule": ["bad_type", "bad_type", "approximate_value"], "severity": ["error", "error", "warning"]}
    )
    assert counts(problems, "zh").select("name", "count").rows() == [("▼ 格式不对", 2), ("△ 约数", 1)]


def tooltips_without_a_title(source: str) -> list[int]:
    """The lines of a chart's source where hovering would tell the name of a column."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        if isinstance(node.func, ast.Attribute) and node.func.attr == "Tooltip" and "title" not in given:
            found.append(node.lineno)
        shown = getattr(given.get("tooltip"), "elts", [given.get("tooltip")])
        found += [one.lineno for one in shown if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    return found


@pytest.mark.parametrize("chart", sorted(CHARTS.glob("*.py")), ids=lambda path: path.stem)
def test_hovering_never_tells_the_name_of_a_column(chart):
    assert tooltips_without_a_title(chart.read_text()) == []


def test_a_tooltip_without_a_title_is_seen():
    assert tooltips_without_a_title('mark.encode(\n tooltip=["year:O", alt.Tooltip("a:N")])') == [2, 2]
