"""A dashboard that runs for the tests."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SECONDS_TO_START = 120


@contextmanager
def running_dashboard(
    home: Path, log: Path, environment: Mapping[str, str] | None = None, *, signs_in: bool = False
) -> Iterator[str]:
    """Where a dashboard of this home answers, which writes to ``log`` and ends with the ``with``.

    Everybody is signed in, unless people are to sign in as they do in earnest.
    """
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    options = ["--port", str(port), *([] if signs_in else ["--demonstration"])]
    known = {**os.environ, "UNIONKPI_HOME": str(home), "PYTHONPATH": str(ROOT), **(environment or {})}
    command = [sys.executable, "-m", "dashboard", *options]
    with log.open("w") as stream:
        child = subprocess.Popen(command, cwd=ROOT, env=known, stdout=stream, stderr=stream)
        try:
            _wait_until_it_answers(child, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            child.terminate()
            child.wait()


def _wait_until_it_answers(child: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and child.poll() is None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
            try:
                connection.request("GET", "/sign-in")
                if connection.getresponse().status == http.client.OK:
                    return
            except OSError:
                time.sleep(0.2)
    raise AssertionError(log.read_text())
