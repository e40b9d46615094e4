"""What is no whole backup of ours restores nothing; what cannot be backed up leaves nothing half made."""

import errno
import io
import os
import random
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest

import pipelines.keeping.backup as backing_up
from pipelines.home import Home
from pipelines.keeping.backup import write_backup
from pipelines.keeping.envelope import seal
from pipelines.keeping.restore import restore_backup
from tests.spec.keeping.conftest import CHEAP, PASSPHRASE, files_of
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.language import Refusal
from warehouse.publish import Store

PLACES = 100


def refused(file: Path, folder: Path, passphrase: str = PASSPHRASE) -> str:
    """Restores what cannot be restored; gives the sentence, after making sure that nothing was written."""
    with pytest.raises(Refusal) as refusal:
        restore_backup(file, folder, passphrase)
    assert not folder.exists()
    return str(refusal.value)


def test_any_flipped_bit_is_refused_and_nothing_is_written(backup: Path, tmp_path: Path) -> None:
    content, chance = backup.read_bytes(), random.Random(1)  # noqa: S311 - the same places in every run
    beginning = content.index(b"\n", 200) + 60
    places = [*range(0, beginning, 7), *(chance.randrange(len(content)) for _ in range(PLACES)), len(content) - 1]
    for place in places:
        changed = bytearray(content)
        changed[place] ^= 1 << chance.randrange(8)
        backup.write_bytes(changed)
        assert "nothing was restored" in refused(backup, tmp_path / "new")


def test_a_backup_cut_off_anywhere_is_refused_and_nothing_is_written(home: Home, tmp_path: Path) -> None:
    (home.inbox / "x.csv").write_bytes(os.urandom(300_000))
    file = tmp_path / "b"
    write_backup(home, file, PASSPHRASE, cost=CHEAP)
    content, chance = file.read_bytes(), random.Random(2)  # noqa: S311 - the same places in every run
    start = _start_of_chunks(content)
    ends = range(start, len(content), 65_536 + 16)
    assert len(ends) > 4
    for length in [0, *ends, len(content) - 1, *(chance.randrange(len(content)) for _ in range(PLACES))]:
        file.write_bytes(content[:length])
        refused(file, tmp_path / "new")


def test_chunks_that_were_added_swapped_or_repeated_are_refused(home: Home, tmp_path: Path) -> None:
    (home.inbox / "x.csv").write_bytes(os.urandom(300_000))
    file = tmp_path / "b"
    write_backup(home, file, PASSPHRASE, cost=CHEAP)
    content, size = file.read_bytes(), 65_536 + 16
    start = _start_of_chunks(content)
    head, body = content[:start], content[start:]
    first, second, rest = body[:size], body[size : 2 * size], body[2 * size :]
    for altered in (second + first + rest, first + first + second + rest, first + rest, body + b"x", body + first):
        file.write_bytes(head + altered)
        assert "damaged or incomplete" in refused(file, tmp_path / "new")


def _start_of_chunks(content: bytes) -> int:
    """After the four lines of the beginning."""
    place = 0
    for _ in range(4):
        place = content.index(b"\n", place) + 1
    return place


@pytest.mark.parametrize("wrong", ["", "another passphrase", PASSPHRASE + " ", PASSPHRASE.upper()])
def test_a_wrong_passphrase_is_told_from_damage(backup: Path, tmp_path: Path, wrong: str) -> None:
    assert refused(backup, tmp_path / "new", wrong) == "The passphrase is wrong; nothing was restored"


def test_a_newer_format_is_told(backup: Path, tmp_path: Path) -> None:
    backup.write_bytes(backup.read_bytes().replace(b"unionkpi backup 1", b"unionkpi backup 2", 1))
    assert "has format 2 and this program knows 1: upgrade" in refused(backup, tmp_path / "new")


@pytest.mark.parametrize("content", [b"", b"\n", b"PK\x03\x04 some archive", b"unionkpi backup\n", b"x" * 5000])
def test_another_file_is_no_backup(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "b").write_bytes(content)
    assert "This is no backup made by unionkpi backup" in refused(tmp_path / "b", tmp_path / "new")


def test_a_folder_that_holds_anything_stays_as_it_is(backup: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("mine", "utf-8")
    for folder in (tmp_path / "full", tmp_path / "full" / "x"):
        with pytest.raises(Refusal, match="is not an empty folder"):
            restore_backup(backup, folder, PASSPHRASE)
    assert files_of(tmp_path / "full") == {"x": b"mine"}


def test_an_empty_folder_that_was_there_is_still_there_after_a_refusal(backup: Path, tmp_path: Path) -> None:
    backup.write_bytes(backup.read_bytes()[:-1])
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refusal):
        restore_backup(backup, tmp_path / "empty", PASSPHRASE)
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_full_disk_leaves_nothing_of_a_restored_home(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("pipelines.keeping.restore.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="full"):
        restore_backup(backup, tmp_path / "deep" / "new", PASSPHRASE)
    assert not (tmp_path / "deep").exists()


def crafted(file: Path, *entries: tarfile.TarInfo) -> Path:
    """A backup with the right passphrase whose archive holds these entries."""
    with file.open("wb") as stream:
        sealed = seal(stream, PASSPHRASE, CHEAP)
        with tarfile.open(fileobj=cast(BinaryIO, sealed), mode="w|", format=tarfile.PAX_FORMAT) as archive:
            for entry in entries:
                entry.size = 1 if entry.isreg() else 0
                archive.addfile(entry, io.BytesIO(b"x") if entry.isreg() else None)
        sealed.finish()
    return file


def entry(name: str, **more: Any) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    for key, value in more.items():
        setattr(made, key, value)
    return made


@pytest.mark.parametrize(
    "names",
    [
        [entry("../x")],
        [entry("inbox/../../x")],
        [entry("..")],
        [entry("/etc/x")],
        [entry("inbox//x")],
        [entry("./x")],
        [entry("inbox/x", type=tarfile.SYMTYPE, linkname="/etc/passwd")],
        [entry("inbox", type=tarfile.SYMTYPE, linkname="/etc"), entry("inbox/x")],
        [entry("x", type=tarfile.LNKTYPE, linkname="y")],
        [entry("x", type=tarfile.FIFOTYPE)],
        [entry("x", type=tarfile.CHRTYPE)],
    ],
    ids=lambda names: names[0].name,
)
def test_names_and_links_that_lead_elsewhere_are_refused(tmp_path: Path, names: list[tarfile.TarInfo]) -> None:
    (tmp_path / "in").mkdir()
    file = crafted(tmp_path / "b", entry("config.toml"), *names)
    assert "a link or one that leads out of the folder" in refused(file, tmp_path / "in" / "new")
    assert files_of(tmp_path) == {"b": file.read_bytes()}


@pytest.mark.parametrize("second", ["config.toml", "config.toml/x"])
def test_a_name_that_comes_twice_is_refused(tmp_path: Path, second: str) -> None:
    refused(crafted(tmp_path / "b", entry("config.toml"), entry(second)), tmp_path / "new")


def test_a_backup_without_a_key_is_none(tmp_path: Path) -> None:
    assert "damaged" in refused(crafted(tmp_path / "b", entry("config.toml")), tmp_path / "new")


def test_a_home_of_a_newer_format_is_not_restored(home: Home, tmp_path: Path) -> None:
    (home.folder / "home.json").write_text('{"format": 99}', "utf-8")
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert "newer release" in refused(tmp_path / "b", tmp_path / "new")


def test_another_key_in_the_variable_is_told_before_people_become_strangers(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "quite another key of this county")
    assert "unset the variable" in refused(backup, tmp_path / "new")


@pytest.mark.parametrize("passphrase", ["", "eleven char", "x" * 1001])
def test_a_short_or_endless_passphrase_seals_nothing(home: Home, tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(Refusal, match="12 to 1000 characters; nothing was backed up"):
        write_backup(home, tmp_path / "b", passphrase, cost=CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_backup_that_exists_is_replaced_only_when_asked_to(home: Home, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(Refusal, match="exists and was left as it is"):
        write_backup(home, backup, PASSPHRASE, cost=CHEAP)
    assert backup.read_bytes() == before
    write_backup(home, backup, PASSPHRASE, replace=True, cost=CHEAP)
    assert backup.read_bytes() != before


def test_a_backup_does_not_go_into_the_home(home: Home, tmp_path: Path) -> None:
    home.inbox.rename(tmp_path / "share")
    home.inbox.symlink_to(tmp_path / "share")
    for target in (home.folder / "b", home.folder / "x" / ".." / "b", home.warehouse / "b", tmp_path / "share" / "b"):
        with pytest.raises(Refusal, match="lies in the home itself"):
            write_backup(home, target, PASSPHRASE, cost=CHEAP)


def test_a_folder_without_a_configuration_is_no_home(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"no config\.toml"):
        write_backup(Home(tmp_path / "none"), tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_running_build_is_waited_for_and_then_told(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing_up, "Store", lambda folder: Store(folder, lock_seconds=0.1))
    with Store(home.warehouse).lock(), pytest.raises(Refusal, match="Another build is running"):
        write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert not (tmp_path / "b").exists()


@pytest.fixture
def while_reading(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], None]], None]:
    """Has something happen each time that a file of the inbox has been opened and looked at."""

    def arrange(happen: Callable[[], None]) -> None:
        opened = backing_up._opened

        def opens(kept: Any) -> BinaryIO:
            stream = opened(kept)
            if kept.name == "inbox/x.csv":
                reads = stream.read

                class Disturbed:
                    def fileno(self) -> int:
                        return stream.fileno()

                    def read(self, size: int) -> bytes:
                        happen()
                        return reads(size)

                    def __enter__(self) -> "Disturbed":
                        return self

                    def __exit__(self, *_: object) -> None:
                        stream.close()

                return cast(BinaryIO, Disturbed())
            return stream

        monkeypatch.setattr(backing_up, "_opened", opens)

    return arrange


def test_a_file_that_changes_all_the_time_is_named_and_nothing_is_left(
    home: Home, tmp_path: Path, while_reading: Any
) -> None:
    file = home.inbox / "x.csv"
    turns = []

    def happen() -> None:
        turns.append(1)
        with file.open("wb" if len(turns) % 2 else "ab") as stream:
            stream.write(b"y" * len(turns))

    file.write_bytes(b"x" * 100)
    while_reading(happen)
    with pytest.raises(Refusal, match=r"inbox/x\.csv kept changing"):
        write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert len(turns) == backing_up.ATTEMPTS
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_file_that_changes_once_is_read_again(home: Home, tmp_path: Path, while_reading: Any) -> None:
    file = home.inbox / "x.csv"
    file.write_bytes(b"x" * 100)
    turns = []

    def happen() -> None:
        turns.append(1)
        if len(turns) == 1:
            file.write_bytes(b"saved")

    while_reading(happen)
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    restore_backup(tmp_path / "b", tmp_path / "new", PASSPHRASE)
    assert (tmp_path / "new" / "inbox" / "x.csv").read_bytes() == b"saved"


def test_a_full_disk_leaves_no_half_of_a_backup(home: Home, tmp_path: Path, while_reading: Any) -> None:
    def happen() -> None:
        raise OSError(errno.ENOSPC, "full")

    (home.inbox / "x.csv").write_bytes(b"x")
    while_reading(happen)
    with pytest.raises(OSError, match="full"):
        write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


@pytest.mark.parametrize("kind", ["folder link", "broken link", "pipe"])
def test_what_a_backup_cannot_hold_is_named(home: Home, tmp_path: Path, kind: str) -> None:
    place = home.inbox / "x"
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(tmp_path if kind == "folder link" else tmp_path / "nothing")
    with pytest.raises(Refusal, match="inbox/x is no plain file or folder"):
        write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["home"]
