"""The lines of the audit log as text: how one is written, and how a file of them is read whatever stands in it."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from warehouse.language import Refusal

NOT_AS_WRITTEN = (ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RecursionError)
"""What understanding a text may raise once anything may stand there."""


def lines(path: Path) -> list[str]:
    """The lines of a file with their ends: a line feed alone ends one, other separators may stand in a text."""
    with path.open(encoding="utf-8", errors="replace", newline="\n") as stream:
        return list(stream)


def written(line: Mapping[str, Any]) -> str:
    """A line as it stands in its file, its end included."""
    return json.dumps(line, ensure_ascii=False) + "\n"


def writable(value: str | int | None) -> str | int | None:
    """A text without halves of characters, which a file's name in another encoding has."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value


@contextmanager
def refusing_what_is_damaged() -> Iterator[None]:
    """Raises :class:`Refusal` where what the log's next line has to follow cannot be understood."""
    try:
        yield
    except NOT_AS_WRITTEN:
        raise Refusal(
            "操作日志已损坏，不能再记入；请从备份恢复，或把 audit 文件夹移到别处保存后重新开始",
            "The audit log is damaged and takes no more lines: restore it from a backup, "
            "or keep the folder audit elsewhere and begin anew",
            "unionkpi audit verify",
        ) from None
