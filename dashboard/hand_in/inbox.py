"""Files put into the inbox of a home, and taken back out before a build has read them."""

import hashlib
import os
import secrets
import threading
from dataclasses import dataclass
from pathlib import Path

from dashboard.hand_in.names import free_name, safe_name

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A file in the inbox: where, what it was called when it came, and the hash of its bytes.

    ``is_new`` is False where the inbox had the same content already and nothing was stored.
    """

    path: Path
    given_name: str
    sha256: str
    is_new: bool


def hand_in(content: bytes, given_name: str, department: str, inbox: Path) -> HandedIn:
    """Puts a file into the department's folder of the inbox; a build sees all of it or nothing.

    Another content under a name that is taken gets a later name. Raises :class:`Refusal` for a name
    that the inbox would not read, and ``OSError`` when the disk does not take it.
    """
    folder = inbox / safe_name(department)
    digest = hashlib.sha256(content).hexdigest()
    with _one_at_a_time:
        folder.mkdir(parents=True, exist_ok=True)
        same = _with_content(folder, len(content), digest)
        if same is not None:
            return HandedIn(same, given_name, digest, is_new=False)
        target = folder / free_name(safe_name(given_name), [path.name for path in folder.iterdir()])
        _write(content, target)
    return HandedIn(target, given_name, digest, is_new=True)


def take_back(handed_in: HandedIn) -> bool:
    """Removes the file from the inbox; False when it is gone or has been changed since."""
    with _one_at_a_time:
        if not handed_in.is_new or _hash_of(handed_in.path) != handed_in.sha256:
            return False
        handed_in.path.unlink()
    return True


def _with_content(folder: Path, size: int, digest: str) -> Path | None:
    for path in sorted(folder.rglob("*")):
        is_read = not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if is_read and path.is_file() and path.stat().st_size == size and _hash_of(path) == digest:
            return path
    return None


def _write(content: bytes, target: Path) -> None:
    """Under a name that the inbox does not read until everything is on the disk."""
    partial = target.with_name(f".{secrets.token_hex(8)}.partial")
    try:
        with partial.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _hash_of(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
