"""工作总览 as a visitor sees it."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard_figures import SUPPRESSED_TOWNSHIP
from tests.dashboard_home import make_home
from tests.dashboard_visit import address_of, visit, words_on


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_home(tmp_path_factory.mktemp("home"))


@pytest.fixture(autouse=True)
def home(published: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("UNIONKPI_HOME", str(published))
    return published


@pytest.fixture(scope="module")
def county(published: Path) -> AppTest:
    """The page as it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(published))
        return visit()


def plain(text: str) -> str:
    return re.sub("<[^>]+>", " ", text)


def cards(test: AppTest) -> dict[str, str]:
    """The text of every card's head by the name on it."""
    heads = [element.value for element in test.html if 'class="card-head"' in element.value]
    return {re.search('card-name">([^<]+)', head)[1]: " ".join(plain(head).split()) for head in heads}


def verdict(test: AppTest) -> str:
    """The first thing on the page: its sentence and the block below it, in words."""
    block = next((element.value for element in test.html if 'class="verdict"' in element.value), "")
    return " ".join(f"{test.subheader[0].value} {plain(block)}".split())


def test_the_page_begins_with_how_many_are_on_target_what_is_behind_and_who_owns_it(county):
    assert verdict(county) == (
        "云岭县有目标的7项指标：3项达标、2项接近、2项落后 3 ✓ 达标 2 △ 接近 2 ▼ 落后 "
        "▼ 滞后任务数 当前4项，应达到0项，相差4项 办公室 · 王强 "
        "▼ 医疗互助参互率 当前49.7%，应达到60%，相差10.3个百分点 职工服务中心"
    )


def test_in_english_the_sentence_reads_like_one():
    said = visit(lang="en").subheader[0].value
    assert said == "云岭县: of 7 indicators with a target, 3 on target, 2 close, 2 behind"


def test_of_a_township_the_verdict_is_its_own():
    assert verdict(visit(region=SUPPRESSED_TOWNSHIP)) == (
        "大湾彝族傣族乡有目标的4项指标：3项达标、1项落后 3 ✓ 达标 1 ▼ 落后 "
        "▼ 医疗互助参互率 当前53.2%，应达到60%，相差6.8个百分点 职工服务中心"
    )


def test_the_eight_cards_stand_in_their_order(county):
    assert list(cards(county)) == [
        "工资集体协商企业覆盖率",
        "入会率",
        "会员人数",
        "送温暖慰问支出",
        "医疗互助参互率",
        "重点任务完成率",
        "滞后任务数",
        "公有制企业职代会建制率",
    ]


def test_a_card_carries_light_value_parts_target_and_change(county):
    assert (
        cards(county)["入会率"]
        == "入会率 △ 接近 81.2% 目标 85% 同比 ↑ 0.7个百分点 向好 会员人数 55,487 ÷ 职工人数 68,300"
    )


def test_a_descriptive_amount_has_no_judgement(county):
    assert cards(county)["送温暖慰问支出"] == "送温暖慰问支出 ○ 只作描述 353.13万元 2021年累计 · 未设目标 同比 ↑ 6.3%"


def test_less_than_the_target_never_looks_like_it(county):
    assert "89.95%" in cards(county)["重点任务完成率"]


def test_of_a_township_withheld_and_county_figures_say_why_they_are_not_there():
    shown = cards(visit(region=SUPPRESSED_TOWNSHIP))
    assert "人数少于5，按规定不显示" in shown["送温暖慰问支出"]
    assert "只有全县数，不分乡镇" in shown["滞后任务数"]


def test_an_incomplete_month_names_the_ledger_and_its_department(county):
    assert "资料不全，缺：权益保障部（送温暖慰问台账）。" in words_on(county)
    assert "资料不全" not in plain(words_on(visit(as_of="2021-11")))


def test_what_needs_attention_begins_on_the_overview_one_row_a_kind(county):
    table = next(element.value for element in county.html if "plain-table" in element.value)
    kinds = re.findall(r"<tr><td><span[^>]*>([^<]+)</span></td><td>([^<]+)</td>", table)
    assert kinds == [("▼ 红灯", "指标亮红灯"), ("○ 缺报", "台账没有报齐"), ("△ 黄灯", "指标亮黄灯")]
    assert 'href="attention?lang=zh&amp;as_of=2021-12&amp;region=530499&amp;kind=red_lights"' in table
    assert "滞后任务数：当前" in table
    assert "办公室 · 王强" in table
    assert any(re.search(r'href="attention\?[^"]+">查看全部\d+项 →', element.value) for element in county.html)


def test_choosing_another_month_changes_figures_and_address():
    test = visit()
    test.selectbox(key="as_of_widget").set_value("2020-12").run()
    assert address_of(test)["as_of"] == "2020-12"
    assert "数据截至2020年12月31日" in words_on(test)


def test_choosing_a_rate_by_township_stands_in_the_address():
    test = visit()
    test.selectbox(key="indicator_widget").set_value("union_density").run()
    assert address_of(test)["indicator"] == "union_density"
    assert any("入会率未达到目标" in heading.value for heading in test.subheader)
    same = visit(**address_of(test))
    assert [heading.value for heading in same.subheader] == [heading.value for heading in test.subheader]


def test_the_switch_to_english_keeps_the_view():
    test = visit(as_of="2020-12", region=SUPPRESSED_TOWNSHIP)
    test.radio(key="lang_widget").set_value("en").run()
    assert "31 December 2020" in words_on(test)
    assert address_of(test) | {"indicator": ""} == {
        "lang": "en",
        "as_of": "2020-12",
        "region": SUPPRESSED_TOWNSHIP,
        "indicator": "",
    }


def test_a_new_version_is_seen_at_the_next_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("UNIONKPI_HOME", str(tmp_path))
    make_home(tmp_path, version="a" * 16, rejected=7)
    test = visit()
    assert "a" * 16 in words_on(test)
    make_home(tmp_path, version="b" * 16, rejected=9)
    test.run()
    assert "b" * 16 in words_on(test)
    assert "退回81行" in words_on(test)
