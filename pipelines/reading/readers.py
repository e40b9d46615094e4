"""Reader processes as their parent sees them: files in, sheets or one sentence out, whatever a file does."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path
from queue import LifoQueue
from threading import Timer
from types import TracebackType
from typing import Any, Self

from pipelines.reading.file_sheets import size_of
from pipelines.reading.limits import LIMITS, FileLimits
from pipelines.reading.wire import BrokenMessage, receive, send, sheet_of
from pipelines.reading.workbook import DeferredFile, RawSheet, UnreadableFile

READERS = 2
"""Files that are opened at the same time."""

_NEEDED_VARIABLES = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LANG", "LC_ALL", "TEMP", "TMP")
_GRACE_SECONDS = 1.0
"""How much later than the child's own clock the parent's rings."""

_ROOT = Path(__file__).resolve().parents[2]


class ReaderProcess:
    """One child that opens file after file; when a file breaks it, the next one gets a new child."""

    def __init__(self, limits: FileLimits = LIMITS, command: Sequence[str] | None = None) -> None:
        self._limits = limits
        self._command = list(command) if command else _command(limits)
        self._child: subprocess.Popen[bytes] | None = None
        self._is_closed = False

    def sheets(self, path: Path, file: str, sha256: str | None) -> list[RawSheet]:
        """The sheets of a file; see :func:`pipelines.reading.file_sheets.file_sheets` for what is raised.

        Also :class:`UnreadableFile` when the child runs out of time or memory, or breaks.
        """
        child = self._running()
        is_late = False

        def end() -> None:
            nonlocal is_late
            is_late = True
            child.kill()

        seconds = self._limits.seconds_for(size_of(path))
        clock = Timer(seconds + _GRACE_SECONDS, end)
        clock.daemon = True
        clock.start()
        try:
            return self._ask(child, str(path.absolute()), file, sha256)
        except UnreadableFile:
            raise
        except (BrokenMessage, OSError) as error:
            self.stop()
            raise _too_slow(seconds) if is_late or _rang(child) else _broken() from error
        except BaseException:
            self.stop()
            raise
        finally:
            clock.cancel()

    def start(self) -> None:
        """Starts the child, if none runs, and returns while it is still importing."""
        self._running()

    def close(self) -> None:
        """Ends the child and starts no other."""
        self._is_closed = True
        self.stop()

    def stop(self) -> None:
        """Ends the child if there is one, and collects it."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with suppress(OSError):  # what the child no longer took cannot be flushed
                    stream.close()

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._child is None or self._child.poll() is not None:
            self.stop()
            if self._is_closed:
                raise RuntimeError("the reader was closed")
            self._child = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                env={name: os.environ[name] for name in _NEEDED_VARIABLES if name in os.environ},
            )
        return self._child

    def _ask(self, child: "subprocess.Popen[bytes]", *request: Any) -> list[RawSheet]:
        assert child.stdin is not None
        assert child.stdout is not None
        send(child.stdin, request)
        sheets: list[RawSheet] = []
        most_bytes = self._limits.answer_bytes
        while True:
            kind, *content = receive(child.stdout, most_bytes)
            if kind == "sheet":
                sheets.append(sheet_of(content[0]))
            elif kind == "end":
                return sheets
            elif kind == "unreadable":
                raise UnreadableFile(*content)
            elif kind == "deferred":
                raise DeferredFile(*content)
            else:
                self.stop()
                raise _too_much_memory(self._limits)


class ReaderPool:
    """Some reader processes, each started when it is first needed; leaving the ``with`` ends them all."""

    def __init__(self, readers: int = READERS, limits: FileLimits = LIMITS) -> None:
        self._all = [ReaderProcess(limits) for _ in range(readers)]
        self._free: LifoQueue[ReaderProcess] = LifoQueue()
        for reader in self._all:
            self._free.put(reader)

    def start(self) -> None:
        """Starts the first reader, whose import then overlaps what this process does meanwhile."""
        self._all[-1].start()

    def sheets(self, path: Path, file: str, sha256: str | None) -> list[RawSheet]:
        """The sheets of a file, by the next reader that is free; raises like :meth:`ReaderProcess.sheets`."""
        reader = self._free.get()
        try:
            return reader.sheets(path, file, sha256)
        finally:
            self._free.put(reader)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for reader in self._all:
            reader.close()


def _command(limits: FileLimits) -> list[str]:
    numbers = [str(os.getpid()), *map(str, astuple(limits))]
    return [sys.executable, "-E", "-s", "-m", "pipelines.reading.reader_child", *numbers]


def _rang(child: "subprocess.Popen[bytes]") -> bool:
    """Whether the child was ended by its own clock."""
    return child.returncode is not None and -child.returncode == _ALARM


_ALARM = 14


def _too_slow(seconds: float) -> DeferredFile:
    return DeferredFile(
        f"读取超过 {seconds:.0f} 秒还没有读完，已停止；文件可能损坏或过大，"
        "请用 Excel 或 WPS 打开检查，按乡镇、年度拆分后重新报送",
        f"reading took longer than {seconds:.0f} seconds and was stopped: the file may be damaged or too "
        "large; look at it in Excel or WPS, or split it by township or year",
    )


def _too_much_memory(limits: FileLimits) -> DeferredFile:
    most = limits.memory_bytes // (1024 * 1024)
    return DeferredFile(
        f"读取需要的内存超过上限（{most} MB），已停止：文件太大，或数据区以外还有内容；"
        "请删除多余的行和列，或按乡镇、年度拆分后重新报送",
        f"reading needs more memory than the limit of {most} MB and was stopped: the file is too large, or "
        "cells outside the data are filled; delete surplus rows and columns, or split it by township or year",
    )


def _broken() -> DeferredFile:
    return DeferredFile(
        "读取这份文件时程序中断（文件损坏，或内容超出内存上限），其他文件不受影响；"
        "请用 Excel 或 WPS 打开后另存为 .xlsx，删除数据区以外的行和列，再重新报送",
        "the reader broke on this file (it is damaged, or larger than the memory limit), other files are not "
        "affected: open it in Excel or WPS, delete rows and columns outside the data, save it as .xlsx",
    )
