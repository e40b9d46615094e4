"""Whatever is altered in a snapshot is found and named."""

import json
import random
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.spec.snapshot.given import REASON, bytes_below
from warehouse.access.audit_log import KEY_FILE
from warehouse.language import Refusal
from warehouse.snapshot.life_cycle import Step
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.verify import altered_below, altered_in, entry_hash, line_of, manifest_hash, written

ID = "2021-12.r1"


@pytest.fixture
def home(issued_home: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(issued_home, tmp_path / "home"))


def found(home: Path) -> list[tuple[str, str]]:
    return [(one.file.removeprefix(f"{ID}/"), one.reason) for one in Snapshots(home).altered(ID)]


def lines(home: Path) -> list[str]:
    return (home / "snapshots" / ID / "log.jsonl").read_text("utf-8").splitlines()


def rewrite(home: Path, log: list[str]) -> None:
    (home / "snapshots" / ID / "log.jsonl").write_text("".join(f"{line}\n" for line in log), "utf-8")


def test_what_was_written_is_intact(home: Path) -> None:
    assert found(home) == []
    assert Snapshots(home).all_altered() == []


def test_a_file_that_changed_is_gone_or_is_new_is_named(home: Path) -> None:
    folder = home / "snapshots" / ID
    (folder / "public/values.parquet").write_bytes(b"other")
    (folder / "private/sources.json").unlink()
    (folder / "public/more.parquet").write_bytes(b"")
    (folder / "documents/简报.html").write_bytes(b"<p>66%</p>")
    assert found(home) == [
        ("documents/简报.html", "altered"),
        ("private/sources.json", "missing"),
        ("public/values.parquet", "altered"),
        ("public/more.parquet", "added"),
    ]


def test_an_edited_manifest_is_named(home: Path) -> None:
    file = home / "snapshots" / ID / "manifest.json"
    manifest = json.loads(file.read_text("utf-8"))
    file.write_bytes(written({**manifest, "complete": True}))
    assert found(home) == [("manifest.json", "altered")]


def test_a_manifest_made_anew_is_not_the_one_that_was_signed(home: Path) -> None:
    file = home / "snapshots" / ID / "manifest.json"
    manifest = json.loads(file.read_text("utf-8")) | {"complete": True}
    file.write_bytes(written({**manifest, "hash": manifest_hash(manifest)}))
    assert found(home) == [("manifest.json", "anchor")]


@pytest.mark.parametrize("name", ["manifest.json", "log.jsonl", "seal.json"])
@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r'"(files|documents|sequence)"', '"other"'),
        (r'"(hash|mac)": ?"[0-9a-f]+"', r'"\1": "\\\\ud800"'),
        (r'"(hash|mac)": ?"[0-9a-f]+"', r'"\1": 1e999'),
        (r"(?s).+", "[" * 100_000 + "\n"),
        (r"(?s).+", "null\n"),
    ],
)
def test_whatever_stands_there_instead_is_named(home: Path, name: str, pattern: str, instead: str) -> None:
    file = home / "snapshots" / ID / name
    file.write_text(re.sub(pattern, instead, file.read_text("utf-8")), "utf-8")
    assert name in {one_file for one_file, _ in found(home)}
    with suppress(Refusal):
        Snapshots(home).find(ID)


def test_a_folder_that_was_added_is_named(home: Path) -> None:
    (home / "snapshots" / ID / "public/more").mkdir()
    (home / "snapshots" / ID / "other").symlink_to(home)
    assert found(home) == [("other", "added"), ("public/more", "added")]


def test_an_edited_line_is_named(home: Path) -> None:
    first, second, third = lines(home)
    rewrite(home, [first, second.replace("李四", "李五"), third])
    assert [(one.reason, one.line) for one in Snapshots(home).altered(ID)] == [("altered", 2)]


def test_a_removed_line_and_a_changed_order_are_named(home: Path) -> None:
    first, second, third = lines(home)
    rewrite(home, [first, third])
    assert found(home) == [("log.jsonl", "order")]
    rewrite(home, [first, third, second])
    assert ("log.jsonl", "order") in found(home)
    rewrite(home, [first, second])
    assert ("log.jsonl", "lines_missing") in found(home)


def test_a_log_written_anew_without_the_key_is_noticed(home: Path) -> None:
    """Somebody who knows how it is made, but lacks the key, puts another name under the review."""
    first, second, third = (json.loads(line) for line in lines(home))
    second["by"] = "赵六"
    second["hash"] = entry_hash(first["hash"], second)
    third["hash"] = entry_hash(second["hash"], third)
    rewrite(home, [line_of(entry) for entry in (first, second, third)])
    assert [(one.reason, one.line) for one in Snapshots(home).altered(ID)] == [
        ("unsealed", 2),
        ("unsealed", 3),
        ("lines_missing", None),
    ]


def test_another_homes_key_or_none_vouches_for_nothing(home: Path) -> None:
    (home / KEY_FILE).unlink()
    assert found(home) == [("log.jsonl", "unsealed")] * 3 + [("seal.json", "unsealed")]


def test_a_snapshot_under_another_name_is_noticed(home: Path) -> None:
    (home / "snapshots" / ID).replace(home / "snapshots/2021-11.r1")
    assert [(one.file, one.reason) for one in Snapshots(home).all_altered()] == [("2021-11.r1/manifest.json", "anchor")]


def test_a_replaced_snapshot_that_is_gone_is_noticed(home: Path) -> None:
    snapshots = Snapshots(home)
    snapshots.revise("2021-12", "张三", REASON)
    shutil.rmtree(home / "snapshots" / ID)
    assert [(one.file, one.reason) for one in snapshots.all_altered()] == [(ID, "missing")]


def test_what_is_altered_is_not_signed(home: Path) -> None:
    snapshots = Snapshots(home)
    snapshots.revise("2021-12", "张三", REASON)
    (home / "snapshots/2021-12.r2/public/values.parquet").write_bytes(b"other")
    with pytest.raises(Refusal, match="altered or damaged"):
        snapshots.sign("2021-12.r2", Step.REVIEW, "李四")


def test_an_issued_snapshot_whose_log_was_cut_is_not_deleted_as_a_draft(home: Path) -> None:
    rewrite(home, lines(home)[:1])
    assert Snapshots(home).find(ID).state == "draft"
    with pytest.raises(Refusal, match="altered or damaged"):
        Snapshots(home).delete(ID, "张三")


def test_a_draft_whose_tables_were_spoilt_can_be_deleted(home: Path) -> None:
    snapshots = Snapshots(home)
    snapshots.revise("2021-12", "张三", REASON)
    (home / "snapshots/2021-12.r2/public/values.parquet").write_bytes(b"other")
    snapshots.delete("2021-12.r2", "张三")
    assert snapshots.ids() == [ID]


def test_a_copy_is_verified_by_hashes_and_chain_alone(home: Path, tmp_path: Path) -> None:
    """Without the private part, which stays at home; but not with half of it."""
    copy = Path(shutil.copytree(home / "snapshots" / ID, tmp_path / "copy" / ID))
    shutil.rmtree(copy / "private/ledger")
    assert {one.reason for one in altered_in(copy)} == {"missing"}
    shutil.rmtree(copy / "private")
    assert altered_below(copy) == []
    assert altered_below(copy.parent) == []
    (copy / "public/values.parquet").write_bytes(b"other")
    assert altered_below(copy.parent) == [(f"{ID}/public/values.parquet", "altered", None)]
    assert altered_below(tmp_path / "home/warehouse") is None


def test_the_check_runs_where_only_python_is(home: Path, tmp_path: Path) -> None:
    program = Path(sys.modules["warehouse.snapshot.verify"].__file__ or "")
    copy = Path(shutil.copytree(home / "snapshots" / ID, tmp_path / "copy" / ID)).parent
    shutil.copy(program, copy / "verify.py")
    command = [sys.executable, "-I", "-S", str(copy / "verify.py")]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    (copy / ID / "log.jsonl").write_text("", "utf-8")
    told = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (told.returncode, "log.jsonl" in told.stdout) == (1, True)


@pytest.mark.parametrize("seed", range(60))
def test_any_alteration_is_found(issued_home: Path, tmp_path: Path, seed: int) -> None:
    """Sixty drawn alterations: bits flipped, files added, removed, emptied, swapped, lines removed, doubled, moved."""
    home = Path(shutil.copytree(issued_home, tmp_path / "home"))
    folder = home / "snapshots" / ID
    before = bytes_below(folder)
    what = alter(folder, random.Random(seed))  # noqa: S311 - drawn the same in every run
    assert bytes_below(folder) != before, what
    assert found(home) != [], what


def alter(folder: Path, dice: random.Random) -> str:
    """Does one thing to the folder; gives what it was."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    file = dice.choice(files if dice.random() < 0.6 else [path for path in files if path.parent == folder])
    content = bytearray(file.read_bytes())
    kind = dice.choice(["flip", "flip", "remove", "empty", "cut", "grow", "add", "swap", "lines"])
    if kind == "flip":
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
        file.write_bytes(content)
    elif kind == "remove":
        file.unlink()
    elif kind == "add":
        (file.parent / f"more{dice.randrange(100)}").write_bytes(b"")
    elif kind == "swap":
        other = dice.choice([path for path in files if path.read_bytes() != bytes(content)])
        other_content = other.read_bytes()
        other.write_bytes(content)
        file.write_bytes(other_content)
    elif kind == "lines":
        file = folder / "log.jsonl"
        log = file.read_bytes().splitlines(keepends=True)
        place = dice.randrange(len(log))
        drawn = dice.choice(["remove", "double", "move"])
        line = log.pop(place)
        if drawn == "double":
            log[place:place] = [line, line]
        elif drawn == "move":
            log.insert((place + 1) % (len(log) + 1), line)
        file.write_bytes(b"".join(log))
    else:
        grown = {"empty": b"", "cut": bytes(content[:-1]), "grow": bytes(content) + b"\n"}
        file.write_bytes(grown[kind])
    return f"{kind} {file.relative_to(folder)}"
