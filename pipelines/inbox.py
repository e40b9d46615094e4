"""The files that departments handed in, and the version that they and everything else amount to."""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version as installed_version
from pathlib import Path

from pipelines.judging.natural_order import path_key
from warehouse.language import Refusal

SOURCE_ROOMS = ("pipelines", "warehouse", "expectations")
SOURCE_ENDINGS = (".py", ".sql", ".toml")
VERSION_LENGTH = 16


@dataclass(frozen=True, slots=True)
class InboxFile:
    """One file: its path, its name relative to the inbox with ``/``, the hash of its bytes."""

    path: Path
    name: str
    sha256: str


def inbox_files(inbox: Path) -> list[InboxFile]:
    """All files of the inbox at any depth in natural order, lock files (``~$…``) and dot files left out.

    Raises :class:`Refusal` when there is none.
    """
    found = [
        (path.relative_to(inbox).as_posix(), path)
        for path in inbox.rglob("*")
        if path.is_file() and not any(part.startswith((".", "~$")) for part in path.relative_to(inbox).parts)
    ]
    if not found:
        raise Refusal(
            "收件箱 inbox 里没有文件；请把各部门的台账放进去",
            "The inbox holds no file: put the departments' workbooks into it",
            "unionkpi build",
        )
    return [InboxFile(path, name, _hash_of(path)) for name, path in sorted(found, key=lambda entry: path_key(entry[0]))]


def _hash_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except PermissionError:
        return "unreadable"


def code_version() -> str:
    """A digest of the source files that decide what a build computes."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for room in SOURCE_ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in SOURCE_ENDINGS:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:VERSION_LENGTH]


def version_of(files: list[InboxFile], settings_files: Sequence[Path], secret: bytes) -> str:
    """The version that inbox, configuration, corrections, key, calendar and code amount to, in hexadecimal.

    ``settings_files`` are files of the home in a fixed order; one that is not there counts as empty.
    """
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name}\0{file.sha256}\0".encode())
    for settings in settings_files:
        digest.update(hashlib.sha256(settings.read_bytes() if settings.exists() else b"").digest())
    digest.update(hmac.digest(secret, b"version", "sha256"))
    digest.update(f"{installed_version('chinesecalendar')}\0{code_version()}".encode())
    return digest.hexdigest()[:VERSION_LENGTH]
