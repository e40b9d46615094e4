"""Sentences of a draft's brief in somebody's words: kept, sealed, held to their figures, gone with nothing else."""

import json
import shutil
from pathlib import Path

import pytest

from tests.spec.snapshot.given import bytes_below
from tests.spec.snapshot_documents.given import AT, DENSITY, ID, REASON, WORDS, docx_text, html_text, pdf_pages
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.language import Refusal
from warehouse.snapshot import log
from warehouse.snapshot.brief_sentences import sentence_of
from warehouse.snapshot.documents.of_snapshot import documents_of
from warehouse.snapshot.edited_sentences import read_edits
from warehouse.snapshot.editing import confirm, drop, edit
from warehouse.snapshot.export import export
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.verify import altered_in


@pytest.fixture
def snapshots(drafted: Path, tmp_path: Path) -> Snapshots:
    return Snapshots(Path(shutil.copytree(drafted, tmp_path / "home")))


def text_of(snapshots: Snapshots, sentence_id: str = DENSITY) -> str:
    return sentence_of(snapshots.find(ID), sentence_id).text


def refusal(snapshots: Snapshots, *arguments: str | None) -> str:
    """What is said when this edit is refused, and that nothing changed."""
    before = bytes_below(snapshots.folder)
    with pytest.raises(Refusal) as refused:
        edit(snapshots, *arguments)  # type: ignore[arg-type]
    assert bytes_below(snapshots.folder) == before
    return refused.value.label.en


def test_an_edit_is_kept_with_who_when_and_what_stood_there(snapshots: Snapshots) -> None:
    computed = text_of(snapshots)
    edit(snapshots, ID, DENSITY, WORDS, "乙", AT)
    edit(snapshots, ID, DENSITY, " 入会率 65%，\n还差5个百分点。", "丙", AT)
    assert text_of(snapshots) == "入会率 65%， 还差5个百分点。"
    drop(snapshots, ID, DENSITY, "乙", AT)
    assert text_of(snapshots) == computed
    assert [(one.by, one.at, one.before, one.text) for one in read_edits(snapshots.folder / ID)] == [
        ("乙", AT.isoformat(), computed, WORDS),
        ("丙", AT.isoformat(), WORDS, "入会率 65%， 还差5个百分点。"),
        ("乙", AT.isoformat(), "入会率 65%， 还差5个百分点。", None),
    ]
    assert snapshots.find(ID).document()["events"][1:] == [
        {"action": "edit", "by": by, "at": AT.isoformat(), "note": DENSITY} for by in ("乙", "丙", "乙")
    ]


def test_the_audit_log_names_the_sentence(snapshots: Snapshots) -> None:
    edit(snapshots, ID, DENSITY, WORDS, "乙", AT)
    (file,) = (snapshots.home / "audit").glob("*.jsonl")
    told = json.loads(file.read_text("utf-8").splitlines()[-1])
    assert (told["action"], told["who"]) == ("snapshot_edited", "乙")
    assert (told["details"]["snapshot"], told["details"]["sentence"]) == (ID, DENSITY)
    assert WORDS not in file.read_text("utf-8")


def test_the_issued_brief_holds_the_words_and_the_report_to_be_signed_the_figures(
    snapshots: Snapshots, tmp_path: Path
) -> None:
    edit(snapshots, ID, DENSITY, WORDS, "甲", AT)
    edit(snapshots, ID, "month", "本月总体平稳。", "甲", AT)
    snapshots.sign(ID, Step.REVIEW, "乙", at=AT)
    snapshots.sign(ID, Step.ISSUE, "丙", at=AT, documents=documents_of(snapshots.home))
    made = {file.name: file.read_bytes() for file in (snapshots.folder / ID / "documents").iterdir()}
    assert WORDS in docx_text(made["简报.docx"])
    assert "本月总体平稳。" in docx_text(made["简报.docx"])
    assert "本月总体平稳。" in html_text(made["简报.html"])
    assert not any("本月总体平稳。" in page for page in pdf_pages(made["月报.pdf"]))
    assert snapshots.altered(ID) == []
    assert "wording.json" not in export(snapshots.home, ID, tmp_path / "shared").files
    assert altered_in(tmp_path / "shared" / ID) == []


class TestVerifying:
    def test_every_byte_of_the_words_is_covered(self, snapshots: Snapshots) -> None:
        edit(snapshots, ID, DENSITY, WORDS, "乙", AT)
        assert snapshots.altered(ID) == []
        file = snapshots.folder / ID / "wording.json"
        whole = file.read_bytes()
        for place in range(0, len(whole), 97):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
            assert [tuple(one) for one in snapshots.altered(ID)] == [(f"{ID}/wording.json", "altered", None)]
        file.unlink()
        assert [tuple(one) for one in snapshots.altered(ID)] == [(f"{ID}/wording.json", "missing", None)]

    def test_words_that_nobody_wrote_into_the_log_are_named(self, snapshots: Snapshots) -> None:
        (snapshots.folder / ID / "wording.json").write_text("[]")
        assert [tuple(one) for one in snapshots.altered(ID)] == [(f"{ID}/wording.json", "added", None)]

    def test_a_copy_that_was_handed_on_needs_no_words(self, snapshots: Snapshots) -> None:
        edit(snapshots, ID, DENSITY, WORDS, "乙", AT)
        copy = Path(shutil.copytree(snapshots.folder / ID, snapshots.home / "copy" / ID))
        (copy / "wording.json").unlink()
        shutil.rmtree(copy / "private")
        assert altered_in(copy) == []


class TestAccidents:
    def test_a_writer_killed_before_the_log_has_changed_nothing(
        self, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = text_of(snapshots)
        self.killed(snapshots, monkeypatch, "_append_line", KeyboardInterrupt)
        assert snapshots.altered(ID) == []
        assert text_of(snapshots) == before
        assert not list((snapshots.folder / ID).glob(".*"))

    def test_a_writer_killed_after_the_log_has_changed_it_all(
        self, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.killed(snapshots, monkeypatch, "replace_private", KeyboardInterrupt)
        assert snapshots.altered(ID) == []
        assert text_of(snapshots) == WORDS

    def test_a_full_disk_changes_nothing(self, snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch) -> None:
        before = text_of(snapshots)
        self.killed(snapshots, monkeypatch, "write_private", OSError)
        assert snapshots.altered(ID) == []
        assert text_of(snapshots) == before

    def test_a_draft_made_anew_by_a_killed_writer_is_the_one_before(self, snapshots: Snapshots) -> None:
        """Killed when the old draft is aside and the new one is not yet in its place."""
        edit(snapshots, ID, DENSITY, WORDS, "乙", AT)
        before = bytes_below(snapshots.folder / ID)
        (snapshots.folder / ID).rename(snapshots.folder / f".{ID}.aside.part")
        shutil.copytree(snapshots.folder / f".{ID}.aside.part", snapshots.folder / f".{ID}.part")
        other = Snapshots(snapshots.home)
        with other._changing():
            assert other.ids() == [ID]
        assert bytes_below(snapshots.folder / ID) == before
        assert [path.name for path in snapshots.folder.iterdir() if path.name.endswith(".part")] == []

    @staticmethod
    def killed(snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch, where: str, how: type[BaseException]) -> None:
        def dies(*_: object) -> None:
            raise how

        with monkeypatch.context() as patch:
            patch.setattr(log, where, dies)
            with pytest.raises(how):
                edit(snapshots, ID, DENSITY, WORDS, "乙", AT)


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            (" \n ", "needs words"),
            ("很" * 1001, "1001 characters"),
            ("会员\x07数", "cannot be printed"),
            ("会员530499199001011234", "nothing of people"),
            ("会员53049919900101123X", "nothing of people"),
            ("会员５３０４９９１９９００１０１１２３４", "nothing of people"),
            ("会员530499 19900101 123x", "nothing of people"),
            ("联系 138-1234-5678", "nothing of people"),
            ("账号6222 0000 1111 2222", "nothing of people"),
        ],
    )
    def test_words_that_cannot_stand_in_a_document(self, snapshots: Snapshots, text: str, sentence: str) -> None:
        assert sentence in refusal(snapshots, ID, DENSITY, text, "乙")

    @pytest.mark.parametrize("text", ["2021-12-31、2020-12-31", "1,234,567.89万元", "电话63121234", "2019 2020 2021"])
    def test_numbers_as_figures_and_days_have_are_none_of_people(self, snapshots: Snapshots, text: str) -> None:
        edit(snapshots, ID, DENSITY, text, "乙", AT)
        assert text_of(snapshots) == text

    def test_an_unknown_sentence(self, snapshots: Snapshots) -> None:
        assert "no sentence mood" in refusal(snapshots, ID, "mood", WORDS, "乙")

    def test_nobody_edits_without_a_name(self, snapshots: Snapshots) -> None:
        assert "by whom" in refusal(snapshots, ID, DENSITY, WORDS, None)

    def test_who_prepares_edits_and_leaders_do_not(self, snapshots: Snapshots) -> None:
        people = People(snapshots.home)
        people.add("李四", Role.LEADER, None, None)
        people.add("王五", Role.OFFICE, None, None)
        assert "role Leader" in refusal(snapshots, ID, DENSITY, WORDS, "李四")
        edit(snapshots, ID, DENSITY, WORDS, "王五", AT)

    def test_a_reviewed_brief_is_returned_before_it_is_edited(self, snapshots: Snapshots) -> None:
        snapshots.sign(ID, Step.REVIEW, "乙")
        assert "return it first" in refusal(snapshots, ID, DENSITY, WORDS, "甲")
        snapshots.sign(ID, Step.RETURN, "乙", "改一句")
        edit(snapshots, ID, DENSITY, WORDS, "甲", AT)

    def test_nobody_reviews_words_of_their_own(self, snapshots: Snapshots) -> None:
        edit(snapshots, ID, DENSITY, WORDS, "乙", AT)
        with pytest.raises(Refusal, match="holds words of 乙"):
            snapshots.sign(ID, Step.REVIEW, "乙")
        assert snapshots.sign(ID, Step.REVIEW, "丙").state == "reviewed"

    def test_what_was_not_edited_is_neither_confirmed_nor_dropped(self, snapshots: Snapshots) -> None:
        for act in (confirm, drop):
            with pytest.raises(Refusal, match="has not been edited"):
                act(snapshots, ID, DENSITY, "乙")


class TestAfterTheFiguresChanged:
    @pytest.fixture
    def remade(self, remade_home: Path, tmp_path: Path) -> Snapshots:
        return Snapshots(Path(shutil.copytree(remade_home, tmp_path / "home")))

    def test_the_words_are_taken_over_and_marked_where_a_figure_of_theirs_is_another(self, remade: Snapshots) -> None:
        draft = remade.find(ID)
        assert (draft.state, draft.events[0].by, draft.manifest["version"]) == ("draft", "乙", "fedcba9876543210")
        assert not sentence_of(draft, "relief_spent").is_stale
        density = sentence_of(draft, DENSITY)
        assert density.is_stale
        assert density.text.startswith(f"{WORDS}〔改写后数字已变，现为：入会率66%")
        assert remade.altered(ID) == []

    def test_they_are_not_reviewed_before_somebody_has_looked_at_them(self, remade: Snapshots) -> None:
        with pytest.raises(Refusal, match=r"1 edited sentences .* \(union_density\)"):
            remade.sign(ID, Step.REVIEW, "丙")
        confirm(remade, ID, DENSITY, "乙", AT)
        assert text_of(remade) == WORDS
        last = read_edits(remade.folder / ID)[-1]
        assert (last.by, last.before, last.text) == ("乙", WORDS, WORDS)
        assert remade.sign(ID, Step.REVIEW, "丙").state == "reviewed"

    def test_or_they_are_dropped(self, remade: Snapshots) -> None:
        drop(remade, ID, DENSITY, "乙", AT)
        assert text_of(remade).startswith("入会率66%")
        assert remade.sign(ID, Step.REVIEW, "丙").state == "reviewed"

    def test_a_revision_takes_over_the_words_of_what_it_replaces(self, snapshots: Snapshots) -> None:
        edit(snapshots, ID, DENSITY, WORDS, "甲", AT)
        drop(snapshots, ID, DENSITY, "甲", AT)
        edit(snapshots, ID, "relief_spent", "慰问支出稳定。", "甲", AT)
        snapshots.sign(ID, Step.REVIEW, "乙")
        snapshots.sign(ID, Step.ISSUE, "丙")
        revised = snapshots.revise("2021-12", "甲", "更正", AT)
        assert [(one.snapshot, one.sentence_id) for one in read_edits(revised.folder)] == [(ID, "relief_spent")]
        assert snapshots.altered(revised.id) == []

    def test_the_audit_log_tells_that_the_draft_before_is_gone(self, remade: Snapshots) -> None:
        (file,) = (remade.home / "audit").glob("*.jsonl")
        told = [json.loads(line) for line in file.read_text("utf-8").splitlines()][-2:]
        assert [line["action"] for line in told] == ["snapshot_deleted", "snapshot_created"]
        assert told[0]["details"]["hash"] != told[1]["details"]["hash"]

    def test_only_a_draft_is_made_anew(self, remade: Snapshots) -> None:
        drop(remade, ID, DENSITY, "乙", AT)
        remade.sign(ID, Step.REVIEW, "丙")
        with pytest.raises(Refusal, match="return it first"):
            remade.remake(ID, "乙", REASON)
        assert [path.name for path in remade.folder.iterdir() if path.name.endswith(".part")] == []
