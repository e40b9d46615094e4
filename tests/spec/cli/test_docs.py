"""docs writes the manuals where the source is, and --check only tells which copies are stale."""

import json
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.commands import docs
from pipelines.documenting.documents import documents


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of docs/."""
    written = tmp_path / "docs"
    written.mkdir()
    monkeypatch.setattr(docs, "FOLDER", written)
    return written


def test_check_tells_every_stale_copy_and_the_command_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docs", "--check"]) == 1
    *names, sentence = capsys.readouterr().out.splitlines()
    assert names == [f"docs/{name}" for name in documents()]
    assert sentence == "以上 4 份文档已过期，请运行：unionkpi docs"
    assert list(folder.iterdir()) == []


def test_what_is_written_is_fresh_until_somebody_changes_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"folder": folder.as_posix(), "written": list(documents())}
    assert main(["docs", "--check", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "All 4 manuals say what the declarations say\n"
    (folder / "indicators.md").write_text("changed by hand", encoding="utf-8")
    assert main(["docs", "--check", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == {"folder": folder.as_posix(), "stale": ["indicators.md"]}
    assert main(["docs"]) == 0
    assert capsys.readouterr().out == "docs/indicators.md\n已写出 1 份文档\n"


def test_without_the_folder_it_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.rmdir()
    assert main(["docs", "--lang", "en"]) == 2
    assert "There is no folder" in capsys.readouterr().err
