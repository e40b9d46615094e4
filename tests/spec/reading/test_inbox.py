"""What counts as handed in, by what name, and how its bytes are known."""

import hashlib
import os
import sys
from pathlib import Path

import pytest

from pipelines.inbox import NOT_READ, inbox_files, named_file
from tests.spec.reading.workbooks import RIGHT_NUMBER
from warehouse.language import Refusal

NO_SUBMISSIONS = (
    *("~$台账.xlsx", ".~lock.台账.xlsx#", ".DS_Store", "Thumbs.db", "desktop.ini", "~WRL0001.tmp", "台账.xlsx.tmp"),
    *("台账.xlsx.crdownload", "台账.xlsx.part", ".hidden/台账.xlsx", "__MACOSX/台账.xlsx"),
)


def put(inbox: Path, *names: str) -> None:
    for name in names:
        (inbox / name).parent.mkdir(parents=True, exist_ok=True)
        (inbox / name).write_bytes(name.encode())


def test_locks_previews_and_half_downloads_are_no_submissions(tmp_path: Path) -> None:
    put(tmp_path, *NO_SUBMISSIONS, "组织部/台账(最终版)(2).xlsx")
    assert [file.name for file in inbox_files(tmp_path)] == ["组织部/台账(最终版)(2).xlsx"]


def test_an_inbox_of_nothing_else_is_empty(tmp_path: Path) -> None:
    put(tmp_path, *NO_SUBMISSIONS)
    with pytest.raises(Refusal):
        inbox_files(tmp_path)


def test_files_come_in_natural_order_with_the_hash_of_their_bytes(tmp_path: Path) -> None:
    put(tmp_path, "b/10.xlsx", "b/9.xlsx", "a.csv")
    files = inbox_files(tmp_path)
    assert [file.name for file in files] == ["a.csv", "b/9.xlsx", "b/10.xlsx"]
    assert files[0].sha256 == hashlib.sha256(b"a.csv").hexdigest()


def test_nobody_is_told_by_the_number_in_a_name(tmp_path: Path) -> None:
    """Files of the same name but for what is masked stay two files; other long numbers stay as they are."""
    put(tmp_path, f"档案{RIGHT_NUMBER}.xlsx", "档案11010519571231002X.xlsx", "13812345678/a.csv", "20211231093000.csv")
    files = inbox_files(tmp_path)
    assert [file.name for file in files] == [
        *("138****5678/a.csv", "20211231093000.csv", "档案110***********002X.xlsx", "档案110***********002X(2).xlsx"),
    ]
    assert [file.path.exists() for file in files] == [True] * 4


def test_what_cannot_be_hashed_is_told_apart(tmp_path: Path) -> None:
    assert named_file(tmp_path / "gone.csv", "gone.csv").sha256 == NOT_READ
    with (tmp_path / "large.csv").open("wb") as stream:
        os.truncate(stream.fileno(), 5_000_000_000)
    assert named_file(tmp_path / "large.csv", "large.csv").sha256 == "5000000000 bytes"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_in_the_letters_of_chinese_windows_is_told_in_letters(tmp_path: Path) -> None:
    """Archives packed there and unpacked here leave such bytes as names."""
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "台账.csv".encode("gb18030")))).write_bytes(b"x")
    assert [file.name for file in inbox_files(tmp_path)] == ["台账.csv"]
