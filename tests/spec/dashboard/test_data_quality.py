"""数据质量 as a visitor sees it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard_home import make_home
from tests.dashboard_visit import address_of, visit


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def home(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(published))
    return published


@pytest.fixture(scope="module")
def opened(published: Path) -> AppTest:
    """The page as it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(published))
        return visit("data-quality")


def page(**query: str) -> AppTest:
    return visit("data-quality", **query)


def table(test: AppTest, caption: str) -> str:
    return next(str(e.value) for e in test.html if f'class="sr-only">{caption}</caption>' in str(e.value))


def test_what_the_files_brought_in_one_sentence(opened):
    findings = [heading.value for heading in opened.subheader]
    assert findings == [
        "8本台账中1本未报送，1本未报到",
        f"8个文件9张表，读取5,568行，载入5,325行，退回{7 + 12 + 3 + 31 + 1 + 25}行（1.4%）",
        "61个错误、1个提醒；最多的是“违反台账规则”（60个）",
        "3项检查：严重不通过0项，警告1项",
    ]


def test_every_ledger_of_every_department_is_listed_with_its_state(opened):
    listed = table(opened, "各部室报送")
    assert listed.count("<tr>") == 1 + 8
    assert listed.count("▼ 未报送") == 1
    assert listed.count("△ 未报到") == 1


def test_every_sheet_is_listed_also_the_one_that_no_ledger_has(opened):
    listed = table(opened, "文件带来了什么")
    assert listed.count("<tr>") == 1 + 9
    assert "▼ 整表退回" in listed
    assert "未识别" in listed


def test_a_problem_has_file_sheet_row_heading_and_sentence(opened):
    listed = table(opened, "问题清单")
    for text in ("组织部/基层工会.xlsx", "城关街道", "会员人数", "会员人数不能多于职工人数", "=1+1", ">7<"):
        assert text in listed


def test_problems_are_leafed_through_fifty_at_a_time(opened):
    assert table(opened, "问题清单").count("<tr>") == 1 + 50
    assert table(page(page="2"), "问题清单").count("<tr>") == 1 + 12


def test_problems_are_filtered_and_the_filter_stands_in_the_address():
    test = page(page="2")
    test.selectbox(key="severity_widget").set_value("warning").run()
    assert table(test, "问题清单").count("<tr>") == 1 + 1
    assert address_of(test)["severity"] == "warning"
    assert "约120" in table(page(severity="warning"), "问题清单")


def test_filters_that_nothing_matches_say_so():
    assert [info.value for info in page(severity="warning", rule="broken_rule").info] == ["没有符合条件的问题"]


def test_failed_checks_say_what_they_mean(opened):
    assert "有2个比率大于1，请核对部门数据" in table(opened, "质量门")
    assert "2 rates are above 1" in table(page(lang="en"), "Quality gate")
