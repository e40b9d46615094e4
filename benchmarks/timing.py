"""Seconds of one step, by the clock and of processors."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path


def timed(name: str, run: Callable[[], object]) -> float:
    """Runs it and prints both; gives back the seconds by the clock."""
    started, worked = time.perf_counter(), processor_seconds()
    run()
    seconds = time.perf_counter() - started
    print(f"{seconds:8.2f} s {processor_seconds() - worked:8.2f} s of processor  {name}")  # noqa: T201
    return seconds


def processor_seconds() -> float:
    """Of this process and of its children that have ended."""
    return sum(os.times()[:4])


def run_command(home: Path, *words: str) -> None:
    """A command in a process of its own, as people run it; 1 means done with something to look at.

    Raises :class:`SystemExit` for any other exit code than 0 and 1.
    """
    command = [sys.executable, "-m", "pipelines.cli", "--home", str(home), *words]
    code = subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(words)} ended with {code}")
