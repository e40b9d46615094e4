"""The snapshots of a home: made in one step, signed step by step, never changed.

A snapshot is written into ``snapshots/.2021-12.r1.part/`` and gets its name when it is whole.
"""

import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog, audit_key
from warehouse.language import Refusal
from warehouse.reader import open_published
from warehouse.snapshot.brief_sentences import require_settled
from warehouse.snapshot.edited_sentences import Edit, Edits, carried, read_edits, written_edits
from warehouse.snapshot.folder import SnapshotFolder
from warehouse.snapshot.life_cycle import Event, State, Step, check_step, signatory
from warehouse.snapshot.log import append, flush_folder
from warehouse.snapshot.manifest import Asked, freeze_into
from warehouse.snapshot.month import asked_month, check_missing
from warehouse.snapshot.snapshot import Snapshot, read_snapshot
from warehouse.snapshot.typed_words import REASON, checked

CACHE = "cache/snapshots"
"""Where databases drawn up from snapshots are kept, by the hash of their manifest."""

Documents = Callable[[Snapshot], Mapping[str, bytes]]
"""Makes the documents of a step: given the snapshot whose last event is that step (its hash still empty), gives
their bytes by file name. Reads figures through :func:`warehouse.snapshot.frozen_tables.frozen_figures`."""
Words = Callable[[Snapshot, str, str], Edit]
"""What becomes of a sentence: given the draft, by whom and when."""

AUDITED = {
    Step.CREATE: Action.SNAPSHOT_CREATED,
    Step.REVIEW: Action.SNAPSHOT_REVIEWED,
    Step.RETURN: Action.SNAPSHOT_RETURNED,
    Step.ISSUE: Action.SNAPSHOT_ISSUED,
    Step.DELETE: Action.SNAPSHOT_DELETED,
    Step.EDIT: Action.SNAPSHOT_EDITED,
}


def no_documents(_snapshot: Snapshot) -> Mapping[str, bytes]:
    """A step that makes no documents."""
    return {}


class Snapshots(SnapshotFolder):
    """The folder of a home, and the steps that change it."""

    def create(
        self,
        month: str,
        by: str | None = None,
        reason: str | None = None,
        at: datetime | None = None,
        documents: Documents = no_documents,
    ) -> Snapshot:
        """Freezes a month of the published version as its first snapshot, a draft.

        ``reason`` is needed, and kept, when ledgers are missing (what may stand in one: :func:`.typed_words.checked`).
        Refuses a month without figures of its end, one that was frozen before, and whoever may not make one.
        """
        published = open_published(self.home / "warehouse")
        asked = asked_month(published, month)
        maker = self._signatory(by, Step.CREATE)
        self._require_none(asked.name)
        check_missing(published, asked, reason)
        with self._changing():
            self._require_none(asked.name)
            return self._make(Asked(published, asked, 1, _worded(reason)), maker, at, documents)

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
        maker = self._signatory(by, Step.CREATE)
        said = _said(reason, f"unionkpi snapshot revise {asked.name} --reason …")
        self._issued(asked.name)
        with self._changing():
            before = self._issued(asked.name)
            again = Asked(published, asked, before.revision + 1, said, before.id)
            return self._make(again, maker, at, documents, carried(read_edits(before.folder)))

    def remake(
        self,
        snapshot_id: str,
        by: str | None = None,
        reason: str | None = None,
        at: datetime | None = None,
        documents: Documents = no_documents,
    ) -> Snapshot:
        """Freezes the month of a draft anew, from what is published now, in the place of the draft.

        Sentences that were put in other words are taken over. ``reason`` as for :meth:`create`; that of a revision is
        kept where none is given.
        """
        published = open_published(self.home / "warehouse")
        maker = self._signatory(by, Step.REMAKE)
        self._folder_of(snapshot_id)
        with self._changing():
            before = self._of_sound_state(snapshot_id)
            check_step(before.id, before.events, Step.REMAKE, maker)
            asked = asked_month(published, before.month)
            replaces = before.manifest["replaces"]
            said = _worded(reason) or (before.manifest["reason"] if replaces else None)
            if not replaces:
                check_missing(published, asked, said)
            again = Asked(published, asked, before.revision, said, replaces)
            return self._make(again, maker, at, documents, carried(read_edits(before.folder)), before)

    def edit(self, snapshot_id: str, words: Words, by: str | None, at: datetime | None = None) -> Snapshot:
        """Puts a sentence of a draft's brief in other words, or back; who, when, before and after are kept."""
        name = self._signatory(by, Step.EDIT)
        self._folder_of(snapshot_id)
        with self._changing():
            snapshot = self._intact(snapshot_id)
            check_step(snapshot.id, snapshot.events, Step.EDIT, name)
            edit = words(snapshot, name, _moment(at))
            event = Event(len(snapshot.events) + 1, Step.EDIT, name, edit.at, edit.sentence_id, {}, "")
            edits = written_edits((*read_edits(snapshot.folder), edit))
            append(snapshot.folder, event, snapshot.events[-1].hash, audit_key(self.home), {}, edits)
            edited = read_snapshot(snapshot.folder)
        self._audit(edited, Step.EDIT, name, sentence=edit.sentence_id)
        return edited

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
        name = self._signatory(by, step)
        self._folder_of(snapshot_id)
        if step is Step.RETURN:
            note = _said(note, f"unionkpi snapshot return {snapshot_id} --reason …")
        with self._changing():
            snapshot = self._intact(snapshot_id)
            check_step(snapshot.id, snapshot.events, step, name)
            if step is Step.REVIEW:
                require_settled(snapshot, name)
            event = Event(len(snapshot.events) + 1, step, name, _moment(at), _worded(note), {}, "")
            made = documents(Snapshot(snapshot.folder, snapshot.manifest, (*snapshot.events, event)))
            append(snapshot.folder, event, snapshot.events[-1].hash, audit_key(self.home), made)
            signed = read_snapshot(snapshot.folder)
        self._audit(signed, step, name)
        return signed

    def delete(self, snapshot_id: str, by: str | None = None) -> Snapshot:
        """Removes a draft, also one whose tables were spoilt; what it was is told by the audit log alone."""
        name = self._signatory(by, Step.DELETE)
        self._folder_of(snapshot_id)
        with self._changing():
            snapshot = self._of_sound_state(snapshot_id)
            check_step(snapshot.id, snapshot.events, Step.DELETE, name)
            # before, because nothing else will tell of it
            self._note(snapshot, Step.DELETE, name)
            # out of sight in one step: a deletion that is killed is finished by the next writer
            snapshot.folder.replace(self._part(snapshot.id))
            self._clear()
            self._forget(snapshot)
        return snapshot

    def _signatory(self, by: str | None, step: Step) -> str:
        """Who takes a step; refuses, before anything is changed, where the audit log could not tell of it."""
        name = signatory(self.home, by, step)
        AuditLog(self.home).require_sound()
        return name

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

    def _make(
        self,
        asked: Asked,
        by: str,
        at: datetime | None,
        documents: Documents,
        edits: Edits = (),
        replaced: Snapshot | None = None,
    ) -> Snapshot:
        """Freezes into a part folder that then gets its name; whatever goes wrong leaves nothing.

        ``edits`` are sentences taken over, ``replaced`` a draft whose place it takes.
        """
        part = self._part(asked.id)
        try:
            manifest = freeze_into(part, self.home, asked)
            event = Event(1, Step.CREATE, by, _moment(at), asked.reason, {}, "")
            made = documents(Snapshot(part, manifest, (event,)))
            append(part, event, manifest["hash"], audit_key(self.home), made, written_edits(edits) if edits else None)
            if replaced:
                replaced.folder.replace(self._aside(asked.id))
            part.replace(self.folder / asked.id)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            self._clear()
            raise
        self._clear()
        flush_folder(self.folder)
        snapshot = read_snapshot(self.folder / asked.id)
        if replaced:
            self._forget(replaced)
            self._audit(replaced, Step.DELETE, by)
        self._audit(snapshot, Step.CREATE, by)
        return snapshot

    def _forget(self, snapshot: Snapshot) -> None:
        """Removes the database that was drawn up from a snapshot that is gone."""
        for kept in (self.home / CACHE).glob(f"{snapshot.hash}.*"):
            # a reader may hold it (Windows)
            with suppress(PermissionError):
                kept.unlink()

    def _audit(self, snapshot: Snapshot, step: Step, by: str, **more: str) -> None:
        """Notes a step that has been taken."""
        try:
            self._note(snapshot, step, by, **more)
        except OSError as error:
            raise Refusal(
                f"{snapshot.id} 已{step.label.zh}，但操作日志写不进去，这一步没有记入；请告诉管理员",
                f"{snapshot.id} has been {step.label.en}, but the audit log took no line of it: tell the administrator",
                f"unionkpi snapshot show {snapshot.id}",
            ) from error

    def _note(self, snapshot: Snapshot, step: Step, by: str, **more: str) -> None:
        details = {"snapshot": snapshot.id, "hash": snapshot.hash, "replaces": snapshot.manifest["replaces"], **more}
        AuditLog(self.home).append(by, AUDITED[step], details)


def _moment(at: datetime | None) -> str:
    return (at or datetime.now().astimezone()).isoformat(timespec="seconds")


def _worded(text: str | None) -> str | None:
    return checked(text or "", REASON) or None


def _said(reason: str | None, command: str) -> str:
    said = _worded(reason)
    if said is None:
        raise Refusal("要用 --reason 写明原因", "Say why, with --reason", command)
    return said
