"""``snapshot restated``: what was issued and is told otherwise now, by how much, since when and by which file."""

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli import main
from warehouse.reader import open_published
from warehouse.snapshot import register as module
from warehouse.snapshot.register import ENDING, register

ISSUED = "2021-12.r1"
COUNTY = "530499"
KEPT = f"cache/snapshots/*{ENDING}"


@pytest.fixture(scope="module")
def told(reissued_home: Path) -> dict[tuple[str, str], Any]:
    """The entries by indicator and region."""
    found = register(reissued_home, open_published(reissued_home / "warehouse"))
    assert (found.compared, found.left_out) == ((ISSUED,), {})
    return {(entry.told["id"], entry.told["region"]): entry for entry in found.entries}


@pytest.fixture
def home(reissued_home: Path, tmp_path: Path) -> Path:
    """The same, to be changed, with nothing worked out yet."""
    return Path(shutil.copytree(reissued_home, tmp_path / "home", ignore=shutil.ignore_patterns("cache")))


def run(home: Path, *words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = main(["--home", str(home), "snapshot", "restated", *words])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_an_entry_tells_both_figures_causes_day_and_file(told: dict[tuple[str, str], Any]) -> None:
    """65 members were issued; 3 were corrected into U1, U3 came late with 8."""
    assert dict(told["members", COUNTY].told) == {
        "snapshot": ISSUED,
        "id": "members",
        "region": COUNTY,
        "reported": 60 + 5,
        "now": 63 + 5 + 8,
        "change": 3 + 8,
        "causes": {"removed": 0, "corrected": 3, "late": 8, "definition": 0, "other": 0},
        "reason": None,
        "since": "2021-12-31",
        "files": ["unions.xlsx"],
    }


def test_only_what_is_told_otherwise_is_listed(told: dict[tuple[str, str], Any]) -> None:
    assert ("members", "530499001") in told
    assert not [name for name, _ in told if name.startswith("hardship")]
    assert "none" not in {region for _, region in told}


def test_the_document_and_the_csv_say_the_same(reissued_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(reissued_home, "--json", capsys=capsys)
    document = json.loads(out)
    assert code == 1
    code, out, _ = run(reissued_home, "--format", "csv", capsys=capsys)
    lines = list(csv.DictReader(io.StringIO(out)))
    assert code == 1
    assert [(line["snapshot"], line["id"], line["region"], line["since"]) for line in lines] == [
        (one["snapshot"], one["id"], one["region"], one["since"]) for one in document
    ]
    (members,) = (line for line in lines if (line["id"], line["region"]) == ("members", COUNTY))
    assert (members["reported"], members["now"], members["late"], members["files"]) == ("65", "76", "8", "unions.xlsx")


def test_a_table_for_people(reissued_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(reissued_home, capsys=capsys)
    (line,) = (line for line in out.splitlines() if "65人" in line)
    assert line.split()[-6:] == ["+11", "更正", "+3；补报", "+8", "2021-12-31", "unions.xlsx"]


def test_nothing_is_told_otherwise(issued_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(issued_home, capsys=capsys) == (0, "已签发的数字都没有变\n", "")
    assert run(issued_home, "--json", capsys=capsys)[:2] == (0, "[]\n")


def test_nothing_has_been_issued(restated_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(restated_home, capsys=capsys) == (0, "还没有已签发的快照\n", "")


def test_it_is_worked_out_once_and_anew_where_somebody_has_changed_what_was_kept(home: Path) -> None:
    live = open_published(home / "warehouse")
    first = register(home, live)
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(module, "restatements")
        assert register(home, live) == first
    (file,) = home.glob(KEPT)
    file.write_text(file.read_text("utf-8").replace('"reported": 65', '"reported": 66'), "utf-8")
    assert register(home, live) == first


def test_a_month_that_was_altered_is_named_and_not_compared(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (home / "snapshots" / ISSUED / "public/values.parquet").open("ab") as stream:
        stream.write(b" ")
    code, out, error = run(home, capsys=capsys)
    assert (code, out) == (1, "")
    assert error == "2021-12.r1 没有比较：已损坏\n"


def test_it_takes_no_id(reissued_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(reissued_home, ISSUED, "--json", capsys=capsys)
    assert code == 2
    assert "restated 后不写编号" in json.loads(out)["error"]
