"""A home has a format: an older one is raised by commands that write, a newer one is left alone by every command."""

import json
import re
import stat
from pathlib import Path

import pytest

from dashboard.__main__ import main as dashboard
from pipelines.cli import main
from pipelines.home import Home
from pipelines.inbox import inbox_files, version_of
from pipelines.keeping import opening
from pipelines.keeping.opening import open_home, raise_format
from tests.spec.keeping.conftest import files_of
from warehouse.access.home_format import FORMAT, home_format
from warehouse.language import Refusal

ROOT = Path(__file__).resolve().parents[3]
COPIES = "before-format-1"


@pytest.fixture
def old_home(home: Home) -> Home:
    """The home as it was before there were formats, with files that anybody may read."""
    (home.folder / "home.json").unlink()
    for path in home.folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return home


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_home_of_format_0_becomes_one_of_format_1(old_home: Home) -> None:
    before = files_of(old_home.folder)
    raise_format(old_home)
    after = files_of(old_home.folder)
    assert json.loads(after.pop("home.json")) == {"format": 1}
    changed = [
        "secret.key",
        "audit.key",
        "people.json",
        "corrections.toml",
        *(name for name in before if name.startswith("audit/")),
    ]
    for name in changed:
        assert mode(old_home.folder / name) == 0o600
        assert after.pop(f"{COPIES}/{name}") == before[name]
    assert mode(old_home.folder / "audit") == 0o700
    assert after == before
    assert mode(old_home.config_file) == 0o644


def test_the_copies_are_for_the_owner_alone(old_home: Home) -> None:
    raise_format(old_home)
    found = [old_home.folder / COPIES, *(old_home.folder / COPIES).rglob("*")]
    assert {mode(path) for path in found if path.is_dir()} == {0o700}
    assert {mode(path) for path in found if path.is_file()} == {0o600}


def test_a_home_whose_files_are_its_owners_already_gets_its_format_and_nothing_else(home: Home) -> None:
    (home.folder / "home.json").unlink()
    for name in ("people.json", "corrections.toml"):
        (home.folder / name).chmod(0o600)
    before = files_of(home.folder)
    raise_format(home)
    after = files_of(home.folder)
    assert home_format(home.folder) == FORMAT
    assert {name for name in after if name not in before} == {"home.json"}


def test_a_home_that_is_raised_is_raised_once(old_home: Home) -> None:
    raise_format(old_home)
    before = files_of(old_home.folder)
    old_home.key_file.chmod(0o640)
    raise_format(old_home)
    assert files_of(old_home.folder) == before
    assert mode(old_home.key_file) == 0o640


def test_a_raising_that_was_killed_is_finished_and_the_first_copies_stay(
    old_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(opening, "write_home_format", killed)
        with pytest.raises(KeyboardInterrupt):
            raise_format(old_home)
    copies = files_of(old_home.folder / COPIES)
    assert home_format(old_home.folder) == 0
    raise_format(old_home)
    assert home_format(old_home.folder) == 1
    assert files_of(old_home.folder / COPIES) == copies


def test_a_folder_that_is_no_home_yet_stays_as_it_is(tmp_path: Path) -> None:
    raise_format(open_home(tmp_path / "none"))
    raise_format(open_home(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_sample_is_born_with_todays_format(messy: Home) -> None:
    assert home_format(messy.folder) == FORMAT


def test_the_format_is_no_part_of_a_version(home: Home) -> None:
    settings = [home.config_file, home.corrections_file]
    with_format = version_of(inbox_files(home.inbox), settings, b"key")
    (home.folder / "home.json").unlink()
    assert version_of(inbox_files(home.inbox), settings, b"key") == with_format


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"format": "1"}', '{"format": true}', '{"format": 0}', "x"])
def test_a_damaged_format_is_refused(home: Home, content: str) -> None:
    (home.folder / "home.json").write_text(content, "utf-8")
    with pytest.raises(Refusal, match=r"home\.json is damaged"):
        open_home(home.folder)


COMMANDS: dict[str, list[str]] = {
    "audit": ["verify"],
    "backup": ["{elsewhere}/b"],
    "build": [],
    "check": ["{home}/inbox"],
    "data-docs": ["{elsewhere}/pages"],
    "demo": ["--no-browser"],
    "headings": ["add", "union", "会员总人数", "会员人数"],
    "kpi": [],
    "people": ["list"],
    "rollback": [],
    "serve": [],
    "status": [],
    "report": ["--year", "2021", "--out", "{elsewhere}/report.md"],
    "templates": ["{elsewhere}/templates"],
    "trace": ["members"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_leaves_a_newer_home_alone(
    home: Home, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home.folder / "home.json").write_text('{"format": 99}', "utf-8")
    before = files_of(home.folder)
    (tmp_path / "elsewhere").mkdir()
    arguments = [word.format(home=home.folder, elsewhere=tmp_path / "elsewhere") for word in COMMANDS[command]]
    assert main(["--home", str(home.folder), "--json", command, *arguments]) == 2
    assert "较新版本的程序" in json.loads(capsys.readouterr().out)["error"]
    assert files_of(home.folder) == before
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_dashboard_leaves_a_newer_home_alone(
    home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home.folder / "home.json").write_text('{"format": 99}', "utf-8")
    monkeypatch.setenv("UNIONKPI_HOME", str(home.folder))
    assert dashboard(["--port", "8999"]) == 2
    assert "newer release" in capsys.readouterr().err


def test_commands_open_a_home_in_the_one_place_that_knows_formats() -> None:
    """``sample`` and ``restore`` make a home; every other command that takes one opens it."""
    for path in sorted((ROOT / "pipelines" / "commands").glob("*.py")):
        text = path.read_text("utf-8")
        assert not re.search(r"\bHome\(", text), path.name
        if "settings.home" in text:
            assert re.search(r"\bopen_(existing_)?home\(settings\.home\)", text), path.name


WRITERS = ("backup", "build", "demo", "headings", "people", "restore", "rollback", "serve")


@pytest.mark.parametrize("command", WRITERS)
def test_commands_that_write_or_serve_raise_an_older_home(command: str) -> None:
    assert "raise_format(home)" in (ROOT / "pipelines" / "commands" / f"{command}.py").read_text("utf-8")


def test_a_command_that_was_refused_or_only_reads_leaves_an_older_home_as_it_is(
    old_home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: mode(path) for path in old_home.folder.rglob("*")}
    assert main(["--home", str(old_home.folder), "people", "list"]) == 0
    assert main(["--home", str(old_home.folder), "status"]) == 2
    assert main(["--home", str(old_home.folder), "people", "add", "王主任", "--role", "boss"]) == 2
    assert {path: mode(path) for path in old_home.folder.rglob("*")} == before
    assert main(["--home", str(old_home.folder), "people", "add", "王主任", "--role", "leader", "--no-password"]) == 0
    assert home_format(old_home.folder) == FORMAT
    assert capsys.readouterr().err.count("\n") == 4


def test_a_home_that_may_not_be_changed_is_told(
    old_home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def forbidden(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder / "home.json.part"))

    monkeypatch.setattr(opening, "write_home_format", forbidden)
    words = ["people", "add", "王主任", "--role", "leader", "--no-password"]
    assert main(["--home", str(old_home.folder), *words]) == 2
    assert capsys.readouterr().err.startswith("没有权限读写: ")
