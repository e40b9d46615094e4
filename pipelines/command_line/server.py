"""Runs the dashboard as a child process: waits until it answers, and ends it with this process."""

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from pipelines.command_line.invocation import HOME_VARIABLE
from pipelines.home import Home
from warehouse.language import Refusal
from warehouse.publish import Store
from warehouse.snapshot.shelf import Snapshots

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = "127.0.0.1"
FIRST_PORT = 8501
PORTS_TRIED = 100
SECONDS_TO_START = 120
SECONDS_TO_END = 10
SECONDS_BETWEEN_QUESTIONS = 0.1
ENDING_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
ADDRESS_NOT_OURS = (errno.EADDRNOTAVAIL, errno.EINVAL)


def require_shown(home: Home) -> None:
    """Raises :class:`Refusal` when there is nothing to show: no published version and no frozen month."""
    if Store(home.warehouse).current() is None and not Snapshots(home.folder).readable():
        raise Refusal(
            f"{home.folder} 还没有已发布的数据版本，也没有冻结的月份，没有可以展示的内容",
            f"{home.folder} has no published version and no frozen month, there is nothing to show",
            "unionkpi build",
        )


def choose_port(host: str, port: int | None) -> int:
    """The port asked for, which must be free, or else the first free one from 8501 on."""
    if port is not None:
        if not _is_free(host, port):
            raise Refusal(
                f"端口 {port} 已被占用；请换一个端口，或不写 --port 自动选择",
                f"Port {port} is in use: name another one, or leave out --port to have one chosen",
                f"unionkpi serve --port {port + 1 if port < 65_535 else FIRST_PORT}",
            )
        return port
    for candidate in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(host, candidate):
            return candidate
    raise Refusal(
        f"端口 {FIRST_PORT}–{FIRST_PORT + PORTS_TRIED - 1} 都被占用；请用 --port 指定一个端口",
        f"Ports {FIRST_PORT}–{FIRST_PORT + PORTS_TRIED - 1} are all in use: name a port with --port",
        "unionkpi serve --port 9000",
    )


def serve(home: Path, host: str, port: int, ready: Callable[[str], None], *, is_demonstration: bool = False) -> int:
    """Shows the dashboard of a home until Ctrl-C or SIGTERM; ``ready`` gets the address once it answers.

    In a demonstration everybody on this machine is signed in.

    Gives 0 after an interruption; raises :class:`Refusal` when the dashboard does not start
    or ends by itself.
    """
    with _ends_by_signal(), _dashboard(home, host, port, is_demonstration=is_demonstration) as child:
        try:
            _wait_until_it_answers(child, host, port)
            ready(f"http://{_in_address(host)}:{port}")
            child.wait()
        except KeyboardInterrupt:
            return 0
        raise _ended()


def _is_free(host: str, port: int) -> bool:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name == "posix":
            # a port whose last connections are still fading away counts as free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Refusal(
                f"没有权限使用端口 {port}；请用 1024 以上的端口",
                f"No permission to use port {port}: name one above 1024",
                f"unionkpi serve --port {FIRST_PORT}",
            ) from None
        except socket.gaierror:
            raise _no_address_of_ours(host) from None
        except OSError as error:
            if error.errno in ADDRESS_NOT_OURS:
                raise _no_address_of_ours(host) from None
            return False
    return True


def _no_address_of_ours(host: str) -> Refusal:
    return Refusal(f"--host 不是本机的地址：{host}", f"--host is no address of this machine: {host}", "unionkpi serve")


@contextmanager
def _dashboard(home: Path, host: str, port: int, *, is_demonstration: bool) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "dashboard", "--host", host, "--port", str(port)]
    if is_demonstration:
        command.append("--demonstration")
    paths = filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")])
    known = {HOME_VARIABLE: str(home.resolve()), "PYTHONPATH": os.pathsep.join(paths)}
    # its greeting names addresses of its own; its errors are passed on
    child = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **known}, stdout=subprocess.DEVNULL)
    try:
        yield child
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ends the child and waits for it; a second Ctrl-C does not leave it behind."""
    for number in ENDING_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    child.terminate()
    try:
        child.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def _wait_until_it_answers(child: subprocess.Popen[bytes], host: str, port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise _ended()
        if _answers(_in_address(host), port):
            return
        time.sleep(SECONDS_BETWEEN_QUESTIONS)
    raise Refusal(
        f"仪表盘在{SECONDS_TO_START}秒内没有启动成功",
        f"The dashboard did not start within {SECONDS_TO_START} seconds",
        "unionkpi serve",
    )


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host.strip("[]"), port, timeout=2)
    try:
        connection.request("GET", "/sign-in")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _in_address(host: str) -> str:
    """The host as a browser on this machine names it."""
    if host in ("0.0.0.0", "::"):  # noqa: S104 -- every address of this machine, when asked for
        return LOOPBACK
    return f"[{host}]" if ":" in host else host


def _ended() -> Refusal:
    return Refusal(
        "仪表盘意外停止；上面是它最后的报错",
        "The dashboard stopped by itself; its last words stand above",
        "unionkpi serve",
    )


@contextmanager
def _ends_by_signal() -> Iterator[None]:
    """Lets SIGTERM and a closed terminal end the dashboard as Ctrl-C does, so that no child is left behind.

    SIGINT is among them because a shell has background jobs ignore it; what ``nohup`` has it ignore stays ignored.
    """

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    heeded = [
        number for number in ENDING_SIGNALS if number == signal.SIGINT or signal.getsignal(number) != signal.SIG_IGN
    ]
    before = {number: signal.signal(number, interrupt) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
