"""``unionkpi snapshot``: what it prints, and with which exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli import main
from tests.spec.cli.published_home import VERSION, publish
from tests.spec.snapshot.given import REASON, tables

ID = "2021-12.r1"
CREATE = ("snapshot", "create", "2021-12", "--reason", REASON, "--by", "张三")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return publish(tmp_path / "home", tables())


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command; gives exit code and the JSON document."""

    def runs(*arguments: str) -> tuple[int, Any]:
        code = main(["--home", str(home), "--json", "--lang", "en", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return runs


def test_a_month_is_made_reviewed_and_issued(run: Any) -> None:
    code, made = run(*CREATE)
    assert (code, made["id"], made["state"], made["version"]) == (0, ID, "draft", VERSION)
    assert run("snapshot", "review", ID, "--by", "李四", "--note", "已核对")[1]["state"] == "reviewed"
    assert run("snapshot", "issue", ID, "--by", "王五")[1]["state"] == "issued"
    code, revised = run("snapshot", "revise", "2021-12", "--reason", "更正", "--by", "张三")
    assert (code, revised["id"], revised["replaces"]) == (0, "2021-12.r2", ID)
    assert run("snapshot", "delete", "2021-12.r2") == (0, {"deleted": "2021-12.r2"})
    code, (listed,) = run("snapshot", "list")
    assert (code, listed) == run("snapshot", "show", ID)
    assert {name: listed[name] for name in ("id", "month", "revision", "state", "replaces", "complete")} == {
        "id": ID,
        "month": "2021-12",
        "revision": 1,
        "state": "issued",
        "replaces": None,
        "complete": False,
    }
    assert [(event["action"], event["by"], event["note"]) for event in listed["events"]] == [
        ("create", "张三", REASON),
        ("review", "李四", "已核对"),
        ("issue", "王五", None),
    ]


def test_a_damaged_one_is_listed_beside_the_others(home: Path, run: Any, capsys: pytest.CaptureFixture[str]) -> None:
    run(*CREATE)
    run("snapshot", "create", "2021-11", "--reason", REASON, "--by", "张三")
    (home / "snapshots" / ID / "manifest.json").write_text("{", "utf-8")
    code, (sound, spoilt) = run("snapshot", "list")
    assert (code, sound["id"], sound["state"]) == (1, "2021-11.r1", "draft")
    assert {name: spoilt[name] for name in ("id", "month", "revision", "state", "version", "events")} == {
        "id": ID,
        "month": "2021-12",
        "revision": 1,
        "state": "damaged",
        "version": None,
        "events": [],
    }
    assert main(["--home", str(home), "snapshot", "list"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[-2:]] == [["2021-11.r1", "草稿"], [ID, "已损坏"]]


def test_a_reviewed_one_goes_back(run: Any) -> None:
    run(*CREATE)
    run("snapshot", "review", ID, "--by", "李四")
    code, returned = run("snapshot", "return", ID, "--reason", "重核", "--by", "李四")
    assert (code, returned["state"], returned["events"][-1]["note"]) == (0, "draft", "重核")


def test_verify_tells_what_was_altered(run: Any, home: Path, tmp_path: Path) -> None:
    assert run("snapshot", "verify") == (0, {"altered": []})
    run(*CREATE)
    assert run("snapshot", "verify", ID) == (0, {"altered": []})
    (home / "snapshots" / ID / "public/values.parquet").write_bytes(b"other")
    altered = {"altered": [{"file": f"{ID}/public/values.parquet", "reason": "altered", "line": None}]}
    assert run("snapshot", "verify", ID) == (1, altered)
    assert run("snapshot", "verify") == (1, altered)
    assert run("snapshot", "verify", str(home / "snapshots" / ID)) == (1, altered)
    assert run("snapshot", "verify", str(home / "snapshots")) == (1, altered)
    assert run("snapshot", "verify", "2021-11.r1")[0] == 2
    assert run("snapshot", "verify", str(tmp_path))[0] == 2


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("freeze",), "After snapshot comes create, review"),
        (("create",), "Name one month"),
        (("create", "2021-12", "2021-11"), "Name one month"),
        (("create", "2022-01"), "lies after"),
        (("create", "2021-12"), "lacks"),
        (("show", "2021-12"), "There is no snapshot 2021-12"),
        (("review", ID), "by whom"),
        (("issue", ID, "--by", "王五"), "There is no snapshot"),
    ],
)
def test_what_cannot_be_done_is_refused(run: Any, home: Path, arguments: tuple[str, ...], error: str) -> None:
    code, document = run("snapshot", *arguments)
    assert (code, error in document["error"]) == (2, True)
    assert document["next"].startswith("unionkpi ")
    assert not (home / "snapshots").exists()


def test_people_read_a_table_and_sentences(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--home", str(home), "snapshot", "list"])
    assert capsys.readouterr().out == "还没有快照\n"
    main(["--home", str(home), *CREATE])
    assert f"{ID} · 草稿 · 示例县 · 2021-12-31" in capsys.readouterr().out
    main(["--home", str(home), "snapshot", "list"])
    assert "张三" in capsys.readouterr().out
    main(["--home", str(home), "snapshot", "verify"])
    assert capsys.readouterr().out == "完整，未被改动\n"
    (home / "snapshots" / ID / "log.jsonl").write_text("x\n", "utf-8")
    assert main(["--home", str(home), "snapshot", "verify"]) == 1
    assert f"{ID}/log.jsonl 第1行: 无法读懂" in capsys.readouterr().out
