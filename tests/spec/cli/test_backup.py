"""``unionkpi backup`` and ``unionkpi restore``: what is asked, told, written into the log and refused."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli import main
from pipelines.command_line import passwords
from pipelines.keeping import backup as backing_up
from pipelines.keeping.envelope import Cost
from warehouse.access.audit_log import AuditLog
from warehouse.access.home_format import write_home_format

PASSPHRASE = "correct horse battery"  # noqa: S105 - of an invented backup


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    (folder / "inbox").mkdir(parents=True)
    (folder / "config.toml").write_text('county_code = "530499"\ncounty_name = "云岭县"\n', "utf-8")
    write_home_format(folder)
    return folder


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A backup that costs next to nothing to open."""
    seal, cost = backing_up.seal, Cost(memory_kib=8, passes=1, lanes=1)
    monkeypatch.setattr(backing_up, "seal", lambda stream, passphrase, _cost: seal(stream, passphrase, cost))


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Runs a command with a line on standard input; gives exit code and the JSON document."""

    def runs(*arguments: str, typed: str = PASSPHRASE) -> tuple[int, Any]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed + "\nanother line\n"))
        code = main(["--home", str(home), "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return runs


def actions(home: Path) -> list[tuple[str, Any]]:
    log = AuditLog(home)
    assert log.verify() == []
    return [(entry.action, entry.details) for entry in log.entries()]


def test_a_home_is_backed_up_and_restored_and_both_logs_say_so(run: Any, home: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "一月.backup", tmp_path / "new"
    code, told = run("backup", str(file))
    # config.toml, home.json and the two keys
    assert (code, told) == (0, {"file": file.as_posix(), "files": 4, "bytes": file.stat().st_size})
    assert actions(home) == [("backed_up", {"file": "一月.backup", "files": 4})]
    code, told = run("restore", str(file), str(new))
    assert (code, told) == (
        0,
        {"home": new.as_posix(), "files": 4, "next": f"unionkpi build --home {new}"},
    )
    assert actions(new) == [("restored", {"file": "一月.backup", "files": 4})]
    assert (new / "config.toml").read_bytes() == (home / "config.toml").read_bytes()


def test_a_person_is_told_where_it_is_and_what_comes_next(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, new = tmp_path / "b", tmp_path / "new"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n{PASSPHRASE}\n"))
    assert main(["--home", str(home), "--lang", "en", "backup", str(file)]) == 0
    assert capsys.readouterr().out.startswith(f"Backed up to {file}: 4 files, ")
    assert main(["--lang", "en", "restore", str(file), str(new)]) == 0
    assert capsys.readouterr().out == f"Restored into {new}: 4 files. Next: unionkpi build --home {new}\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("second", "code"), [(PASSPHRASE, 0), (PASSPHRASE + "x", 2)])
def test_on_a_terminal_the_passphrase_is_asked_for_twice(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, second: str, code: int
) -> None:
    answers, asked = [PASSPHRASE, second, PASSPHRASE], []

    def typed(question: str) -> str:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(passwords.getpass, "getpass", typed)
    monkeypatch.setattr("sys.stdin", Terminal())
    assert main(["--home", str(home), "backup", str(tmp_path / "b")]) == code
    assert asked == ["备份口令：", "再输一次："]
    assert (tmp_path / "b").exists() == (code == 0)
    if code == 0:
        assert main(["restore", str(tmp_path / "b"), str(tmp_path / "new")]) == 0
        assert asked == ["备份口令：", "再输一次：", "备份口令："]


@pytest.mark.parametrize(
    ("arguments", "typed", "sentence"),
    [
        (["backup", "{old}"], PASSPHRASE, "已经存在，没有覆盖"),
        (["backup", "{home}/b"], PASSPHRASE, "在本工会的数据文件夹里"),
        (["backup", "{tmp}/none/b"], PASSPHRASE, "找不到文件或文件夹"),
        (["backup", "{tmp}/b"], "short", "备份口令应为12至1000个字符"),
        (["backup", "{tmp}/b"], "", "备份口令应为12至1000个字符"),
        (["restore", "{old}", "{home}"], PASSPHRASE, "不是空文件夹，没有恢复任何东西"),
        (["restore", "{old}", "{tmp}/new"], "a wrong passphrase", "备份口令不对，没有恢复任何东西"),
        (["restore", "{home}/config.toml", "{tmp}/new"], PASSPHRASE, "这不是 unionkpi backup 写的备份"),
        (["restore", "{tmp}/none", "{tmp}/new"], PASSPHRASE, "找不到备份文件"),
        (["restore", "{home}", "{tmp}/new"], PASSPHRASE, "应为文件，却是文件夹"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(
    run: Any, home: Path, tmp_path: Path, arguments: list[str], typed: str, sentence: str
) -> None:
    old = tmp_path / "old"
    assert run("backup", str(old))[0] == 0
    content, log, names = old.read_bytes(), actions(home), set(home.rglob("*"))
    words = [word.format(home=home, old=old, tmp=tmp_path) for word in arguments]
    code, answer = run(*words, typed=typed)
    assert code == 2
    assert sentence in answer["error"]
    assert {path.name for path in tmp_path.iterdir()} == {"home", "old"}
    assert (old.read_bytes(), actions(home), set(home.rglob("*"))) == (content, log, names)


def test_an_existing_file_is_replaced_when_named_so(run: Any, tmp_path: Path) -> None:
    assert run("backup", str(tmp_path / "b"))[0] == 0
    assert run("backup", str(tmp_path / "b"), "--replace")[0] == 0


def test_a_damaged_log_is_backed_up_and_told(
    run: Any, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("backup", str(tmp_path / "first"))[0] == 0
    (home / "audit" / "head.json").write_text("{}", "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
    assert main(["--home", str(home), "backup", str(tmp_path / "b")]) == 0
    assert "操作日志已损坏" in capsys.readouterr().err
    assert (tmp_path / "b").exists()
