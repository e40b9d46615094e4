"""Which databases a question is asked of: the published version, or a frozen month with that beside it.

They are kept in the home's ``cache/desk/``, made when they are first asked for: the published version's under its name,
a frozen month's under the hash of its manifest and that name. A few are kept, those that were used last.
"""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
from filelock import FileLock

from warehouse.desk.desk_file import Source, desk_form, fill
from warehouse.language import Refusal
from warehouse.reader import open_published
from warehouse.snapshot.reopen import reopened
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot, damaged

FOLDER = "cache/desk"
LIVE, SNAPSHOT = "live", "snapshot"
"""The names of the two databases in a query, as in ``live.ledger.unions``."""
KEPT = {LIVE: 2, SNAPSHOT: 4}
"""How many files of each are kept, so that whoever asks at this moment still finds theirs."""

_making = threading.Lock()


@dataclass(frozen=True, slots=True)
class Databases:
    """The desk's files that a query sees: what it names without a database is in ``main``.

    Without a frozen month ``main`` is the published version, also called ``live``, and ``live`` is None. With one
    ``main`` is the month, also called ``snapshot``, and ``live`` the published version.
    """

    main: Path
    live: Path | None = None


def databases(home: Path, snapshot_id: str | None = None) -> Databases:
    """The files of the published version and of a frozen month of a home's folder, made where they are not there.

    Raises :class:`Refusal` where nothing is published, for an unknown snapshot, for one that is not as it was written
    and for one whose tables this release of the program cannot draw up.
    """
    published = open_published(home / "warehouse")
    name = f"{published.version}-{published.version_info['form']}"
    live = _kept(home, LIVE, name, lambda: Source.of(published))
    return Databases(live) if snapshot_id is None else Databases(_frozen(home, snapshot_id, name, live), live)


def _frozen(home: Path, snapshot_id: str, name: str, live: Path) -> Path:
    snapshots = Snapshots(home)
    if snapshots.altered(snapshot_id):
        raise damaged(snapshot_id)
    snapshot = snapshots.find(snapshot_id)
    try:
        return _kept(
            home,
            SNAPSHOT,
            f"{snapshot.hash[:32]}-{name}",
            lambda: Source.of_snapshot(reopened(home, snapshot), snapshot, live),
        )
    except duckdb.Error:
        raise _of_another_release(snapshot) from None


def _of_another_release(snapshot: Snapshot) -> Refusal:
    return Refusal(
        f"快照 {snapshot.id} 由程序的另一个版本（{snapshot.manifest['code_version']}）填报，现在的程序不能查询它的表；"
        "它的数值仍可查看",
        f"Snapshot {snapshot.id} was frozen by another release of the program ({snapshot.manifest['code_version']}), "
        "whose tables this one cannot query; its figures can still be read",
        f"unionkpi snapshot show {snapshot.id}",
    )


def _kept(home: Path, kind: str, name: str, source: Callable[[], Source]) -> Path:
    """The file of a version or month, made whole and in one step when it is not there; readable by its owner alone."""
    folder = home / FOLDER
    file = folder / f"{kind}-{name}-{desk_form()}.duckdb"
    if not file.exists():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _making, FileLock(str(folder / "desk.lock"), mode=0o600):
            if not file.exists():
                _make(file, source())
                _drop_unused(folder, kind)
    # the time of its last use, which says what is kept
    os.utime(file)
    return file


def _make(file: Path, source: Source) -> None:
    for left in file.parent.glob(".*.part"):
        left.unlink(missing_ok=True)
    part = file.with_name(f".{os.getpid()}.part")
    try:
        fill(part, source)
        part.chmod(0o600)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _drop_unused(folder: Path, kind: str) -> None:
    """What an earlier release has left is used no longer, and goes as the oldest."""
    by_use = sorted(folder.glob(f"{kind}-*.duckdb"), key=lambda file: file.stat().st_mtime_ns)
    for file in by_use[: -KEPT[kind]]:
        file.unlink(missing_ok=True)
