"""重点任务: what the page says of given tasks, and the page of the sample county."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from python_calamine import load_workbook
from streamlit.testing.v1 import AppTest

from dashboard.charts.completion import bars as department_bars
from dashboard.charts.timeline import bars, milliseconds, timeline, two_lines
from dashboard.drawing import specification
from dashboard.tasks import behind, departments, findings, queries, supervision, task
from dashboard.tasks.supervision import Heading
from tests.dashboard_visit import address_of, visit, words_on
from tests.spec.kpis.figures import given_tables
from warehouse.reader import Published, open_published

JUNE = date(2021, 6, 30)
TOWNSHIP = "530499009"

GIVEN = {
    "task": """
        task_code | year | weight | target | title    | department | leader | owner | planned_start | planned_end | unit
        LATE      | 2021 | 3      | 40     | =建驿站  | 组织部     | 岑远山 | 甲    | 2021-01-01    | 2021-12-31  | 个
        OVERDUE   | 2021 | 1      | 10     | 建工会   | 组织部     | 岑远山 | 甲    | 2021-01-01    | 2021-06-29  | 个
        SLOW      | 2021 | 2      | 100    | 定制度   | 财务部     | 柏清风 | 乙    | 2021-01-01    | 2021-12-31  | %
        BEYOND    | 2021 | 2      | 100    | 办培训   | 财务部     | 柏清风 | 乙    | 2021-01-01    | 2021-12-31  | 人
        WAITING   | 2021 | 2      | 100    | 秋季助学 | 经审办     | 柏清风 | 丙    | 2021-08-01    | 2021-08-31  | 人
    """,
    "task_progress": """
        task_code | month   | done | status   | problem        | remedy
        LATE      | 2021-06 | 10   | 滞后     | ＝人手不足     | 每周调度
        OVERDUE   | 2021-06 | 9    | 序时推进 |                |
        SLOW      | 2021-05 | 45   | 序时推进 |                |
        BEYOND    | 2021-06 | 186  | 超序时   |                |
    """,
}


def tasks_of(key: str, as_of: date = JUNE, **texts: str) -> pl.DataFrame:
    """What the page asks for; ``key`` names the tables in the cache of queries."""
    figures = given_tables(**texts)
    return queries.tasks(Published(Path(key), {}, figures.built.con), as_of)


@pytest.fixture(scope="module")
def tasks() -> pl.DataFrame:
    return tasks_of("given", **GIVEN)


def only(tasks: pl.DataFrame, *codes: str) -> pl.DataFrame:
    return tasks.filter(pl.col("task_code").is_in(codes))


def test_the_worst_light_comes_first_and_then_the_earliest_planned_end(tasks):
    assert tasks.select("task_code", "light").rows() == [
        ("OVERDUE", "red"),
        ("LATE", "red"),
        ("SLOW", "amber"),
        ("BEYOND", "green"),
        ("WAITING", "grey"),
    ]


def test_a_light_is_a_shape_and_a_word_and_a_share_above_the_whole_is_said_as_it_is(tasks):
    said = [(task.light_text(row, "zh"), task.progress_text(row, "zh")) for row in tasks.iter_rows(named=True)]
    assert said == [
        ("▼ 滞后", "9／10个（90.0%）"),
        ("▼ 滞后", "10／40个（25.0%）"),
        ("△ 预警", "45.0%"),
        ("✓ 完成", "186／100人（186.0%）"),
        ("○ 未开始", "0／100人（0.0%）"),
    ]


def test_departments_weigh_their_tasks_and_cap_each_at_its_target(tasks):
    totals = departments.totals(tasks).select(
        "department", "tasks", "completed_weight", "weight", "red", "amber", "green"
    )
    assert totals.rows() == [
        ("经审办", 1, 0, 2, 0, 0, 0),
        ("组织部", 2, 3 * 10 / 40 + 1 * 9 / 10, 3 + 1, 2, 0, 0),
        ("财务部", 2, 2 * 45 / 100 + 2 * 1, 2 + 2, 0, 1, 1),
    ]


@pytest.mark.slow
def test_the_departments_together_are_the_completion_of_the_county(sample_home):
    """Parts and quotient agree with kpi.values on every day of three years."""
    published = open_published(sample_home / "warehouse")
    figures = published.query(
        "select as_of_date, numerator, denominator, value from kpi.values "
        "where indicator_id = 'task_completion' and region_code = ? and value is not null",
        [published.county_code],
    )
    assert figures.height >= 36
    for as_of, numerator, denominator, value in figures.iter_rows():
        totals = departments.totals(queries.tasks(published, as_of))
        assert totals["completed_weight"].sum() == pytest.approx(numerator, rel=1e-9)
        assert totals["weight"].sum() == denominator
        assert departments.whole(totals) == pytest.approx(value, rel=1e-9)


@pytest.mark.parametrize(
    ("shares", "sentence"),
    [
        ({"甲": 0.5}, "全部任务归甲，加权完成50.0%"),
        ({"甲": 0.5, "乙": 0.5}, "2个部门的加权完成率都是50.0%"),
        ({"甲": 0.5, "乙": 0.8}, "全县加权完成65.0%：最低的是甲（50.0%），最高的是乙（80.0%）"),
        ({"甲": 0.5, "乙": 1.0, "丙": 1.0}, "全县加权完成83.3%：最低的是甲（50.0%），最高的是乙、丙（100.0%）"),
        (
            {"甲": 0.5, "乙": 1.0, "丙": 1.0, "丁": 1.0},
            "全县加权完成87.5%：最低的是甲（50.0%），最高的是乙等3个部门（100.0%）",
        ),
    ],
)
def test_the_finding_names_lowest_and_highest_also_when_there_is_one_or_a_tie(shares, sentence):
    frame = pl.DataFrame({"department": list(shares), "share": list(shares.values())})
    weighed = frame.with_columns(weight=pl.lit(2.0), completed_weight=2.0 * pl.col("share"))
    assert findings.of_departments(weighed, "zh") == sentence


def test_what_is_behind_begins_with_the_farthest_from_the_calendar(tasks):
    late = behind.of(tasks)
    assert late["task_code"].to_list() == ["LATE", "OVERDUE"]  # 25 of 49.6 points, 90 of 100
    assert (
        findings.of_behind(tasks, late, "zh")
        == "5项任务中2项滞后，差距最大的是“=建驿站”（组织部，完成25.0%，时间已过49.6%）"
    )
    assert findings.of_behind(only(tasks, "BEYOND"), late.clear(), "zh") == "1项任务没有滞后的"


def test_the_timeline_counts_the_lights_and_leaves_out_those_that_nothing_has(tasks):
    assert findings.of_lights(tasks, "zh") == "5项任务：▼ 滞后2项、△ 预警1项、✓ 正常1项、○ 未开始1项"
    assert findings.of_lights(only(tasks, "SLOW"), "en") == "1 tasks: △ At risk 1"


def test_a_bar_runs_to_the_last_moment_of_its_plan_and_is_filled_by_what_is_done_at_most_whole(tasks):
    drawn = {row["task_code"]: row for row in bars(tasks, "zh").iter_rows(named=True)}
    late, beyond = drawn["LATE"], drawn["BEYOND"]
    assert (late["start"], late["end"]) == (milliseconds(date(2021, 1, 1)), milliseconds(date(2022, 1, 1)))
    assert late["reached"] == late["start"] + (late["end"] - late["start"]) * 10 // 40
    assert beyond["reached"] == beyond["end"]
    assert (late["label"], beyond["label"]) == ("▼ 滞后 25.0%", "✓ 完成 186.0%")
    assert late["period"] == "2021年1月1日至2021年12月31日"


def test_the_line_stands_at_the_end_of_the_day_and_carries_no_label(tasks):
    spec = specification(timeline(tasks, JUNE, "zh", "任务时间表"))
    (line,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "rule"]
    assert spec["datasets"][line["data"]["name"]].to_dicts() == [{"as_of": milliseconds(date(2021, 7, 1))}]
    labels = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]
    assert [label["encoding"]["x"] for label in labels] == [{"value": 0}, {"value": "width"}]


def test_lights_have_the_same_colours_as_everywhere(tasks):
    spec = specification(timeline(tasks, JUNE, "zh", "任务时间表"))
    scale = spec["layer"][0]["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True))["green"] == "#1F5FA8"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("建设职工驿站", "建设职工驿站"),
        ("开展新就业形态劳动者入会", "开展新就业形\n态劳动者入会"),
        ("一二三四五六七八九十一二三四五六七八九十", "一二三四五六七八九\n十一二三四五六七…"),
        ("Twenty-one characters", "Twenty-one \ncharacters"),
    ],
)
def test_a_name_takes_two_lines_at_most(name, shown):
    assert two_lines(name) == shown


def test_departments_bars_carry_their_lights_and_parts(tasks):
    rows = department_bars(departments.totals(tasks), "zh").select("department", "label", "lights", "parts").rows()
    assert rows == [
        ("经审办", "0.0%", "○ 未开始 1", "0 ÷ 2"),
        ("组织部", "41.3%", "▼ 滞后 2", "1.65 ÷ 4"),
        ("财务部", "72.5%", "△ 预警 1　✓ 正常 1", "2.9 ÷ 4"),
    ]


def test_tasks_whose_latest_month_is_not_reported_are_counted(tasks):
    assert task.stale(tasks, JUNE) == 1  # SLOW; WAITING has not begun, BEYOND is done
    assert task.stale(tasks, date(2021, 1, 30)) == 0  # no month of the year has ended


def test_without_any_progress_the_tasks_are_plans_and_nothing_is_judged():
    plans = task.without_progress(tasks_of("plans", task=GIVEN["task"], task_progress=""))
    assert set(plans["light"]) == {"grey"}
    assert behind.of(plans).is_empty()
    assert findings.of_lights(plans, "zh") == "5项任务：○ 进度未报送5项"
    assert task.progress_text(plans.row(0, named=True), "zh") == "进度未报送"
    assert bars(plans, "zh")["label"].unique().to_list() == ["○ 进度未报送"]


def ledger(tasks: pl.DataFrame, language: Any = "zh") -> bytes:
    heading = Heading("云岭县重点任务督查台账（截至2021年6月30日）", "范围：全部", "0123456789abcdef", JUNE, language)
    return supervision.workbook(tasks, heading)


def test_the_ledger_of_supervision_has_a_title_headings_and_a_row_a_task(tasks):
    rows = load_workbook(BytesIO(ledger(tasks))).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "云岭县重点任务督查台账（截至2021年6月30日）"
    assert rows[2] == ["序号", "任务", "牵头领导", "责任部门", "完成时限", "进展", "存在问题", "下步措施", "亮灯"]
    assert rows[4] == [
        *(2, "=建驿站", "岑远山", "组织部", date(2021, 12, 31)),
        *("10／40个（25.0%），滞后", "＝人手不足", "每周调度", "▼ 滞后"),
    ]
    assert len(rows) == 3 + 5


def test_the_ledger_of_supervision_is_ready_to_print(tasks):
    content = ledger(tasks)
    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        assert "$1:$3" in parts.read("xl/workbook.xml").decode()  # title, scope and headings on every page
        assert "wrapText" in parts.read("xl/styles.xml").decode()
    assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in sheet
    assert 'ySplit="3"' in sheet
    assert "版本 0123456789abcdef" in sheet
    assert "<f>" not in sheet


def test_equal_tasks_make_equal_bytes(tasks):
    supervision.workbook.clear()
    first = ledger(tasks)
    supervision.workbook.clear()
    assert ledger(tasks) == first


@pytest.fixture
def home(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    return sample_home


@pytest.fixture
def opened(home: Path) -> AppTest:
    assert home.is_dir()
    return visit("key-tasks", as_of="2021-06")


def subheaders(test: AppTest) -> list[str]:
    return [heading.value for heading in test.subheader]


def downloads(test: AppTest) -> list[str]:
    return [button.proto.label for button in test.get("download_button")]


@pytest.mark.slow
def test_the_page_has_figures_departments_what_is_behind_and_the_timeline(opened):
    assert [heading.value for heading in opened.header] == ["各部门完成情况", "任务清单", "滞后任务", "任务时间表"]
    assert all(f'card-name">{name}<' in words_on(opened) for name in ("重点任务完成率", "滞后任务数", "按期完成率"))
    assert [text.startswith("48项任务") for text in subheaders(opened)] == [False, True, True]
    assert downloads(opened) == ["下载督查台账（48项）"]


@pytest.mark.slow
def test_the_choice_stands_in_the_address_and_reaches_list_timeline_and_ledger(opened):
    opened.selectbox(key="department_widget").set_value("finance").run()
    opened.selectbox(key="light_widget").set_value("red").run()
    assert address_of(opened)["department"] == "finance"
    assert address_of(opened)["light"] == "red"
    assert downloads(opened) == ["下载督查台账（3项）"]
    assert subheaders(opened)[1].startswith("3项任务中3项滞后")
    assert subheaders(visit("key-tasks", **address_of(opened))) == subheaders(opened)


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_a_department_that_no_task_has_is_said():
    test = visit("key-tasks", as_of="2021-06", department="nowhere")
    assert [warning.value for warning in test.warning] == ["链接中的“nowhere”不存在，已改用“全部”。"]


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_a_choice_that_leaves_nothing_says_so():
    test = visit("key-tasks", as_of="2021-06", light="grey")
    assert [info.value for info in test.info] == ["没有符合所选条件的任务"]


@pytest.mark.slow
@pytest.mark.usefixtures("home")
def test_of_a_township_the_page_says_that_tasks_are_the_countys():
    test = visit("key-tasks", as_of="2021-06", region=TOWNSHIP)
    assert "重点任务只有全县数，不分乡镇" in test.info[0].value
    assert downloads(test) == ["下载督查台账（48项）"]
    assert address_of(test)["region"] == TOWNSHIP


@pytest.mark.slow
def test_where_no_task_was_handed_in_the_page_says_so(bare_home, monkeypatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(bare_home))
    test = visit("key-tasks")
    assert [info.value for info in test.info] == ["2021年没有报送重点任务清单"]
