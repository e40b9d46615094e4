"""月度关账 as it opens: what is missing, the steps, who may take them, edited sentences, what was altered."""

import shutil
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

import pytest

from dashboard.month_close import words
from tests.dashboard_visit import AtTheDoor, visit, words_on
from tests.spec.snapshot_documents.given import AT, ID, REASON
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.snapshot import manifest
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots

pytestmark = pytest.mark.slow

PATH = "month-close"

Given = Callable[[Path], Path]


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    def copy(home: Path) -> Path:
        made = Path(shutil.copytree(home, tmp_path / "home"))
        monkeypatch.setenv("UNIONKPI_HOME", str(made))
        return made

    return copy


def test_an_incomplete_month_says_what_is_missing_and_asks_for_a_reason(county_home: Path, copied: Given) -> None:
    snapshots = Snapshots(copied(county_home))
    test = visit(PATH, month="2021-12")
    said = words_on(test)
    assert words.NEXT["create_incomplete"].zh in said
    assert "工会会员信息" in said or "基层工会" in said
    test.button(key="create").click().run()
    assert "--reason" in test.error[0].value
    assert snapshots.ids() == []
    test.text_input(key="reason_2021-12").input(REASON)
    test.button(key="create").click().run()
    assert [one.value for one in test.success] == [words.DID["create"].zh.format(id=ID)]
    made = snapshots.find(ID)
    assert (made.events[0].by, made.manifest["reason"]) == ("王主任", REASON)
    test.button(key="review").click().run()
    assert "审核和签发须由另一人进行" in test.error[0].value


def test_a_full_disk_is_a_sentence_and_changes_nothing(
    county_home: Path, copied: Given, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    home = copied(county_home)
    test = visit(PATH, month="2021-12")
    test.text_input(key="reason_2021-12").input(REASON)
    monkeypatch.setattr(manifest, "write_private", full)
    test.button(key="create").click().run()
    assert [one.value for one in test.error] == [words.DISK.zh]
    assert [path.name for path in (home / "snapshots").iterdir() if path.name != ".lock"] == []


def test_words_whose_figures_changed_are_marked_and_confirmed(remade_home: Path, copied: Given) -> None:
    snapshots = Snapshots(copied(remade_home))
    test = visit(PATH, month="2021-12")
    said = words_on(test)
    assert words.NEXT["settle"].zh in said
    assert words.STALE_MARK.zh in said
    test.button(key="review").click().run()
    assert "数字已变（union_density）" in test.error[0].value
    test.selectbox(key=f"subject_{ID}").select("coverage").run()
    test.selectbox(key=f"sentence_{ID}_coverage").select("union_density").run()
    test.button(key="confirm_sentence").click().run()
    assert test.success[0].value == words.DID["confirm"].zh
    assert words.STALE_MARK.zh not in words_on(test)
    assert snapshots.find(ID).events[-1].by == "王主任"


def test_an_analyst_looks_and_takes_no_step(remade_home: Path, copied: Given) -> None:
    copied(remade_home)
    test = visit(PATH, role=Role.ANALYST, month="2021-12", lang="en")
    assert {button.key for button in test.button} == {"make_preview", "verify"}
    assert "may look and not act" in words_on(test)


def test_verifying_names_what_was_altered(remade_home: Path, copied: Given) -> None:
    home = copied(remade_home)
    test = visit(PATH, month="2021-12")
    test.button(key="verify").click().run()
    assert [one.value for one in test.success] == [words.INTACT.zh.format(count=1)]
    file = home / "snapshots" / ID / "public" / "values.parquet"
    file.write_bytes(file.read_bytes() + b"x")
    test.button(key="verify").click().run()
    assert f"{ID}/public/values.parquet：内容被改动" in [text.value for text in test.text]
    test.button(key="make_preview").click().run()
    assert "已被改动或损坏" in test.error[0].value


def test_a_snapshot_that_cannot_be_read_hides_no_other(remade_home: Path, copied: Given) -> None:
    home = copied(remade_home)
    Snapshots(home).create("2021-11", "甲", REASON, AT)
    (home / "snapshots" / "2021-11.r1" / "manifest.json").write_text("{")
    said = words_on(visit(PATH, month="2021-12"))
    assert words.DAMAGED.zh in said
    assert words.NEXT["settle"].zh in said


def test_issued_documents_are_given_as_they_were_issued(county_home: Path, copied: Given) -> None:
    home = copied(county_home)
    snapshots = Snapshots(home)
    snapshots.create("2021-12", "甲", REASON, AT)
    snapshots.sign(ID, Step.REVIEW, "乙", at=AT)
    snapshots.sign(ID, Step.ISSUE, "丙", at=AT, documents=lambda _: {"简报.html": b"<p>65%</p>", "月报.pdf": b"%PDF"})
    (home / "snapshots" / ID / "documents" / "月报.pdf").write_bytes(b"%PDF forged")
    test = visit(PATH, month="2021-12")
    assert words.NEXT["done"].zh in words_on(test)
    assert [button.key for button in test.download_button] == ["document_简报_html"]
    assert f"{ID} 的文件 月报.pdf 不是签发时的那份" in test.error[0].value


class TestTheDemonstration:
    """Nobody is signed in there."""

    @pytest.fixture(autouse=True)
    def demonstrated(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(AtTheDoor, "is_demonstration", True)

    def test_three_invented_names_let_all_steps_be_tried(self, county_home: Path, copied: Given) -> None:
        snapshots = Snapshots(copied(county_home))
        test = visit(PATH, month="2021-12")
        assert words.DEMONSTRATION.zh in words_on(test)
        test.text_input(key="reason_2021-12").input(REASON)
        test.button(key="create").click().run()
        assert snapshots.find(ID).events[0].by == "演示填报人"
        test.selectbox(key="sign_as").select("演示审核人").run()
        test.button(key="review").click().run()
        assert snapshots.find(ID).events[-1].by == "演示审核人"

    def test_where_there_are_people_it_signs_nothing(self, county_home: Path, copied: Given) -> None:
        People(copied(county_home)).add("甲", Role.OFFICE, None, None)
        test = visit(PATH, month="2021-12")
        assert words.DEMONSTRATION_WITH_PEOPLE.zh in words_on(test)
        assert [button.key for button in test.button] == ["make_preview"]
