"""Versions are written aside, published by one replaced pointer, and can be gone back to."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from warehouse import meta
from warehouse.language import Refusal
from warehouse.meta import create_schema
from warehouse.publish import KEPT_VERSIONS, Store
from warehouse.reader import open_published, open_version

ENTRIES = {"data_date": "2021-12-31", "first_month": "2020-01-01", "county_code": "530499"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "warehouse", lock_seconds=0.2)


def write(building: Path, version: str) -> None:
    con = duckdb.connect(str(building))
    create_schema(con)
    for key, value in {"version": version, **ENTRIES}.items():
        con.execute("insert into meta.version values (?, ?)", [key, value])
    con.close()


def publish(store: Store, version: str) -> None:
    building = store.building(version)
    write(building, version)
    store.finish(building, version, {"inputs": {}})


def test_nothing_published(store: Store) -> None:
    assert store.current() is None
    assert store.versions() == []
    with pytest.raises(Refusal) as refusal:
        open_published(store.folder)
    assert refusal.value.next_command == "unionkpi build"


def test_a_published_version_is_read(store: Store) -> None:
    publish(store, "a1")
    published = open_published(store.folder)
    assert (published.version, published.data_date.isoformat(), published.county_code) == ("a1", "2021-12-31", "530499")
    assert published.query("select value from meta.version where key = ?", ["version"]).rows() == [("a1",)]
    assert store.exists("a1")
    assert store.is_intact("a1")


@pytest.mark.parametrize("change", ["update meta.version set value = 'other'", "delete from meta.version"])
def test_a_version_of_another_release_is_refused(store: Store, change: str) -> None:
    building = store.building("a1")
    write(building, "a1")
    with duckdb.connect(str(building)) as con:
        con.execute(f"{change} where key = 'form'")
    with pytest.raises(Refusal) as refusal:
        store.finish(building, "a1", {"inputs": {}})
    assert "a1" in refusal.value.label.zh
    assert refusal.value.next_command == "unionkpi build"


@pytest.mark.parametrize(
    ("file", "makes_a_version"),
    [
        *(
            ("meta.py", True),
            ("figures/compute.py", True),
            ("marts/unions.sql", True),
            ("a_new_folder/deep/one.toml", True),
        ),
        *(("access/roles.py", False), ("desk/pivots/unions.toml", False), ("figures/__pycache__/compute.pyc", False)),
    ],
)
def test_the_form_is_of_everything_that_makes_a_version_and_of_nothing_that_reads_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, makes_a_version: bool
) -> None:
    monkeypatch.setattr(meta, "ROOM", tmp_path)
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("as it was")
    before = meta.form.__wrapped__()
    path.write_text("changed")
    assert (meta.form.__wrapped__() != before) == makes_a_version


def test_readers_follow_the_pointer_and_older_connections_stay(store: Store) -> None:
    publish(store, "a1")
    old = open_published(store.folder)
    publish(store, "b2")
    assert open_published(store.folder).version == "b2"
    assert old.query("select value from meta.version where key = 'version'").item() == "a1"
    assert open_published(store.folder) is open_published(store.folder)


def test_a_killed_build_changes_nothing_and_leaves_nothing_to_clean(store: Store) -> None:
    publish(store, "a1")
    killed = store.building("b2")
    killed.write_bytes(b"half a database")
    killed.with_name(f"{killed.name}.wal").write_bytes(b"log")
    (store.folder / "b2.json.part").write_text("{")
    assert open_published(store.folder).version == "a1"
    publish(store, "b2")
    assert sorted(file.name for file in store.folder.iterdir() if file.name != "build.lock") == [
        "a1.duckdb",
        "a1.json",
        "b2.duckdb",
        "b2.json",
        "current.json",
    ]


def test_a_version_killed_before_the_pointer_moved_is_built_again(store: Store) -> None:
    publish(store, "a1")
    building = store.building("b2")
    write(building, "b2")
    building.rename(store.database("b2"))
    assert not store.exists("b2")
    publish(store, "b2")
    assert store.exists("b2")


def test_an_unclosed_database_is_not_published(store: Store) -> None:
    building = store.building("a1")
    write(building, "a1")
    building.with_name(f"{building.name}.wal").write_bytes(b"log")
    with pytest.raises(RuntimeError, match="not closed"):
        store.finish(building, "a1", {})
    assert store.current() is None


def test_the_last_five_are_kept(store: Store) -> None:
    names = [f"v{number}" for number in range(KEPT_VERSIONS + 2)]
    for name in names:
        publish(store, name)
    assert store.versions() == names[2:]
    assert sorted(file.stem for file in store.folder.glob("*.duckdb")) == names[2:]


def test_pointing_to_an_existing_version_makes_it_the_latest(store: Store) -> None:
    for name in ("a1", "b2"):
        publish(store, name)
    store.point_to("a1")
    assert store.versions() == ["b2", "a1"]
    assert open_published(store.folder).version == "a1"


def test_rollback_goes_back_one_or_to_the_one_named(store: Store) -> None:
    for name in ("a1", "b2", "c3"):
        publish(store, name)
    assert store.rollback() == "b2"
    assert store.rollback() == "a1"
    assert open_published(store.folder).version == "a1"
    assert store.rollback("c3") == "c3"


def test_rollback_refuses_what_is_not_there(store: Store) -> None:
    with pytest.raises(Refusal):
        store.rollback()
    publish(store, "a1")
    with pytest.raises(Refusal, match="no earlier"):
        store.rollback()
    with pytest.raises(Refusal, match="zz"):
        store.rollback("zz")


def test_a_lost_database_file_is_said(store: Store) -> None:
    publish(store, "a1")
    store.database("a1").rename(store.folder / "elsewhere")
    with pytest.raises(Refusal, match="gone"):
        open_published(store.folder)


def test_a_changed_database_file_is_noticed(store: Store) -> None:
    publish(store, "a1")
    content = bytearray(store.database("a1").read_bytes())
    content[len(content) // 2] ^= 1
    store.database("a1").write_bytes(content)
    assert not store.is_intact("a1")


def test_a_damaged_version_is_not_gone_back_to(store: Store) -> None:
    for name in ("a1", "b2"):
        publish(store, name)
    store.database("a1").write_bytes(b"no database")
    with pytest.raises(Refusal, match="damaged"):
        store.rollback()
    (store.folder / "b2.json").write_text("{", "utf-8")
    assert not store.is_intact("b2")
    assert open_published(store.folder).version == "b2"


def test_a_version_that_this_release_cannot_read_is_not_gone_back_to(store: Store) -> None:
    building = store.building("a1")
    write(building, "a1")
    con = duckdb.connect(str(building))
    con.execute("update meta.version set value = 'other' where key = 'form'")
    con.close()
    with pytest.raises(Refusal, match="another release"):
        store.finish(building, "a1", {"inputs": {}})
    publish(store, "b2")
    assert store.versions() == ["a1", "b2"]
    with pytest.raises(Refusal, match="another release"):
        store.rollback()
    assert open_published(store.folder).version == "b2"


@pytest.mark.parametrize("content", [b"", b"no database", b"\0" * 20_000])
def test_a_damaged_database_file_is_said(store: Store, content: bytes) -> None:
    publish(store, "a1")
    elsewhere = store.folder.parent / "a1.duckdb"
    elsewhere.write_bytes(content)
    with pytest.raises(Refusal, match="damaged"):
        open_version(elsewhere.parent, "a1")


def test_a_lost_pointer_loses_no_version(store: Store) -> None:
    for name in ("a1", "b2"):
        publish(store, name)
    (store.folder / "current.json").unlink()
    assert store.versions() == ["a1", "b2"]
    store.clear_leftovers()
    publish(store, "c3")
    assert store.versions() == ["a1", "b2", "c3"]


def test_the_manifest_keeps_the_inputs(store: Store) -> None:
    building = store.building("a1")
    write(building, "a1")
    store.finish(building, "a1", {"inputs": {"部室/台账.xlsx": "0f"}})
    assert store.manifest("a1")["inputs"] == {"部室/台账.xlsx": "0f"}
    assert json.loads((store.folder / "current.json").read_text("utf-8")) == {"current": "a1", "published": ["a1"]}


def test_a_second_build_is_refused_while_one_runs(store: Store) -> None:
    script = (
        "import sys; from pathlib import Path; from warehouse.publish import Store\n"
        "with Store(Path(sys.argv[1])).lock(): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(store.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(Refusal, match="Another build"), store.lock():
            pass
        other.communicate()
    with store.lock():
        pass


def test_queries_of_several_threads_do_not_disturb_each_other(store: Store) -> None:
    publish(store, "a1")
    published = open_published(store.folder)
    found: list[int] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(published.query("select ?::integer", [n]).item()))
        for n in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(20))


def test_published_files_cannot_be_written_through_a_reader(store: Store) -> None:
    publish(store, "a1")
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        open_published(store.folder).connection.execute("create table t (a integer)")
