"""Writing into a snapshot's folder: private files, and the log that can only grow.

What is made with an entry, documents or edited sentences, lies in a place of its own until the entry stands in the
log; a writer that was killed in between leaves it there, and :func:`settle` finishes or undoes it.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from warehouse.snapshot.life_cycle import Event
from warehouse.snapshot.verify import DOCUMENTS, LOG, SEAL, WORDING, entry_hash, line_of, mac_of, written

WAITING = re.compile(rf"\.({re.escape(DOCUMENTS)}|{re.escape(WORDING)})\.([0-9]+)\.part")
PRIVATE_FOLDER = 0o700


def write_private(file: Path, content: bytes) -> None:
    """A new file that its owner alone can read, on the disk when this returns; its folders are made."""
    make_private(file.parent)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def make_private(folder: Path) -> None:
    """A folder, and those above it, that their owner alone can read where they are new."""
    for missing in reversed([one for one in (folder, *folder.parents) if not one.exists()]):
        missing.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)


def replace_private(file: Path, content: bytes) -> None:
    """Writes a file anew in one step."""
    part = file.with_name(f".{file.name}.part")
    part.unlink(missing_ok=True)
    write_private(part, content)
    part.replace(file)


def flush_folder(folder: Path) -> None:
    """Forces the entries of a folder to the disk; folders cannot be opened on Windows."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def hashes_of(documents: Mapping[str, bytes]) -> dict[str, str]:
    """The hash of each document by its name."""
    return {name: hashlib.sha256(content).hexdigest() for name, content in sorted(documents.items())}


def append(
    folder: Path,
    event: Event,
    before: str,
    key: bytes,
    documents: Mapping[str, bytes],
    wording: bytes | None = None,
) -> None:
    """Adds an entry and what was made with it; ``before`` is the hash that it follows, hashes are made here.

    ``wording`` are the edited sentences (:mod:`warehouse.snapshot.edited_sentences`) where the entry changes them.
    Raises ``OSError`` where the disk does not take all of it; nothing has been added then.
    """
    waiting = folder / f".{DOCUMENTS}.{event.sequence}.part"
    shutil.rmtree(waiting, ignore_errors=True)
    for name, content in documents.items():
        write_private(waiting / name, content)
    entry: dict[str, Any] = {
        "sequence": event.sequence,
        "action": event.action,
        "by": event.by,
        "at": event.at,
        "note": event.note,
        "documents": hashes_of(documents),
    }
    if wording is not None:
        words = folder / f".{WORDING}.{event.sequence}.part"
        words.unlink(missing_ok=True)
        write_private(words, wording)
        entry["wording"] = hashlib.sha256(wording).hexdigest()
    entry["hash"] = entry_hash(before, entry)
    entry["mac"] = mac_of(key, "log", entry)
    seal = {"sequence": event.sequence, "hash": entry["hash"]}
    with _whole_or_not(folder / LOG):
        _append_line(folder / LOG, line_of(entry))
        replace_private(folder / SEAL, written({**seal, "mac": mac_of(key, "seal", seal)}))
    settle(folder)
    flush_folder(folder)


def settle(folder: Path) -> None:
    """Puts documents in place whose entry stands in the log, and removes what a killed writer has left."""
    log = folder / LOG
    if not log.exists():
        return
    text = log.read_bytes()
    last = text.count(b"\n")
    if not text.endswith(b"\n") and _sealed(folder / SEAL) == last:
        # a writer that was killed within a line had told nobody that it was written
        os.truncate(log, text.rfind(b"\n") + 1)
    for left in sorted(folder.glob(".*.part")):
        waiting = WAITING.fullmatch(left.name)
        if waiting and int(waiting[2]) == last:
            if waiting[1] == DOCUMENTS:
                shutil.rmtree(folder / DOCUMENTS, ignore_errors=True)
            left.replace(folder / waiting[1])
        elif waiting and left.is_dir():
            shutil.rmtree(left)
        elif waiting or left.name == f".{SEAL}.part":
            left.unlink()


def _sealed(seal: Path) -> int | None:
    """Up to which line a log is sealed; None where that cannot be read."""
    try:
        return int(json.loads(seal.read_bytes())["sequence"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


@contextmanager
def _whole_or_not(log: Path) -> Iterator[None]:
    """A line whose seal could not be written, as on a full disk, would stand although the step was refused."""
    size = log.stat().st_size if log.exists() else 0
    try:
        yield
    except OSError:
        with suppress(FileNotFoundError):
            os.truncate(log, size)
        raise


def _append_line(log: Path, line: str) -> None:
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as stream:
        stream.write(f"{line}\n".encode())
        stream.flush()
        os.fsync(stream.fileno())
