"""``snapshot diff``: a frozen month against what is published now, and against its revision."""

import json
import re
from pathlib import Path

import pytest

from pipelines.cli import main
from warehouse.differences.difference import differences
from warehouse.differences.paths import Version
from warehouse.snapshot.reopen import open_snapshot

SNAPSHOT = "2021-12.r1"


def run(home: Path, *words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["--home", str(home), *words])
    return code, capsys.readouterr().out


def test_the_document_has_every_changed_figure_with_its_causes(
    restated_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(restated_home, "snapshot", "diff", SNAPSHOT, "live", "--json", capsys=capsys)
    lines = {(line["id"], line["region"]): line for line in json.loads(out)}
    assert code == 0
    members = lines["members", "530499"]
    assert {name: members[name] for name in ("old", "new", "change", "causes")} == {
        "old": 65,
        "new": 63 + 5 + 8,
        "change": 3 + 8,
        "causes": {"removed": 0, "corrected": 3, "late": 8, "definition": 0, "other": 0},
    }
    density = lines["union_density", "530499"]
    assert (density["old"], density["new"]) == (65 / 100, 76 / 110)
    assert ("members", "530499001") in lines
    assert all(line["old"] != line["new"] for line in lines.values())
    assert not [line for line in lines.values() if line["id"].startswith("hardship")]


def test_a_table_for_people(restated_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run(restated_home, "snapshot", "diff", SNAPSHOT, "live", capsys=capsys)
    assert code == 0
    (line,) = (line for line in out.splitlines() if "65人" in line)
    assert re.search(r"65人 +76人 +\+11 +0 +\+3 +\+8 +0 +0", line)


def test_a_snapshot_against_itself_has_no_differences(restated_home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(restated_home, "snapshot", "diff", SNAPSHOT, SNAPSHOT, capsys=capsys) == (0, "没有差异\n")
    assert run(restated_home, "snapshot", "diff", SNAPSHOT, SNAPSHOT, "--json", capsys=capsys) == (0, "[]\n")


def test_an_earlier_month_is_compared_on_its_own_day(restated_home: Path) -> None:
    """In November the two later snapshots tell what they knew of 30 November."""
    old, new = (Version(open_snapshot(restated_home, name)) for name in ("2021-11.r1", SNAPSHOT))
    assert not [line for line in differences(old, new, old.published.data_date) if line.is_changed]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((SNAPSHOT,), "diff 后要写两个"),
        (("live", "live"), "至少要有一个快照编号"),
        ((SNAPSHOT, "2021-11.r1"), "请把较早的月份写在前面"),
        (("2020-01.r1", "live"), "没有快照 2020-01.r1"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    restated_home: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = run(restated_home, "snapshot", "diff", *words, "--json", capsys=capsys)
    assert code == 2
    assert said in json.loads(out)["error"]
