"""Whether the folder of a snapshot is as it was written: every file, every line of its log.

Needs nothing but Python's standard library: a copy that is handed on carries this file as ``verify.py``.

    python3 verify.py [FOLDER]

A folder holds ``manifest.json`` (the hash of every file of ``public/`` and ``private/``, and a hash of all of that),
``log.jsonl`` (who made, reviewed and issued it: each line's hash covers the line before, the first one's the manifest)
and ``seal.json`` (where the log ends). ``wording.json``, what was made of sentences, stays in the home like
``private/``. In its home the lines are sealed with a key besides, so that nobody can write
the whole log anew; a copy has no key and needs none of ``private/``, there hashes and chain alone are checked.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import sys
from pathlib import Path
from typing import Any, NamedTuple

MANIFEST, LOG, SEAL = "manifest.json", "log.jsonl", "seal.json"
PUBLIC, PRIVATE, DOCUMENTS = "public", "private", "documents"
WORDING = "wording.json"
FORMAT = 1
NOT_AS_WRITTEN = (ValueError, LookupError, TypeError, ArithmeticError, AttributeError, RecursionError)
"""What understanding a text may raise once anything may stand there."""
ID = re.compile(r"([0-9]{4}-(?:0[1-9]|1[0-2]))\.r([1-9][0-9]*)")


class Altered(NamedTuple):
    """A place where a snapshot is not what was written; ``file`` is relative to the folder that was asked about.

    ``reason``: altered, missing, added, unreadable; of the log also order, lines_missing and unsealed, of the
    manifest also anchor (the log begins with another one) and newer (a later release's form). ``line`` counts from 1.
    """

    file: str
    reason: str
    line: int | None = None


class LogEnd(NamedTuple):
    """Where a log ends, the documents that it names with their hashes, and the hash of the edited sentences."""

    sequence: int
    hash: str
    documents: dict[str, str]
    wording: str | None = None


def written(content: Any) -> bytes:
    """A JSON file's bytes: keys in order, one way to write each value."""
    return (json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def line_of(content: Any) -> str:
    """A JSON line, without its end."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def manifest_hash(manifest: dict[str, Any]) -> str:
    """The hash of everything in a manifest but its own ``hash``."""
    content = {name: value for name, value in manifest.items() if name != "hash"}
    return hashlib.sha256(line_of(content).encode()).hexdigest()


def entry_hash(before: str, entry: dict[str, Any]) -> str:
    """The hash of a log entry: of the hash before it (the manifest's for the first) and of what it says."""
    content = {name: value for name, value in entry.items() if name not in ("hash", "mac")}
    return hashlib.sha256(f"{before}\n{line_of(content)}".encode()).hexdigest()


def mac_of(key: bytes, purpose: str, content: dict[str, Any]) -> str:
    """The keyed hash of a log entry or of the seal, without its ``mac``."""
    text = line_of({name: value for name, value in content.items() if name != "mac"})
    return hmac.new(key, f"snapshot {purpose}\n{text}".encode(), hashlib.sha256).hexdigest()


def altered_in(folder: Path, key: bytes | None = None) -> list[Altered]:
    """What was altered in one snapshot's folder; nothing when it is intact.

    ``key`` is that of its home; without one the folder is a copy: the seals are not judged and ``private/`` may be
    missing as a whole.
    """
    manifest, found = _judge_manifest(folder)
    if manifest is None:
        return found
    end, log_found = _judge_log(folder, str(manifest["hash"]), key)
    found += log_found
    expected = {name: str(value) for name, value in manifest["files"].items()}
    if key is None and not (folder / PRIVATE).exists():
        expected = {name: value for name, value in expected.items() if not name.startswith(f"{PRIVATE}/")}
    if end is not None:
        found += _judge_seal(folder, end, key)
        expected.update({f"{DOCUMENTS}/{name}": value for name, value in end.documents.items()})
        if end.wording and (key is not None or (folder / WORDING).exists()):
            expected[WORDING] = end.wording
    return found + _judge_files(folder, expected)


def altered_below(folder: Path) -> list[Altered] | None:
    """What was altered in a copy: one snapshot's folder, or one with several of them. None: there is no snapshot."""
    if (folder / MANIFEST).exists() or (folder / LOG).exists():
        return altered_in(folder)
    inner = [path for path in sorted(folder.iterdir()) if path.is_dir() and ID.fullmatch(path.name)]
    if not inner:
        return None
    return [Altered(f"{path.name}/{one.file}", *one[1:]) for path in inner for one in altered_in(path)]


def _judge_manifest(folder: Path) -> tuple[dict[str, Any] | None, list[Altered]]:
    try:
        text = (folder / MANIFEST).read_bytes()
    except OSError:
        return None, [Altered(MANIFEST, "missing")]
    try:
        manifest = json.loads(text)
        is_newer = manifest["format"] > FORMAT
        is_whole = all(_is_inside(name) for name, _ in manifest["files"].items())
        is_whole = is_whole and written(manifest) == text and manifest["hash"] == manifest_hash(manifest)
    except NOT_AS_WRITTEN:
        return None, [Altered(MANIFEST, "unreadable")]
    if is_newer:
        return None, [Altered(MANIFEST, "newer")]
    found = [] if is_whole else [Altered(MANIFEST, "altered")]
    if ID.fullmatch(folder.name) and manifest.get("id") != folder.name:
        found.append(Altered(MANIFEST, "anchor"))
    return manifest, found


def _is_inside(name: str) -> bool:
    """Whether a file's name stays in the folder."""
    return not name.startswith("/") and ".." not in name.split("/")


def _judge_log(folder: Path, anchor: str, key: bytes | None) -> tuple[LogEnd | None, list[Altered]]:
    try:
        text = (folder / LOG).read_bytes().decode()
    except OSError:
        return None, [Altered(LOG, "missing")]
    except UnicodeDecodeError:
        return None, [Altered(LOG, "unreadable")]
    found: list[Altered] = []
    end = LogEnd(0, anchor, {})
    *lines, rest = text.split("\n")
    if rest or not lines:
        found.append(Altered(LOG, "lines_missing"))
    for number, line in enumerate(lines, start=1):
        entry, reason = _judge_line(line, end, key)
        if reason == "anchor":
            found.append(Altered(MANIFEST, "anchor"))
        elif reason:
            found.append(Altered(LOG, reason, number))
        if entry is not None:
            documents, wording = entry["documents"] or end.documents, entry.get("wording") or end.wording
            end = LogEnd(entry["sequence"], entry["hash"], documents, wording)
    return end, found


def _judge_line(line: str, end: LogEnd, key: bytes | None) -> tuple[dict[str, Any] | None, str | None]:
    """The entry of a line (None: it is none) and what is wrong with it."""
    try:
        entry = json.loads(line)
        is_entry = isinstance(entry["sequence"], int) and isinstance(entry["hash"], str)
        is_entry = is_entry and all(isinstance(value, str) for value in entry["documents"].values())
        is_entry = is_entry and isinstance(entry.get("wording", ""), str)
        is_sealed = key is None or hmac.compare_digest(entry["mac"].encode(), mac_of(key, "log", entry).encode())
        follows = entry["hash"] == entry_hash(end.hash, entry)
    except NOT_AS_WRITTEN:
        return None, "unreadable"
    if not is_entry:
        return None, "unreadable"
    if not follows:
        if entry["sequence"] != end.sequence + 1:
            return entry, "order"
        # a line that is sealed as it stands but follows something else: what it follows was altered
        return entry, "anchor" if key is not None and is_sealed and end.sequence == 0 else "altered"
    if line_of(entry) != line:
        return entry, "altered"
    return entry, None if is_sealed else "unsealed"


def _judge_seal(folder: Path, end: LogEnd, key: bytes | None) -> list[Altered]:
    seal, reason = _read_seal(folder / SEAL, key)
    if seal is None:
        return [Altered(SEAL, str(reason))]
    sequence = int(seal["sequence"])
    if end.sequence < sequence or (end.sequence == sequence and end.hash != seal["hash"]):
        return [Altered(LOG, "lines_missing")]
    # one line beyond the seal is one whose writer was killed before it came to the seal
    return [Altered(SEAL, "altered")] if end.sequence > sequence + 1 else []


def _read_seal(file: Path, key: bytes | None) -> tuple[dict[str, Any] | None, str | None]:
    """The seal, or why it is none."""
    try:
        text = file.read_bytes()
        seal = json.loads(text)
        is_whole = written(seal) == text and isinstance(seal["sequence"], int) and isinstance(seal["hash"], str)
        is_sealed = key is None or hmac.compare_digest(seal["mac"].encode(), mac_of(key, "seal", seal).encode())
    except OSError:
        return None, "missing"
    except NOT_AS_WRITTEN:
        return None, "unreadable"
    if not is_whole:
        return None, "altered"
    if not is_sealed:
        return None, "unsealed"
    return seal, None


def _judge_files(folder: Path, expected: dict[str, str]) -> list[Altered]:
    listed = [path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir() or not any(path.iterdir())]
    there = {path.relative_to(folder).as_posix(): path for path in listed}
    found = [
        Altered(name, "missing" if name not in there else "altered")
        for name in sorted(expected)
        if name not in there or there[name].is_symlink() or _hash_of(there[name]) != expected[name]
    ]
    added = set(there) - set(expected) - {MANIFEST, LOG, SEAL}
    return found + [Altered(name, "added") for name in sorted(added)]


def _hash_of(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


REASONS = {
    "altered": "内容被改动 / changed",
    "missing": "缺失 / missing",
    "added": "多出的文件 / not one of its files",
    "unreadable": "无法读懂 / cannot be read",
    "order": "前面的行被删除，或次序被调换 / a line before it was removed, or the order was changed",
    "lines_missing": "末尾的行被删除 / the last lines were removed",
    "unsealed": "不是本单位的程序写的 / not written by this home's program",
    "anchor": "与签名时的清单不是同一份 / not the manifest that was signed",
    "newer": "由较新版本的程序写成 / written by a newer release",
}


def main(arguments: list[str]) -> int:
    """Exit code 0: intact; 1: altered, with every place; 2: no snapshot there."""
    if hasattr(sys.stdout, "reconfigure"):
        # a console that has no Chinese letters shows their codes instead of failing
        sys.stdout.reconfigure(errors="backslashreplace")
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    found = altered_below(folder) if folder.is_dir() else None
    if found is None:
        sys.stdout.write(f"{folder}: 没有快照 / no snapshot\n")
        return 2
    for one in found:
        place = f" 第{one.line}行 / line {one.line}" if one.line else ""
        sys.stdout.write(f"{one.file}{place}: {REASONS[one.reason]}\n")
    if not found:
        sys.stdout.write("完整，未被改动 / intact\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
