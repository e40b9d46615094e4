"""A backup: one file with everything of a home that cannot be made again, encrypted with a passphrase.

Inside is a tar archive (POSIX pax) of plain files and folders. The home's key is among them as ``secret.key``, also
where it is given by a variable. The build lock is held meanwhile, and the audit log's while the log is read.
"""

import contextlib
import io
import os
import stat
import tarfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, cast

from pipelines.home import Home
from pipelines.keeping.envelope import COST, Cost, require_passphrase, seal
from pipelines.keeping.places import Kept, kept_at, kept_in
from warehouse.access.audit_log import AuditLog
from warehouse.access.home_key import KEY_FILE, key_text
from warehouse.language import Label, Refusal
from warehouse.publish import Store

Progress = Callable[[Label, int, int], None]
KEEPING = Label("备份", "Backing up")
ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What was written: how many files of the home, and the bytes of the backup."""

    files: int
    size_bytes: int


class _Changed(Exception):
    """A file of the home was not the same before and after it was read."""


def write_backup(
    home: Home,
    target: Path,
    passphrase: str,
    *,
    replace: bool = False,
    cost: Cost = COST,
    progress: Progress | None = None,
) -> BackedUp:
    """Writes the backup of a home to ``target``, mode 0600; it has its name only when it is whole.

    Raises :class:`Refusal` when the target exists (unless ``replace``) or lies in the home, for a bad passphrase,
    a lost key, a build that is running and a file that does not stand still; ``OSError`` for a full disk.
    """
    require_place(home, target, replace=replace)
    require_passphrase(passphrase)
    partial = target.with_name(f"{target.name}.part")
    store = Store(home.warehouse)
    with store.lock():
        secret = home.person_key_secret(has_versions=bool(store.versions()))
        for attempt in range(1, ATTEMPTS + 1):
            try:
                files = _write(home, secret, partial, passphrase, cost, progress)
                size_bytes = partial.stat().st_size
                partial.replace(target)
                _flush_folder(target.parent)
                return BackedUp(files, size_bytes)
            except _Changed as changed:
                if attempt == ATTEMPTS:
                    raise _does_not_stand_still(str(changed)) from None
            finally:
                partial.unlink(missing_ok=True)
    raise AssertionError("an attempt ends with a backup or an error")


def require_place(home: Home, target: Path, *, replace: bool) -> None:
    """Raises :class:`Refusal` where there is nothing to back up, and for a target in the home or that exists."""
    if not home.config_file.is_file():
        raise Refusal(
            f"{home.folder} 里没有 config.toml，没有可以备份的内容；用 --home 指定工会的数据文件夹",
            f"{home.folder} has no config.toml, there is nothing to back up: name the home with --home",
            "unionkpi backup FILE",
        )
    # a place of the home may be a link to another disk
    if any(target.resolve().is_relative_to(place.resolve()) for place in (home.folder, *home.folder.iterdir())):
        raise Refusal(
            f"{target} 在本工会的数据文件夹里；备份要放到别处，最好是另一块磁盘",
            f"{target} lies in the home itself: a backup belongs elsewhere, best on another disk",
            "unionkpi backup FILE",
        )
    if target.is_dir() or (target.exists() and not replace):
        raise Refusal(
            f"{target} 已经存在，没有覆盖；请换一个文件名，或加 --replace",
            f"{target} exists and was left as it is: choose another name, or add --replace",
            "unionkpi backup FILE --replace",
        )


def _write(home: Home, secret: bytes, partial: Path, passphrase: str, cost: Cost, progress: Progress | None) -> int:
    """The whole backup under its preliminary name, on the disk; gives the number of files in it."""
    partial.unlink(missing_ok=True)
    log = AuditLog(home.folder)
    kept = [entry for entry in kept_in(home.folder) if entry.name != KEY_FILE]
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        sealed = seal(stream, passphrase, cost)
        with tarfile.open(fileobj=cast(BinaryIO, sealed), mode="w|", format=tarfile.PAX_FORMAT) as archive:
            _add_key(archive, secret)
            files = 1 + _add_all(archive, kept, log, progress)
        sealed.finish()
        stream.flush()
        os.fsync(stream.fileno())
    return files


def _add_key(archive: tarfile.TarFile, secret: bytes) -> None:
    content = f"{key_text(secret)}\n".encode("ascii")
    entry = tarfile.TarInfo(KEY_FILE)
    entry.size, entry.mode = len(content), 0o600
    archive.addfile(entry, io.BytesIO(content))


def _add_all(archive: tarfile.TarFile, kept: Sequence[Kept], log: AuditLog, progress: Progress | None) -> int:
    """Adds everything, the log as it is while nobody writes; gives the number of files."""
    done = files = 0
    for place, listed in groupby(kept, key=lambda entry: entry.place):
        with ExitStack() as held:
            entries: Iterable[Kept] = listed
            if place == log.folder.name:
                held.enter_context(log.held())
                entries = list(kept_at(log.folder, place))
            for entry in entries:
                _add(archive, entry)
                done, files = done + 1, files + (not entry.is_folder)
                if progress:
                    progress(KEEPING, min(done, len(kept)), len(kept))
    return files


def _add(archive: tarfile.TarFile, kept: Kept) -> None:
    entry = tarfile.TarInfo(kept.name)
    if kept.is_folder:
        entry.type, entry.mode = tarfile.DIRTYPE, 0o700
        archive.addfile(entry)
        return
    with _opened(kept) as stream:
        before = os.fstat(stream.fileno())
        entry.size, entry.mtime, entry.mode = before.st_size, int(before.st_mtime), 0o600
        archive.addfile(entry, cast(BinaryIO, _WholeReads(stream, kept.name)))
        after = os.fstat(stream.fileno())
        if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
            raise _Changed(kept.name)


def _opened(kept: Kept) -> BinaryIO:
    try:
        stream = kept.path.open("rb")
    except FileNotFoundError:
        raise _Changed(kept.name) from None
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise _Changed(kept.name)
    return stream


class _WholeReads:
    """A file that has become shorter is a file that changed."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream, self._name = stream, name

    def read(self, size: int) -> bytes:
        content = self._stream.read(size)
        if len(content) < size:
            raise _Changed(self._name)
        return content


def _does_not_stand_still(name: str) -> Refusal:
    shown = name.encode(errors="replace").decode()
    return Refusal(
        f"{shown} 在备份期间一再被改动，没有备份；请等保存完成后再试",
        f"{shown} kept changing while it was read; nothing was backed up: try again when it has been saved",
        "unionkpi backup FILE",
    )


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    # some network disks do not know how to, and the file itself is safe by then
    with contextlib.suppress(OSError):
        os.fsync(descriptor)
    os.close(descriptor)
