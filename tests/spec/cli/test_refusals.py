"""Every error becomes one sentence and the next command; a traceback is for developers who ask for it."""

import errno
from pathlib import Path

import duckdb
import pytest

from pipelines.cli import main
from pipelines.command_line.refusals import refusal_for
from warehouse.language import Refusal


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        (errno.ENOSPC, "磁盘已满", "disk is full"),
        (errno.EROFS, "只读", "read-only"),
        (errno.EACCES, "没有权限", "No permission"),
        (errno.EIO, "系统读写出错", "could not read or write"),
    ],
)
def test_an_error_of_the_system_names_the_trouble_and_the_file(number: int, zh: str, en: str) -> None:
    refusal = refusal_for(OSError(number, "text of the system", "/home/warehouse/x.duckdb"))
    assert zh in refusal.label.zh
    assert en in refusal.label.en
    assert refusal.label.zh.endswith("/home/warehouse/x.duckdb")


def test_a_full_disk_is_recognised_in_the_words_of_the_database() -> None:
    error = duckdb.TransactionException('Failed to commit: Could not write file "x.wal": No space left on device')
    assert "磁盘已满" in refusal_for(error).label.zh


def test_a_damaged_database_is_said_and_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "warehouse").mkdir()
    (tmp_path / "warehouse" / "current.json").write_text('{"current": "aa", "published": ["aa"]}', "utf-8")
    (tmp_path / "warehouse" / "aa.duckdb").write_bytes(b"no database")
    assert main(["status", "--home", str(tmp_path)]) == 2
    told, following = capsys.readouterr().err.splitlines()
    assert "损坏" in told
    assert following.startswith("下一步：unionkpi build")


def test_an_error_of_a_query_is_unforeseen() -> None:
    assert "CatalogException" in refusal_for(duckdb.CatalogException("no such table")).label.zh


def test_an_unforeseen_error_tells_its_kind_but_not_its_text() -> None:
    refusal = refusal_for(ValueError("could not read 张三 530422199001011234"))
    assert "ValueError" in refusal.label.zh
    assert "张三" not in refusal.label.zh + refusal.label.en
    assert "530422199001011234" not in refusal.label.zh + refusal.label.en


def test_a_refusal_stays_itself() -> None:
    refusal = Refusal("没有", "nothing", "unionkpi build")
    assert refusal_for(refusal) is refusal


def break_something(*_: object) -> None:
    raise ZeroDivisionError("a slip of ours")


def test_a_traceback_is_shown_only_to_those_who_ask_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("pipelines.cli.application", break_something)
    assert main(["status", "--home", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert "ZeroDivisionError" in captured.err
    assert "Traceback" not in captured.err
    monkeypatch.setenv("UNIONKPI_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["status", "--home", str(tmp_path)])


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_ctrl_c_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    monkeypatch.setattr("pipelines.commands.rollback.read_pointer", interrupt)
    assert main(["rollback", "--home", str(tmp_path)]) == 130
    assert capsys.readouterr() == ("", "")
