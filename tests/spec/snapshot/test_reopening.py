"""A snapshot opened again is the database that it was frozen from, whatever has become of that."""

import json
import shutil
from pathlib import Path

import pytest
from polars.testing import assert_frame_equal

from tests.spec.cli.published_home import publish
from tests.spec.snapshot.given import REASON, bytes_below, tables
from warehouse.figures.answer import answers
from warehouse.figures.compute import figures
from warehouse.figures.trace import trace
from warehouse.language import Refusal
from warehouse.meta import TABLES
from warehouse.publish import KEPT_VERSIONS
from warehouse.reader import Published, open_published
from warehouse.snapshot import frozen_tables, reopen
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.reopen import open_snapshot
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.verify import written

ID = "2021-11.r1"


@pytest.fixture(scope="module")
def frozen_home(published_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """November 2021 frozen from data that reach to December. To be looked at only."""
    home = Path(shutil.copytree(published_home, tmp_path_factory.mktemp("frozen") / "home"))
    Snapshots(home).create("2021-11", "张三", REASON)
    return home


@pytest.fixture(scope="module")
def frozen(frozen_home: Path) -> Published:
    return open_snapshot(frozen_home, ID)


@pytest.fixture
def home(frozen_home: Path, tmp_path: Path) -> Path:
    """The same, to be changed, and never opened yet."""
    return Path(shutil.copytree(frozen_home, tmp_path / "home", ignore=shutil.ignore_patterns("cache")))


def test_it_says_what_it_is(frozen: Published) -> None:
    assert frozen.version_info["snapshot"] == ID
    assert frozen.version == "0123456789abcdef"
    assert frozen.data_date.isoformat() == "2021-11-30"
    assert frozen.version_info["frozen_data_date"] == "2021-12-31"


@pytest.mark.parametrize(
    "table", ["kpi.values", "kpi.raw_values", "kpi.attention", "ledger.unions", "mart.enterprises"]
)
def test_its_tables_are_those_of_the_version_up_to_the_months_end(
    frozen_home: Path, frozen: Published, table: str
) -> None:
    until = "" if table.startswith("ledger") else " where as_of_date <= date '2021-11-30'"
    live = open_published(frozen_home / "warehouse").query(f"select * from {table}{until}")
    assert_frame_equal(frozen.query(f"select * from {table}"), live, check_row_order=False)


def test_the_frozen_rows_give_the_frozen_figures_again(frozen: Published) -> None:
    """Computed anew from the rows, the views and the marts, they are what was frozen."""
    with frozen.connection.cursor() as cursor:
        computed = figures(cursor).shown
    assert_frame_equal(computed, frozen.query("select * from kpi.values"), check_row_order=False)


def test_a_figure_is_answered_and_traced_in_it(frozen: Published) -> None:
    (answer,) = answers(frozen, ["union_density"])
    assert (answer["as_of"], answer["value"]) == ("2021-11-30", (60 + 5) / (80 + 20))
    assert [(row["row"], row["amount"]) for row in trace(frozen, "union_density")["rows"]][:2] == [(2, 60), (3, 5)]


def test_a_later_build_changes_not_a_byte_of_it(home: Path) -> None:
    """The members of U1 are corrected from 60 to 50; five more versions then push the frozen one out."""
    before = bytes_below(home / "snapshots")
    other = "union_code | township_code | union_kind | members | employees | founded_date\n"
    for number in range(KEPT_VERSIONS):
        corrected = tables(unions=other + "U1 | 530499001 | 单独 | 50 | 80 | 2019-05-01")
        publish(home, corrected, version=f"{number:016x}")
    assert not (home / "warehouse/0123456789abcdef.duckdb").exists()
    assert bytes_below(home / "snapshots") == before
    shutil.rmtree(home / "cache", ignore_errors=True)
    assert answers(open_published(home / "warehouse"), ["union_density"], "2021-11")[0]["numerator"] == 50
    assert answers(open_snapshot(home, ID), ["union_density"], "2021-11")[0]["numerator"] == 60 + 5


def test_the_kept_database_may_go_or_be_spoilt(home: Path) -> None:
    cached = open_snapshot(home, ID).file
    assert sorted(path.suffix for path in cached.parent.iterdir()) == [".duckdb", ".seal"]
    shutil.rmtree(cached.parent)
    assert open_snapshot(home, ID).query("select count(*) from ledger.unions").item() == 2


def test_with_a_draft_goes_what_was_kept_of_it(home: Path) -> None:
    cached = open_snapshot(home, ID).file
    Snapshots(home).delete(ID, "张三")
    assert list(cached.parent.iterdir()) == []


def test_a_kept_database_that_is_not_ours_is_drawn_anew(home: Path) -> None:
    hash_ = Snapshots(home).find(ID).hash
    cached = home / "cache/snapshots" / f"{hash_}.duckdb"
    cached.parent.mkdir(parents=True)
    cached.write_bytes(b"no database")
    assert open_snapshot(home, ID).query("select count(*) from ledger.unions").item() == 2


def test_what_was_altered_is_not_opened(home: Path) -> None:
    (home / "snapshots" / ID / "private/ledger/unions.parquet").write_bytes(b"other")
    with pytest.raises(Refusal, match="altered or damaged"):
        open_snapshot(home, ID)


def test_a_later_release_finds_what_its_pages_look_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A later release knows one table and one column more; the as-of views and marts are those that were frozen."""
    monkeypatch.setitem(frozen_tables.TABLES, "meta.later", "name varchar")
    monkeypatch.setitem(frozen_tables.TABLES, "meta.regions", f"{TABLES['meta.regions']}, area_km2 double")
    opened = open_snapshot(home, ID)
    assert opened.query("select count(*) from meta.later").item() == 0
    assert opened.query("select area_km2 from meta.regions")["area_km2"].null_count() == 3
    assert opened.query("select count(*) from as_of.unions where as_of_date = '2021-11-30'").item() == 2


def test_documents_are_made_from_the_snapshot_that_is_just_being_frozen(home: Path) -> None:
    snapshots = Snapshots(home)

    def brief(made: object) -> dict[str, bytes]:
        published = reopen.reopened(home, made)  # type: ignore[arg-type]
        (answer,) = answers(published, ["union_density"])
        return {"brief.json": written(answer["value"])}

    snapshots.create("2021-12", "张三", REASON, documents=brief)
    assert json.loads((home / "snapshots/2021-12.r1/documents/brief.json").read_text()) == 0.65
    assert snapshots.sign("2021-12.r1", Step.REVIEW, "李四").state == "reviewed"
    assert snapshots.altered("2021-12.r1") == []
