"""Issuing a frozen month writes its documents: signed names, the frozen figures, compared with the issue before."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.spec.snapshot_documents.given import (
    DECEMBER,
    HOSTILE,
    NOVEMBER,
    REASON,
    docx_text,
    html_text,
    pdf_pages,
    small_county,
)
from warehouse.language import Refusal
from warehouse.reader import open_published
from warehouse.snapshot.documents.make import NAMES
from warehouse.snapshot.documents.of_snapshot import context_of, documents_of, preview
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots

AT = datetime(2022, 1, 5, 8, 20, tzinfo=UTC)
LAST_MONTH, THIS_MONTH = "2021-11.r1", "2021-12.r1"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """November issued without documents; December made, reviewed, returned, reviewed by another and issued."""
    home = small_county(tmp_path_factory.mktemp("home"))
    snapshots = Snapshots(home)
    snapshots.create("2021-11", "甲", REASON, AT)
    snapshots.sign(LAST_MONTH, Step.REVIEW, "乙", at=AT)
    snapshots.sign(LAST_MONTH, Step.ISSUE, "丙", at=AT)
    snapshots.create("2021-12", "甲", REASON, AT)
    snapshots.sign(THIS_MONTH, Step.REVIEW, "乙", at=AT)
    snapshots.sign(THIS_MONTH, Step.RETURN, "乙", "再核一遍", at=AT)
    snapshots.sign(THIS_MONTH, Step.REVIEW, "丁", at=AT)
    snapshots.sign(THIS_MONTH, Step.ISSUE, "丙", at=AT, documents=documents_of(home))
    return home


def test_the_documents_lie_in_the_snapshot_and_their_hashes_in_its_log(home: Path) -> None:
    folder = home / "snapshots" / THIS_MONTH
    assert sorted(file.name for file in (folder / "documents").iterdir()) == sorted(NAMES)
    last = json.loads((folder / "log.jsonl").read_text("utf-8").splitlines()[-1])
    assert sorted(last["documents"]) == sorted(NAMES)
    assert Snapshots(home).altered(THIS_MONTH) == []


def test_the_cover_names_who_signed_since_it_was_returned(home: Path) -> None:
    report = (home / "snapshots" / THIS_MONTH / "documents" / "月报.pdf").read_bytes()
    cover = pdf_pages(report)[0]
    for signed in ("填报人甲", "审核人丁", "签发人丙"):
        assert signed in cover
    assert "审核人乙" not in cover
    assert cover.count("2022年1月5日16:20") == 3  # 08:20 in the log, eight hours on
    assert "已签发" in cover
    assert Snapshots(home).find(THIS_MONTH).hash in cover


def test_the_frozen_month_says_what_the_version_said(home: Path) -> None:
    brief = docx_text((home / "snapshots" / THIS_MONTH / "documents" / "简报.docx").read_bytes())
    assert "会员人数65人" in brief
    assert REASON in brief
    pages = pdf_pages((home / "snapshots" / THIS_MONTH / "documents" / "月报.pdf").read_bytes())
    assert any(HOSTILE in page for page in pages)


def test_it_is_compared_with_the_last_issue_of_an_earlier_month(home: Path) -> None:
    snapshots = Snapshots(home)
    previous = context_of(home, snapshots.find(THIS_MONTH)).previous
    assert previous is not None
    assert (previous.id, previous.day) == (LAST_MONTH, NOVEMBER)
    assert previous.values["members", "530499"] == 65
    assert previous.values["relief_spent", "530499001"] is None  # withheld
    assert context_of(home, snapshots.find(LAST_MONTH)).previous is None


def test_a_revision_is_compared_with_what_it_replaces(home: Path) -> None:
    snapshots = Snapshots(home)
    revised = snapshots.revise("2021-12", "甲", "补报后更正", AT)
    previous = context_of(home, revised).previous
    assert previous is not None
    assert (previous.id, previous.day) == (THIS_MONTH, DECEMBER)
    snapshots.delete(revised.id, "甲")


def test_an_issue_that_was_tampered_with_is_not_compared_with(home: Path) -> None:
    manifest = home / "snapshots" / LAST_MONTH / "manifest.json"
    whole = manifest.read_bytes()
    manifest.write_bytes(whole.replace(b'"revision": 1', b'"revision": 9'))
    try:
        assert manifest.read_bytes() != whole
        with pytest.raises(Refusal, match=LAST_MONTH):
            context_of(home, Snapshots(home).find(THIS_MONTH))
    finally:
        manifest.write_bytes(whole)


def test_a_month_that_is_not_frozen_is_previewed_and_says_so(home: Path) -> None:
    published = open_published(home / "warehouse")
    made = preview(home, published, "2021-12")
    assert sorted(made) == sorted(NAMES)
    report = pdf_pages(made["月报.pdf"])
    assert all("预览" in page for page in report)
    assert "尚未冻结" in report[0]
    assert "（预览，未冻结）" in docx_text(made["简报.docx"])
    assert "预览，未冻结" in html_text(made["简报.html"])
    with pytest.raises(Refusal, match="lies after"):
        preview(home, published, "2022-01")
