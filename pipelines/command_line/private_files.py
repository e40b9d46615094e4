"""What the program writes is its owner's alone, except where a command writes for others."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

OWNER_ONLY = 0o077
FOR_OTHERS = "WRITES_FOR_OTHERS"
"""A command whose module says so writes nothing but what it is asked for, to be handed on outside the home."""


@contextmanager
def created_by(command: ModuleType | None) -> Iterator[None]:
    """Files and folders that are made meanwhile get mode 0600 and 0700; those for others what the user's umask says."""
    if getattr(command, FOR_OTHERS, False):
        yield
        return
    before = os.umask(OWNER_ONLY)
    try:
        yield
    finally:
        os.umask(before)
