"""``start.py`` sets up an environment from the lock and hands over; what can go wrong is said in a sentence.

The checkout here is a small one: a lock of one package, made on the spot, and a command line that echoes.
"""

import ast
import hashlib
import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).resolve().parents[2]
ECHO = """
import json, os, sys, time
import greeting
if sys.argv[1] == "sleep":
    try:
        print("asleep", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        sys.exit(7)
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd(), "greeting": greeting.WORDS}))
sys.exit(int(sys.argv[1]))
"""


def make_wheel(folder: Path, words: str, version: str) -> str:
    """A package ``greeting`` that says ``words``; gives its line in a lock."""
    name = f"greeting-{version}"
    wheel = folder / f"{name}-py3-none-any.whl"
    files = {
        "greeting.py": f"WORDS = {words!r}\n",
        f"{name}.dist-info/METADATA": f"Metadata-Version: 2.1\nName: greeting\nVersion: {version}\n",
        f"{name}.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{file},,\n" for file in [*files, f"{name}.dist-info/RECORD"])
    with zipfile.ZipFile(wheel, "w") as archive:
        for file, content in {**files, f"{name}.dist-info/RECORD": record}.items():
            archive.writestr(file, content)
    return f"greeting=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def without_uv() -> dict[str, str]:
    folders = [folder for folder in os.environ["PATH"].split(os.pathsep) if not (Path(folder) / "uv").exists()]
    return {**os.environ, "PATH": os.pathsep.join(folders)}


def run(checkout: Path, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(checkout / "start.py"), *arguments],
        cwd=folder or checkout,
        env=without_uv(),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small checkout with an installed environment."""
    folder = tmp_path_factory.mktemp("a folder with 空格") / "checkout"
    (folder / "pipelines").mkdir(parents=True)
    (folder / "wheels").mkdir()
    (folder / "start.py").write_text((ROOT / "start.py").read_text("utf-8"), "utf-8")
    (folder / "pipelines" / "__init__.py").touch()
    (folder / "pipelines" / "cli.py").write_text(ECHO, "utf-8")
    (folder / "requirements.lock").write_text(make_wheel(folder / "wheels", "hello", "1.0"), "utf-8")
    done = run(folder, "--wheels", "wheels", "0")
    assert done.returncode == 0, done.stderr
    assert "Installing" in done.stderr
    return folder


def test_alone_it_prints_a_short_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main([]) == 0
    captured = capsys.readouterr()
    assert "python3 start.py demo" in captured.out
    assert captured.err == ""


def test_an_old_python_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(start, "OLDEST_PYTHON", (99, 1))
    assert start.main(["demo"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "需要 Python 99.1" in captured.err
    assert "Python 99.1 or later is needed" in captured.err


def test_an_old_python_can_read_the_file_as_far_as_that_sentence() -> None:
    ast.parse((ROOT / "start.py").read_text("utf-8"), feature_version=(3, 7))


@pytest.mark.parametrize("given", [["--wheels"], ["--wheels", "nowhere", "demo"]])
def test_a_folder_without_wheels_is_refused(
    given: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert start.main(given) == 2
    assert "bundle DIR" in capsys.readouterr().err


def test_bundle_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["bundle"]) == 2
    assert "start.py bundle DIR" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.parametrize("code", [0, 1, 2])
def test_arguments_folder_and_exit_code_pass_through(checkout: Path, tmp_path: Path, code: int) -> None:
    done = run(checkout, str(code), "--home", "家 里", "--json", folder=tmp_path)
    assert done.returncode == code
    assert json.loads(done.stdout) == {
        "arguments": [str(code), "--home", "家 里", "--json"],
        "folder": str(tmp_path),
        "greeting": "hello",
    }
    assert done.stderr == "", "nothing is installed again"


@pytest.mark.slow
def test_a_folder_named_like_ours_in_the_working_folder_is_not_run(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "pipelines").mkdir()
    (tmp_path / "pipelines" / "cli.py").write_text("raise SystemExit('the wrong one')", "utf-8")
    assert run(checkout, "0", folder=tmp_path).returncode == 0


@pytest.mark.slow
def test_a_changed_lock_is_installed_at_the_next_run(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    before = lock.read_text("utf-8")
    lock.write_text(make_wheel(checkout / "wheels", "good evening", "2.0"), "utf-8")
    done = run(checkout, "--wheels", "wheels", "0")
    assert json.loads(done.stdout)["greeting"] == "good evening"
    lock.write_text(before, "utf-8")
    assert json.loads(run(checkout, "--wheels", "wheels", "0").stdout)["greeting"] == "hello"


@pytest.mark.slow
def test_a_package_with_another_hash_is_not_installed(checkout: Path) -> None:
    lock = checkout / "requirements.lock"
    before = lock.read_text("utf-8")
    make_wheel(checkout / "wheels", "tampered", "3.0")
    lock.write_text(f"greeting==3.0 --hash=sha256:{'0' * 64}\n", "utf-8")
    for _ in range(2):
        done = run(checkout, "--wheels", "wheels", "0")
        assert (done.returncode, done.stdout) == (2, "")
        assert "Cannot install from" in done.stderr
    lock.write_text(before, "utf-8")
    assert run(checkout, "--wheels", "wheels", "0").returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signals_reach_the_command(checkout: Path, number: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, str(checkout / "start.py"), "sleep"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stdout.readline() == "asleep\n"
        child.send_signal(number)
        assert child.wait() == (7 if number == signal.SIGINT else -signal.SIGTERM)
        assert child.stderr.read() == ""
