"""报送日历: which period of which ledger came, what is owed, and the text that asks for it."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from dashboard.charts.submission_periods import fields, submission_periods, window
from dashboard.submission_calendar import findings
from dashboard.submission_calendar.states import LOOKS
from pipelines.build import build
from pipelines.status import status_document
from tests.dashboard_visit import address_of, visit, words_on
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.reader import open_published
from warehouse.state_names import SUBMISSION_STATES

MONTHS = window(date(2021, 12, 31))
TOWNS = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,清河镇,镇\n"
UNIONS = (
    "截至日期：2021-10-31\n"
    "工会编号,工会名称,组建形式,所属乡镇,涵盖单位数,职工人数,会员人数,建会日期,女职工组织,经审组织,法人资格\n"
    "G1,甲厂工会,单独,清河镇,1,100,70,2015-03-01,女工委,经审委,是\n"
)
CONFIG = """
county_code = "530499"
county_name = "云岭县"

[departments.org]
name = "组织部"
owner = "岚朗清"
ledgers = ["union"]

[departments.office]
name = "办公室"
owner = "苍安和"
ledgers = ["township"]
"""


def period(state: str, department: str = "组织部", ledger: str = "union", **more: Any) -> dict[str, Any]:
    """December of a ledger in this state."""
    dates = {"period_start_date": date(2021, 12, 1), "period_end_date": date(2021, 12, 31), "frequency": "month"}
    counts = {"loaded": 1200, "rejected": 3, "superseded": 0, "last_file": None}
    labels = {"label_zh": "基层工会台账", "label_en": "Grass-roots unions"}
    return {"department_name": department, "ledger_id": ledger, "state": state, **dates, **counts, **labels, **more}


def of_periods(*periods: dict[str, Any], language: Any = "zh") -> str:
    return findings.of_periods(pl.DataFrame(periods), language)


def test_every_state_has_a_shape_of_its_own():
    assert list(LOOKS) == list(SUBMISSION_STATES)
    assert len({look.shape for look in LOOKS.values()}) == len({look.fill for look in LOOKS.values()}) == len(LOOKS)


def test_what_was_owed_is_counted_and_who_misses_most_is_named_with_ties():
    owed = [period("missing", "组织部"), period("late", "组织部"), period("delivered", "财务部", "dues")]
    assert of_periods(*owed) == "2本台账应报3期，未报1期，逾期1期；未报最多的是组织部（1期）"
    tied = [*owed, period("missing", "办公室", "task")]
    assert of_periods(*tied) == "3本台账应报4期，未报2期，逾期1期；未报最多的是组织部、办公室（1期）"
    assert of_periods(*tied, language="en").endswith("missing: 2, late: 1; most are missing of 组织部, 办公室 (1)")


def test_of_one_department_none_is_named():
    assert of_periods(period("missing"), period("late")) == "1本台账应报2期，未报1期，逾期1期"


def test_when_all_came_or_nothing_was_owed_that_is_what_is_said():
    assert of_periods(period("late"), period("zero_report")) == "1本台账应报2期，全部报到，其中逾期1期"
    nothing = pl.DataFrame([period("late")]).clear()
    assert findings.of_periods(nothing, "en") == "Nothing was owed in these 12 months"
    assert findings.of_owed(nothing, "2021年12月31日", "zh") == "截至2021年12月31日应报的都已报到"


def test_who_owes_is_listed_the_most_first():
    owed = pl.DataFrame(
        [period("missing", "组织部"), *[period("missing", "财务部", "dues")] * 2, period("late", "办公室")]
    )
    assert findings.of_owed(owed, "2021年12月31日", "zh") == (
        "截至2021年12月31日，2个部室欠报2本台账、3期：财务部2期、组织部1期"
    )
    assert findings.of_owed(owed, "31 December 2021", "en") == (
        "Owed by 31 December 2021: 财务部 2, 组织部 1 (departments: 2, ledgers: 2, periods: 3)"
    )


@pytest.mark.parametrize(
    ("frequency", "start", "end", "place", "text"),
    [
        ("month", "2021-12-01", "2021-12-31", (11, 12), "◇"),
        ("quarter", "2021-04-01", "2021-06-30", (3, 6), "◇"),
        ("year", "2021-01-01", "2021-12-31", (0, 12), "◇ 逾期"),
        ("half_year", "2020-07-01", "2021-01-31", (0, 1), "◇"),  # what lies before the first month is cut off
    ],
)
def test_a_period_is_as_wide_as_its_months(frequency, start, end, place, text):
    dates = {"period_start_date": date.fromisoformat(start), "period_end_date": date.fromisoformat(end)}
    (row,) = fields(pl.DataFrame([period("late", frequency=frequency, **dates)]), MONTHS, "zh").to_dicts()
    assert ((row["start"], row["end"]), row["text"], row["state"]) == (place, text, "◇ 逾期")
    assert (row["rows"], row["file"]) == ("载入1,200，退回3，被替代0", "没有文件")


def test_periods_before_the_twelve_months_are_left_out():
    old = period("late", period_start_date=date(2020, 12, 1), period_end_date=date(2020, 12, 31))
    assert (MONTHS[0].code, MONTHS[-1].code, len(MONTHS)) == ("2021-01", "2021-12", 12)
    assert fields(pl.DataFrame([old, period("late")]), MONTHS, "zh").height == 1


def test_the_chart_tells_a_state_by_colour_and_text():
    field, text = submission_periods(pl.DataFrame([period("missing")]), MONTHS, "zh", "日历").to_dict()["layer"]
    assert (field["encoding"]["color"]["field"], text["encoding"]["text"]["field"]) == ("fill", "text")
    assert [tip["field"] for tip in field["encoding"]["tooltip"]] == ["ledger", "period", "state", "rows", "file"]


@pytest.mark.slow
def test_the_page_asks_for_what_is_owed_in_the_words_of_status(small_home, fixed_key, monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, fixed_key)
    home = small_home({"名录.csv": TOWNS, "工会10月.csv": UNIONS}, CONFIG)
    build(home)
    monkeypatch.setenv("UNIONKPI_HOME", str(home.folder))
    published = open_published(home.warehouse)
    for language in ("zh", "en"):
        page = visit("submission-calendar", lang=language)
        expected = [one["text"] for one in status_document(published, [], language)["reminders"]]
        assert [code.value for code in page.code] == expected
    page = visit("submission-calendar", address={"department_id": "org"})
    assert address_of(page)["department_id"] == "org"
    assert len(page.get("vega_lite_chart")) == 1
    assert "基层工会台账（每月报）：缺 2021年11月、2021年12月，现报至 2021-10-31" in page.code[0].value
    assert "▼ 从未报送" in words_on(page)


@pytest.mark.slow
def test_an_unknown_department_is_said_and_a_day_before_the_data_date_too(
    sample_home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    page = visit("submission-calendar", address={"department_id": "nobody"}, as_of="2021-06")
    assert [warning.value for warning in page.warning] == ["链接中的“nobody”不存在，已改用“全部”。"]
    assert "只列2021年6月30日及以前的期次" in page.info[0].value
