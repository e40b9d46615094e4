"""A backup holds what cannot be made again, and a restored home is the home."""

import os
import shutil
import stat
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.build import build
from pipelines.home import Home
from pipelines.keeping.backup import write_backup
from pipelines.keeping.restore import restore_backup
from tests.spec.keeping.conftest import CHEAP, KEPT, LEFT_OUT, PASSPHRASE, files_of
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog
from warehouse.access.home_key import KEY_VARIABLE, secret_in_file
from warehouse.language import Refusal
from warehouse.publish import Store


def restored(backup: Path, folder: Path) -> dict[str, bytes]:
    restore_backup(backup, folder, PASSPHRASE)
    return files_of(folder)


def test_everything_comes_back_but_what_is_made_again(home: Home, backup: Path, tmp_path: Path) -> None:
    found = restored(backup, tmp_path / "new")
    for name, content in KEPT.items():
        assert found[name] == content.encode()
    assert not set(LEFT_OUT) & set(found)
    assert set(found) == {name for name in files_of(home.folder) if name not in LEFT_OUT} - {
        "audit/audit.lock",
        "warehouse/build.lock",
    }
    assert (tmp_path / "new" / "inbox" / "空").is_dir()


def test_nothing_of_the_home_can_be_read_in_the_file(home: Home, backup: Path) -> None:
    content = backup.read_bytes()
    for text in ("云岭县", "组织部", "inbox", "secret.key", home.key_file.read_text("ascii").strip()):
        assert text.encode() not in content
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_the_numbers_told_are_those_of_the_file(home: Home, tmp_path: Path) -> None:
    done = write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert done.size_bytes == (tmp_path / "b").stat().st_size
    assert restore_backup(tmp_path / "b", tmp_path / "new", PASSPHRASE) == done.files == len(files_of(tmp_path / "new"))


def test_files_are_restored_for_their_owner_alone(backup: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        restore_backup(backup, tmp_path / "new", PASSPHRASE)
    finally:
        os.umask(before)
    found = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_file()} == {0o600}
    assert {stat.S_IMODE(path.stat().st_mode) for path in found if path.is_dir()} == {0o700}


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
def test_files_of_any_size_come_back(home: Home, tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    (home.inbox / "x.csv").write_bytes(content)
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert restored(tmp_path / "b", tmp_path / "new")["inbox/x.csv"] == content


def test_names_of_a_chinese_windows_and_very_long_ones_come_back(home: Home, tmp_path: Path) -> None:
    names = [os.fsdecode("台账.csv".encode("gb18030")), "长" * 80 + ".csv"]
    for name in names:
        (home.inbox / name).write_text(name, "utf-8", "surrogateescape")
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    restore_backup(tmp_path / "b", tmp_path / "new", PASSPHRASE)
    for name in names:
        assert (tmp_path / "new" / "inbox" / name).read_bytes() == (home.inbox / name).read_bytes()


@pytest.mark.parametrize("key", ["a county's own short key", "0f" * 32, "a much longer key of the county, in words"])
def test_the_key_of_the_variable_is_kept_in_the_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small_home: Callable[[dict[str, str]], Home], key: str
) -> None:
    monkeypatch.setenv(KEY_VARIABLE, key)
    home = small_home({"a.csv": "x"})
    secret = home.known_secret()
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    monkeypatch.delenv(KEY_VARIABLE)
    restore_backup(tmp_path / "b", tmp_path / "new", PASSPHRASE)
    assert Home(tmp_path / "new").known_secret() == secret == secret_in_file(tmp_path / "new")


def test_the_restored_log_is_intact_and_can_be_written_on(backup: Path, tmp_path: Path) -> None:
    restore_backup(backup, tmp_path / "new", PASSPHRASE)
    log = AuditLog(tmp_path / "new")
    log.append("命令行", Action.RESTORED)
    assert log.verify() == []
    assert [entry.action for entry in log.entries()] == ["built", "restored"]


def test_the_same_characters_typed_decomposed_open_the_backup(home: Home, tmp_path: Path) -> None:
    write_backup(home, tmp_path / "b", "r\u00e9sum\u00e9 twelve", cost=CHEAP)
    assert restore_backup(tmp_path / "b", tmp_path / "new", "re\u0301sume\u0301 twelve")


def test_a_large_home_takes_no_more_memory_than_a_small_one(home: Home, tmp_path: Path) -> None:
    size, most = 60_000_000, 4_000_000
    with (home.inbox / "x.csv").open("wb") as stream:
        stream.truncate(size)
    tracemalloc.start()
    try:
        write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
        restore_backup(tmp_path / "b", tmp_path / "new", PASSPHRASE)
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()
    assert (tmp_path / "new" / "inbox" / "x.csv").stat().st_size == size


def test_a_linked_inbox_is_kept_with_its_files(home: Home, tmp_path: Path) -> None:
    home.inbox.rename(tmp_path / "share")
    home.inbox.symlink_to(tmp_path / "share")
    (home.folder / "b.csv").write_text("b", "utf-8")
    (home.inbox / "link.csv").symlink_to(home.folder / "b.csv")
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    found = restored(tmp_path / "b", tmp_path / "new")
    assert found["inbox/link.csv"] == b"b"
    assert found["inbox/组织部/名录.csv"] == KEPT["inbox/组织部/名录.csv"].encode()


def tables_of(home: Home, version: str) -> dict[str, pl.DataFrame]:
    """Every table of a version, its rows in order."""
    with duckdb.connect(str(Store(home.warehouse).database(version)), read_only=True) as con:
        names = con.execute(
            "select table_schema || '.' || table_name from information_schema.tables "
            "where table_type = 'BASE TABLE' order by 1"
        ).fetchall()
        return {name: con.sql(f"select * from {name} order by all").pl() for (name,) in names}


@pytest.mark.parametrize("origin", ["bare_home", pytest.param("sample_home", marks=pytest.mark.slow)])
def test_a_build_on_an_empty_machine_gives_the_same_version(
    origin: str, request: pytest.FixtureRequest, fixed_key: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old, new = Home(tmp_path / "old"), Home(tmp_path / "new")
    shutil.copytree(request.getfixturevalue(origin), old.folder)
    with monkeypatch.context() as patch:
        patch.setenv(KEY_VARIABLE, fixed_key)
        write_backup(old, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    restore_backup(tmp_path / "b", new.folder, PASSPHRASE)
    assert not new.warehouse.exists()
    report = build(new)
    (version,) = Store(old.warehouse).versions()
    assert report.version == version
    before, after = tables_of(old, version), tables_of(new, version)
    assert sorted(before) == sorted(after)
    for name, table in before.items():
        assert table.equals(after[name]), name


def test_a_home_without_a_key_of_its_own_gets_one_with_its_backup(
    tmp_path: Path, small_home: Callable[[dict[str, str]], Home]
) -> None:
    home = small_home({"a.csv": "x"})
    write_backup(home, tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert restored(tmp_path / "b", tmp_path / "new")["secret.key"] == home.key_file.read_bytes()


def test_a_lost_key_is_told_before_anything_is_written(bare_home: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"secret\.key is lost"):
        write_backup(Home(bare_home), tmp_path / "b", PASSPHRASE, cost=CHEAP)
    assert list(tmp_path.iterdir()) == []
