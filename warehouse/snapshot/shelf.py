"""The snapshots of a home: made in one step, signed step by step, never changed.

A snapshot is written into ``snapshots/.2021-12.r1.part/`` and gets its name when it is whole; what a killed writer has
left is cleared by the next one. Everything that changes something holds ``snapshots/.lock``.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.access.actions import Action
from warehouse.access.audit_log import KEY_FILE, AuditLog, audit_key
from warehouse.language import Refusal
from warehouse.reader import open_published
from warehouse.snapshot.life_cycle import Event, State, Step, check_step, signatory
from warehouse.snapshot.log import append, flush_folder, make_private, settle
from warehouse.snapshot.manifest import Asked, freeze_into
from warehouse.snapshot.month import asked_month, check_missing
from warehouse.snapshot.snapshot import Snapshot, damaged, read_snapshot
from warehouse.snapshot.verify import ID, LOG, MANIFEST, SEAL, Altered, altered_in

FOLDER = "snapshots"
CACHE = "cache/snapshots"
"""Where databases drawn up from snapshots are kept, by the hash of their manifest."""
LOCK_SECONDS = 30.0

Documents = Callable[[Snapshot], Mapping[str, bytes]]
"""Makes the documents of a step: given the snapshot whose last event is that step (its hash still empty), gives
their bytes by file name. Reads figures through :func:`warehouse.snapshot.reopen.reopened`."""

AUDITED = {
    Step.CREATE: Action.SNAPSHOT_CREATED,
    Step.REVIEW: Action.SNAPSHOT_REVIEWED,
    Step.RETURN: Action.SNAPSHOT_RETURNED,
    Step.ISSUE: Action.SNAPSHOT_ISSUED,
    Step.DELETE: Action.SNAPSHOT_DELETED,
}


def no_documents(_snapshot: Snapshot) -> Mapping[str, bytes]:
    """A step that makes no documents."""
    return {}


class Snapshots:
    """The folder ``snapshots/`` of a home's folder."""

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

    def create(
        self,
        month: str,
        by: str | None = None,
        reason: str | None = None,
        at: datetime | None = None,
        documents: Documents = no_documents,
    ) -> Snapshot:
        """Freezes a month of the published version as its first snapshot, a draft.

        ``reason`` is needed, and kept, when ledgers are missing. Refuses a month without figures of its end, one that
        was frozen before, and whoever may not make one.
        """
        published = open_published(self.home / "warehouse")
        asked = asked_month(published, month)
        maker = signatory(self.home, by, Step.CREATE)
        self._require_none(asked.name)
        check_missing(published, asked, reason)
        with self._changing():
            self._require_none(asked.name)
            return self._make(Asked(published, asked, 1, _stripped(reason)), maker, at, documents)

    def revise(
        self,
        month: str,
        by: str | None,
        reason: str | None,
        at: datetime | None = None,
        documents: Documents = no_documents,
    ) -> Snapshot:
        """Freezes a month anew as the next revision, a draft that replaces the issued one; needs a reason."""
        published = open_published(self.home / "warehouse")
        asked = asked_month(published, month)
        maker = signatory(self.home, by, Step.CREATE)
        said = _said(reason, f"unionkpi snapshot revise {asked.name} --reason …")
        self._issued(asked.name)
        with self._changing():
            before = self._issued(asked.name)
            return self._make(Asked(published, asked, before.revision + 1, said, before.id), maker, at, documents)

    def sign(
        self,
        snapshot_id: str,
        step: Step,
        by: str | None,
        note: str | None = None,
        at: datetime | None = None,
        documents: Documents = no_documents,
    ) -> Snapshot:
        """Reviews, returns or issues a snapshot that is intact; ``note`` is the reason where it is returned."""
        name = signatory(self.home, by, step)
        self._folder_of(snapshot_id)
        if step is Step.RETURN:
            note = _said(note, f"unionkpi snapshot return {snapshot_id} --reason …")
        with self._changing():
            snapshot = self._intact(snapshot_id)
            check_step(snapshot.id, snapshot.events, step, name)
            event = Event(len(snapshot.events) + 1, step, name, _moment(at), _stripped(note), {}, "")
            made = documents(Snapshot(snapshot.folder, snapshot.manifest, (*snapshot.events, event)))
            append(snapshot.folder, event, snapshot.events[-1].hash, audit_key(self.home), made)
            signed = read_snapshot(snapshot.folder)
        self._audit(signed, step, name)
        return signed

    def delete(self, snapshot_id: str, by: str | None = None) -> Snapshot:
        """Removes a draft, also one whose tables were spoilt; what it was is told by the audit log alone."""
        name = signatory(self.home, by, Step.DELETE)
        self._folder_of(snapshot_id)
        with self._changing():
            snapshot = self._of_sound_state(snapshot_id)
            check_step(snapshot.id, snapshot.events, Step.DELETE, name)
            # out of sight in one step: a deletion that is killed is finished by the next writer
            snapshot.folder.replace(self._part(snapshot.id))
            self._clear()
            for kept in (self.home / CACHE).glob(f"{snapshot.hash}.*"):
                # a reader may hold it (Windows)
                with suppress(PermissionError):
                    kept.unlink()
        self._audit(snapshot, Step.DELETE, name)
        return snapshot

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

    def _require_none(self, month: str) -> None:
        before = self.latest_of(month)
        if before is not None:
            raise Refusal(
                f"{month} 已有快照 {before.id}（{before.state.label.zh}）；更正已签发的快照请做修订版",
                f"There is a snapshot of {month} already: {before.id}, {before.state.label.en}. An issued one is "
                "corrected by a revision",
                f"unionkpi snapshot show {before.id}",
            )

    def _issued(self, month: str) -> Snapshot:
        """The latest snapshot of a month, which a revision would replace; refuses where it is not issued."""
        before = self.latest_of(month)
        if before is None:
            raise Refusal(
                f"{month} 还没有快照，不用修订，直接填报即可",
                f"There is no snapshot of {month} to revise: make the first one",
                f"unionkpi snapshot create {month}",
            )
        if before.state is not State.ISSUED:
            raise Refusal(
                f"{before.id} 现为{before.state.label.zh}，还没有签发，不用修订；退回后删除草稿，再重新填报",
                f"{before.id} is {before.state.label.en}, not issued, and needs no revision: return it, delete the "
                "draft and make it anew",
                f"unionkpi snapshot show {before.id}",
            )
        return before

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
        for left in self.folder.glob(".*.part"):
            shutil.rmtree(left)

    def _make(self, asked: Asked, by: str, at: datetime | None, documents: Documents) -> Snapshot:
        """Freezes into a part folder that then gets its name; whatever goes wrong leaves nothing."""
        part = self._part(asked.id)
        try:
            manifest = freeze_into(part, self.home, asked)
            event = Event(1, Step.CREATE, by, _moment(at), asked.reason, {}, "")
            made = documents(Snapshot(part, manifest, (event,)))
            append(part, event, manifest["hash"], audit_key(self.home), made)
            part.replace(self.folder / asked.id)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        flush_folder(self.folder)
        snapshot = read_snapshot(self.folder / asked.id)
        self._audit(snapshot, Step.CREATE, by)
        return snapshot

    def _audit(self, snapshot: Snapshot, step: Step, by: str) -> None:
        details = {"snapshot": snapshot.id, "hash": snapshot.hash, "replaces": snapshot.manifest["replaces"]}
        AuditLog(self.home).append(by, AUDITED[step], details)


def _moment(at: datetime | None) -> str:
    return (at or datetime.now().astimezone()).isoformat(timespec="seconds")


def _stripped(text: str | None) -> str | None:
    return (text or "").strip() or None


def _said(reason: str | None, command: str) -> str:
    said = _stripped(reason)
    if said is None:
        raise Refusal("要用 --reason 写明原因", "Say why, with --reason", command)
    return said
