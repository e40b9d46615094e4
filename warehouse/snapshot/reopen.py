"""A snapshot as a database again: every page, trace and comparison works on it as on a published version.

The database is drawn up from the frozen tables with the frozen SQL and kept in ``cache/snapshots/<hash>.duckdb``, where
it may be deleted at any time. Its seal says that it is ours and of this release's form; else it is drawn up anew.
"""

import hashlib
import json
import os
import threading
from pathlib import Path

import duckdb

from warehouse.access.audit_log import audit_key
from warehouse.meta import form
from warehouse.reader import Published
from warehouse.snapshot.freeze import FROZEN_SQL
from warehouse.snapshot.frozen_tables import load_tables, version_entries
from warehouse.snapshot.log import make_private, replace_private
from warehouse.snapshot.shelf import CACHE, Snapshots
from warehouse.snapshot.snapshot import Snapshot, damaged
from warehouse.snapshot.verify import mac_of, written

_opened: dict[Path, Published] = {}
_opening = threading.Lock()


def open_snapshot(home: Path, snapshot_id: str) -> Published:
    """A snapshot opened read-only, after every hash of it was checked.

    ``version_info`` has ``snapshot`` (its id), ``snapshot_hash`` (its manifest's) and ``frozen_data_date`` besides; its
    ``data_date`` is the month's end, ``version`` that of the version it was frozen from. Raises :class:`Refusal` for an
    unknown id and for a snapshot that is not as it was written.
    """
    snapshots = Snapshots(home)
    if snapshots.altered(snapshot_id):
        raise damaged(snapshot_id)
    return reopened(home, snapshots.find(snapshot_id))


def reopened(home: Path, snapshot: Snapshot) -> Published:
    """The same of a snapshot that is known to be intact, such as one just being made."""
    file = (home / CACHE / f"{snapshot.hash}.duckdb").resolve()
    with _opening:
        if file not in _opened or not file.exists():
            key = audit_key(home)
            if not _is_sealed(file, key):
                _draw_up(file, snapshot)
                replace_private(_seal_file(file), written(_seal(file, key)))
            connection = duckdb.connect(str(file), read_only=True)
            _opened[file] = Published(file, version_entries(connection), connection)
        return _opened[file]


def _seal_file(file: Path) -> Path:
    return file.with_suffix(".seal")


def _seal(file: Path, key: bytes) -> dict[str, str]:
    with file.open("rb") as stream:
        content = {"sha256": hashlib.file_digest(stream, "sha256").hexdigest(), "form": form()}
    return {**content, "mac": mac_of(key, "cache", content)}


def _is_sealed(file: Path, key: bytes) -> bool:
    try:
        return _seal_file(file).read_bytes() == written(_seal(file, key))
    except OSError:
        return False


def _draw_up(file: Path, snapshot: Snapshot) -> None:
    make_private(file.parent)
    part = file.with_name(f"{file.stem}.{os.getpid()}.part")
    part.unlink(missing_ok=True)
    try:
        con = duckdb.connect(str(part))
        try:
            _fill(con, snapshot)
        finally:
            con.close()
        part.chmod(0o600)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _fill(con: duckdb.DuckDBPyConnection, snapshot: Snapshot) -> None:
    load_tables(con, snapshot)
    frozen = json.loads((snapshot.folder / FROZEN_SQL).read_text(encoding="utf-8"))
    for name, sql in frozen["views"].items():
        con.execute(f'create view as_of."{name}" as {sql}')
    for mart in frozen["marts"]:
        con.execute(f'create {"view" if mart["is_view"] else "table"} mart."{mart["name"]}" as {mart["sql"]}')
