"""Folders that take long to make: one of the processes that run the tests makes them, each gets a copy of its own."""

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from filelock import FileLock

Told = TypeVar("Told")


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Told]) -> tuple[Path, Told]:
    """A folder that ``make`` fills, for this process alone, and what ``make`` tells of it.

    ``make`` gets a path where nothing is yet. Whoever comes second waits for the first.
    """
    own = factory.getbasetemp()
    shared = own.parent if own.name.startswith("popen-") else own
    folder, told = shared / f"made-{name}", shared / f"made-{name}.pickle"
    with FileLock(shared / f"made-{name}.lock"):
        if not told.exists():
            told.write_bytes(pickle.dumps(make(folder)))
    own_copy = shutil.copytree(folder, factory.mktemp(name) / "home")
    return own_copy, pickle.loads(told.read_bytes())  # noqa: S301 - written by these tests
