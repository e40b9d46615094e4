"""Queries that people keep: whose they are, who may read and change them, and that nothing of them gets lost."""

import json
import stat
import threading
from pathlib import Path

import pytest

from warehouse.desk.queries import query_links, saved_queries
from warehouse.desk.queries.query_history import KEPT_RUNS, QueryHistory, Run
from warehouse.desk.queries.query_links import QueryLinks
from warehouse.desk.queries.query_words import LONGEST_SQL, Asked, Draft
from warehouse.desk.queries.saved_queries import SavedQueries, SavedQuery
from warehouse.language import Refusal

ONE, OTHER = "王主任", "李干事"
KEPT_FROM_YOU = "没有这条查询，或它没有共享"


def draft(sql: str = "select 1", name: str = "合同到期", description: str = "", **values: str) -> Draft:
    return Draft(name, description, Asked(sql, values))


def sentence(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.label.zh


@pytest.fixture
def queries(tmp_path: Path) -> SavedQueries:
    return SavedQueries(tmp_path)


@pytest.fixture
def kept(queries: SavedQueries) -> SavedQuery:
    """A query of 王主任, not shared."""
    return queries.create(ONE, draft("select :days", days="60"))


def test_a_saved_query_is_there_again_with_its_parameters(queries: SavedQueries, tmp_path: Path) -> None:
    kept = queries.create(ONE, draft("  select :days\n", " 合同到期 ", "下周用", days="60"))
    found = SavedQueries(tmp_path).find(kept.id, ONE)
    assert found == kept
    assert found.latest.draft == draft("select :days", "合同到期", "下周用", days="60")
    assert (found.latest.number, found.is_shared, found.forked_from) == (1, False, None)


def test_it_is_its_owners_alone_until_it_is_shared(queries: SavedQueries, kept: SavedQuery) -> None:
    assert queries.all_for(OTHER).queries == ()
    with pytest.raises(Refusal) as refused:
        queries.find(kept.id, OTHER)
    assert sentence(refused) == KEPT_FROM_YOU
    shared = queries.share(kept.id, ONE, is_shared=True)
    assert queries.all_for(OTHER).queries == (shared,)
    queries.share(kept.id, ONE, is_shared=False)
    assert queries.all_for(OTHER).queries == ()
    assert len(queries.all_for(ONE).queries) == 1


@pytest.mark.parametrize("query_id", ["", "000000000000", "../people", "..", "a/b", "A" * 12])
def test_what_does_not_exist_is_refused_like_what_is_not_shared(queries: SavedQueries, query_id: str) -> None:
    with pytest.raises(Refusal) as refused:
        queries.find(query_id, ONE)
    assert sentence(refused) == KEPT_FROM_YOU


def test_only_its_owner_changes_it(queries: SavedQueries, kept: SavedQuery) -> None:
    queries.share(kept.id, ONE, is_shared=True)
    for change in (
        lambda: queries.save(kept.id, OTHER, draft("select 2"), 1),
        lambda: queries.restore(kept.id, OTHER, 1),
        lambda: queries.share(kept.id, OTHER, is_shared=False),
        lambda: queries.delete(kept.id, OTHER),
    ):
        with pytest.raises(Refusal) as refused:
            change()
        assert sentence(refused) == "这条查询由王主任保存，只有其本人能修改；可以另存为自己的查询"
    assert queries.find(kept.id, ONE).latest == kept.latest


def test_every_save_is_a_version_and_an_earlier_one_can_be_restored(queries: SavedQueries, kept: SavedQuery) -> None:
    second = queries.save(kept.id, ONE, draft("select 2", "改名"), based_on=1)
    assert [version.draft.asked.sql for version in second.versions] == ["select :days", "select 2"]
    restored = queries.restore(kept.id, ONE, 1)
    assert [version.number for version in restored.versions] == [1, 2, 3]
    assert restored.latest.draft == restored.version(1).draft
    with pytest.raises(Refusal, match="no version 9"):
        restored.version(9)


def test_a_save_does_not_bury_what_was_saved_in_another_window(queries: SavedQueries, kept: SavedQuery) -> None:
    queries.save(kept.id, ONE, draft("select 2"), based_on=1)
    with pytest.raises(Refusal) as refused:
        queries.save(kept.id, ONE, draft("select 3"), based_on=1)
    assert sentence(refused) == "这条查询已在别处存为第2版，您打开的是第1版；请先打开最新版，或另存为新查询"
    assert queries.find(kept.id, ONE).latest.draft.asked.sql == "select 2"


def test_a_query_made_of_another_says_so(queries: SavedQueries, kept: SavedQuery) -> None:
    fork = queries.create(OTHER, draft("select 2"), (kept.id, 1))
    assert queries.find(fork.id, OTHER).forked_from == (kept.id, 1)


def test_a_deleted_query_is_gone_with_its_versions(queries: SavedQueries, kept: SavedQuery) -> None:
    queries.delete(kept.id, ONE)
    assert queries.all_for(ONE).queries == ()
    assert list(queries.folder.glob("*.json")) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (draft(name="  "), "名称应为1至80个可见字符"),
        (draft(name="a\nb"), "名称应为1至80个可见字符"),
        (draft(name="名" * 81), "名称应为1至80个可见字符"),
        (draft(description="x" * 1_001), "说明最多1000个字符"),
        (draft("  \n"), "还没有写查询语句"),
        (draft("x" * (LONGEST_SQL + 1)), "查询语句有20001个字符，最多20000个；请拆成几条"),
        (draft(x="y" * 201), "参数最多30个，每个值最多200个字符"),
    ],
)
def test_what_is_missing_or_too_long_is_refused(queries: SavedQueries, given: Draft, said: str) -> None:
    with pytest.raises(Refusal) as refused:
        queries.create(ONE, given)
    assert sentence(refused) == said
    assert queries.all_for(ONE).queries == ()


def test_a_person_keeps_so_many_and_no_more(queries: SavedQueries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_queries, "MOST_OF_A_PERSON", 2)
    monkeypatch.setattr(saved_queries, "MOST_VERSIONS", 2)
    kept = queries.create(ONE, draft())
    queries.create(ONE, draft())
    with pytest.raises(Refusal, match="You keep 2 queries, 2 at most"):
        queries.create(ONE, draft())
    queries.create(OTHER, draft())
    queries.save(kept.id, ONE, draft("select 2"), 1)
    with pytest.raises(Refusal, match="This query has 2 versions already"):
        queries.save(kept.id, ONE, draft("select 3"), 2)


def test_names_are_only_text(queries: SavedQueries) -> None:
    name = "../../etc/<b>*粗*</b> =1+1"
    kept = queries.create(ONE, draft(name=name))
    assert queries.find(kept.id, ONE).latest.draft.name == name
    assert [file.name for file in queries.folder.glob("*.json")] == [f"{kept.id}.json"]


def test_files_and_folders_are_their_owners_alone(queries: SavedQueries, kept: SavedQuery) -> None:
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (queries.folder, queries.folder.parent)}
    assert set(modes.values()) == {0o700}
    assert stat.S_IMODE((queries.folder / f"{kept.id}.json").stat().st_mode) == 0o600


def test_a_damaged_file_is_named_and_the_others_are_listed(queries: SavedQueries, kept: SavedQuery) -> None:
    (queries.folder / "ffffffffffff.json").write_text('{"format": 1, "id": "f', "utf-8")
    (queries.folder / "eeeeeeeeeeee.json").write_text(json.dumps({"format": 2}), "utf-8")
    (queries.folder / "dddddddddddd.json").write_text(json.dumps({"format": 1, "id": "d"}), "utf-8")
    listing = queries.all_for(ONE)
    assert listing.queries == (kept,)
    assert listing.damaged == ("dddddddddddd.json", "eeeeeeeeeeee.json", "ffffffffffff.json")
    with pytest.raises(Refusal, match=r"ffffffffffff\.json in queries is damaged"):
        queries.find("ffffffffffff", ONE)


def test_several_people_save_at_once_and_nothing_is_lost(queries: SavedQueries, kept: SavedQuery) -> None:
    """Eight save new queries, eight save a version of the same: of those one alone."""
    refused: list[str] = []

    def save(number: int) -> None:
        queries.create(ONE, draft(f"select {number}"))
        try:
            queries.save(kept.id, ONE, draft(f"select {number}"), based_on=1)
        except Refusal as refusal:
            refused.append(refusal.label.zh)

    threads = [threading.Thread(target=save, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(queries.all_for(ONE).queries) == 1 + 8
    assert len(queries.find(kept.id, ONE).versions) == 2
    assert len(refused) == 7


def run(number: int) -> Run:
    return Run(f"2021-12-31T09:00:{number % 60:02}+08:00", Asked(f"select {number}"), "v", 0.5, number)


def test_the_history_is_ones_own_the_latest_first(tmp_path: Path) -> None:
    history = QueryHistory(tmp_path)
    assert history.of(ONE) == []
    failed = Run("2021-12-31T09:00:00+08:00", Asked("select x", {"days": "60"}), "2021-12.r1", 0.1, None, "语句有误")
    history.add(ONE, run(1))
    history.add(ONE, failed)
    history.add(OTHER, run(2))
    assert history.of(ONE) == [failed, run(1)]
    assert history.of(OTHER) == [run(2)]


def test_the_history_forgets_the_oldest(tmp_path: Path) -> None:
    history = QueryHistory(tmp_path)
    for number in range(KEPT_RUNS + 1):
        history.add(ONE, run(number))
    kept = history.of(ONE)
    assert (len(kept), kept[0], kept[-1]) == (KEPT_RUNS, run(KEPT_RUNS), run(1))


def test_a_damaged_history_is_said_and_begins_anew(tmp_path: Path) -> None:
    history = QueryHistory(tmp_path)
    history.add(ONE, run(1))
    (file,) = history.folder.glob("*.json")
    file.write_text("{", "utf-8")
    with pytest.raises(Refusal, match="is damaged"):
        history.of(ONE)
    history.add(ONE, run(2))
    assert history.of(ONE) == [run(2)]


def test_a_long_query_is_kept_under_a_name_that_nobody_guesses(tmp_path: Path) -> None:
    links = QueryLinks(tmp_path)
    asked = Asked("select 1 -- " + "x" * 5_000, {"days": "60"})
    name = links.keep(ONE, asked)
    assert len(name) == 32
    assert links.find(name) == asked
    assert links.keep(ONE, asked) == name
    assert links.keep(OTHER, asked) != name
    assert links.keep(ONE, Asked(asked.sql, {"days": "30"})) != name
    for wrong in ("", name[:-1], name[:-1] + "x", "../saved/x"):
        with pytest.raises(Refusal, match="The query of the link does not exist"):
            links.find(wrong)


def test_a_person_makes_so_many_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_links, "MOST_OF_A_PERSON", 1)
    links = QueryLinks(tmp_path)
    name = links.keep(ONE, Asked("select 1"))
    with pytest.raises(Refusal, match="You have 1 links of long queries"):
        links.keep(ONE, Asked("select 2"))
    assert links.keep(ONE, Asked("select 1")) == name
