"""The child process that opens files: whatever a file does to its reader, it does to this process alone.

Reads one message a file from standard input (``[path, name, sha256 or None]``) and answers with
one message a sheet and a last one. It knows no key and no setting of the home, writes nothing,
and ends when its parent does.
"""

import os
import signal
import sys
from pathlib import Path
from typing import IO, Any

from pipelines.reading.file_sheets import file_sheets, size_of
from pipelines.reading.limits import FileLimits
from pipelines.reading.wire import BrokenMessage, receive, send, values_of
from pipelines.reading.workbook import UnreadableFile

LONGEST_REQUEST = 1024 * 1024
_DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of Linux."""


def main(arguments: list[str]) -> None:
    """Answers until standard input ends; the arguments are the parent's id and the limits as numbers."""
    parent, seconds, memory_bytes, *others = arguments
    whole = [int(number) for number in others]
    limits = FileLimits(float(seconds), int(memory_bytes), *whole)
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    if os.name == "posix":
        _confine(int(parent), limits)
    while True:
        try:
            path, file, sha256 = receive(requests, LONGEST_REQUEST)
        except BrokenMessage:
            return
        _limit_time(limits.seconds_for(size_of(Path(path))))
        _answer(answers, Path(path), file, sha256, limits)
        _limit_time(0)


def _answer(answers: IO[bytes], path: Path, file: str, sha256: str | None, limits: FileLimits) -> None:
    last: tuple[Any, ...] = ("end",)
    sent = 0
    try:
        for sheet in file_sheets(path, file, sha256, limits):
            sent += send(answers, ("sheet", values_of(sheet)))
            if sent > limits.answer_bytes:
                raise MemoryError
    except UnreadableFile as reason:
        last = ("unreadable" if reason.is_lasting else "deferred", reason.label.zh, reason.label.en)
    except MemoryError:
        last = ("memory",)
    send(answers, last)


def _confine(parent: int, limits: FileLimits) -> None:
    """Bounds memory, forbids written files and memory dumps, and ends with the parent, as far as the system lets it."""
    import resource  # noqa: PLC0415 - there is none on Windows

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
    wanted = {
        resource.RLIMIT_AS: limits.memory_bytes,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
    }
    for what, most in wanted.items():
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - needed nowhere else

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _limit_time(seconds: float) -> None:
    """The system ends this process after so long, even when its parent cannot; 0 for no limit."""
    if os.name == "posix":
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main(sys.argv[1:])
