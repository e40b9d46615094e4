"""serve and demo: the address is printed once the dashboard answers there; ending them leaves nothing behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipelines.cli import main
from pipelines.command_line.server import choose_port
from tests.spec.cli.published_home import publish
from tests.warehouse_tables import Tables
from warehouse.language import Refusal

ROOT = Path(__file__).resolve().parents[3]
LOOPBACK = "127.0.0.1"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("home"), Tables(unions=""))


@contextmanager
def taken_port() -> Iterator[int]:
    """A port that somebody listens on."""
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen()
        yield int(listener.getsockname()[1])


def free_port() -> int:
    with taken_port() as port:
        return port


def test_a_port_asked_for_and_in_use_is_refused(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with taken_port() as port:
        for command in ("serve", "demo"):
            assert main([command, "--port", str(port), "--home", str(home)]) == 2
            captured = capsys.readouterr()
            assert captured.out == ""
            assert f"端口 {port} 已被占用" in captured.err


def test_without_a_port_the_next_free_one_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    with taken_port() as port:
        monkeypatch.setattr("pipelines.command_line.server.FIRST_PORT", port)
        assert port < choose_port(LOOPBACK, None) < port + 100


@pytest.mark.parametrize("host", ["203.0.113.7", "no.such.host.invalid", "300.1.1.1"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(Refusal) as refused:
        choose_port(host, free_port())
    assert host in refused.value.label.zh


def test_nothing_is_served_without_a_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--home", str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines()[1].startswith("下一步：unionkpi build")


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - it must not come to that
def test_nobody_else_sees_a_home_without_people(home: Path, host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--host", host, "--home", str(home), "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "There is nobody who can sign in yet" in captured.err
    assert "unionkpi people add" in captured.err


def test_a_proxys_header_is_believed_on_this_machine_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = publish(tmp_path, Tables(unions=""))
    (home / "config.toml").write_text('[sign_in]\nmethod = "header"\n', "utf-8")
    assert main(["serve", "--host", "0.0.0.0", "--home", str(home)]) == 2  # noqa: S104 - it must not come to that
    assert "只能监听本机" in capsys.readouterr().err


def test_an_open_secret_of_the_identity_provider_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = publish(tmp_path, Tables(unions=""))
    (home / "config.toml").write_text(
        '[sign_in]\nmethod = "oidc"\nissuer = "https://id.example"\nclient_id = "unionkpi"\n'
        'client_secret_file = "oidc.secret"\n',
        "utf-8",
    )
    (home / "oidc.secret").write_text("secret", "utf-8")
    (home / "oidc.secret").chmod(0o644)
    assert main(["serve", "--home", str(home)]) == 2
    assert "其他用户也能读取" in capsys.readouterr().err


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_the_one_time_code_is_told_and_stands_outside_of_the_json(home: Path, tmp_path: Path) -> None:
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "pipelines.cli", "serve", "--json", "--port", str(port), "--home", str(home)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        document = "".join(server.stdout.readline() for _ in range(3))
        server.terminate()
        _, told = server.communicate(timeout=30)
    assert json.loads(document) == {"address": f"http://{LOOPBACK}:{port}"}
    assert re.search(r"一次性代码建立第一位管理员：[\w-]{12}\n", told)


def test_demo_does_not_touch_a_folder_with_other_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("dear colleagues", "utf-8")
    assert main(["demo", "--home", str(tmp_path), "--no-browser"]) == 2
    assert "已有别的文件" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["letter.txt"]


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("command", ["serve", "demo"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_address_answers_until_the_end(home: Path, tmp_path: Path, command: str, number: signal.Signals) -> None:
    port = free_port()
    arguments = [command, "--port", str(port), "--home", str(home), *(["--no-browser"] if command == "demo" else [])]
    with subprocess.Popen(
        [sys.executable, "-m", "pipelines.cli", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == f"http://{LOOPBACK}:{port}\n"
        with urllib.request.urlopen(f"http://{LOOPBACK}:{port}", timeout=10) as answer:
            assert answer.status == 200
        server.send_signal(number)
        assert server.wait(30) == 0
        assert server.stdout.read() == ""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((LOOPBACK, port))
