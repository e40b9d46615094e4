"""A copy to hand on: public, complete, verifiable anywhere, the same whenever it is made."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.spec.snapshot.given import REASON, bytes_below
from warehouse.language import Refusal
from warehouse.snapshot.export import export
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots

ID = "2021-12.r1"


@pytest.fixture
def home(issued_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued_home, tmp_path / "home"))


def test_the_public_part_leaves_and_the_private_part_stays(home: Path, tmp_path: Path) -> None:
    export(home, ID, tmp_path / "out")
    copied = bytes_below(tmp_path / "out")
    assert {name.split("/")[1] for name in copied if "/" in name} == {
        *("manifest.json", "log.jsonl", "seal.json", "public", "documents"),
    }
    assert {name for name in copied if "/" not in name} == {"index.html", "verify.py"}
    original = bytes_below(home / "snapshots")
    assert all(copied[name] == original[name] for name in copied if "/" in name)


def test_exported_again_it_is_the_same(home: Path, tmp_path: Path) -> None:
    export(home, ID, tmp_path / "one")
    before = bytes_below(tmp_path / "one")
    export(home, ID, tmp_path / "one")
    export(home, ID, tmp_path / "two")
    assert bytes_below(tmp_path / "one") == before == bytes_below(tmp_path / "two")


def test_the_index_lists_every_issued_month_and_links_those_that_are_there(home: Path, tmp_path: Path) -> None:
    snapshots = Snapshots(home)
    snapshots.create("2021-11", "张三", "<b>先行</b>")
    export(home, ID, tmp_path / "out")
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert snapshots.find(ID).hash in page
    assert '<a href="2021-12.r1/documents/%E7%AE%80%E6%8A%A5.html">简报.html</a>' in page
    assert "2021-11" not in page
    snapshots.sign("2021-11.r1", Step.REVIEW, "李四")
    snapshots.sign("2021-11.r1", Step.ISSUE, "李四")
    export(home, ID, tmp_path / "out")
    page = (tmp_path / "out/index.html").read_text("utf-8")
    assert page.index("2021-12.r1") < page.index("2021-11.r1")
    assert "2021-11.r1/manifest.json" not in page
    assert "&lt;b&gt;先行&lt;/b&gt;" in page


def test_the_copy_verifies_itself_with_python_alone(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(home, ID, out)
    command = [sys.executable, "-I", "-S", str(out / "verify.py")]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    (out / ID / "public/values.parquet").write_bytes(b"other")
    told = subprocess.run(command, check=False, capture_output=True, text=True, env={"PYTHONUTF8": "1"})
    assert (told.returncode, f"{ID}/public/values.parquet" in told.stdout) == (1, True)


def test_a_copy_that_somebody_changed_is_not_overwritten(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    export(home, ID, out)
    (out / ID / "public/values.parquet").write_bytes(b"other")
    before = bytes_below(out)
    with pytest.raises(Refusal, match="is not what was issued"):
        export(home, ID, out)
    assert bytes_below(out) == before


def test_only_what_is_issued_and_intact_is_handed_on(home: Path, tmp_path: Path) -> None:
    Snapshots(home).revise("2021-12", "张三", REASON)
    with pytest.raises(Refusal, match="only what is issued"):
        export(home, "2021-12.r2", tmp_path / "out")
    (home / "snapshots" / ID / "public/values.parquet").write_bytes(b"other")
    with pytest.raises(Refusal, match="altered or damaged"):
        export(home, ID, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_it_is_not_exported_into_the_home_or_over_something_else(home: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="lies in the home"):
        export(home, ID, home / "inbox")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<p>our own page</p>", "utf-8")
    with pytest.raises(Refusal, match="no folder for exported snapshots"):
        export(home, ID, tmp_path / "site")
