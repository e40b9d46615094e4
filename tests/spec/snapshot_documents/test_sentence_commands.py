"""``snapshot sentences``, ``edit``, ``confirm``, ``drop`` and ``remake``."""

import json
import shutil
from pathlib import Path

import pytest

from pipelines.cli import main
from tests.spec.snapshot_documents.given import REASON
from warehouse.snapshot.shelf import Snapshots

ID = "2021-12.r1"
WORDS = "全县入会率65%。"

Run = tuple[int, str, str]


@pytest.fixture(scope="module")
def home(county_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a draft of December, made by 甲; what the specifications do follows each other."""
    home = Path(shutil.copytree(county_home, tmp_path_factory.mktemp("commands") / "home"))
    (home / "config.toml").write_text('county_code = "530499"\ncounty_name = "云岭县"\n', encoding="utf-8")
    Snapshots(home).create("2021-12", "甲", REASON)
    return home


def run(home: Path, *words: str, capsys: pytest.CaptureFixture[str]) -> Run:
    code = main(["--home", str(home), "--lang", "en", "snapshot", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def density(home: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    code, out, _ = run(home, "sentences", ID, "--json", capsys=capsys)
    assert code == 0
    (found,) = (line for line in json.loads(out) if line["id"] == "union_density")
    return dict(found)


def test_from_the_list_to_an_edit_and_back(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = density(home, capsys)
    assert str(before["computed"]).startswith("入会率65%")
    assert (before["subject"], before["text"], before["by"], before["stale"]) == ("coverage", None, None, False)
    code, out, _ = run(home, "edit", ID, "union_density", "--text", WORDS, "--by", "甲", "--json", capsys=capsys)
    assert (code, [event["action"] for event in json.loads(out)["events"]]) == (0, ["create", "edit"])
    assert density(home, capsys) == {**before, "text": WORDS, "by": "甲"}
    assert WORDS in run(home, "sentences", ID, capsys=capsys)[1].replace("\n", "")
    assert run(home, "confirm", ID, "union_density", "--by", "乙", capsys=capsys)[0] == 0
    assert density(home, capsys)["by"] == "乙"
    assert run(home, "drop", ID, "union_density", "--by", "乙", capsys=capsys)[0] == 0
    assert density(home, capsys) == before
    code, out, _ = run(home, "remake", ID, "--by", "乙", "--reason", REASON, "--json", capsys=capsys)
    assert (code, [(event["action"], event["by"]) for event in json.loads(out)["events"]]) == (0, [("create", "乙")])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["edit", ID, "--text", WORDS, "--by", "甲"], "After edit come the id of a snapshot and that of a sentence"),
        (["edit", ID, "union_density", "--by", "甲"], "In which words?"),
        (["edit", ID, "mood", "--text", WORDS, "--by", "甲"], "has no sentence mood"),
        (["drop", ID, "members", "--by", "甲"], "has not been edited"),
        (["sentences", "2020-01.r1"], "There is no snapshot 2020-01.r1"),
        (["remake", ID, "--by", "乙"], "lacks 38 ledgers"),
    ],
)
def test_refusals(home: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(home, *words, capsys=capsys)
    assert code == 2
    assert sentence in " ".join(err.split())
