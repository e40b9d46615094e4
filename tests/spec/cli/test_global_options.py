"""Global options may stand before or after the command; wrong words are one sentence and exit code 2."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipelines.cli import command_names, main
from pipelines.command_line.invocation import understand

ROOT = Path(__file__).resolve().parents[3]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.mark.parametrize(
    ("typed", "sorted_arguments"),
    [
        (["kpi", "--home", "h"], ("--home=h", "kpi")),
        (["--home", "h", "kpi"], ("--home=h", "kpi")),
        (["kpi", "--json", "--id", "members", "--lang=en"], ("--json", "--lang=en", "kpi", "--id", "members")),
        (["check", "--", "--json"], ("check", "--", "--json")),
        (["kpi", "--json", "--home"], ("--json", "--home")),
        (["--home", "a=b", "kpi"], ("--home=a=b", "kpi")),
    ],
)
def test_global_options_come_first_wherever_they_were_typed(
    typed: list[str], sorted_arguments: tuple[str, ...]
) -> None:
    assert understand(typed).arguments == sorted_arguments


@pytest.mark.parametrize(
    ("typed", "command"),
    [(["kpi", "--id", "x"], "kpi"), (["--json", "status"], "status"), (["--help"], None), ([], None)],
)
def test_the_command_is_the_first_word_that_is_no_option(typed: list[str], command: str | None) -> None:
    assert understand(typed).command == command


def test_without_a_command_the_help_lists_every_command_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys)
    assert (code, err) == (0, "")
    assert "工会数据一本账" in out
    assert [name for name in command_names() if f" {name} " not in out] == []


def test_help_is_english_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--help", "--lang", "en")
    assert code == 0
    assert "Open no browser" not in out
    assert "Go back to the version before" in out
    assert "退回" not in out


@pytest.mark.parametrize("command", command_names())
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_command_has_help_in_both_languages(
    capsys: pytest.CaptureFixture[str], command: str, language: str
) -> None:
    code, out, err = run(capsys, command, "--help", "--lang", language)
    assert (code, err) == (0, "")
    assert "\x1f" not in out
    out = re.sub(r"\[default: .*\]", "", out)
    has_chinese = any("\u4e00" <= character <= "\u9fff" for character in out)
    assert has_chinese == (language == "zh")


@pytest.mark.parametrize(
    ("typed", "zh", "en"),
    [
        (["nonsense"], "没有命令 nonsense", "There is no command nonsense"),
        (["kpi", "--nope"], "没有选项 --nope", "There is no option --nope"),
        (["status", "--home"], "选项 --home 后面要有一个值", "Option --home needs a value"),
        (["kpi", "--id"], "选项 --id 后面要有一个值", "Option --id needs a value"),
        (["check"], "缺少参数", "is missing"),
        (["serve", "--port", "x"], "--port 的值不对：应为整数", "Invalid value of --port: it must be a whole number"),
        (["serve", "--port", "0"], "--port 的值不对：不能小于1", "Invalid value of --port: it must be at least 1"),
        (["report", "--year", "今年"], "--year 的值不对：应为整数", "Invalid value of --year: it must be a whole"),
        (["docs", "--check=yes"], "选项 --check 后面没有值", "Option --check takes no value"),
        (["status", "surplus"], "多余的参数：surplus", "Too many arguments: surplus"),
        (["status", "--format", "xml"], "--format 应为 table、json 或 csv", "--format must be table, json or csv"),
        (["status", "--format", "csv"], "不能输出 csv", "has no csv output"),
    ],
)
def test_a_wrong_word_is_one_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], typed: list[str], zh: str, en: str
) -> None:
    code, out, err = run(capsys, *typed)
    assert (code, out) == (2, "")
    assert zh in err.splitlines()[0]
    code, out, err = run(capsys, *typed, "--lang", "en")
    assert (code, out) == (2, "")
    assert en in err.splitlines()[0]
    assert "Traceback" not in err


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--lang", "fr", "status")
    assert (code, out) == (2, "")
    assert "--lang 应为 zh 或 en" in err


@pytest.mark.parametrize(
    "typed",
    [
        ("status", "--lang", "fr"),
        ("status", "--format", "xml"),
        ("kpi", "--id"),
        ("sample", "somewhere", "--size", "big"),
        ("serve", "--port", "x"),
        ("restore", "nothing.backup", "somewhere"),
        ("audit", "verify", "--home", "nowhere"),
        ("people", "list", "--home", "nowhere"),
        ("rollback", "--home", "nowhere"),
        ("sql", "select 1", "--home", "nowhere"),
        ("kpi", "--home", __file__),
    ],
)
def test_every_refusal_names_the_next_command_and_leaves_nothing_behind(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *typed, "--json")
    assert (code, err) == (2, "")
    assert json.loads(out)["next"].startswith("unionkpi ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("asked", [("--json",), ("--format", "json"), ("--format=json",)])
def test_a_refusal_is_one_json_document_when_asked_for(
    capsys: pytest.CaptureFixture[str], asked: tuple[str, ...], tmp_path: Path
) -> None:
    code, out, err = run(capsys, "status", "--home", str(tmp_path), *asked)
    assert (code, err) == (2, "")
    document = json.loads(out)
    assert list(document) == ["error", "next"]
    assert document["error"]
    assert document["next"].startswith("unionkpi ")


def test_usage_errors_are_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--json", "kpi", "--nope")
    assert (code, err) == (2, "")
    assert json.loads(out) == {"error": "没有选项 --nope", "next": "unionkpi kpi --help"}


def test_the_next_command_is_typed_as_this_person_would(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNIONKPI_PROGRAM", "python3 start.py")
    _, _, err = run(capsys, "status", "--home", str(tmp_path))
    assert err.splitlines()[1].startswith("下一步：python3 start.py ")
    assert err.splitlines()[1].endswith(f"--home {tmp_path}")


def test_the_home_comes_from_the_environment_and_the_option_wins(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNIONKPI_HOME", str(tmp_path / "from-environment"))
    (tmp_path / "from-option").mkdir()
    _, _, err = run(capsys, "serve")
    assert "from-environment" in err
    _, _, err = run(capsys, "serve", "--home", str(tmp_path / "from-option"))
    assert "from-option" in err.splitlines()[0]


def test_it_runs_as_a_module_from_any_folder_in_a_plain_locale(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "pipelines.cli", "nonsense", "--json"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "没有命令 nonsense" in json.loads(done.stdout.decode("utf-8"))["error"]


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m pipelines.cli --help | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607
    assert done.stderr == ""
