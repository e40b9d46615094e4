"""The time machine: the pages of a frozen month, its banner and the way back, and who may look."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard import data, frozen
from dashboard.page import pages
from dashboard.viewer import Viewer
from pipelines.command_line.server import require_shown
from pipelines.home import Home
from tests.dashboard_visit import address_of, visit, words_on
from tests.every.test_roles import arguments, queries
from warehouse.access.roles import Role
from warehouse.language import Refusal
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots

ISSUED, DRAFT = "2021-12.r1", "2021-11.r1"
FROZEN = [page.url_path for page, _ in pages() if page.shows_frozen]
NOW_ALONE = [page.url_path for page, _ in pages() if not page.shows_frozen]
LINK = re.compile(r'href="([^"]+)"')

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(reissued_home: Path) -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UNIONKPI_HOME", str(reissued_home))
        yield reissued_home


@pytest.fixture
def changed_home(reissued_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = Path(shutil.copytree(reissued_home, tmp_path / "home", ignore=shutil.ignore_patterns("cache")))
    monkeypatch.setenv("UNIONKPI_HOME", str(home))
    return home


def path_of(url_path: str) -> str:
    return "" if url_path == "overview" else url_path


def banner(test: AppTest) -> str | None:
    found = re.search(r'class="time-banner">([^<]+)<', words_on(test))
    return found[1].strip() if found else None


def test_the_pages_of_figures_show_frozen_months_and_those_of_people_and_files_do_not() -> None:
    assert {"overview", "indicators", "trends", "attention", "data-quality"} <= set(FROZEN)
    assert {"hand-in", "quarantine", "submission-calendar", "people", "audit-log", "account"} <= set(NOW_ALONE)
    assert {"changes", "restatements"} <= set(NOW_ALONE)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("url_path", FROZEN)
def test_a_page_of_figures_shows_the_frozen_month(url_path: str) -> None:
    test = visit(path_of(url_path), snapshot=ISSUED)
    assert not test.error
    assert banner(test) is not None
    assert f"0123456789abcdef（快照 {ISSUED}）" in words_on(test)
    address = address_of(test)
    assert (address["snapshot"], address["as_of"]) == (ISSUED, "2021-12")
    links = [link for link in LINK.findall(words_on(test)) if "?" in link]
    assert [link for link in links if f"snapshot={ISSUED}" not in link] == []


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("url_path", ["submission-calendar", "account", "changes"])
def test_a_page_about_now_says_so_and_keeps_the_choice(url_path: str) -> None:
    test = visit(url_path, snapshot=ISSUED)
    assert banner(test) is None
    assert f"本页总是显示现在的数据；所选的 {ISSUED}" in words_on(test)
    assert address_of(test)["snapshot"] == ISSUED


@pytest.mark.usefixtures("home")
def test_figures_are_those_that_were_issued_with_their_proof() -> None:
    """65 members were issued, of unions with 60 and 5; now there are 76."""
    then, now = (words_on(visit("indicators", indicator="members", snapshot=name)) for name in (ISSUED, ""))
    assert "2行合计 65 ＝ 65 ✓" in then
    assert "3行合计 76 ＝ 76 ✓" in now


@pytest.mark.usefixtures("home")
def test_the_banner_says_what_it_is() -> None:
    digits = {one.id: one.hash[:12] for one in frozen.snapshots()}
    said = {name: banner(visit(snapshot=name)) for name in (ISSUED, DRAFT)}
    assert said == {
        ISSUED: f"已签发 2021年12月，截至2021年12月31日，校验码 {digits[ISSUED]}…",
        DRAFT: f"草稿 2021-11.r1，尚未签发，截至2021年11月30日，校验码 {digits[DRAFT]}…",
    }
    english = banner(visit(snapshot=ISSUED, lang="en"))
    assert english == f"Issued: December 2021, as of 31 December 2021, hash {digits[ISSUED]}…"


def test_a_month_that_was_revised_says_what_replaces_it(changed_home: Path) -> None:
    snapshots = Snapshots(changed_home)
    snapshots.revise("2021-12", "张三", "更正会员数")
    assert "已被" not in str(banner(visit(snapshot=ISSUED)))
    snapshots.sign("2021-12.r2", Step.REVIEW, "李四")
    snapshots.sign("2021-12.r2", Step.ISSUE, "王五")
    assert "，已被 2021-12.r2 替代，" in str(banner(visit(snapshot=ISSUED)))
    assert str(banner(visit(snapshot="2021-12.r2"))).startswith("已签发 2021年12月，第2版，")


@pytest.mark.usefixtures("home")
def test_only_the_days_of_the_frozen_month_are_offered_and_one_way_leads_back() -> None:
    test = visit("indicators", snapshot=DRAFT)
    assert test.selectbox(key="as_of_widget").value == "2021-11"
    assert "2021-12" not in address_of(test)["as_of"]
    assert test.selectbox(key="snapshot_widget").options == [
        "现在（最新发布）",
        f"{ISSUED} 已签发",
        f"{DRAFT} 草稿",
    ]
    test.button(key="time_back").click().run()
    assert banner(test) is None
    assert "snapshot" not in address_of(test)
    assert address_of(test)["as_of"] == "2021-12"
    test.selectbox(key="snapshot_widget").select(DRAFT).run()
    assert (address_of(test)["snapshot"], address_of(test)["as_of"]) == (DRAFT, "2021-11")


@pytest.mark.usefixtures("home")
def test_a_snapshot_that_is_not_there_is_said_and_replaced() -> None:
    test = visit(snapshot="2020-01.r1")
    assert [one.value for one in test.warning] == ["链接中的快照“2020-01.r1”不存在或已损坏，已改用现在的数据。"]
    assert "snapshot" not in address_of(test)


def test_what_was_altered_is_not_shown_and_leads_back(changed_home: Path) -> None:
    with (changed_home / "snapshots" / ISSUED / "public/values.parquet").open("ab") as stream:
        stream.write(b" ")
    test = visit(snapshot=ISSUED)
    assert [one.value for one in test.error] == [f"快照 {ISSUED} 已被改动或损坏，不能使用；请核对，并从备份恢复"]
    assert not test.header
    test.button(key="time_back").click().run()
    assert not test.error
    assert test.header


@pytest.mark.usefixtures("home")
def test_departments_see_no_snapshot() -> None:
    test = visit("submission-calendar", role=Role.DEPARTMENT, department_id="org", snapshot=ISSUED)
    assert [one.value for one in test.warning] == [f"部室看不到快照（链接中的“{ISSUED}”），显示现在的数据。"]
    with pytest.raises(Refusal, match="Departments see no snapshot"):
        data.published(Viewer("李干事", Role.DEPARTMENT, "org"), ISSUED)


def test_a_home_without_snapshots_offers_none(published_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNIONKPI_HOME", str(published_home))
    assert "snapshot_widget" not in {box.key for box in visit().selectbox}


def same(one: Any, other: Any) -> bool:
    if isinstance(one, pl.DataFrame):
        return one.equals(other)
    return repr(one) == repr(other)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("name", queries())
def test_what_is_kept_for_now_is_not_given_for_a_frozen_month(name: str) -> None:
    function: Callable[..., Any] = queries()[name]
    then, now = frozen.version(ISSUED).published, data.published(Viewer("王主任", Role.ADMIN))
    given = arguments(function, then, "org") | {"indicator_id": "members"}
    given = {key: value for key, value in given.items() if key in arguments(function, then, "org")}
    st.cache_data.clear()
    alone = function(**given)
    st.cache_data.clear()
    sides = [key for key, value in given.items() if value is then]
    function(**{**given, **dict.fromkeys(sides, now)})
    assert same(function(**given), alone)


def test_frozen_months_can_be_looked_at_where_nothing_is_published(changed_home: Path) -> None:
    shutil.rmtree(changed_home / "warehouse")
    test = visit()
    assert address_of(test)["snapshot"] == ISSUED
    assert banner(test).startswith("已签发 2021年12月")
    assert "" not in test.selectbox(key="snapshot_widget").options
    assert test.button == []
    require_shown(Home(changed_home))
    now_alone = visit("quarantine")
    assert "还没有" in now_alone.info[0].value
    assert "已冻结的月份仍可查看" in words_on(now_alone)
