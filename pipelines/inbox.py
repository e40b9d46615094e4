"""The files that departments handed in, and the version that they and everything else amount to."""

import hashlib
import hmac
import os
import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version as installed_version
from pathlib import Path

from pipelines.judging.natural_order import path_key
from pipelines.reading.identity import name_to_tell
from pipelines.reading.limits import LIMITS
from pipelines.reading.sheet_reading import NamedFile
from warehouse.language import Refusal

SOURCE_ROOMS = ("pipelines", "warehouse", "expectations")
SOURCE_ENDINGS = (".py", ".sql", ".toml")
VERSION_LENGTH = 16

NOT_READ = "not read"
"""Stands for the hash of a file that cannot be opened, does not stand still or could not be read this time."""

_NO_LEDGER = re.compile(
    r"\..*|~\$.*|~.*\.tmp|thumbs\.db|desktop\.ini|__macosx|.*\.(?:tmp|temp|part|partial|crdownload|download|swp)",
    re.IGNORECASE | re.DOTALL,
)
"""Names of what office programs, systems and downloads leave beside files: locks, previews, halves."""


def inbox_files(inbox: Path) -> list[NamedFile]:
    """All files of the inbox at any depth in natural order, each with its name relative to the inbox and its hash.

    Personal numbers in names are masked: names are told everywhere.
    Lock files (``~$…``), dot files, temporary files and what systems leave in folders are no
    submissions. Raises :class:`Refusal` when there is no other.
    """
    found = [
        (_name(path.relative_to(inbox)), path)
        for path in inbox.rglob("*")
        if path.is_file() and not any(map(_NO_LEDGER.fullmatch, path.relative_to(inbox).parts))
    ]
    files: dict[str, NamedFile] = {}
    for name, path in sorted(found, key=lambda entry: path_key(entry[0])):
        told = name_to_tell(name, files)
        files[told] = named_file(path, told)
    if not files:
        raise Refusal(
            "收件箱 inbox 里没有文件；请把各部门的台账放进去",
            "The inbox holds no file: put the departments' workbooks into it",
            "unionkpi build",
        )
    return list(files.values())


def named_file(path: Path, name: str) -> NamedFile:
    """The file at this path with the hash of its bytes, or what stands for it where there can be none."""
    return NamedFile(path, name, _hash_of(path))


def _name(relative: Path) -> str:
    """The path with ``/``; names that an archive from Windows left in GB18030 are told in letters."""
    name = relative.as_posix()
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "replace")
    return name


def _hash_of(path: Path) -> str:
    """Too large a file is never read, a file that cannot be opened or does not stand still is told when reading."""
    try:
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if before.st_size > LIMITS.file_bytes:
                return f"{before.st_size} bytes"
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            after = os.fstat(stream.fileno())
    except OSError:
        return NOT_READ
    stood_still = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return digest if stood_still else NOT_READ


@cache
def code_version() -> str:
    """A digest of the source files that decide what a build computes, as they were when it was first asked for."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for room in SOURCE_ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in SOURCE_ENDINGS:
                digest.update(path.relative_to(root).as_posix().encode() + b"\0")
                digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()[:VERSION_LENGTH]


def version_of(files: Sequence[NamedFile], settings_files: Sequence[Path], secret: bytes) -> str:
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
