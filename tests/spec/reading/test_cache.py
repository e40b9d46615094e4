"""What a build has read once it does not read again, unless anything that matters has changed."""

import io
import os
import pickle
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter
from polars.testing import assert_frame_equal

from pipelines.inbox import named_file
from pipelines.reading.cache import ReadingCache
from pipelines.reading.read import read_all
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from pipelines.sealed_tables import INDEX, SealedTables
from tests.spec.reading.workbooks import REQUIRED, RIGHT_NUMBER, SETTINGS, THING, everything_kept, rules

LEDGERS = {"thing": THING}
NAME = "欧阳某某"
PEOPLE: list[Sequence[Any]] = [
    [*REQUIRED, "姓名", "身份证号", "情况", "所属乡镇", f"备注{RIGHT_NUMBER}"],
    ["A1", 1, "2021-03-05", NAME, RIGHT_NUMBER, f"见{RIGHT_NUMBER}", "", ""],
    ["A2", "约2", "2021.3.5", NAME, "110105194912310021", "另见会议纪要第三号", RIGHT_NUMBER, ""],
]
TOWNS = "两镇2021年3月.xlsx"
BOOKS: dict[str, dict[str, list[Sequence[Any]]]] = {
    "人.xlsx": {"表": PEOPLE, "值班": [["随便", "写写"]]},
    "两镇2021年3月.xlsx": {
        "甲镇": [REQUIRED, ["B1", 1, "2021-03-05"]],
        "乙镇": [REQUIRED[::-1], ["2021-03-05", 2, "B2"]],
    },
    "缺列.xlsx": {"表": [["物品编号", "人数"], ["C1", 1]]},
}


@pytest.fixture
def files(tmp_path: Path) -> list[NamedFile]:
    (tmp_path / "inbox").mkdir()
    for name, sheets in BOOKS.items():
        with xlsxwriter.Workbook(str(tmp_path / "inbox" / name)) as book:
            for sheet_name, rows in sheets.items():
                sheet = book.add_worksheet(sheet_name)
                for row, cells in enumerate(rows):
                    sheet.write_row(row, 0, cells)
    (tmp_path / "inbox" / "坏.xlsx").write_bytes(b"no workbook")
    return [named_file(tmp_path / "inbox" / name, name) for name in (*BOOKS, "坏.xlsx")]


class Home:
    """Reads files with the cache of one home, as one build after another does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(
        self, files: Sequence[NamedFile], settings: ReadingSettings = SETTINGS, code: str = "1"
    ) -> list[SheetReading]:
        return read_all(files, LEDGERS, settings, cache=ReadingCache(self.folder, settings, code))

    def knows(self, file: NamedFile, settings: ReadingSettings = SETTINGS, code: str = "1") -> bool:
        return ReadingCache(self.folder, settings, code).readings(file) is not None


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "cache")


def assert_same(readings: Sequence[SheetReading], others: Sequence[SheetReading]) -> None:
    """Every field of every reading, the tables row by row."""
    for one, other in zip(readings, others, strict=True):
        for field in fields(SheetReading):
            mine, theirs = getattr(one, field.name), getattr(other, field.name)
            if field.name in {"rows", "as_read", "problems"}:
                assert_frame_equal(mine, theirs)
            else:
                assert mine == theirs, field.name


def test_what_is_known_is_not_opened_again(home: Home, files: list[NamedFile]) -> None:
    first = home.read(files)
    for file in files:
        file.path.unlink()
    assert_same(home.read(files), first)
    assert_same(read_all([], LEDGERS, SETTINGS), [])


def test_one_changed_file_is_read_and_the_others_are_not(home: Home, files: list[NamedFile]) -> None:
    home.read(files)
    changed = files[2]
    changed.path.write_bytes(files[1].path.read_bytes())
    for file in (files[0], files[1], files[3]):
        file.path.unlink()
    now = [file if file is not changed else named_file(file.path, file.name) for file in files]
    readings = home.read(now)
    assert [reading.file for reading in readings] == [
        "人.xlsx",
        "人.xlsx",
        TOWNS,
        TOWNS,
        "缺列.xlsx",
        "缺列.xlsx",
        "坏.xlsx",
    ]
    assert [reading.rows["thing_code"].to_list() for reading in readings[2:6]] == [["B1"], ["B2"]] * 2


@pytest.mark.parametrize(
    "other",
    [
        {"file": {"name": "别名.xlsx"}},
        {"file": {"sha256": "0" * 64}},
        {"settings": {"county_code": "530498"}},
        {"settings": {"own_headings": {"union": {"会员总人数": "会员人数"}}}},
        {"settings": {"person_key_secret": b"another key of another home, so!"}},
        {"code": "2"},
    ],
)
def test_another_name_content_county_key_or_code_is_unknown(
    home: Home, files: list[NamedFile], other: dict[str, Any]
) -> None:
    home.read(files)
    assert home.knows(files[0])
    file = replace(files[0], **other.get("file", {}))
    settings = replace(SETTINGS, **other.get("settings", {}))
    assert not home.knows(file, settings, other.get("code", "1"))


def test_files_that_are_gone_are_forgotten(home: Home, files: list[NamedFile]) -> None:
    home.read(files)
    before = set(home.folder.iterdir())
    home.read(files[1:])
    assert not home.knows(files[0])
    assert home.knows(files[1])
    assert len(set(home.folder.iterdir())) == len(before)
    home.read(files[3:])
    assert len(list(home.folder.iterdir())) == 2, "the index and a table of problems"


def test_whatever_is_damaged_is_read_anew(home: Home, files: list[NamedFile]) -> None:
    first = home.read(files)
    for name in sorted(path.name for path in home.folder.iterdir()):
        path = home.folder / name
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 0xFF
        path.write_bytes(content)
        assert_same(home.read(files), first)
        path.unlink(missing_ok=True)
        assert_same(home.read(files), first)
    (home.folder / INDEX).write_bytes(b"")
    assert_same(home.read(files), first)
    assert all(map(home.knows, files))


def test_a_file_that_could_not_be_read_this_time_is_not_kept(home: Home, files: list[NamedFile]) -> None:
    changed = replace(files[0], sha256="0" * 64)
    assert rules(home.read([changed, *files[1:]])[0]) == ["unreadable_file"]
    assert not home.knows(changed)
    assert home.knows(files[1])


def unpacked(pack: Path) -> str:
    """What the memory of a pack's tables holds, cells and whatever lies between them."""
    memory = io.BytesIO()
    for stream in pickle.loads(pack.read_bytes()).values():  # noqa: S301 - written by this test
        pl.read_ipc_stream(stream).write_ipc_stream(memory, compression="uncompressed")
    return memory.getvalue().decode("latin-1")


@pytest.mark.parametrize("of_files", [1, len(BOOKS)])
def test_nobody_is_in_it_by_name_or_number(home: Home, files: list[NamedFile], of_files: int) -> None:
    home.read(files[:of_files])
    kept = "".join(map(everything_kept, home.read(files[:of_files])))
    kept += "".join(path.read_bytes().decode("latin-1") for path in home.folder.iterdir())
    kept += "".join(unpacked(path) for path in home.folder.iterdir() if path.name != INDEX)
    for personal in (NAME, NAME.encode().decode("latin-1"), RIGHT_NUMBER, "110105194912310021"):
        assert personal not in kept


@pytest.mark.parametrize("instead", [None, "110***********002X"])
def test_a_cell_that_was_replaced_leaves_nothing_behind(tmp_path: Path, instead: str | None) -> None:
    others = ["一段写得长一些的其他情况", "另一段写得长一些的其他情况"]
    texts = pl.Series("text", [RIGHT_NUMBER, *others]).set(pl.Series([True, False, False]), instead)
    kept = SealedTables(tmp_path, b"a key of this home", ["basis"])
    pack = tmp_path / kept.add({"rows": pl.DataFrame({"text": texts})})
    assert RIGHT_NUMBER not in unpacked(pack)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_only_the_owner_may_read_it(home: Home, files: list[NamedFile]) -> None:
    home.read(files)
    assert home.folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in home.folder.iterdir()} == {0o600}


def test_a_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path, files: list[NamedFile]) -> None:
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    assert len(Home(tmp_path / "cache").read(files)) == 6
