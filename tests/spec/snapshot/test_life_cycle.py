"""A snapshot from draft to issued: which step follows which, who may take it, and what is told of it."""

import errno
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.spec.snapshot.given import REASON, bytes_below
from warehouse.access.audit_log import AuditLog
from warehouse.access.people import People
from warehouse.access.roles import Role
from warehouse.language import Refusal
from warehouse.snapshot import log
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots

ID = "2021-12.r1"
AT = datetime(2022, 1, 6, 9, 30, tzinfo=UTC)


@pytest.fixture
def draft(home: Path) -> Snapshots:
    """A draft of December 2021, made by 张三."""
    snapshots = Snapshots(home)
    snapshots.create("2021-12", "张三", REASON, AT)
    return snapshots


@pytest.fixture
def issued(draft: Snapshots) -> Snapshots:
    draft.sign(ID, Step.REVIEW, "李四", at=AT)
    draft.sign(ID, Step.ISSUE, "王五", at=AT)
    return draft


def refusal(act: object, *arguments: object) -> str:
    """What is said when this is refused, and that nothing changed."""
    snapshots = getattr(act, "__self__")  # noqa: B009 - the method of a shelf that is not typed as one here
    before = bytes_below(snapshots.folder)
    with pytest.raises(Refusal) as refused:
        act(*arguments)  # type: ignore[operator]
    assert bytes_below(snapshots.folder) == before
    return refused.value.label.en


def test_made_reviewed_and_issued_by_three_people(issued: Snapshots) -> None:
    snapshot = issued.find(ID)
    assert snapshot.state == "issued"
    assert snapshot.document()["events"] == [
        {"action": "create", "by": "张三", "at": "2022-01-06T09:30:00+00:00", "note": REASON},
        {"action": "review", "by": "李四", "at": "2022-01-06T09:30:00+00:00", "note": None},
        {"action": "issue", "by": "王五", "at": "2022-01-06T09:30:00+00:00", "note": None},
    ]


def test_signing_changes_nothing_that_was_frozen(draft: Snapshots) -> None:
    before = draft.find(ID).hash
    draft.sign(ID, Step.REVIEW, "李四")
    assert draft.sign(ID, Step.ISSUE, "王五").hash == before
    assert draft.altered(ID) == []


def test_two_people_are_enough_and_one_is_not(draft: Snapshots) -> None:
    assert "somebody else has to review" in refusal(draft.sign, ID, Step.REVIEW, "张三")
    draft.sign(ID, Step.REVIEW, "李四")
    assert "somebody else has to review and issue" in refusal(draft.sign, ID, Step.ISSUE, "　张三 ")
    assert draft.sign(ID, Step.ISSUE, "李四").state == "issued"


def test_nothing_is_signed_or_deleted_that_the_audit_log_could_not_tell_of(draft: Snapshots) -> None:
    (draft.home / "audit/head.json").write_text("{}", "utf-8")
    for act in (lambda: draft.sign(ID, Step.REVIEW, "李四"), lambda: draft.delete(ID, "张三")):
        with pytest.raises(Refusal, match="audit log is damaged"):
            act()
    assert draft.find(ID).state == "draft"
    assert draft.altered(ID) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("缺张三的台账，电话 138 1234 5678", "nothing of people"),
        ("身份证530499199001011234", "nothing of people"),
        ("缺\x1b[31m台账", "cannot be printed"),
        ("缺\u202e台账", "cannot be printed"),
        ("缺\udcff台账", "cannot be printed"),
        ("缺" * 1001, "shorten it"),
    ],
)
def test_what_may_be_handed_on_is_checked_when_it_is_typed(draft: Snapshots, words: str, said: str) -> None:
    """A reason stands in the manifest and on the cover, and once issued for ever."""
    assert said in refusal(draft.create, "2021-11", "张三", words)
    assert said in refusal(draft.remake, ID, "张三", words)
    assert said in refusal(draft.sign, ID, Step.RETURN, "李四", words)
    assert said in refusal(draft.sign, ID, Step.REVIEW, "李四", words)
    assert draft.sign(ID, Step.RETURN, "李四", " 一行\n又一行 ").events[-1].note == "一行 又一行"


def test_a_step_that_a_full_disk_refuses_was_not_taken(draft: Snapshots, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "no space", file)

    before = bytes_below(draft.folder)
    with monkeypatch.context() as patch:
        patch.setattr(log, "replace_private", full)
        with pytest.raises(OSError, match="no space"):
            draft.sign(ID, Step.REVIEW, "李四", documents=lambda _snapshot: {"简报.html": b"<p>65</p>"})
    assert draft.find(ID).state == "draft"
    assert draft.altered(ID) == []
    assert bytes_below(draft.folder) == before
    assert draft.sign(ID, Step.REVIEW, "李四").state == "reviewed"


def test_what_the_audit_log_could_not_tell_of_is_not_deleted(draft: Snapshots, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(AuditLog, "append", full)
    with pytest.raises(OSError, match="no space"):
        draft.delete(ID, "张三")
    assert draft.find(ID).state == "draft"


def test_a_step_that_the_audit_log_did_not_take_is_told_as_taken(
    draft: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(AuditLog, "append", full)
    with pytest.raises(Refusal, match="has been reviewed, but the audit log took no line"):
        draft.sign(ID, Step.REVIEW, "李四")
    assert draft.find(ID).state == "reviewed"


def test_where_nobody_is_named_as_the_maker_two_others_sign(home: Path) -> None:
    snapshots = Snapshots(home)
    assert snapshots.create("2021-12", reason=REASON).events[0].by == "命令行"
    snapshots.sign(ID, Step.REVIEW, "李四")
    assert "two people" in refusal(snapshots.sign, ID, Step.ISSUE, "李四")
    assert snapshots.sign(ID, Step.ISSUE, "王五").state == "issued"


@pytest.mark.parametrize("name", [None, "  ", "命令行", "甲" * 61, "李\n四"])
def test_who_reviews_is_named(draft: Snapshots, name: str | None) -> None:
    assert "by whom" in refusal(draft.sign, ID, Step.REVIEW, name)


def test_a_draft_is_not_issued_before_it_is_reviewed(draft: Snapshots) -> None:
    assert refusal(draft.sign, ID, Step.ISSUE, "王五") == f"{ID} is draft and cannot be issued now: review it first"


def test_a_returned_snapshot_is_a_draft_again(draft: Snapshots) -> None:
    draft.sign(ID, Step.REVIEW, "李四")
    assert "nothing to do" in refusal(draft.sign, ID, Step.REVIEW, "王五")
    assert "Say why" in refusal(draft.sign, ID, Step.RETURN, "李四", " ")
    assert draft.sign(ID, Step.RETURN, "李四", "会员数有误").state == "draft"
    assert "review it first" in refusal(draft.sign, ID, Step.ISSUE, "王五")
    assert draft.sign(ID, Step.REVIEW, "王五").state == "reviewed"


def test_only_a_draft_is_deleted(draft: Snapshots) -> None:
    draft.sign(ID, Step.REVIEW, "李四")
    assert "return it first" in refusal(draft.delete, ID, "张三")
    draft.sign(ID, Step.RETURN, "李四", "重做")
    draft.delete(ID, "张三")
    assert bytes_below(draft.folder) == {}


def test_only_a_draft_is_made_anew(draft: Snapshots) -> None:
    draft.sign(ID, Step.REVIEW, "李四")
    assert refusal(draft.remake, ID, "张三", REASON) == f"{ID} is reviewed and cannot be made anew now: return it first"


def test_what_is_issued_stays(issued: Snapshots) -> None:
    for step in (Step.REVIEW, Step.RETURN, Step.ISSUE):
        assert "has been issued" in refusal(issued.sign, ID, step, "李四", "为什么")
    assert "has been issued" in refusal(issued.delete, ID, "张三")
    assert "has been issued and cannot be made anew" in refusal(issued.remake, ID, "张三", REASON)
    assert "already" in refusal(issued.create, "2021-12", "张三", REASON)


def test_a_correction_is_a_revision_with_a_reason(issued: Snapshots) -> None:
    first = bytes_below(issued.folder / ID)
    assert "Say why" in refusal(issued.revise, "2021-12", "张三", None)
    revision = issued.revise("2021-12", "张三", "会员数更正")
    assert (revision.id, revision.revision, revision.state) == ("2021-12.r2", 2, "draft")
    assert (revision.manifest["replaces"], revision.manifest["reason"]) == (ID, "会员数更正")
    assert bytes_below(issued.folder / ID) == first
    assert "not issued" in refusal(issued.revise, "2021-12", "张三", "再改")
    assert [snapshot.id for snapshot in issued.all()] == [ID, "2021-12.r2"]


def test_revisions_are_ordered_by_number_and_not_by_letter(home: Path) -> None:
    snapshots = Snapshots(home)
    for name in ("2021-12.r10", "2021-12.r9", "2021-02.r1", ".2021-12.r11.part", "2021-12", "2021-13.r1", "2021-12.r0"):
        (snapshots.folder / name).mkdir(parents=True)
    assert snapshots.ids() == ["2021-02.r1", "2021-12.r9", "2021-12.r10"]


def test_nothing_is_revised_that_was_never_frozen(home: Path) -> None:
    with pytest.raises(Refusal, match="no snapshot of 2021-12 to revise"):
        Snapshots(home).revise("2021-12", "张三", "更正")


def test_an_unknown_snapshot_is_refused_with_those_there_are(draft: Snapshots) -> None:
    assert refusal(draft.sign, "2021-11.r1", Step.REVIEW, "李四") == (
        f"There is no snapshot 2021-11.r1; there are: {ID}"
    )
    assert "no snapshot ../x" in refusal(draft.find, "../x")


class TestWhereTheHomeKnowsItsPeople:
    @pytest.fixture
    def snapshots(self, home: Path) -> Snapshots:
        people = People(home)
        for name, role in (("张三", Role.OFFICE), ("李四", Role.LEADER), ("王五", Role.ADMIN), ("赵六", Role.ANALYST)):
            people.add(name, role, None, None)
        people.add("钱七", Role.OFFICE, None, None)
        people.set_active("钱七", is_active=False)
        return Snapshots(home)

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            (None, "by whom"),
            ("孙八", "no active person 孙八"),
            ("钱七", "no active person 钱七"),
            ("赵六", "role Analyst"),
            ("李四", "role Leader"),
        ],
    )
    def test_office_and_administrators_make_snapshots(
        self, snapshots: Snapshots, name: str | None, sentence: str
    ) -> None:
        assert sentence in refusal(snapshots.create, "2021-12", name, REASON)
        assert not snapshots.folder.exists()

    def test_leaders_too_review_and_issue(self, snapshots: Snapshots) -> None:
        snapshots.create("2021-12", "张三", REASON)
        assert "role Analyst" in refusal(snapshots.sign, ID, Step.REVIEW, "赵六")
        snapshots.sign(ID, Step.REVIEW, "王五")
        assert snapshots.sign(ID, Step.ISSUE, "李四").state == "issued"
        assert "by whom" in refusal(snapshots.delete, ID, None)


def test_every_step_stands_in_the_audit_log(draft: Snapshots) -> None:
    draft.sign(ID, Step.RETURN, "李四", "重做")
    draft.delete(ID, "张三")
    (file,) = (draft.home / "audit").glob("*.jsonl")
    told = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [(line["action"], line["who"], line["details"]["snapshot"]) for line in told] == [
        ("snapshot_created", "张三", ID),
        ("snapshot_returned", "李四", ID),
        ("snapshot_deleted", "张三", ID),
    ]


class TestDocuments:
    def test_their_hashes_stand_in_the_log_and_later_ones_replace_them(self, draft: Snapshots) -> None:
        draft.sign(ID, Step.REVIEW, "李四", documents=lambda _: {"简报.html": b"draft", "月报.pdf": b"%PDF"})
        draft.sign(ID, Step.ISSUE, "王五", documents=lambda made: {"简报.html": made.events[-1].by.encode()})
        assert bytes_below(draft.folder / ID / "documents") == {"简报.html": "王五".encode()}
        assert draft.altered(ID) == []

    def test_documents_that_cannot_be_made_leave_the_state_as_it_was(self, draft: Snapshots) -> None:
        def fails(_: object) -> dict[str, bytes]:
            raise Refusal("没有字体", "There is no font")

        assert refusal(draft.sign, ID, Step.REVIEW, "李四", None, None, fails) == "There is no font"
        assert draft.find(ID).state == "draft"

    def test_a_writer_killed_before_the_log_has_done_nothing(
        self, draft: Snapshots, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.killed(draft, monkeypatch, "_append_line")
        assert draft.altered(ID) == []
        assert draft.find(ID).state == "draft"
        assert not (draft.folder / ID / "documents").exists()

    def test_a_writer_killed_after_the_log_has_done_it_all(
        self, draft: Snapshots, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.killed(draft, monkeypatch, "replace_private")
        assert draft.altered(ID) == []
        assert draft.find(ID).state == "reviewed"
        assert bytes_below(draft.folder / ID / "documents") == {"简报.html": b"x"}
        draft.sign(ID, Step.ISSUE, "王五")
        assert draft.altered(ID) == []

    def test_a_writer_killed_within_a_line_has_done_nothing(self, draft: Snapshots) -> None:
        with (draft.folder / ID / "log.jsonl").open("a", encoding="utf-8") as stream:
            stream.write('{"action": "review", "by"')
        assert draft.find(ID).state == "draft"
        assert draft.sign(ID, Step.REVIEW, "李四").state == "reviewed"
        assert draft.altered(ID) == []

    @staticmethod
    def killed(draft: Snapshots, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
        def dies(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(log, where, dies)
            with pytest.raises(KeyboardInterrupt):
                draft.sign(ID, Step.REVIEW, "李四", documents=lambda _: {"简报.html": b"x"})
