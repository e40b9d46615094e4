"""Published versions: one database file each, a pointer to the current one, and the way back.

A build writes a new file that nobody reads; only when it is finished is the pointer replaced, atomically.
Readers open what the pointer names, read-only; a file is never written again once it has its name.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from warehouse.language import Refusal
from warehouse.reader import POINTER, Published, open_published, open_version, read_pointer

KEPT_VERSIONS = 5
LOCK_SECONDS = 30.0
BUILDING = ".building.duckdb"


class Store:
    """The folder ``warehouse/`` of a home.

    It holds ``<version>.duckdb``, its manifest ``<version>.json``, the pointer ``current.json``
    (``{"current", "published": [oldest … latest]}``) and ``build.lock``.
    """

    def __init__(self, folder: Path, lock_seconds: float = LOCK_SECONDS) -> None:
        self.folder = folder
        self.lock_seconds = lock_seconds
        self._lock = FileLock(str(folder / "build.lock"), thread_local=False)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Holds the only right to write here; refuses after half a minute behind another build."""
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with self._lock.acquire(timeout=self.lock_seconds):
                yield
        except Timeout:
            raise Refusal(
                "另一个生成任务正在进行，请稍后再试",
                "Another build is running; try again in a moment",
                "unionkpi status",
            ) from None

    def clear_leftovers(self) -> None:
        """Removes what builds have left that were refused, failed or were killed. Call under the lock."""
        with self.lock():
            for left in [*self.folder.glob(f"*{BUILDING}*"), *self.folder.glob("*.part")]:
                left.unlink()
            for unpublished in self._database_files():
                if unpublished.stem not in self.versions():
                    self._remove(unpublished.stem)

    def building(self, version: str) -> Path:
        """The path of a fresh building file, leftovers of killed builds removed. Call under the lock."""
        self.clear_leftovers()
        return self.folder / f"{version}{BUILDING}"

    def finish(self, building: Path, version: str, manifest: Mapping[str, Any]) -> Published:
        """Publishes a closed building file: database, manifest with its hash, then the pointer."""
        if building.with_name(f"{building.name}.wal").exists():
            raise RuntimeError(f"{building.name} was not closed: its write-ahead log is still there")
        with self.lock():
            _flush(building)
            entry = {**manifest, "version": version, "sha256": _sha256(building), "bytes": building.stat().st_size}
            building.replace(self.database(version))
            self._write_json(f"{version}.json", entry)
            return self.point_to(version)

    def exists(self, version: str) -> bool:
        """Whether the version was published and both its files are there."""
        return version in self.versions() and self._is_whole(version)

    def point_to(self, version: str) -> Published:
        """Makes an existing version the current one, the latest of those published; drops the oldest."""
        with self.lock():
            published = [*(other for other in self.versions() if other != version), version]
            self._write_json(POINTER, {"current": version, "published": published[-KEPT_VERSIONS:]})
            for dropped in published[:-KEPT_VERSIONS]:
                self._remove(dropped)
        return open_published(self.folder)

    def current(self) -> Published | None:
        """The current version, opened; None when nothing has been published."""
        return open_published(self.folder) if read_pointer(self.folder) else None

    def rollback(self, version: str | None = None) -> str:
        """Points back to the version before the current one, or to the one named; returns its name.

        Later versions stay and can be pointed to again. Refuses one that is not there, is damaged, or was built by
        another release of the program, which nobody could read then.
        """
        with self.lock():
            pointer = read_pointer(self.folder)
            if pointer is None:
                raise nothing_published()
            target = version or self._version_before(pointer.published, pointer.current)
            self._require_intact(target)
            open_version(self.folder, target)
            self._write_json(POINTER, {"current": target, "published": list(pointer.published)})
        return target

    def versions(self) -> list[str]:
        """The versions that can be pointed to, the latest published last.

        Where the pointer was lost they are those whose files are there, in the order in which they were written.
        """
        pointer = read_pointer(self.folder)
        if pointer:
            return list(pointer.published)
        whole = [file for file in self._database_files() if self._is_whole(file.stem)]
        return [file.stem for file in sorted(whole, key=lambda file: (file.stat().st_mtime_ns, file.stem))]

    def manifest(self, version: str) -> dict[str, Any]:
        """What was written down when the version was published."""
        content: dict[str, Any] = json.loads(self._manifest(version).read_text(encoding="utf-8"))
        return content

    def is_intact(self, version: str) -> bool:
        """Whether the version is there and its database file still has the hash that its manifest names."""
        if not self.exists(version):
            return False
        try:
            return bool(self.manifest(version)["sha256"] == _sha256(self.database(version)))
        except (ValueError, KeyError, TypeError):
            return False

    def _is_whole(self, version: str) -> bool:
        return self.database(version).is_file() and self._manifest(version).is_file()

    def _require_intact(self, version: str) -> None:
        if not self.exists(version):
            known = ", ".join(self.versions())
            raise Refusal(
                f"没有版本 {version}；现有版本：{known}",
                f"No version {version}; there are: {known}",
                "unionkpi status",
            )
        if not self.is_intact(version):
            raise Refusal(
                f"版本 {version} 的数据文件已损坏，不能退回到它",
                f"The database file of version {version} is damaged: there is no way back to it",
                "unionkpi build",
            )

    def _version_before(self, published: tuple[str, ...], current: str) -> str:
        place = published.index(current) if current in published else 0
        if place == 0:
            raise Refusal("没有更早的版本可以退回", "There is no earlier version to go back to", "unionkpi status")
        return published[place - 1]

    def database(self, version: str) -> Path:
        """The path of a version's database file."""
        return self.folder / f"{version}.duckdb"

    def _manifest(self, version: str) -> Path:
        return self.folder / f"{version}.json"

    def _database_files(self) -> list[Path]:
        return [file for file in self.folder.glob("*.duckdb") if not file.name.endswith(BUILDING)]

    def _remove(self, version: str) -> None:
        """A reader may hold the file (Windows): then it goes with the next build."""
        for file in (self.database(version), self._manifest(version)):
            try:
                file.unlink(missing_ok=True)
            except PermissionError:
                continue

    def _write_json(self, name: str, content: Mapping[str, Any]) -> None:
        part = self.folder / f"{name}.part"
        part.write_text(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
        _flush(part)
        part.replace(self.folder / name)
        _flush(self.folder)


def nothing_published() -> Refusal:
    """What is said when there is no version to read."""
    return Refusal("还没有已发布的数据，请先生成", "Nothing has been published yet; build first", "unionkpi build")


def _flush(path: Path) -> None:
    """Forces a file, or the entries of a folder, to the disk; folders cannot be opened on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
