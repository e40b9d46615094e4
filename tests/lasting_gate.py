"""The gate's real child process, kept for all builds of a test process: importing its library takes seconds of each."""

import subprocess
import threading
from typing import ClassVar

from expectations.process import GateProcess


class LastingGate(GateProcess):
    """Answers request after request; one that has ended, for whatever reason, is started anew."""

    _only: ClassVar["LastingGate | None"] = None
    _asking: ClassVar[threading.Lock] = threading.Lock()

    @classmethod
    def start(cls) -> "LastingGate":
        if cls._only is None or cls._only._child.poll() is not None:
            started = super().start()
            assert isinstance(started, LastingGate)
            cls._only = started
        return cls._only

    @classmethod
    def end(cls) -> None:
        """Ends the child, if there is one."""
        if cls._only is not None:
            GateProcess.stop(cls._only)

    def stop(self) -> None:
        """Not before the last test."""

    def _exchange(self, line: bytes, patience_seconds: float) -> bytes:  # noqa: ARG002 - a test has no patience of its own
        child: subprocess.Popen[bytes] = self._child
        assert child.stdin is not None
        assert child.stdout is not None
        with self._asking:
            child.stdin.write(line)
            child.stdin.flush()
            return child.stdout.readline()
