"""``unionkpi people`` and ``unionkpi audit``: who may sign in, and the log that says who was made so."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli import main

PASSWORD = "correct horse battery"  # noqa: S105 - of an invented person


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "config.toml").write_text('county_code = "530499"\ncounty_name = "云岭县"\n', "utf-8")
    return tmp_path


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command with a line on standard input; gives exit code and the JSON document."""

    def runs(*arguments: str, typed: str = PASSWORD) -> tuple[int, Any]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\n"))
        code = main(["--home", str(home), "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return runs


def test_people_are_added_listed_and_disabled(run: Any) -> None:
    assert run("people", "add", "王主任", "--role", "admin") == (
        0,
        {"name": "王主任", "role": "admin", "department": None, "has_password": True, "active": True},
    )
    run("people", "add", "李干事", "--role", "department", "--department", "rights")
    run("people", "add", "张科长", "--role", "leader", "--no-password")
    assert run("people", "disable", "李干事")[1]["active"] is False
    code, listed = run("people", "list")
    assert code == 0
    assert [(one["name"], one["has_password"], one["active"]) for one in listed] == [
        ("张科长", False, True),
        ("李干事", True, False),
        ("王主任", True, True),
    ]


def test_every_change_stands_in_the_log_and_the_log_is_intact(run: Any, home: Path) -> None:
    run("people", "add", "王主任", "--role", "admin")
    run("people", "passwd", "王主任", typed="another long word")
    text = next((home / "audit").glob("*.jsonl")).read_text("utf-8")
    assert [json.loads(line)["action"] for line in text.splitlines()] == ["person_added", "password_changed"]
    assert PASSWORD not in text
    assert "another long word" not in text
    assert run("audit", "verify") == (0, {"altered": []})


def test_an_altered_log_is_exit_code_1_with_the_place(run: Any, home: Path) -> None:
    run("people", "add", "王主任", "--role", "admin")
    (file,) = (home / "audit").glob("*.jsonl")
    file.write_text(file.read_text("utf-8").replace("王主任", "王副主任"), "utf-8")
    assert run("audit", "verify") == (1, {"altered": [{"file": file.name, "line": 1, "reason": "altered"}]})


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["people", "remove", "王主任"], "people 后应为 add、disable、enable、passwd、list，不是 remove"),
        (["people", "add"], "people add 后要写姓名"),
        (["people", "add", "王", "--role", "boss"], "--role 应为 leader、analyst、office、department、admin 之一"),
        (["people", "add", "王", "--role", "department", "--department", "x"], "没有部室 x"),
        (["people", "passwd", "王"], "没有人员 王"),
        (["audit", "repair"], "audit 后应为 verify，不是 repair"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(run: Any, arguments: list[str], sentence: str) -> None:
    code, answer = run(*arguments)
    assert code == 2
    assert sentence in answer["error"]
