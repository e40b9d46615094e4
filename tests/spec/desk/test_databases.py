"""Which databases a question sees: the published version, a frozen month, both side by side."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from tests.spec.cli.published_home import publish
from tests.spec.desk import attacks
from tests.spec.snapshot.given import REASON, UNIONS, bytes_below, tables
from warehouse.desk import databases as desk_databases
from warehouse.desk.asking.sandbox import Answer, ask
from warehouse.desk.asking.sandbox_child import Refused, judge, opened
from warehouse.desk.databases import FOLDER, KEPT, databases
from warehouse.language import Refusal
from warehouse.snapshot.shelf import Snapshots

FROZEN = "2021-12.r1"
LATER = "fedcba9876543210"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """December 2021 is frozen with 65 members; since then U1 has three more."""
    folder = publish(tmp_path_factory.mktemp("home"), tables())
    Snapshots(folder).create("2021-12", "张三", REASON)
    return publish(folder, tables(unions=UNIONS.replace("| 60 ", "| 63 ")), LATER)


def asked(home: Path, sql: str, snapshot_id: str | None = None) -> list[list[object]]:
    answer: Answer = ask(databases(home, snapshot_id), sql)
    return answer.rows


def test_without_a_snapshot_everything_is_the_published_version(home: Path) -> None:
    assert asked(home, "select sum(members) from ledger.unions") == [[68]]
    assert asked(home, "select sum(members) from live.ledger.unions") == [[68]]


def test_with_one_what_has_no_name_is_the_frozen_month(home: Path) -> None:
    assert asked(home, "select sum(members) from ledger.unions", FROZEN) == [[65]]
    assert asked(home, "select sum(members) from snapshot.ledger.unions", FROZEN) == [[65]]
    assert asked(home, "select sum(members) from live.ledger.unions", FROZEN) == [[68]]


def test_two_states_stand_side_by_side_in_one_query(home: Path) -> None:
    sql = """
        select region_code, before.value, now.value
        from kpi.values as before inner join live.kpi.values as now using (indicator_id, as_of_date, region_code)
        where indicator_id = 'members' and as_of_date = '2021-12-31' and region_code = '530499'
    """
    assert asked(home, sql, FROZEN) == [["530499", 65.0, 68.0]]


def test_views_and_marts_of_each_are_its_own(home: Path) -> None:
    sql = """
        select (select sum(members) from as_of.unions where in_force and as_of_date = '2021-12-31'),
            (select sum(members) from live.as_of.unions where in_force and as_of_date = '2021-12-31')
    """
    assert asked(home, sql, FROZEN) == [[65, 68]]


def test_without_a_snapshot_its_name_is_refused_in_a_sentence_of_its_own(home: Path) -> None:
    with pytest.raises(Refusal, match="No snapshot was chosen"):
        asked(home, "select * from snapshot.ledger.unions")


def test_people_are_in_neither(home: Path) -> None:
    for name in ("", "live.", "snapshot."):
        with pytest.raises(Refusal, match="There is no table"):
            asked(home, f"select * from {name}ledger.hardship_households", FROZEN)


def test_the_files_are_made_once_and_are_their_owners_alone(home: Path) -> None:
    first = databases(home, FROZEN)
    assert first.live is not None
    made = {file: (file.stat().st_ino, stat.S_IMODE(file.stat().st_mode)) for file in (first.main, first.live)}
    assert databases(home, FROZEN) == first
    assert {file: (file.stat().st_ino, 0o600) for file in made} == made
    assert Snapshots(home).find(FROZEN).hash[:32] in first.main.name
    assert LATER in first.live.name


def test_of_each_kind_those_are_kept_that_were_used_last(home: Path) -> None:
    databases(home, FROZEN)
    folder = home / FOLDER
    for number in range(KEPT["snapshot"] + 2):
        (folder / f"snapshot-{number}-x.duckdb").touch()
    (folder / ".1.part").touch()
    before = databases(home, FROZEN)
    for file in (before.main, *folder.glob("live-*")):
        file.unlink()
    again = databases(home, FROZEN)
    kept = sorted(file.name for file in folder.glob("snapshot-*"))
    assert again.main.name in kept
    assert len(kept) == KEPT["snapshot"]
    assert list(folder.glob(".*.part")) == []


def test_an_unknown_snapshot_and_one_that_was_altered_are_refused(home: Path) -> None:
    with pytest.raises(Refusal, match="There is no snapshot 2020-01"):
        databases(home, "2020-01.r1")
    table = next((home / "snapshots" / FROZEN / "private" / "ledger").glob("unions.parquet"))
    kept = table.read_bytes()
    table.chmod(0o600)
    table.write_bytes(kept[:-1] + b"x")
    try:
        with pytest.raises(Refusal, match="was altered or damaged"):
            databases(home, FROZEN)
    finally:
        table.write_bytes(kept)


def test_a_snapshot_whose_tables_do_not_fit_this_release_is_refused_in_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    databases(home, FROZEN).main.unlink()

    def fails(*_: object) -> None:
        raise duckdb.BinderException("no such column")

    monkeypatch.setattr(desk_databases, "fill", fails)
    with pytest.raises(Refusal, match=r"Snapshot 2021-12\.r1 was frozen by another release"):
        databases(home, FROZEN)


@pytest.fixture(scope="module")
def both(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """A frozen month and the published version, as the child opens them."""
    asked_of, folder = databases(home, FROZEN), tmp_path_factory.mktemp("copies")
    assert asked_of.live is not None
    copies = {"snapshot": asked_of.main, "live": asked_of.live}
    files = {name: str(shutil.copyfile(file, folder / f"{name}.duckdb")) for name, file in copies.items()}
    with opened(files) as con:
        yield con


@pytest.mark.parametrize("sql", [*attacks.NAMED, *attacks.TABLES])
def test_no_name_opens_what_may_not_be_asked(both: duckdb.DuckDBPyConnection, sql: str) -> None:
    with pytest.raises(Refused) as refused:
        judge(both, sql.format(file="/etc/hostname"))
    assert refused.value.reason in ("table", "function", "syntax")


@pytest.mark.parametrize(
    "sql",
    [
        "copy (select 1) to '{file}' (use_tmp_file false)",
        "with x as (delete from live.ledger.unions returning *) select * from x",
        "create or replace table snapshot.ledger.unions as select 1",
        "detach live",
        "use live",
        "select * from live.ledger.members",
    ],
)
def test_an_attack_on_two_databases_changes_nothing(home: Path, sql: str) -> None:
    asked_of = databases(home, FROZEN)
    kept = [home / "warehouse", home / "snapshots", home / "cache" / "snapshots", home / FOLDER]
    before = [bytes_below(folder) for folder in kept]
    with pytest.raises(Refusal):
        ask(asked_of, sql.format(file=asked_of.live))
    assert [bytes_below(folder) for folder in kept] == before
