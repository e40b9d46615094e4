"""SQL 查询 and 查询库: a query is laid on the desk, asked by a click alone, answered or refused, kept and shared."""

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from tests.dashboard_visit import address_of, door, visit, words_on
from tests.spec.cli.published_home import publish
from tests.spec.snapshot.given import REASON, UNIONS, tables
from warehouse.access.actions import Action
from warehouse.access.roles import Role
from warehouse.desk.queries.query_history import QueryHistory
from warehouse.desk.queries.query_words import Asked, Draft
from warehouse.desk.queries.saved_queries import SavedQueries
from warehouse.snapshot.shelf import Snapshots

pytestmark = pytest.mark.slow

WHO, OTHER = "王主任", "李干事"
SECONDS = 60.0
BY_DAY = "select union_code, members from as_of.unions where as_of_date = :as_of and members >= :members_number"
BOMB = "select sum(range % 7) from range(1000000000000)"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """December 2021 is frozen; since then U1 has 3 members more."""
    home = publish(tmp_path_factory.mktemp("desk"), tables())
    Snapshots(home).create("2021-12", "张三", REASON)
    return publish(home, tables(unions=UNIONS.replace("| 60 ", "| 63 ")), "fedcba9876543210")


@pytest.fixture(autouse=True)
def home(made: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("UNIONKPI_HOME", str(made))
    yield made
    shutil.rmtree(made / "queries", ignore_errors=True)


def open_desk(role: Role = Role.ANALYST, **query: str) -> AppTest:
    return visit("sql", role=role, address=query)


def run(page: AppTest) -> AppTest:
    """Clicks 执行 and waits for what comes of it."""
    page.button("desk_run").click().run()
    return until(page, lambda: not page.session_state["desk"].running)


def until(page: AppTest, is_so: Callable[[], bool]) -> AppTest:
    end = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.1)
        page.run()
    assert not page.exception
    return page


def write(page: AppTest, sql: str) -> AppTest:
    page.text_area("desk_editor").set_value(sql).run()
    return page


def rows(page: AppTest) -> list[tuple[object, ...]]:
    return list(page.session_state["desk"].result.table.rows())


def noted(action: Action) -> list[dict[str, object]]:
    return [details for who, one, details in door().noted if (who, one) == (WHO, action)]


def test_the_empty_desk_offers_questions_and_asks_none() -> None:
    page = open_desk()
    assert "从一个问题开始" in [header.value for header in page.header]
    page.button("desk_begin_unions_past_term").click().run()
    assert page.text_area("desk_editor").value.startswith("with\nunions as")
    assert page.session_state["desk"].question is None
    assert noted(Action.QUERIED) == []
    assert "来自起点问题：届满未换届的基层工会" in words_on(page)


def test_a_question_is_answered_noted_and_remembered(home: Path) -> None:
    page = run(write(open_desk(), "select union_code, members from ledger.unions order by 1"))
    assert rows(page) == [("U1", 63), ("U2", 5)]
    assert page.dataframe[0].value.columns.tolist() == ["union_code", "members"]
    assert "2行，2列" in words_on(page)
    (line,) = noted(Action.QUERIED)
    assert (line["rows"], line["outcome"]) == (2, "answered")
    (kept,) = QueryHistory(home).of(WHO)
    assert (kept.asked.sql, kept.rows) == ("select union_code, members from ledger.unions order by 1", 2)
    files = [button.label for button in page.download_button]
    assert files == ["⬇ Excel 工作簿", "⬇ CSV（程序用）", "⬇ Parquet（程序用）"]


def test_parameters_are_asked_for_and_a_missing_one_is_said() -> None:
    page = write(open_desk(), BY_DAY)
    assert page.selectbox("desk_as_of_as_of").value == "2021-12-31"
    page = run(page)
    assert [error.value for error in page.error] == ["请填写参数“members\\_number”，应为数字"]
    assert noted(Action.QUERIED) == []
    page.text_input("desk_number_members_number").set_value("10").run()
    assert rows(run(page)) == [("U1", 63)]


def test_a_link_lays_the_query_on_the_desk_and_asks_nothing() -> None:
    page = open_desk(sql=BY_DAY, p_as_of="2021-11-30", p_members_number="6", snapshot="2021-12.r1")
    assert page.text_area("desk_editor").value == BY_DAY
    assert page.selectbox("desk_as_of_as_of").value == "2021-11-30"
    assert "这条查询来自链接，请看过再执行。" in words_on(page)
    page.run()
    assert page.session_state["desk"].question is None
    assert noted(Action.QUERIED) == []
    address = address_of(page)
    assert address["sql"] == BY_DAY
    assert (address["p_as_of"], address["p_members_number"], address["snapshot"]) == ("2021-11-30", "6", "2021-12.r1")


def test_what_is_changed_stands_in_the_address_and_is_not_taken_back_from_it() -> None:
    page = write(open_desk(sql="select 1"), "select 2")
    assert address_of(page)["sql"] == "select 2"
    page.run()
    assert page.text_area("desk_editor").value == "select 2"


def test_a_frozen_month_stands_beside_the_published_version() -> None:
    both = (
        "select old.union_code, old.members, new.members from snapshot.ledger.unions as old "
        "join live.ledger.unions as new using (union_code) order by 1"
    )
    page = run(open_desk(sql=both, snapshot="2021-12.r1"))
    assert rows(page) == [("U1", 60, 63), ("U2", 5, 5)]
    assert noted(Action.QUERIED)[0]["snapshot"] == "2021-12.r1"
    restated = run(open_desk(starter="figures_restated", snapshot="2021-12.r1"))
    changed = {(line[1], line[2]): line[3:] for line in rows(restated)}
    assert changed["Members", "示例县"] == (65.0, 68.0, 3.0)


def test_without_a_frozen_month_its_tables_are_refused_in_words(home: Path) -> None:
    page = run(open_desk(sql="select * from snapshot.ledger.unions"))
    assert len(page.error) == 1
    assert page.error[0].value.startswith("没有选定快照")
    (line,) = QueryHistory(home).of(WHO)
    assert (line.rows, line.outcome[:6]) == (None, "没有选定快照")


def test_what_nobody_may_ask_is_refused_and_noted() -> None:
    page = run(open_desk(sql="select * from ledger.members"))
    assert "没有可以查询的表 ledger.members" in page.error[0].value
    assert noted(Action.QUERIED)[0]["outcome"] != "answered"


def test_too_many_rows_are_cut_off_and_it_is_said() -> None:
    page = run(open_desk(sql="select range from range(20000)"))
    assert any("只取了前10,000行" in warning.value for warning in page.warning)


def test_what_takes_long_can_be_cancelled() -> None:
    page = open_desk(sql=BOMB)
    page.button("desk_run").click().run()
    page.button("desk_cancel").click().run()
    until(page, lambda: not page.session_state["desk"].running)
    assert [error.value for error in page.error] == ["已取消"]
    assert noted(Action.QUERIED)[0]["outcome"] == "Cancelled"


def test_an_answer_is_drawn_and_a_changed_query_is_said() -> None:
    page = run(open_desk(sql="select union_code, members from ledger.unions"))
    page.selectbox("desk_chart_kind").set_value("bar").run()
    assert len(page.get("vega_lite_chart")) == 1
    write(page, "select 1")
    assert "查询或参数已改，下面还是上次执行的结果。" in words_on(page)


def test_a_download_is_noted_with_the_query_masked() -> None:
    page = run(open_desk(sql="select '530499199001011234' as number"))
    page.download_button[0].click().run()
    (taken,) = noted(Action.EXPORTED)
    assert (taken["what"], taken["sql"]) == ("desk_excel", "select '***' as number")


def test_a_query_is_saved_shared_and_opened_by_another(home: Path) -> None:
    page = write(open_desk(), "select 1 as one")
    page.text_input("name_new").set_value("我的*问题*").run()
    page.button("desk_save_new").click().run()
    (kept,) = SavedQueries(home).all_for(WHO).queries
    assert noted(Action.QUERY_SAVED) == [{"query": kept.id, "version": 1}]
    assert address_of(page)["query"] == kept.id
    write(page, "select 2 as one")
    assert "（有改动，未保存）" in words_on(page)
    page.checkbox(f"share_saved_{kept.id}_1").set_value(True).run()
    page.button("desk_save_version").click().run()
    changed = SavedQueries(home).find(kept.id, OTHER)
    assert [version.draft.asked.sql for version in changed.versions] == ["select 1 as one", "select 2 as one"]
    assert noted(Action.QUERY_SHARED) == [{"query": kept.id}]
    first = open_desk(query=kept.id, query_version="1")
    assert first.text_area("desk_editor").value == "select 1 as one"
    assert "我的查询：我的\\*问题\\*，第1版" in words_on(first)


def test_what_another_does_not_share_cannot_be_opened(home: Path) -> None:
    kept = SavedQueries(home).create(OTHER, Draft("别人的", "", Asked("select 'secret'")))
    page = open_desk(query=kept.id)
    assert [warning.value for warning in page.warning] == ["没有这条查询，或它没有共享"]
    assert not page.text_area("desk_editor").value
    library = visit("saved-queries", role=Role.ANALYST)
    assert "别人的" not in words_on(library)
    refused = visit("saved-queries", role=Role.ANALYST, saved=kept.id)
    assert "secret" not in str([code.value for code in refused.code])


def test_a_shared_query_is_saved_as_ones_own_and_never_over_the_others(home: Path) -> None:
    queries = SavedQueries(home)
    kept = queries.create(OTHER, Draft("到期", "", Asked("select :days as n", {"days": "60"})))
    queries.share(kept.id, OTHER, is_shared=True)
    page = open_desk(query=kept.id)
    assert "李干事共享的查询：到期，第1版" in words_on(page)
    assert page.text_input("desk_number_days").value == "60"
    assert [button.key for button in page.button if button.key and button.key.startswith("desk_save")] == [
        "desk_save_new"
    ]
    page.button("desk_save_new").click().run()
    (own,) = [query for query in queries.all_for(WHO).queries if query.owner == WHO]
    assert own.forked_from == (kept.id, 1)


def test_a_long_query_gets_a_link_of_its_own() -> None:
    sql = "select 1 -- " + "长" * 600
    page = write(open_desk(), sql)
    assert "sql" not in address_of(page)
    page.button("desk_make_link").click().run()
    (address,) = [code.value for code in page.code if "link=" in code.value]
    opened = open_desk(**dict(parse_qsl(urlsplit(address).query)))
    assert opened.text_area("desk_editor").value == sql
    assert "这条查询来自链接" in words_on(opened)


def test_ready_queries_of_a_table_are_laid_on_the_desk() -> None:
    page = open_desk()
    page.text_input("desk_search").set_value("基层工会").run()
    assert "ledger.unions" in page.selectbox("desk_table").options[0]
    page.button("desk_ready_0").click().run()
    assert "from ledger." in page.text_area("desk_editor").value
    assert noted(Action.QUERIED) == []


def test_the_library_lists_starters_own_and_shared_queries_and_the_history(home: Path) -> None:
    queries = SavedQueries(home)
    own = queries.create(WHO, Draft("<b>我的</b>", "说明", Asked("select 1")))
    queries.save(own.id, WHO, Draft("<b>我的</b>", "说明", Asked("select 2")), 1)
    shared = queries.create(OTHER, Draft("共享的", "", Asked("select 3")))
    queries.share(shared.id, OTHER, is_shared=True)
    run(open_desk(sql="select 4"))
    said = words_on(visit("saved-queries", role=Role.ANALYST))
    assert "&lt;b&gt;我的&lt;/b&gt;" in said
    assert "<b>我的</b>" not in said
    for told in ("共享的", "select 4", "即将到期的工资专项集体合同", "1行"):
        assert told in said


def test_an_earlier_version_is_restored_and_a_query_deleted(home: Path) -> None:
    queries = SavedQueries(home)
    kept = queries.create(WHO, Draft("到期", "", Asked("select 1")))
    queries.save(kept.id, WHO, Draft("到期", "", Asked("select 2")), 1)
    page = visit("saved-queries", role=Role.ANALYST, saved=kept.id)
    page.selectbox(f"version_of_{kept.id}_2").set_value(1).run()
    page.button("saved_restore").click().run()
    assert queries.find(kept.id, WHO).latest.draft.asked.sql == "select 1"
    page.button("saved_delete").click().run()
    assert queries.all_for(WHO).queries == ()
    assert noted(Action.QUERY_DELETED) == [{"query": kept.id, "version": 3}]


@pytest.mark.parametrize("path", ["sql", "saved-queries"])
def test_the_pages_speak_english(path: str) -> None:
    page = visit(path, role=Role.ANALYST, lang="en")
    assert not page.error
    assert {"sql": "What can be asked", "saved-queries": "Starters"}[path] in [header.value for header in page.header]
