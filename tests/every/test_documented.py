"""What people can type, set or get back is written down, and what is written down exists."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pipelines.cli import DONE, INTERRUPTED, REFUSED, application, command_names
from pipelines.config import DEPARTMENT_NAMES, SERVICE_LIMITS
from pipelines.config_file import TOP_LEVEL_KEYS, load_config
from pipelines.correcting.corrections_file import OPTIONAL, REQUIRED, load_corrections
from pipelines.documenting.documents import documents, stale, write
from pipelines.registry import ledgers
from warehouse.figures.catalogue import indicators
from warehouse.mart import marts
from warehouse.state_names import CORRECTION_STATES, SUBMISSION_STATES

ROOT = Path(__file__).resolve().parents[2]
SOMETHING_TO_LOOK_AT = 1


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(command: str) -> str:
    """What the manual says of one command."""
    parts = re.split(r"^## (.+)$", read("docs/command-line.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))[command]


def options_of(command: Any) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


@pytest.mark.parametrize("command", command_names())
def test_every_command_and_its_options_are_in_the_manual(command: str) -> None:
    declared = options_of(application([command], "en").commands[command])
    told = section(command)
    assert told.lstrip().startswith(f"`{command}")
    assert sorted(option for option in declared if option not in told) == []


@pytest.mark.parametrize("command", command_names())
def test_the_manual_tells_of_no_option_that_does_not_exist(command: str) -> None:
    app = application([command], "en")
    declared = options_of(app.commands[command]) | options_of(app)
    assert set(re.findall(r"--[a-z][a-z-]+", section(command))) - declared == set()


def test_the_manual_tells_of_no_command_that_does_not_exist() -> None:
    headings = re.findall(r"^## (.+)$", read("docs/command-line.md"), flags=re.MULTILINE)
    assert set(headings) - {"For every command"} == set(command_names())


@pytest.mark.parametrize(("readme", "heading"), [("README.md", "The commands"), ("README.zh-CN.md", "命令")])
def test_the_readmes_list_exactly_the_commands(readme: str, heading: str) -> None:
    (told,) = re.findall(rf"^## {heading}$(.*?)^## ", read(readme), flags=re.MULTILINE | re.DOTALL)
    listed = re.findall(r"^\| `([a-z-]+)[^`]*` \|", told, flags=re.MULTILINE)
    assert sorted(listed) == list(command_names())


def test_the_readme_lists_exactly_the_benchmarks() -> None:
    (told,) = re.findall(r"^\| benchmark \|.*?\n\n", read("README.md"), flags=re.MULTILINE | re.DOTALL)
    listed = re.findall(r"`([a-z_]+)`", told)
    modules = {path.stem for path in (ROOT / "benchmarks").glob("*.py") if "def main(" in path.read_text("utf-8")}
    assert set(listed) == modules


def test_every_global_option_is_in_the_manual() -> None:
    assert (
        sorted(option for option in options_of(application([], "en")) if option not in section("For every command"))
        == []
    )


@pytest.mark.parametrize("code", [DONE, SOMETHING_TO_LOOK_AT, REFUSED, INTERRUPTED])
def test_every_exit_code_is_in_the_manual(code: int) -> None:
    assert re.search(rf"^\| {code} \| ", section("For every command"), flags=re.MULTILINE)


def test_every_environment_variable_is_documented() -> None:
    read_by_us = {
        name
        for room in ("pipelines", "warehouse", "expectations", "dashboard")
        for path in (ROOT / room).rglob("*.py")
        for name in re.findall(r'"(UNIONKPI_[A-Z_]+)"', path.read_text("utf-8"))
    }
    manuals = read("docs/command-line.md") + read("docs/configuration.md")
    assert sorted(name for name in read_by_us if name not in manuals) == []


def example_configuration() -> str:
    (example,) = re.findall(r"```toml\n(.+?)```", read("docs/configuration.md"), flags=re.DOTALL)
    return str(example)


def test_the_example_configuration_is_accepted(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(example_configuration(), "utf-8")
    config = load_config(file)
    assert config.county_name == "云岭县"


def test_every_configuration_key_is_in_the_example() -> None:
    assert sorted(set(TOP_LEVEL_KEYS) - set(tomllib.loads(example_configuration()))) == []


def test_every_key_inside_a_configuration_table_is_in_the_example() -> None:
    """The names that the reader of the configuration asks for, taken from its code."""
    asked = set(
        re.findall(
            r'(?:entry\.get|self\.amount\(\w+,|self\.days\(key, days,)\(?\s*"(\w+)"', read("pipelines/config_file.py")
        )
    )
    asked |= set(re.findall(r'"(?:thresholds|mutual_aid|submissions)\.(\w+)"', read("pipelines/config_file.py")))
    assert {"name", "mode", "holidays", "suppression", "large_payment"} <= asked
    example = tomllib.loads(example_configuration())
    given = {key for table in example.values() if isinstance(table, dict) for key in keys_within(table)}
    assert sorted(asked - given) == []
    assert set(example["service_limits"]) == set(SERVICE_LIMITS)


def keys_within(table: dict[str, Any]) -> set[str]:
    inner = [keys_within(value) for value in table.values() if isinstance(value, dict)]
    return set(table).union(*inner)


def test_the_example_of_corrections_is_accepted_and_has_every_key(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.+?)```", read("docs/corrections.md"), flags=re.DOTALL)
    file = tmp_path / "corrections.toml"
    file.write_text(example, "utf-8")
    assert len(load_corrections(file, ledgers(), "530499")) == 2
    assert set(tomllib.loads(example)["correction"][0]) == {*REQUIRED, *OPTIONAL}


@pytest.mark.parametrize("state", CORRECTION_STATES)
def test_every_state_of_a_correction_is_in_the_manual(state: str) -> None:
    assert f"| `{state}` |" in read("docs/corrections.md")


@pytest.mark.parametrize("state", SUBMISSION_STATES)
def test_every_state_of_a_submission_is_in_the_manual(state: str) -> None:
    assert f"| `{state}` |" in read("docs/submissions.md")


def test_every_department_is_named() -> None:
    assert [key for key in DEPARTMENT_NAMES if f"`{key}`" not in read("docs/configuration.md")] == []


def test_every_dependency_has_a_reason() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    told = read("README.md").lower()
    names = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert [name for name in names if name.lower() not in told] == []


@pytest.mark.parametrize(
    "name", ["README.md", "README.zh-CN.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md")))]
)
def test_links_lead_somewhere(name: str) -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", read(name)) if "://" not in target]
    assert [target for target in targets if not ((ROOT / name).parent / target).exists()] == []


@pytest.mark.parametrize("name", documents())
def test_the_written_manuals_say_what_the_declarations_say(name: str) -> None:
    assert read(f"docs/{name}") == documents()[name], "run: python3 start.py docs"


def test_a_stale_or_missing_copy_is_told_and_written_again(tmp_path: Path) -> None:
    texts = {"a.md": "new\n", "b.md": "same\n", "c.md": "c\n"}
    (tmp_path / "a.md").write_text("old\n", "utf-8")
    (tmp_path / "b.md").write_text("same\n", "utf-8")
    assert stale(tmp_path, texts) == ["a.md", "c.md"]
    assert write(tmp_path, texts) == ["a.md", "c.md"]
    assert stale(tmp_path, texts) == write(tmp_path, texts) == []
    assert {file.name: file.read_text("utf-8") for file in tmp_path.iterdir()} == texts


@pytest.mark.parametrize("language", ["zh-CN.md", "md"])
def test_the_manuals_have_an_entry_for_every_ledger_mart_and_indicator(language: str) -> None:
    dictionary, catalogue = documents()[f"data-dictionary.{language}"], documents()[f"indicators.{language}"]
    assert [one for one in ledgers() if f'<a id="{one}">' not in dictionary] == []
    assert [one for one in marts() if f"`mart.{one}`" not in dictionary] == []
    assert [one for one in indicators() if f'<a id="{one}">' not in catalogue] == []
