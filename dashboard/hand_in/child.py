"""The command line as a child process: pages check and build through it and import nothing of it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse.language import Language, Refusal

ROOT = Path(__file__).resolve().parents[2]
MODULE = "pipelines.cli"
PROGRESS = {"UNIONKPI_PROGRESS": "lines"}
WHO = "UNIONKPI_WHO"
"""The variable that says whose work the audit log notes."""
REFUSED = 2
SECONDS_TO_END = 10

Progress = Callable[[str, int, int], None]
"""Called with the step in people's words, how much of it is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The exit code of a command and the JSON document that it gave."""

    exit_code: int
    document: dict[str, Any]

    @property
    def refusal(self) -> str | None:
        """The sentence of a refusal, None when the command did its work."""
        error = self.document.get("error")
        return str(error) if self.exit_code == REFUSED and error else None


def run(
    home: Path, language: Language, arguments: Sequence[str], progress: Progress | None = None, *, who: str = ""
) -> Answer:
    """Runs one command with ``--json`` for a person and gives its answer, also where it is a refusal.

    The child ends with the caller: an exception in ``progress`` ends it. Raises :class:`Refusal`
    when it gives no document.
    """
    command = [sys.executable, "-P", "-m", MODULE, "--home", str(home.resolve()), "--lang", language, "--json"]
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    known = {**os.environ, **PROGRESS, WHO: who, "PYTHONPATH": paths}
    with tempfile.TemporaryFile() as answer:
        child = subprocess.Popen(
            [*command, *arguments], env=known, stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.PIPE
        )
        try:
            _follow(child, progress)
            exit_code = child.wait()
        finally:
            _end(child)
        answer.seek(0)
        return Answer(exit_code, _document(answer.read(), exit_code))


def _follow(child: subprocess.Popen[bytes], progress: Progress | None) -> None:
    """Reads what the child tells of its progress until it says no more; other lines are not ours."""
    assert child.stderr is not None
    for line in child.stderr:
        told = _progress_of(line)
        if told is not None and progress is not None:
            progress(*told)


def _progress_of(line: bytes) -> tuple[str, int, int] | None:
    try:
        told = json.loads(line)
        return str(told["step"]), int(told["done"]), int(told["total"])
    except (ValueError, KeyError, TypeError):
        return None


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
    if child.stderr is not None:
        child.stderr.close()


def _document(content: bytes, exit_code: int) -> dict[str, Any]:
    try:
        document = json.loads(content)
    except ValueError:
        document = None
    if not isinstance(document, dict):
        raise Refusal(
            f"处理程序没有给出结果（退出码 {exit_code}）；请重试，仍不行请告知管理员",
            f"The program gave no answer (exit code {exit_code}): try again, or tell the administrator",
        )
    return document
