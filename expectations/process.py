"""The gate as a child process, whose slow import overlaps what the parent does meanwhile."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from expectations.suite import GateResult, TableSuite

PATIENCE_SECONDS = 1800.0
"""Longer than any gate takes: a province of 10⁷ rows is minutes."""


class GateFailure(Exception):
    """The gate itself broke or gave no usable answer: nothing may be published."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class GateProcess:
    """One child that answers one request and ends.

    Start it early; :meth:`stop` it in a ``finally``, whatever happened.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._child = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path(__file__).resolve().parents[1],
        )

    @classmethod
    def start(cls) -> "GateProcess":
        """Starts the child and returns at once, while the child is still importing.

        What the library imports is deprecated here and there; that is no reason to break.
        """
        return cls([sys.executable, "-W", "ignore::DeprecationWarning", "-m", "expectations.gate"])

    def judge(
        self, database: Path, suites: Sequence[TableSuite], patience_seconds: float = PATIENCE_SECONDS
    ) -> list[GateResult]:
        """Runs every suite and audit on a finished database that nobody writes to.

        Raises :class:`GateFailure` when the child crashes, is silent for too long or answers nonsense.
        """
        answer = self._ask("judge", database, suites, None, patience_seconds)
        try:
            return [GateResult(**line) for line in answer["results"]]
        except (KeyError, TypeError) as error:
            raise _nonsense() from error

    def write_data_docs(
        self,
        database: Path,
        suites: Sequence[TableSuite],
        folder: Path,
        patience_seconds: float = PATIENCE_SECONDS,
    ) -> None:
        """Runs every suite and audit and writes them as pages into ``folder``; raises like :meth:`judge`."""
        self._ask("data_docs", database, suites, folder, patience_seconds)

    def stop(self) -> None:
        """Ends the child if it still runs and collects it."""
        if self._child.poll() is None:
            self._child.kill()
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                stream.close()
        self._child.wait()

    def _ask(
        self, task: str, database: Path, suites: Sequence[TableSuite], folder: Path | None, patience_seconds: float
    ) -> dict[str, Any]:
        request = {
            "task": task,
            "database": str(database.resolve()),
            "suites": [suite.to_json() for suite in suites],
            "folder": None if folder is None else str(folder.resolve()),
        }
        return _answer_of(self._exchange(json.dumps(request).encode() + b"\n", patience_seconds))

    def _exchange(self, line: bytes, patience_seconds: float) -> bytes:
        try:
            answer, _ = self._child.communicate(line, timeout=patience_seconds)
        except subprocess.TimeoutExpired as error:
            raise GateFailure(
                f"质量闸门{patience_seconds:.0f}秒内没有答复，没有发布",
                f"The quality gate gave no answer within {patience_seconds:.0f} seconds: nothing was published",
            ) from error
        except (OSError, ValueError) as error:
            raise _crashed() from error
        if self._child.returncode != 0:
            raise _crashed()
        return answer


def _answer_of(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise _nonsense() from error
    if not isinstance(answer, dict):
        raise _nonsense()
    if "error" in answer:
        raise GateFailure(
            f"质量闸门运行出错（{answer['error']}），没有发布",
            f"The quality gate failed while running ({answer['error']}): nothing was published",
        )
    return answer


def _crashed() -> GateFailure:
    return GateFailure("质量闸门异常退出，没有发布", "The quality gate ended unexpectedly: nothing was published")


def _nonsense() -> GateFailure:
    return GateFailure(
        "质量闸门的答复无法识别，没有发布", "The quality gate's answer makes no sense: nothing was published"
    )
