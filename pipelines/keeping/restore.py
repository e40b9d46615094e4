"""A home made again from a backup, in an empty folder: all of it or nothing.

Everything is unpacked into a folder beside its places and moved there only when the end of the backup has been seen
to be what was written.
"""

import hmac
import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from pipelines.keeping.envelope import RESTORE, unseal
from pipelines.keeping.sealed_stream import CHUNK_BYTES, SealedReader, damaged
from warehouse.access.home_format import HOME_FILE, home_format
from warehouse.access.home_key import KEY_VARIABLE, known_secret, secret_in_file
from warehouse.language import Refusal

STAGING = ".restoring"


def restore_backup(file: Path, folder: Path, passphrase: str) -> int:
    """Makes ``folder``, which must be empty or not exist, the home that the backup holds; gives the number of files.

    Files get mode 0600, folders 0700. Raises :class:`Refusal` for a folder that is not empty, a wrong passphrase, a
    backup or home of a newer format, a damaged or incomplete backup, names that lead elsewhere, and a key in
    UNIONKPI_KEY that is not the backup's; nothing is left behind then.
    """
    require_empty(folder)
    with file.open("rb") as stream:
        content = unseal(stream, passphrase)
        with _prepared(folder) as staging:
            files = _unpack(content, staging)
            content.drain()
            _require_known_home(staging)
            _require_this_key(staging)
            _move(staging, folder)
    return files


def require_empty(folder: Path) -> None:
    """Raises :class:`Refusal` for a folder that holds anything."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            f"{folder} 不是空文件夹，没有恢复任何东西；请另选一个空文件夹",
            f"{folder} is not an empty folder; nothing was restored: name an empty one",
            RESTORE,
        )


@contextmanager
def _prepared(folder: Path) -> Iterator[Path]:
    """A folder to unpack into; after an error everything that was made is gone again."""
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        staging = folder / STAGING
        staging.mkdir(mode=0o700)
        yield staging
        staging.rmdir()
    except BaseException:
        shutil.rmtree(folder / STAGING, ignore_errors=True)
        for path in made:
            if path.is_dir():
                path.rmdir()
        raise


def _unpack(content: SealedReader, staging: Path) -> int:
    files = 0
    try:
        with tarfile.open(fileobj=cast(BinaryIO, content), mode="r|") as archive:
            for entry in archive:
                place = staging.joinpath(*_parts(entry.name))
                if entry.isdir():
                    place.mkdir(mode=0o700)
                elif entry.isreg():
                    _write(place, archive.extractfile(entry), entry.mtime)
                    files += 1
                else:
                    raise _leads_elsewhere(entry.name)
    except (tarfile.TarError, FileExistsError, UnicodeError):
        raise damaged() from None
    return files


def _parts(name: str) -> tuple[str, ...]:
    """The parts of a name within the home; raises :class:`Refusal` for one that could lead out of it."""
    parts = tuple(name.split("/"))
    is_plain = all(part not in ("", ".", "..") and "\0" not in part for part in parts)
    is_windows_path = os.name == "nt" and any(set(part) & set('\\:*?"<>|') for part in parts)
    if not is_plain or is_windows_path or PurePosixPath(name).is_absolute():
        raise _leads_elsewhere(name)
    return parts


def _write(place: Path, content: object, modified: float) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(place, flags, 0o600), "wb") as stream:
        shutil.copyfileobj(cast(BinaryIO, content), stream, CHUNK_BYTES)
    os.utime(place, (modified, modified))


def _require_known_home(staging: Path) -> None:
    try:
        home_format(staging)
    except Refusal:
        raise Refusal(
            "备份里的数据文件夹是较新版本的程序用过的，没有恢复任何东西；请升级程序后再恢复",
            "The home in this backup has been used by a newer release of the program; nothing was restored: upgrade",
            RESTORE,
        ) from None


def _require_this_key(staging: Path) -> None:
    """With another key in the variable the next build would make everybody a stranger."""
    kept = secret_in_file(staging)
    if kept is None:
        raise damaged()
    if not hmac.compare_digest(known_secret(staging) or b"", kept):
        raise Refusal(
            f"环境变量 {KEY_VARIABLE} 里的密钥与备份中的不同，没有恢复任何东西；请先取消这个变量",
            f"The key in {KEY_VARIABLE} is not the one in the backup; nothing was restored: unset the variable first",
            RESTORE,
        )


def _move(staging: Path, folder: Path) -> None:
    """The format goes last: a home is one when it is whole."""
    moved: list[str] = []
    try:
        for entry in sorted(staging.iterdir(), key=lambda entry: entry.name == HOME_FILE):
            entry.rename(folder / entry.name)
            moved.append(entry.name)
    except BaseException:
        for name in moved:
            (folder / name).rename(staging / name)
        raise


def _leads_elsewhere(name: str) -> Refusal:
    shown = ascii(name)
    return Refusal(
        f"备份里有不允许的名称 {shown}（链接，或指向目录之外），没有恢复任何东西",
        f"The backup holds the name {shown}, a link or one that leads out of the folder; nothing was restored",
    )
