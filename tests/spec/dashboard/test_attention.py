"""待办关注 as a visitor sees it, and what is handed on."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import polars as pl
import pytest
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from dashboard.attention import workbook
from dashboard.attention.findings import of_departments
from dashboard.attention.item import Item
from dashboard.charts.attention_by_department import stacked
from dashboard.list_workbook import Heading
from dashboard.page import View
from dashboard.viewer import Viewer
from tests.dashboard_figures import TOWNSHIPS
from tests.dashboard_home import make_home
from tests.dashboard_visit import address_of, visit, words_on
from warehouse.access.roles import Role
from warehouse.reader import open_published

TASKS_BEHIND = "滞后任务数"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def home(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(published))
    return published


@pytest.fixture(scope="module")
def page(published: Path) -> AppTest:
    """The page as it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(published))
        return visit("attention")


def listed(test: AppTest) -> list[list[str]]:
    """The cells of every item on the page: state, kind, what, distance, department and owner, score, link."""
    tables = [element.value for element in test.html if "<th scope" in element.value and "查看 →" in element.value]
    rows = [row for table in tables for row in re.findall("<tr>(<td.*?)</tr>", table)]
    return [[re.sub("<[^>]+>", "", cell) for cell in re.findall("<td[^>]*>(.*?)</td>", row)] for row in rows]


def stored(home: Path, where: str = "true") -> pl.DataFrame:
    return open_published(home / "warehouse").query(
        f"select * from kpi.attention where as_of_date = '2021-12-31' and {where} order by position"
    )


def test_every_item_of_the_day_is_on_the_page_in_the_order_of_the_list(page, home):
    items = stored(home)
    assert len(listed(page)) == items.height > 30
    scores = [float(row[5]) for row in listed(page)]
    assert scores == sorted(scores, reverse=True)
    assert scores == pytest.approx(items["score"].to_list(), abs=0.0051)


def test_an_item_says_its_state_what_it_is_how_far_it_is_and_whose(page):
    (row,) = [row for row in listed(page) if row[2] == TASKS_BEHIND]
    assert row[:2] == ["▼ 红灯", "指标亮红灯"]
    assert re.fullmatch("当前[0-9]+项，应达到[0-9]+项，相差[0-9]+项", row[3])
    assert row[4] == "办公室 · 王强"


def test_the_link_of_an_item_leads_to_its_page_in_the_same_view(page):
    markup = next(element.value for element in page.html if TASKS_BEHIND in element.value)
    (row,) = [row for row in re.findall("<tr>.*?</tr>", markup) if TASKS_BEHIND in row]
    query = "lang=zh&amp;as_of=2021-12&amp;region=530499&amp;indicator=tasks_behind&amp;regions=530499"
    assert f'href="trends?{query}"' in row


def test_the_heading_counts_what_the_list_holds(page, home):
    items = stored(home)
    red = items.filter(pl.col("kind") == "red_lights").height
    (said,) = [heading.value for heading in page.subheader if "需要关注" in heading.value]
    assert said.startswith(f"云岭县需要关注的有{items.height}项：红灯{red}、缺报")


def test_kind_and_department_are_chosen_in_the_address():
    test = visit("attention", kind="red_lights", department="office")
    assert {row[1] for row in listed(test)} == {"指标亮红灯"}
    assert {row[4] for row in listed(test)} == {"办公室 · 王强"}
    test.selectbox(key="kind_widget").set_value("missing_ledgers").run()
    assert address_of(test)["kind"] == "missing_ledgers"


def test_a_township_has_its_own_items_alone(home):
    code = stored(home, "region_code <> '530499'")["region_code"][0]
    test = visit("attention", region=code)
    assert len(listed(test)) == stored(home, f"region_code = '{code}'").height
    assert not any(TOWNSHIPS[code][0] in row[2] for row in listed(test))  # the title has it
    of_county = [row[2] for row in listed(visit("attention")) if TOWNSHIPS[code][0] in row[2]]
    assert of_county == [f"{row[2]}（{TOWNSHIPS[code][0]}）" for row in listed(test)]


def test_a_choice_that_nothing_matches_says_so():
    test = visit("attention", kind="missing_ledgers", as_of="2021-11")
    assert listed(test) == []
    assert "没有符合所选条件的事项" in words_on(test)


def test_where_nothing_needs_attention_the_page_and_the_overview_say_so(tmp_path, monkeypatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(make_home(tmp_path, kinds=())))
    for path in ("attention", ""):
        assert "截至2021年12月，云岭县没有需要关注的事项" in words_on(visit(path))


def test_how_the_score_is_made_is_told_for_every_kind(page):
    (table,) = [element.value for element in page.html if "得分怎么算" in element.value]
    for kind in ("指标亮红灯", "指标亮黄灯", "台账没有报齐"):
        assert kind in table


def test_every_department_with_items_has_a_text_to_send(page, home):
    texts = [code.value for code in page.code]
    assert len(texts) == stored(home)["department_id"].n_unique()
    (office,) = [text for text in texts if text.startswith("办公室 王强：")]
    assert "截至2021年12月31日，下列事项需要办理或说明：" in office
    assert re.search(f"\\d+\\. 【红灯】指标亮红灯：{TASKS_BEHIND}，当前", office)


def test_the_department_with_the_most_items_is_named_or_those_that_have_equally_many(home):
    view = View(
        open_published(home / "warehouse"), "zh", date(2021, 12, 31), "530499", "云岭县", Viewer("王主任", Role.ADMIN)
    )
    names = ["甲", "乙", "甲", "乙", "甲"]
    items = pl.DataFrame({"department_name": names, "weight_class": ["red", "red", "amber", "amber", "overdue"]})
    assert of_departments(view, items) == "最多的是甲：3项，其中红灯和超期2项"
    assert of_departments(view, items[:4]) == "最多的是甲、乙：各2项"


def test_in_english_the_page_speaks_english():
    test = visit("attention", lang="en")
    shown = words_on(test)
    assert "items need attention: Red" in shown
    assert "How the score is made" in [expander.label for expander in test.expander]


ITEM = Item(
    position=3,
    state="▼ 红灯",
    light="red",
    kind="大额资金未经集体研究",
    what="=1+1",
    distance="1笔",
    score=2.0391801,
    department_id="finance",
    department="财务部",
    owner=None,
    file="财务部/大额.xlsx",
    sheet="1月",
    row=7,
    address="attention?kind=x",
)
CELLS = pl.DataFrame(
    {
        "position": [3],
        "label_zh": ["大额资金未经集体研究"],
        "label_en": ["Large payments"],
        "row_name": ["P1 · -会议"],
        "days": [None],
        "amount": [-60000.0],
        "ledger_zh": ["大额资金台账"],
        "ledger_en": ["Large payments"],
        "file": ["财务部/大额.xlsx"],
        "sheet": ["1月"],
        "row": [7],
    },
    schema_overrides={"days": pl.Int64},
)
HEADING = Heading("云岭县待办关注清单", "范围：全部", "zh", date(2021, 12, 31))


def test_the_workbook_has_the_items_and_their_rows_numbers_as_numbers_and_texts_as_texts():
    made = workbook.workbook([ITEM], CELLS, HEADING)
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    assert book.sheet_names == ["待办关注", "来源行"]
    items, rows = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert items[0][0] == "云岭县待办关注清单"
    assert items[3] == [1, "▼ 红灯", ITEM.kind, "=1+1", "1笔", "财务部", "", 2.04, "财务部/大额.xlsx", "1月", 7]
    assert rows[3] == [1, ITEM.kind, "P1 · -会议", "", -60000, "大额资金台账", "财务部/大额.xlsx", "1月", 7]
    with ZipFile(BytesIO(made)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_the_workbook_is_the_same_to_the_byte():
    workbook.workbook.clear()
    first = workbook.workbook([ITEM], CELLS, HEADING)
    workbook.workbook.clear()
    assert workbook.workbook([ITEM], CELLS, HEADING) == first


def test_bars_keep_the_departments_order_and_name_the_classes():
    counted = pl.DataFrame(
        {
            "department": ["乙", "乙", "甲"],
            "weight_class": ["amber", "red", "red"],
            "items": [2, 1, 1],
            "total": [3, 3, 1],
        }
    )
    assert stacked(counted, "zh").rows() == [("乙", "黄灯", 3, 2, 3), ("乙", "红灯", 0, 1, 3), ("甲", "红灯", 0, 1, 1)]
