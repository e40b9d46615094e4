"""The folder ``snapshots/`` of a home: what lies in it, whether it is as it was written, and the right to write there.

Everything that changes something holds ``snapshots/.lock``; what a killed writer has left is cleared by the next one.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.access.audit_log import KEY_FILE
from warehouse.language import Refusal
from warehouse.snapshot.life_cycle import State
from warehouse.snapshot.log import make_private, settle
from warehouse.snapshot.snapshot import Snapshot, damaged, read_snapshot
from warehouse.snapshot.verify import ID, LOG, MANIFEST, SEAL, Altered, altered_in

FOLDER = "snapshots"
LOCK_SECONDS = 30.0
ASIDE = ".aside.part"
"""A draft that another one is about to replace."""


class SnapshotFolder:
    """The folder of a home, to be looked at."""

    def __init__(self, home: Path, lock_seconds: float = LOCK_SECONDS) -> None:
        self.home, self.folder = home, home / FOLDER
        self._lock = FileLock(str(self.folder / ".lock"), timeout=lock_seconds, mode=0o600)

    def ids(self) -> list[str]:
        """All ids, by month and revision."""
        if not self.folder.is_dir():
            return []
        found = [match for path in self.folder.iterdir() if path.is_dir() and (match := ID.fullmatch(path.name))]
        return [match[0] for match in sorted(found, key=lambda match: (match[1], int(match[2])))]

    def all(self) -> list[Snapshot]:
        """All snapshots, by month and revision; raises :class:`Refusal` naming one that cannot be read."""
        return [read_snapshot(self.folder / snapshot_id) for snapshot_id in self.ids()]

    def listed(self) -> list[Snapshot | str]:
        """The same, of one that cannot be read its id."""
        found: list[Snapshot | str] = []
        for snapshot_id in self.ids():
            try:
                found.append(read_snapshot(self.folder / snapshot_id))
            except Refusal:
                found.append(snapshot_id)
        return found

    def readable(self) -> list[Snapshot]:
        """Those that can be read, by month and revision."""
        return [one for one in self.listed() if isinstance(one, Snapshot)]

    def last_issued(self) -> list[Snapshot]:
        """The latest issued revision of every month that has one, by month; unreadable ones are left out."""
        issued = {one.month: one for one in self.readable() if one.state is State.ISSUED}
        return list(issued.values())

    def find(self, snapshot_id: str) -> Snapshot:
        """One by its id; refuses one that is not there."""
        return read_snapshot(self._folder_of(snapshot_id))

    def latest_of(self, month: str) -> Snapshot | None:
        """The latest revision of a month."""
        found = [snapshot_id for snapshot_id in self.ids() if snapshot_id.split(".")[0] == month]
        return read_snapshot(self.folder / found[-1]) if found else None

    def altered(self, snapshot_id: str) -> list[Altered]:
        """What of a snapshot is not as it was written, with files relative to ``snapshots/``."""
        folder = self._folder_of(snapshot_id)
        with self._changing():
            settle(folder)
            key_file = self.home / KEY_FILE
            key = key_file.read_bytes().strip() if key_file.exists() else b""
            return [one._replace(file=f"{folder.name}/{one.file}") for one in altered_in(folder, key)]

    def all_altered(self) -> list[Altered]:
        """The same of all of them, and the snapshots that others replace and that are gone."""
        ids = self.ids()
        found = [one for snapshot_id in ids for one in self.altered(snapshot_id)]
        revisions = [(match[1], int(match[2])) for match in map(ID.fullmatch, ids) if match]
        earlier = {f"{month}.r{number}" for month, last in revisions for number in range(1, last)}
        return found + [Altered(gone, "missing") for gone in sorted(earlier - set(ids))]

    def _intact(self, snapshot_id: str) -> Snapshot:
        if self.altered(snapshot_id):
            raise damaged(snapshot_id)
        return self.find(snapshot_id)

    def _of_sound_state(self, snapshot_id: str) -> Snapshot:
        """The snapshot, when what its state follows from is as it was written: an issued one is no draft because
        somebody has cut its log."""
        tells_the_state = {f"{snapshot_id}/{name}" for name in (MANIFEST, LOG, SEAL)}
        if any(one.file in tells_the_state for one in self.altered(snapshot_id)):
            raise damaged(snapshot_id)
        return self.find(snapshot_id)

    def _folder_of(self, snapshot_id: str) -> Path:
        if snapshot_id not in self.ids():
            listed = "、".join(self.ids()) or "（还没有）", ", ".join(self.ids()) or "none yet"
            raise Refusal(
                f"没有快照 {snapshot_id}；现有：{listed[0]}",
                f"There is no snapshot {snapshot_id}; there are: {listed[1]}",
                "unionkpi snapshot list",
            )
        return self.folder / snapshot_id

    def _part(self, snapshot_id: str) -> Path:
        return self.folder / f".{snapshot_id}.part"

    def _aside(self, snapshot_id: str) -> Path:
        return self.folder / f".{snapshot_id}{ASIDE}"

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """The only right to write here, what killed writers left cleared away."""
        make_private(self.folder)
        try:
            with self._lock:
                if self._lock.lock_counter == 1:
                    self._clear()
                yield
        except Timeout:
            raise Refusal(
                "另一个任务正在处理快照，请稍后再试",
                "Something else is at work on the snapshots: try again in a moment",
                "unionkpi snapshot list",
            ) from None

    def _clear(self) -> None:
        for aside in self.folder.glob(f".*{ASIDE}"):
            replaced = self.folder / aside.name[1 : -len(ASIDE)]
            if not replaced.exists():
                # its writer was killed before the other draft stood in its place
                aside.replace(replaced)
        for left in self.folder.glob(".*.part"):
            shutil.rmtree(left)
