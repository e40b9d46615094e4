"""Every place of a home is known: kept in a backup, or declared as made again."""

import ast
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.home import Home
from pipelines.keeping.places import KEPT, LOCKS, MADE_AGAIN, kept_in

ROOT = Path(__file__).resolve().parents[3]
ROOMS = ("pipelines", "warehouse", "dashboard")


def places_of_the_class() -> set[str]:
    """The entries of the home that :class:`Home` names."""
    home = Home(Path("home"))
    found = (getattr(home, name) for name, value in vars(Home).items() if isinstance(value, property))
    return {path.relative_to(home.folder).parts[0] for path in found if isinstance(path, Path)}


def constants_of(tree: ast.Module) -> dict[str, str]:
    """The texts that a module gives names to, also several at once."""
    found = {}
    for statement in tree.body:
        if isinstance(statement, ast.Assign):
            (target,) = statement.targets
            names = target.elts if isinstance(target, ast.Tuple) else [target]
            values = statement.value.elts if isinstance(statement.value, ast.Tuple) else [statement.value]
            for name, value in zip(names, values, strict=False):
                if isinstance(name, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found[name.id] = value.value
    return found


def places_in_the_code() -> Iterator[tuple[str, str]]:
    """Every ``home / "name"`` of the code, with the file that names it; a name may be a constant of that file or of the
    one it is taken from, and only the place it begins with counts."""
    trees = {path: ast.parse(path.read_text("utf-8")) for room in ROOMS for path in (ROOT / room).rglob("*.py")}
    constants = {path: constants_of(tree) for path, tree in trees.items()}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and ast.unparse(node.left) in HOMES):
                continue
            if isinstance(node.right, ast.Constant):
                yield str(node.right.value).split("/")[0], str(path.relative_to(ROOT))
            elif isinstance(node.right, ast.Name):
                own = constants[path].get(node.right.id)
                others = {known[node.right.id] for known in constants.values() if node.right.id in known}
                for name in [own] if own else sorted(others):
                    yield name.split("/")[0], str(path.relative_to(ROOT))


HOMES = {"home", "home.folder", "self.home", "view.home", "home_folder()", "settings.home", "visitors.home"}


def test_every_place_that_the_code_names_is_kept_or_declared_as_made_again() -> None:
    known = set(KEPT) | set(MADE_AGAIN)
    assert places_of_the_class() - known == set()
    found = list(places_in_the_code())
    assert {"secret.key", "people.json", "home.json", "inbox", "audit", "warehouse"} <= {name for name, _ in found}
    assert [
        (name, path) for name, path in found if name not in known and not name.endswith((LOCKS[0][1:], ".part"))
    ] == []


def test_the_manual_tells_every_place() -> None:
    manual = (ROOT / "docs" / "backup.md").read_text("utf-8")
    lines = [line for line in manual.splitlines() if line.startswith("| `")]
    told = {
        name.rstrip("/"): answer.strip()
        for _, names, answer, *_ in (line.split("|") for line in lines)
        for name in re.findall(r"`([^`]+)`", names)
    }
    expected = dict.fromkeys(KEPT, "yes") | dict.fromkeys(MADE_AGAIN, "no")
    assert told == expected


def test_no_place_is_kept_and_made_again() -> None:
    assert set(KEPT) & set(MADE_AGAIN) == set()


@pytest.fixture(scope="module")
def used_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home that commands have worked on, under a umask that would let everybody read."""
    home = tmp_path_factory.mktemp("used") / "home"
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("UNIONKPI_KEY", raising=False)
        before = os.umask(0o022)
        try:
            assert main(["sample", str(home), "--from", "2021", "--clean"]) == 0
            for name in [path.name for path in (home / "inbox").iterdir()]:
                _leave_one_file(home / "inbox" / name)
            assert main(["--home", str(home), "build"]) in (0, 1)
            assert main(["--home", str(home), "people", "add", "张科长", "--role", "leader", "--no-password"]) == 0
        finally:
            os.umask(before)
    return home


def _leave_one_file(folder: Path) -> None:
    """A small inbox: of each department the smallest file."""
    files = sorted((path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    for path in files[1:]:
        path.unlink()


@pytest.mark.slow
def test_nothing_lies_in_a_used_home_that_is_not_known(used_home: Path) -> None:
    found = {path.name for path in used_home.iterdir() if not path.name.endswith(".lock")}
    assert found - set(KEPT) - set(MADE_AGAIN) == set()
    assert {"config.toml", "inbox", "secret.key", "audit", "home.json", "people.json", *MADE_AGAIN} <= found
    assert {kept.place for kept in kept_in(used_home)} == found - set(MADE_AGAIN)


@pytest.mark.slow
def test_everything_in_a_used_home_is_its_owners_alone(used_home: Path) -> None:
    for path in [used_home, *used_home.rglob("*")]:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def test_what_is_written_for_others_can_be_read_by_them(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        assert main(["--home", str(tmp_path / "home"), "templates", str(tmp_path / "blank")]) == 0
        assert os.umask(0o022) == 0o022
    finally:
        os.umask(before)
    assert {stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "blank").iterdir()} == {0o644}
    assert stat.S_IMODE((tmp_path / "blank").stat().st_mode) == 0o755
