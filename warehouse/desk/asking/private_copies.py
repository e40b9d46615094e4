"""Folders of the system's place for temporary files that hold the private copies of one query, and go with it."""

import os
import re
import shutil
import tempfile
import time
from pathlib import Path

PREFIX = "unionkpi-desk-"
LONGEST_SECONDS = 3600.0
"""No query runs so long: what is older was left behind, whatever process has the number of its maker now."""
_NAME = re.compile(PREFIX + r"(?P<maker>[0-9]+)-.*")


def new_folder() -> Path:
    """A new folder that its owner alone may read; what processes that were killed have left is cleared away."""
    _clear()
    return Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))


def _clear() -> None:
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        match = _NAME.fullmatch(folder.name)
        if match is None or not _is_left(folder, int(match["maker"])):
            continue
        shutil.rmtree(folder, ignore_errors=True)


def _is_left(folder: Path, maker: int) -> bool:
    try:
        return not _is_running(maker) or time.time() - folder.stat().st_mtime > LONGEST_SECONDS
    except OSError:
        return False


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
