"""What a build does to what is published: everything or nothing."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.build import build
from pipelines.read_and_judge import READING
from warehouse.access.home_key import KEY_VARIABLE
from warehouse.figures.answer import answers
from warehouse.language import Refusal
from warehouse.publish import Store
from warehouse.reader import open_published

TOWNS = "截至日期：2021-12-31,,\n区划代码,乡镇名称,类型\n530499001,清河镇,镇\n"
UNIONS = (
    "截至日期：2021-12-31\n"
    "工会编号,工会名称,组建形式,所属乡镇,涵盖单位数,职工人数,会员人数,建会日期,女职工组织,经审组织,法人资格\n"
    "G1,甲厂工会,单独,清河镇,1,100,80,2015-03-01,女工委,经审委,是\n"
)
FILES = {"名录.csv": TOWNS, "工会.csv": UNIONS}
ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _own_key(monkeypatch, fixed_key):
    monkeypatch.setenv(KEY_VARIABLE, fixed_key)


def density(home) -> float | None:
    [answer] = answers(open_published(home.warehouse), ["union_density"], None, None)
    value: float | None = answer["value"]
    return value


def test_from_two_files_to_a_figure(small_home):
    home = small_home(FILES)
    report = build(home)
    assert report.published
    assert density(home) == 80 / 100


def test_equal_inputs_point_to_the_version_there_is(small_home):
    home = small_home(FILES)
    first = build(home)
    file = home.warehouse / f"{first.version}.duckdb"
    written = file.stat().st_mtime_ns
    assert build(home).version == first.version
    assert file.stat().st_mtime_ns == written


def test_a_changed_file_is_a_new_version_and_rollback_leads_back(small_home):
    home = small_home(FILES)
    first = build(home)
    (home.inbox / "工会.csv").write_text(UNIONS.replace(",80,", ",90,"), encoding="utf-8")
    second = build(home)
    assert second.version != first.version
    assert density(home) == 90 / 100
    assert Store(home.warehouse).rollback() == first.version
    assert density(home) == 80 / 100


def test_a_build_that_fails_leaves_nothing_of_what_it_wrote(small_home, monkeypatch):
    """On a full disk half a version would keep it full."""
    home = small_home(FILES)
    build(home)
    before = sorted(path.name for path in home.warehouse.iterdir())
    (home.inbox / "工会.csv").write_text(UNIONS.replace(",80,", ",90,"), encoding="utf-8")

    def full(_store: Store, name: str, _content: object) -> None:
        raise OSError(errno.ENOSPC, "no space", name)

    monkeypatch.setattr(Store, "_write_json", full)
    with pytest.raises(OSError, match="no space"):
        build(home)
    assert sorted(path.name for path in home.warehouse.iterdir()) == before
    assert density(home) == 80 / 100


def test_a_damaged_version_is_made_anew(small_home):
    home = small_home(FILES)
    first = build(home)
    file = home.warehouse / f"{first.version}.duckdb"
    tables = _tables(file)
    for damage in (file, home.warehouse / f"{first.version}.json"):
        damage.write_bytes(damage.read_bytes()[:5000])
        assert build(home).version == first.version
        assert Store(home.warehouse).is_intact(first.version)
    assert _tables(file) == tables


def test_a_lost_pointer_costs_no_version_and_makes_no_strangers(small_home):
    home = small_home(FILES)
    first = build(home)
    (home.inbox / "工会.csv").write_text(UNIONS.replace(",80,", ",90,"), encoding="utf-8")
    second = build(home)
    (home.warehouse / "current.json").unlink()
    assert build(home).version == second.version
    assert Store(home.warehouse).rollback() == first.version
    assert density(home) == 80 / 100


def test_an_open_reader_keeps_what_it_reads(small_home):
    home = small_home(FILES)
    build(home)
    before = open_published(home.warehouse)
    (home.inbox / "工会.csv").write_text(UNIONS.replace(",80,", ",90,"), encoding="utf-8")
    build(home)
    assert before.query("select members from ledger.unions")["members"].to_list() == [80]
    assert density(home) == 90 / 100


def test_the_tables_are_equal_whatever_the_order_of_files(small_home):
    home = small_home(FILES)
    first = build(home)
    tables = _tables(home.warehouse / f"{first.version}.duckdb")
    for file in sorted(home.inbox.iterdir()):
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
    (home.warehouse / f"{first.version}.duckdb").unlink()
    again = build(home)
    assert again.version == first.version
    assert _tables(home.warehouse / f"{again.version}.duckdb") == tables


def test_a_build_that_reads_one_changed_file_gives_the_tables_of_one_that_reads_all(small_home):
    home = small_home(FILES)
    build(home)
    (home.inbox / "工会.csv").write_text(UNIONS.replace(",80,", ",90,"), encoding="utf-8")
    changed = build(home)
    tables = _tables(home.warehouse / f"{changed.version}.duckdb")
    (home.warehouse / f"{changed.version}.duckdb").unlink()
    shutil.rmtree(home.cache)
    assert build(home).version == changed.version
    assert _tables(home.warehouse / f"{changed.version}.duckdb") == tables
    assert density(home) == 90 / 100


def test_a_file_that_changes_while_the_build_reads_waits_for_the_next(small_home):
    home = small_home(FILES)

    def save_meanwhile(step, done, _total):
        if step is READING and done == 0:
            (home.inbox / "名录.csv").write_text(TOWNS + "530499002,白云镇,镇\n", encoding="utf-8")

    report = build(home, save_meanwhile)
    assert report.published
    assert report.exit_code == 1
    deferred = report.problems.filter(pl.col("rule") == "unreadable_file")
    assert deferred["file"].to_list() == ["名录.csv"]
    assert build(home).version != report.version
    towns = open_published(home.warehouse).query("select count(*) as n from ledger.townships")
    assert towns["n"].to_list() == [2]


def _tables(database: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(database), read_only=True) as con:
        names = con.execute(
            "select schema_name || '.' || table_name from duckdb_tables() where not internal order by 1"
        ).fetchall()
        return {name: con.execute(f"select * from {name}").fetchall() for (name,) in names}


def test_an_empty_inbox_is_refused_and_nothing_changes(small_home):
    home = small_home({})
    with pytest.raises(Refusal, match="no file"):
        build(home)
    assert sorted(path.name for path in home.folder.iterdir()) == ["config.toml", "inbox"]


def test_nothing_usable_is_refused_and_the_published_version_stays(small_home):
    home = small_home(FILES)
    build(home)
    (home.inbox / "工会.csv").unlink()
    (home.inbox / "名录.csv").write_text("值班表\n张,王\n", encoding="utf-8")
    with pytest.raises(Refusal, match="could be used"):
        build(home)
    assert density(home) == 80 / 100
    assert not list(home.warehouse.glob("*.building*"))


def test_a_ledger_of_which_most_is_rejected_is_refused_by_the_gate(small_home):
    home = small_home(FILES)
    build(home)
    bad = UNIONS + "".join(f"G{n},乙厂工会,单独,清河镇,1,100,180,2015-03-01,女工委,经审委,是\n" for n in (2, 3))
    (home.inbox / "工会.csv").write_text(bad, encoding="utf-8")
    report = build(home)
    assert not report.published
    assert report.exit_code == 2
    assert report.refusal is not None
    assert "工会" in report.refusal.label.zh
    assert density(home) == 80 / 100


def test_a_killed_build_changes_nothing_and_the_next_needs_no_cleaning(small_home, messy):
    home = small_home(FILES)
    build(home)
    for file in messy.inbox.rglob("*.xlsx"):
        (home.inbox / file.name).write_bytes(file.read_bytes())
    command = [sys.executable, "-c", "from pipelines.cli import main; main()", "--home", str(home.folder), "build"]
    child = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 120
    while not list(home.warehouse.glob("*.building*")) and child.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    assert list(home.warehouse.glob("*.building*")), "the build was over before it could be killed"
    child.send_signal(signal.SIGKILL)
    child.wait()
    assert density(home) == 80 / 100
    for file in home.inbox.glob("*.xlsx"):
        file.unlink()
    assert build(home).published
    assert not list(home.warehouse.glob("*.building*"))
