"""Imports run one way, names say something, and what exists is registered by existing."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.page import pages
from pipelines.cli import command_names
from pipelines.registry import ledgers
from warehouse.figures.catalogue import indicators
from warehouse.meta import READERS

ROOT = Path(__file__).resolve().parents[2]
MAY_IMPORT = {
    "warehouse": {"warehouse"},
    "expectations": {"expectations"},
    "pipelines": {"pipelines", "warehouse", "expectations"},
    "dashboard": {"dashboard", "warehouse"},
}
SAYS_NOTHING = re.compile(r"(utils?|helpers?|common|misc|stuff|tools?|shared|base|core|manager)\.py")
LONGEST_FILE = 350


def python_files(room: str) -> Iterator[Path]:
    return (path for path in sorted((ROOT / room).rglob("*.py")) if "__pycache__" not in path.parts)


def imported_modules(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported(path: Path) -> Iterator[str]:
    """The first part of every module that a file imports."""
    return (module.partition(".")[0] for module in imported_modules(path))


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_imports_run_one_way(room: str) -> None:
    forbidden = set(MAY_IMPORT) - MAY_IMPORT[room] | {"tests"}
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in python_files(room)
        for name in imported(path)
        if name in forbidden
    ]
    assert wrong == []


def test_what_makes_a_version_asks_nothing_of_what_only_reads_one() -> None:
    """The form of a version leaves the packages out that only read it, so nothing in it may come from them."""
    readers = tuple(f"warehouse.{name}" for name in READERS)
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in python_files("warehouse")
        if path.relative_to(ROOT).parts[1] not in READERS
        for module in imported_modules(path)
        if module.startswith(readers)
    ]
    assert wrong == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_an_installation_brings_every_file_of_a_room(room: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packed = {
        path
        for pattern in project["tool"]["setuptools"]["package-data"].get(room, [])
        for path in (ROOT / room).glob(pattern)
    }
    others = {path for path in (ROOT / room).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert others - packed == set(python_files(room))


def test_the_starter_needs_nothing_but_the_standard_library() -> None:
    known = set(sys.stdlib_module_names)
    assert [name for name in imported(ROOT / "start.py") if name not in known] == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_module_names_say_something(room: str) -> None:
    assert [path.name for path in python_files(room) if SAYS_NOTHING.fullmatch(path.name)] == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_no_file_grows_beyond_one_thing(room: str) -> None:
    long = [path.name for path in python_files(room) if len(path.read_text("utf-8").splitlines()) > LONGEST_FILE]
    assert long == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_every_module_says_what_it_is_for(room: str) -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files(room)
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_every_ledger_file_is_a_ledger() -> None:
    assert {path.stem for path in python_files("pipelines/ledgers")} - {"__init__"} == set(ledgers())


def test_every_command_file_is_a_command() -> None:
    files = {path.stem.replace("_", "-") for path in python_files("pipelines/commands")} - {"--init--"}
    assert files == set(command_names())


def test_every_indicator_block_is_in_the_catalogue() -> None:
    written = [
        name
        for path in sorted((ROOT / "warehouse" / "kpis").glob("*.toml"))
        for name in tomllib.loads(path.read_text("utf-8"))
        if name != "family"
    ]
    assert sorted(written) == sorted(indicators())
    assert len(set(written)) == len(written)


def test_every_page_file_is_a_page() -> None:
    files = {path.stem for path in python_files("dashboard/app_pages")} - {"__init__"}
    assert len(pages()) == len(files)


def test_pages_hold_no_sql() -> None:
    wrong = [
        path.name
        for path in python_files("dashboard/app_pages")
        if re.search(r"\bselect\b.+\bfrom\b", path.read_text("utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "folder",
    [
        *("warehouse/marts", "warehouse/attention", "warehouse/desk/starters"),
        *("expectations/between", "expectations/audits"),
    ],
)
def test_every_sql_file_is_one_select_with_a_header(folder: str) -> None:
    files = sorted((ROOT / folder).glob("*.sql"))
    assert files != []
    for path in files:
        text = path.read_text("utf-8")
        assert text.startswith("--"), f"{path.name} starts with what it is about"
        body = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("--"))
        assert body.strip().rstrip(";").count(";") == 0, f"{path.name} is one statement"
        assert re.match(r"\s*(with|select)\b", body), f"{path.name} is a select"
        for word in ("group by all", "pivot", "asof join"):
            assert word not in body.lower(), f"{path.name} stays portable"


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "://" not in text
    assert "/" not in text
    pinned = re.findall(r"^([a-z0-9-]+)==", text, flags=re.MULTILINE)
    assert pinned == sorted(pinned)
    for block in re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]:
        assert "--hash=sha256:" in block


def test_the_tests_lock_holds_the_runtime_lock() -> None:
    pins = {
        name: set(re.findall(r"^([a-z0-9-]+==[^ ]+)", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    }
    assert pins["requirements.lock"] <= pins["requirements-dev.lock"]


def test_every_declared_dependency_is_imported_and_every_import_declared() -> None:
    """What is installed is used, and nothing is used that only happens to be installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    modules = {IMPORT_NAMES.get(name, name) for name in project["dependencies"]}
    found = {name for room in MAY_IMPORT for path in python_files(room) for name in imported(path)}
    used = {PART_OF.get(name, name) for name in found}
    ours = set(MAY_IMPORT) | set(sys.stdlib_module_names)
    assert used - ours - modules == set()
    assert modules - used - NEEDED_WITHOUT_IMPORT == set()


PART_OF = {"_duckdb": "duckdb"}
"""Modules of a package that stand beside it."""
IMPORT_NAMES = {
    "great-expectations": "great_expectations",
    "argon2-cffi": "argon2",
    "chinesecalendar": "chinese_calendar",
    "python-calamine": "python_calamine",
    "python-docx": "docx",
    "vl-convert-python": "vl_convert",
}
NEEDED_WITHOUT_IMPORT = {"pyarrow"}
"""DuckDB and Polars exchange tables through it."""
