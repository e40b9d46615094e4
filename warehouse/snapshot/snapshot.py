"""One snapshot as it lies in its folder: manifest, log, state."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from warehouse.language import Refusal
from warehouse.snapshot.life_cycle import Event, State, state_after
from warehouse.snapshot.verify import LOG, MANIFEST, NOT_AS_WRITTEN


@dataclass(frozen=True)
class Snapshot:
    """A frozen month; ``manifest`` is the content of ``manifest.json``, ``events`` the log."""

    folder: Path
    manifest: dict[str, Any]
    events: tuple[Event, ...]

    @property
    def id(self) -> str:
        return str(self.manifest["id"])

    @property
    def month(self) -> str:
        return str(self.manifest["month"])

    @property
    def as_of(self) -> date:
        return date.fromisoformat(self.manifest["as_of"])

    @property
    def revision(self) -> int:
        return int(self.manifest["revision"])

    @property
    def hash(self) -> str:
        """The hash of the manifest, and so of everything frozen: what documents are printed with."""
        return str(self.manifest["hash"])

    @property
    def state(self) -> State:
        return state_after(self.events)

    def document(self) -> dict[str, Any]:
        """What ``snapshot list`` and ``show`` tell of it."""
        known = ("id", "month", "revision", "version", "replaces", "complete", "missing", "reason", "hash")
        return {
            **{name: self.manifest[name] for name in known},
            "state": str(self.state),
            "events": [
                {"action": event.action, "by": event.by, "at": event.at, "note": event.note} for event in self.events
            ],
        }


def read_snapshot(folder: Path) -> Snapshot:
    """The snapshot in a folder, unverified; raises :class:`Refusal` for one that cannot be read."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        # what follows the last end of a line is no entry yet: its writer is at work, or was killed
        *lines, _ = (folder / LOG).read_text(encoding="utf-8").split("\n")
        found = Snapshot(folder, manifest, tuple(_event(json.loads(line)) for line in lines))
        _ = found.document(), found.as_of, found.revision
    except (OSError, *NOT_AS_WRITTEN):
        raise damaged(folder.name) from None
    return found


def _event(entry: dict[str, Any]) -> Event:
    names = ("sequence", "action", "by", "at", "note", "documents", "hash")
    return Event(**{name: entry[name] for name in names}, wording=entry.get("wording"))


def damaged(snapshot_id: str) -> Refusal:
    """What is said of a snapshot that is not what was written."""
    return Refusal(
        f"快照 {snapshot_id} 已被改动或损坏，不能使用；请核对，并从备份恢复",
        f"Snapshot {snapshot_id} was altered or damaged and cannot be used: verify it, and restore it from a backup",
        f"unionkpi snapshot verify {snapshot_id}",
    )
