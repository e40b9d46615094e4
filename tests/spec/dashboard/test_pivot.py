"""The page of pivots: what is chosen stands in the address, the way back, what is said, and what is taken away."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import load_workbook
from streamlit.testing.v1 import AppTest

from dashboard.pivot import asking
from dashboard.pivot.workbook import Number, Sheet, workbook
from dashboard.viewer import Viewer
from tests.dashboard_visit import address_of, door, visit, words_on
from tests.spec.cli.published_home import publish
from tests.warehouse_tables import Tables
from warehouse.access.actions import Action
from warehouse.access.roles import Role
from warehouse.desk.asking.sandbox import Running
from warehouse.desk.pivot.sql_text import Query
from warehouse.reader import Published

ENDLESS = "select count(*) from range(1000000000000)"
TABLES = Tables(
    first_month="2020-01",
    unions="""
        union_code | township_code | union_kind | members | employees | founded_date
        U1         | 530499001     | 单独       | 1010    | 2020      | 2019-05-01
        U2         | 530499001     | 联合       | 5       | 5         | 2020-07-15
        U3         | 530499002     | 单独       | 30      | 40        | 2021-03-01
    """,
    relief_visits="""
        visit_code | township_code | beneficiary_kind | campaign | visit_kind | people | visited_date | cash_amount
        V1         | 530499001     | 环卫工人         | 元旦春节 | 集体       | 3      | 2021-02-01   | 300
        V2         | 530499002     | 环卫工人         | 元旦春节 | 集体       | 90     | 2021-02-01   | 9000
    """,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("pivot"), TABLES)


@pytest.fixture(autouse=True)
def home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(folder))
    return folder


def pivot(**address: str) -> AppTest:
    return visit("pivot", address={"pivot": "unions", **address})


def table_of(test: AppTest) -> str:
    return next(element.value for element in test.html if "pivot-table" in element.value)


def row_of(test: AppTest, name: str) -> list[str]:
    """The cells of a row of the table, in words."""
    (row,) = [line for line in table_of(test).split("<tr") if f'<th scope="row">{name}</th>' in line]
    return [cell.split(">", 1)[1].split("</td>")[0] for cell in row.split("<td")[1:]]


def test_a_subject_opens_with_what_is_sensible_for_it_and_the_address_says_so() -> None:
    test = pivot()
    assert [header.value for header in test.header] == ["基层工会：工会数，按乡镇（街道）和系统和组建形式"]
    assert row_of(test, "1镇") == ["1", "1", "2"]
    assert row_of(test, "2镇") == ["1", "0", "1"]
    assert row_of(test, "合计") == ["2", "1", "3"]
    address = address_of(test)
    assert {name: address[name] for name in ("pivot", "rows", "columns", "measure", "versus")} == {
        "pivot": "unions",
        "rows": "township",
        "columns": "union_kind",
        "measure": "unions",
        "versus": "none",
    }
    assert "select" in test.code[0].value


def test_a_link_shows_what_was_chosen_compared_and_filtered_and_is_noted() -> None:
    test = pivot(rows="union_kind", columns="-", measure="members", versus="last_year", only_township="530499001")
    # founded in July 2020, U2 is there in both years
    assert row_of(test, "单独") == ["1,010", "1,010", "0", "0.0%"]
    assert row_of(test, "合计") == ["1,015", "1,015", "0", "0.0%"]
    assert "乡镇（街道）和系统：1镇" in words_on(test)
    (noted,) = [details for _, action, details in door().noted if action == Action.QUERIED]
    assert (noted["outcome"], noted["rows"]) == ("answered", 3)


def test_a_step_is_taken_back_and_everything_begins_anew() -> None:
    test = pivot(measure="members")
    test.button(key="pivot_swap").click().run()
    assert (address_of(test)["rows"], address_of(test)["columns"]) == ("union_kind", "township")
    assert row_of(test, "联合") == ["5", "—", "5"]
    test.button(key="pivot_undo").click().run()
    assert (address_of(test)["rows"], address_of(test)["columns"]) == ("township", "union_kind")
    assert address_of(test)["measure"] == "members"
    assert test.button(key="pivot_undo").disabled
    test.button(key="pivot_reset").click().run()
    assert (address_of(test)["pivot"], address_of(test)["measure"]) == ("unions", "unions")


def test_the_chart_follows_the_pivot_until_somebody_chooses_one() -> None:
    test = pivot()
    assert address_of(test)["chart"] == "stacked"
    test.radio(key="versus_widget").set_value("last_year").run()
    assert address_of(test)["chart"] == "bars"
    test.radio(key="chart_widget").set_value("heat").run()
    test.radio(key="versus_widget").set_value("none").run()
    assert address_of(test)["chart"] == "heat"


def test_another_subject_begins_with_its_own_default() -> None:
    test = pivot(measure="members", only_union_kind="单独")
    test.selectbox(key="pivot_widget").select("units").run()
    assert {"pivot": "units", "measure": "units"}.items() <= address_of(test).items()
    assert "only_union_kind" not in address_of(test)
    assert [header.value for header in test.header] == ["没有符合条件的数据"]


def test_in_english_names_values_and_units_are_english() -> None:
    test = pivot(lang="en", rows="size", columns="-", measure="density", versus="last_year")
    assert [header.value for header in test.header] == ["Unions: Union density by Members"]
    assert "Last year" in table_of(test)
    assert row_of(test, "below 25") == ["100.0%", "100.0%", "0.0 points"]
    assert row_of(test, "25–99") == ["75.0%", "—", "—"]


def test_what_is_withheld_says_so() -> None:
    test = pivot(pivot="indicators", rows="township", columns="-", indicator="relief_visits")
    assert row_of(test, "1镇") == row_of(test, "2镇") == ["不显示"]
    assert row_of(test, "合计") == ["93"]
    assert "人数少于5" in words_on(test)


def test_what_a_link_names_and_does_not_exist_is_said() -> None:
    test = pivot(rows="colour", only_union_kind="单独,双重")
    said = [warning.value for warning in test.warning]
    assert said == [
        "链接中的“colour”不存在，已改用“乡镇（街道）和系统”。",
        "链接中的“双重”不存在，已改用“单独”。",
    ]


def test_a_leader_sees_the_page_and_nobody_of_a_department() -> None:
    assert visit("pivot", role=Role.LEADER).header
    assert not visit("pivot", role=Role.DEPARTMENT, department_id="org").header


def test_the_workbook_has_numbers_and_says_what_it_is() -> None:
    rate = Number(0.75, is_rate=True)
    sheet = Sheet(
        name="透视",
        title="甲",
        corner="乡镇",
        heads=("工会", "合计"),
        parts=("本期", "去年同期"),
        rows=(
            ("=1镇", (Number(2, False), Number(None, False, "不显示"), rate, Number(1.5, False))),
            ("合计", (Number(2, False), Number(2, False), rate, Number(1.5, False))),
        ),
        has_total=True,
    )
    about = [("筛选", "没有筛选"), ("SQL", "-- 甲\nselect 1")]
    made = workbook(sheet, "说明", about, date(2021, 12, 31))
    assert made == workbook(sheet, "说明", about, date(2021, 12, 31))
    book = load_workbook(BytesIO(made))
    assert book.get_sheet_by_name("透视").to_python() == [
        ["甲", "", "", "", ""],
        ["乡镇", "工会", "工会", "合计", "合计"],
        ["", "本期", "去年同期", "本期", "去年同期"],
        ["=1镇", 2.0, "不显示", 0.75, 1.5],
        ["合计", 2.0, 2.0, 0.75, 1.5],
    ]
    assert book.get_sheet_by_name("说明").to_python() == [["筛选", "没有筛选"], ["SQL", "-- 甲\nselect 1"]]


def test_a_pivot_that_takes_long_can_be_cancelled_and_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = asking.begin

    def slow(published: Published, viewer: Viewer, query: Query) -> Running:
        return begin(published, viewer, replace(query, sql=ENDLESS))

    with monkeypatch.context() as patch:
        patch.setattr(asking, "begin", slow)
        patch.setattr(asking, "SECONDS_TO_WAIT", 0)
        test = pivot(rows="union_kind")
        assert "正在查询" in words_on(test)
        assert not test.header
        test.button("pivot_cancel").click().run()
    assert [info.value for info in test.info] == ["查询已取消"]
    assert door().noted[-1][2]["outcome"] == "Cancelled"
    test.button("pivot_ask_again").click().run()
    assert row_of(test, "单独")
