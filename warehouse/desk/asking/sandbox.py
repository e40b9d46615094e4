"""Runs a query in a lean child process on private copies of the desk's databases, within limits.

:func:`ask` waits for the answer, :func:`begin` does not: a page looks at :meth:`Running.finished` now and then, and may
cancel. Copies and child are gone when a query has ended, however it ended, also when nobody waits for it any more.
"""

import errno
import json
import shutil
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from warehouse.desk.asking.private_copies import new_folder
from warehouse.desk.asking.refusals import refusal
from warehouse.desk.databases import LIVE, SNAPSHOT, Databases
from warehouse.language import Refusal

CHILD = Path(__file__).with_name("sandbox_child.py")
MEGABYTE = 1024 * 1024
SECONDS_TO_START = 5.0
NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use: seconds, rows and bytes of its answer, bytes of memory."""

    seconds: float = 10.0
    rows: int = 10_000
    bytes: int = 20 * MEGABYTE
    memory: int = 512 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Answer:
    """A query's columns (name, DuckDB's type), rows, whether rows were cut off, and how long it ran.

    Dates and times are ISO text, exact decimals are text.
    """

    columns: tuple[tuple[str, str], ...]
    rows: list[list[Any]]
    is_cut: bool
    seconds: float = field(compare=False, repr=False)


Ended = Answer | Refusal
"""How a query ended: with an answer, or why there is none."""


def ask(
    databases: Databases, sql: str, parameters: Mapping[str, Any] | None = None, limits: Limits | None = None
) -> Answer:
    """The answer of one SELECT; ``:name`` and ``$name`` stand for the parameters.

    Raises :class:`Refusal` when the query may not be asked, fails, or reaches a limit. The child never opens the files
    of ``databases``, only copies.
    """
    with begin(lambda: databases, sql, parameters, limits) as running:
        return running.answer()


def begin(
    databases: Callable[[], Databases],
    sql: str,
    parameters: Mapping[str, Any] | None = None,
    limits: Limits | None = None,
    at_its_end: Callable[[Ended], None] | None = None,
) -> "Running":
    """Starts one SELECT and does not wait, not even for ``databases``, which may have to be made first.

    ``at_its_end`` is called once, in another thread and before :meth:`Running.finished` tells, whatever the end is.
    Whoever drops the result cancels the query.
    """
    return Running(_Course(databases, sql, dict(parameters or {}), limits or Limits(), at_its_end))


class Running:
    """One query that has been started. Leaving it as a context manager, or forgetting it, cancels what still runs."""

    def __init__(self, course: "_Course") -> None:
        self._course = course
        # the thread holds the course and never this, so that forgetting this ends the query
        self._cancel_when_forgotten = weakref.finalize(self, course.cancel)
        threading.Thread(target=course.run, name="desk", daemon=True).start()

    def finished(self) -> bool:
        """Whether it has ended, in an answer, a refusal or cancelled."""
        return self._course.done.is_set()

    def answer(self) -> Answer:
        """Waits for the end and gives the answer; raises :class:`Refusal` where there is none."""
        self._course.done.wait()
        ended = self._course.ended
        if isinstance(ended, Answer):
            return ended
        raise ended

    def cancel(self) -> None:
        """Ends it now; nothing when it has ended. :meth:`answer` then refuses with what was cancelled."""
        self._course.cancel()
        self._course.done.wait()

    @property
    def seconds(self) -> float:
        """How long it has been running, to its end when it has ended."""
        return (self._course.until or time.monotonic()) - self._course.since

    def __enter__(self) -> "Running":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cancel()


class _Course:
    """What happens to one query, in a thread of its own: copies, child, answer, and all of it gone again."""

    def __init__(
        self,
        databases: Callable[[], Databases],
        sql: str,
        parameters: dict[str, Any],
        limits: Limits,
        at_its_end: Callable[[Ended], None] | None,
    ) -> None:
        self.databases, self.sql, self.parameters, self.limits = databases, sql, parameters, limits
        self.at_its_end = at_its_end
        self.since, self.until = time.monotonic(), 0.0
        self.done = threading.Event()
        self.ended: Answer | Exception = refusal("killed")
        # forgetting may cancel at any moment, also in the thread that holds this
        self._held = threading.RLock()
        self._child: subprocess.Popen[bytes] | None = None
        self._is_cancelled = False

    def run(self) -> None:
        try:
            self.ended = self._end()
            if self.at_its_end:
                self.at_its_end(self.ended)
        except Exception as error:
            # told to whoever waits for the answer
            self.ended = error
        finally:
            self.until = time.monotonic()
            self.done.set()

    def cancel(self) -> None:
        with self._held:
            self._is_cancelled = True
            if self._child is not None and self._child.poll() is None:
                self._child.kill()

    def _end(self) -> Ended:
        try:
            databases = self.databases()
            folder = new_folder()
            try:
                document = self._asked(_copies(databases, folder), folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
        except Refusal as refused:
            return refused
        except FileNotFoundError:
            document = {"refused": "gone"}
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            document = {"refused": "space"}
        if self._is_cancelled:
            return refusal("cancelled")
        if reason := document.get("refused"):
            return refusal(str(reason), str(document.get("detail", "")))
        columns = tuple((column["name"], column["type"]) for column in document["columns"])
        return Answer(columns, document["rows"], document["is_cut"], document["seconds"])

    def _asked(self, files: dict[str, str], folder: Path) -> dict[str, Any]:
        limits = self.limits
        request = {
            "files": files,
            "sql": self.sql,
            "parameters": self.parameters,
            "seconds": limits.seconds,
            "rows": limits.rows,
            "bytes": limits.bytes,
            "memory": limits.memory,
        }
        child = self._started(folder)
        if child is None:
            return {"refused": "cancelled"}
        try:
            out, _ = child.communicate(json.dumps(request).encode(), timeout=limits.seconds + SECONDS_TO_START)
        except subprocess.TimeoutExpired:
            return {"refused": "time"}
        finally:
            if child.poll() is None:
                child.kill()
                child.communicate()
        try:
            document = json.loads(out)
        except ValueError:
            return {"refused": "killed"}
        return document if isinstance(document, dict) else {"refused": "killed"}

    def _started(self, folder: Path) -> subprocess.Popen[bytes] | None:
        with self._held:
            if self._is_cancelled:
                return None
            # nothing of this process's environment is of the query's business
            self._child = subprocess.Popen(
                [sys.executable, "-I", str(CHILD)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={"PYTHONUTF8": "1"},
                cwd=folder,
            )
            if self._is_cancelled:
                self._child.kill()
            return self._child


def _copies(databases: Databases, folder: Path) -> dict[str, str]:
    """Private copies of the databases by the names that a query knows them by, the main one first."""
    named = {SNAPSHOT: databases.main, LIVE: databases.live} if databases.live else {LIVE: databases.main}
    copies = {name: folder / f"{name}.duckdb" for name in named}
    for name, copy in copies.items():
        shutil.copyfile(named[name], copy)
    return {name: str(copy) for name, copy in copies.items()}
