"""Small files of the desk in the home: one JSON object each, read whole and replaced whole, for their owner alone."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from warehouse.language import Refusal

QUERIES = "queries"
FORMAT = 1
LOCK_SECONDS = 10.0


def folder_of(home: Path, name: str) -> Path:
    """A folder of the place where the home keeps queries, not made yet."""
    return home / QUERIES / name


def read(file: Path) -> dict[str, Any] | None:
    """The content, None where there is no such file; raises :class:`Refusal` for one that is damaged or newer."""
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        is_known = isinstance(content, dict) and content["format"] <= FORMAT
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise damaged(file.name) from None
    if not is_known:
        raise damaged(file.name)
    return dict(content)


def write(file: Path, content: dict[str, Any]) -> None:
    """Puts the content in place of what was there, at once or not at all; mode 0600, in a folder of mode 0700."""
    _make(file.parent)
    partial = file.with_name(f"{file.name}.part")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump({"format": FORMAT, **content}, stream, ensure_ascii=False)
        stream.flush()
        os.fsync(stream.fileno())
    partial.replace(file)


def _make(folder: Path) -> None:
    for one in (folder.parent, folder):  # the mode is not that of parents made on the way
        one.mkdir(mode=0o700, parents=True, exist_ok=True)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Nobody else writes in the folder meanwhile; raises :class:`Refusal` where somebody does for too long."""
    _make(folder)
    try:
        with FileLock(str(folder / "queries.lock"), timeout=LOCK_SECONDS, mode=0o600):
            yield
    except Timeout:
        raise Refusal(
            "查询正被别人保存，请稍后再试", "Somebody else is saving a query: try again in a moment"
        ) from None


def damaged(name: str) -> Refusal:
    """What is said of a file that cannot be read."""
    return Refusal(
        f"{QUERIES} 中的 {name} 已损坏，或由更新的程序写成；请从备份恢复，或移走这个文件",
        f"{name} in {QUERIES} is damaged, or was written by a newer release: restore it from a backup, or move it away",
        "unionkpi restore",
    )
