"""覆盖率 as a visitor sees it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard_figures import SUPPRESSED_TOWNSHIP
from tests.dashboard_home import make_home
from tests.dashboard_visit import address_of, visit, words_on
from warehouse.reader import open_published

TOWNSHIP = "530499001"
MANY = "2021-03"
"""A month of the sample in which many contracts are about to expire."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("home"))


@pytest.fixture
def home(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(published))
    return published


@pytest.fixture(scope="module")
def opened(published: Path) -> AppTest:
    """The page as it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(published))
        return visit("coverage")


def findings(test: AppTest) -> list[str]:
    return [heading.value for heading in test.subheader]


def table(test: AppTest, caption: str) -> list[list[str]]:
    """The cells of the table with this caption, row by row."""
    text = next(str(e.value) for e in test.html if f'class="sr-only">{caption}</caption>' in str(e.value))
    lines = re.findall(r"<tr>(.*?)</tr>", text.partition("<tbody>")[2])
    return [[re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", line)] for line in lines]


def charts(test: AppTest) -> int:
    return len(test.get("vega_lite_chart"))


def test_every_ratio_of_the_family_is_listed_in_the_order_of_the_catalogue(opened):
    rows = table(opened, "各项覆盖率与目标")
    assert [row[1] for row in rows] == [
        "工资集体协商企业覆盖率",
        "入会率",
        "医疗互助参互率",
        "重点任务完成率",
        "公有制企业职代会建制率",
        "困难职工慰问覆盖率",
    ]
    assert rows[1] == [
        "△ 接近",
        "入会率",
        "81.2%",
        "85%",
        "会员人数 55,487 ÷ 职工人数 68,300",
        "↑ 0.7个百分点 向好",
        "组织部 · 张明",
    ]


def test_the_first_rate_is_shown_by_year_by_township_and_over_months(opened):
    now, by_township, over_months = findings(opened)[1:4]
    assert now == "云岭县：工资集体协商企业覆盖率2021年12月为86.8%，比去年同期上升5.3个百分点，达到目标85%"
    assert by_township.startswith("有目标和数据的12个乡镇（街道）和系统中，")
    assert over_months.startswith("工资集体协商企业覆盖率与去年同期相比：12个乡镇（街道）和系统上升，0个下降")
    assert charts(opened) == 1 + 1 + 4
    assert address_of(opened)["indicator"] == "wage_bargaining_coverage"


@pytest.mark.usefixtures("home")
def test_another_rate_is_chosen_and_stands_in_the_address():
    test = visit("coverage")
    test.selectbox(key="indicator_widget").set_value("union_density").run()
    assert address_of(test)["indicator"] == "union_density"
    assert findings(test)[1].startswith("云岭县：入会率2021年12月为81.2%")
    assert findings(visit("coverage", **address_of(test))) == findings(test)


@pytest.mark.usefixtures("home")
def test_of_a_township_the_list_and_the_line_are_its_own():
    test = visit("coverage", region=TOWNSHIP, indicator="union_density")
    assert findings(test)[0].startswith("城关街道：")
    assert findings(test)[1].startswith("城关街道：入会率2021年12月为66.6%")


@pytest.mark.usefixtures("home")
def test_a_rate_of_the_county_alone_has_a_line_and_no_townships():
    county = visit("coverage", indicator="task_completion")
    assert charts(county) == 1
    assert "重点任务完成率只有全县数，不分乡镇（街道）" in [info.value for info in county.info]
    township = visit("coverage", indicator="task_completion", region=TOWNSHIP)
    assert charts(township) == 0
    assert findings(township)[1] == "城关街道：重点任务完成率2021年12月没有数，只有全县数，不分乡镇"


@pytest.mark.usefixtures("home")
def test_a_withheld_rate_says_that_it_is_withheld_wherever_it_would_stand():
    test = visit("coverage", indicator="hardship_reach", region=SUPPRESSED_TOWNSHIP)
    assert findings(test)[1] == "大湾彝族傣族乡：困难职工慰问覆盖率2021年12月没有数，人数少于5，按规定不显示"
    assert table(test, "各项覆盖率与目标")[-1][2] == "人数少于5，按规定不显示"


@pytest.mark.usefixtures("home")
def test_an_incomplete_month_is_marked():
    test = visit("coverage", indicator="hardship_reach")
    assert "（资料不全）" in findings(test)[1]
    assert "* 资料不全" in words_on(test)
    assert "资料不全" not in findings(visit("coverage", indicator="hardship_reach", as_of="2021-11"))[1]


@pytest.mark.usefixtures("home")
def test_choices_of_a_link_that_do_not_exist_are_said_and_replaced():
    test = visit("coverage", indicator="members")
    assert [warning.value for warning in test.warning] == ["链接中的“members”不存在，已改用“工资集体协商企业覆盖率”。"]


@pytest.mark.usefixtures("home")
def test_while_the_contracts_are_not_delivered_the_list_says_so(opened):
    assert any("还没有报送，无从列出到期的合同" in info.value for info in opened.info)


@pytest.fixture
def sample(sample_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(sample_home))
    return sample_home


def counted(home: Path, condition: str) -> int:
    sql = f"select count(*) as rows from mart.wage_contract_expiries where as_of_date = '2021-03-31' and {condition}"
    return int(open_published(home / "warehouse").query(sql)["rows"][0])


@pytest.mark.slow
def test_contracts_are_counted_and_leafed_through_fifty_at_a_time(sample):
    expired, all_listed = counted(sample, "days_left < 0"), counted(sample, "true")
    assert all_listed > 100
    first = visit("coverage", as_of=MANY)
    assert findings(first)[-1].startswith(
        f"云岭县：工资专项合同已到期未续签的企业{expired}家，90天内到期的{all_listed - expired}家"
    )
    rows = table(first, "工资专项合同到期")
    assert len(rows) == 50
    assert [row[0] for row in rows[:expired]] == ["▼ 已到期"] * expired
    second = visit("coverage", as_of=MANY, contracts_page="2")
    assert f"第51–100家，共{all_listed}家" in words_on(second)
    assert table(second, "工资专项合同到期")[0] != rows[0]


@pytest.mark.slow
@pytest.mark.usefixtures("sample")
def test_fewer_days_list_fewer_contracts_and_the_choice_stands_in_the_address(sample):
    test = visit("coverage", as_of=MANY)
    assert address_of(test)["days"] == "90"
    test.selectbox(key="days_widget").set_value("30").run()
    assert address_of(test)["days"] == "30"
    soon = counted(sample, "days_left between 0 and 30")
    assert f"30天内到期的{soon}家" in findings(test)[-1]


@pytest.mark.slow
def test_of_a_township_only_its_own_enterprises_are_listed(sample):
    test = visit("coverage", as_of=MANY, region=TOWNSHIP)
    rows = table(test, "工资专项合同到期")
    assert len(rows) == min(counted(sample, f"township_code = '{TOWNSHIP}'"), 50)
    assert len({row[2] for row in rows}) == 1


@pytest.mark.slow
@pytest.mark.usefixtures("sample")
def test_days_and_pages_of_a_link_that_do_not_exist_are_said_and_replaced():
    test = visit("coverage", as_of=MANY, days="45", contracts_page="99")
    assert [warning.value for warning in test.warning] == [
        "链接中的“45”不存在，已改用“90天”。",
        "链接中的“99”不存在，已改用“1”。",
    ]
