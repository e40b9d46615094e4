"""The register of a home: what was issued and is told otherwise by the published version, worked out once.

What a frozen month and a version differ in never changes, so it is kept in ``cache/snapshots/`` under the names of
both, sealed like everything there, and worked out anew where it is missing, or was written by another release.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from warehouse.access.audit_log import audit_key
from warehouse.differences.paths import Version
from warehouse.differences.restatements import Issued, Restatement, restatements
from warehouse.figures.cell import NO_TOWNSHIP
from warehouse.language import Label, Refusal
from warehouse.meta import form
from warehouse.reader import Published
from warehouse.snapshot.kept_definitions import version_of
from warehouse.snapshot.log import make_private, replace_private
from warehouse.snapshot.shelf import CACHE, Snapshots
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.verify import mac_of, written

ENDING = ".restated.json"
TELLING_APART = (Path(__file__).parents[1] / "differences", Path(__file__).parent)
"""The packages whose code decides what is told otherwise; one of another release is worked out anew."""

DAMAGED = Label("已损坏", "damaged")
NOT_REACHED = Label("现在发布的数据还没到这个月末", "the published data do not reach its month's end")

Progress = Callable[[Label, int, int], None]
"""Told what is being done, how many months are done and of how many."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure that was issued and is told otherwise now; ``told`` as of :meth:`Restatement.document`."""

    told: Mapping[str, Any]
    label: Label
    unit: Label
    kind: str


@dataclass(frozen=True, slots=True)
class Register:
    """The entries, the latest month first, by indicator and region; the issued months that were compared, by id; those
    that could not be, with the reason."""

    entries: tuple[Entry, ...]
    compared: tuple[str, ...]
    left_out: Mapping[str, Label]


def register(home: Path, live: Published, progress: Progress | None = None) -> Register:
    """Of the latest issued revision of every month. Refused where only a part of ``live`` may be read."""
    live.require_whole()
    snapshots = Snapshots(home)
    left_out = {one: DAMAGED for one in snapshots.listed() if isinstance(one, str)}
    issued = snapshots.last_issued()[::-1]
    entries: list[Entry] = []
    for number, snapshot in enumerate(issued):
        if progress is not None:
            progress(Label(f"比较 {snapshot.id}", f"Comparing {snapshot.id}"), number, len(issued))
        if snapshot.as_of > live.data_date:
            left_out[snapshot.id] = NOT_REACHED
            continue
        try:
            entries += _of_month(home, snapshot, live)
        except Refusal:  # what was altered is not opened
            left_out[snapshot.id] = DAMAGED
    compared = tuple(snapshot.id for snapshot in issued if snapshot.id not in left_out)
    return Register(tuple(entries), compared, left_out)


def _of_month(home: Path, snapshot: Snapshot, live: Published) -> list[Entry]:
    file = home / CACHE / f"{snapshot.hash}.{live.version}{ENDING}"
    key = audit_key(home)
    kept = _kept(file, key)
    if kept is not None:
        return kept
    issued = Issued(snapshot.id, snapshot.as_of, version_of(home, snapshot.id))
    entries = list(_entries(restatements([issued], Version(live))))
    _keep(file, key, entries, snapshot)
    return entries


def _entries(found: list[Restatement]) -> Iterator[Entry]:
    """Rows without a township are in the county's figure, and no region of their own."""
    for one in found:
        indicator = one.figure.indicator
        if one.figure.region_code != NO_TOWNSHIP:
            yield Entry(one.document(), indicator.label, indicator.unit, indicator.kind)


def _kept(file: Path, key: bytes) -> list[Entry] | None:
    """What was worked out before; None where there is nothing that this release has written."""
    try:
        content: dict[str, Any] = json.loads(file.read_text("utf-8"))
        if content["mac"] != mac_of(key, "restated", content) or content["release"] != _release():
            return None
        return [
            Entry(line["told"], Label(*line["label"]), Label(*line["unit"]), line["kind"]) for line in content["lines"]
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _keep(file: Path, key: bytes, entries: list[Entry], snapshot: Snapshot) -> None:
    """Writes it in the place of what was known of the month in other versions."""
    make_private(file.parent)
    lines = [
        {
            "told": dict(one.told),
            "label": [one.label.zh, one.label.en],
            "unit": [one.unit.zh, one.unit.en],
            "kind": one.kind,
        }
        for one in entries
    ]
    content: dict[str, Any] = {"release": _release(), "lines": lines}
    replace_private(file, written({**content, "mac": mac_of(key, "restated", content)}))
    for other in file.parent.glob(f"{snapshot.hash}.*{ENDING}"):
        if other != file:
            other.unlink(missing_ok=True)


@cache
def _release() -> str:
    """A digest of the code that tells versions apart."""
    digest = hashlib.sha256(form().encode())
    for folder in TELLING_APART:
        for path in sorted(folder.glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()
