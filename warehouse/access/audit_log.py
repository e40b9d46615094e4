"""The log of what people did: lines that can be added and never changed unnoticed.

One file a month, ``audit/2026-11.jsonl``, one JSON object a line: ``sequence``, ``at`` (local time with its offset),
``who``, ``action``, ``details`` and ``mac``, the keyed hash (HMAC-SHA-256) of the line before and of this line.
``audit/head.json`` says where the kept log begins and ends, under the same key. Whoever lacks the key can neither
change, remove nor reorder a line, nor cut off the last ones, without :func:`verify` saying so; putting back an older
copy of the whole folder is not noticed, which backups elsewhere are for.

Details hold ids, counts and names of files, never anything of the people in the ledgers.
"""

import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from operator import index
from pathlib import Path
from typing import Any

from filelock import FileLock

from warehouse.access.actions import Action
from warehouse.access.log_lines import NOT_AS_WRITTEN, lines, refusing_what_is_damaged, writable, written
from warehouse.language import Refusal

HEAD = "head.json"
KEPT_MONTHS = 24
SHORTEST_KEPT_MONTHS = 6
LOCK_SECONDS = 10.0
BEGINNING = ""
FOLDER, KEY_FILE = "audit", "audit.key"
KEY_BYTES = 32
_MONTH_FILE = re.compile(r"^[0-9]{4}-[0-9]{2}\.jsonl$")

Details = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log."""

    sequence: int
    at: str
    who: str
    action: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Altered:
    """A place where the log is not what was written: a file of it, the line (None: the file itself), and why."""

    file: str
    line: int | None
    reason: str


class AuditLog:
    """The log of a home: its folder ``audit/``, sealed with the key ``audit.key`` beside it. Safe to use from several
    processes."""

    def __init__(self, home: Path, kept_months: int = KEPT_MONTHS) -> None:
        """Makes the key when there is none; a log without its key is one that :meth:`verify` cannot vouch for."""
        self.folder = home / FOLDER
        self.kept_months = max(kept_months, SHORTEST_KEPT_MONTHS)
        self._key = audit_key(home)

    def append(self, who: str, action: Action, details: Details | None = None, at: datetime | None = None) -> None:
        """Adds one line and waits until it is on the disk.

        Raises :class:`Refusal` when the log is damaged so that no line can follow.
        """
        moment = at or datetime.now().astimezone()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self.held(), refusing_what_is_damaged():
            head = self._head()
            line = {
                "sequence": head["sequence"] + 1,
                "at": moment.isoformat(timespec="seconds"),
                "who": writable(who),
                "action": str(action),
                "details": {name: writable(value) for name, value in (details or {}).items()},
            }
            mac = self._mac(head["mac"], line)
            self._write_line(self._month_file(moment), {**line, "mac": mac}, head)
            self._write_head({**head, "sequence": line["sequence"], "mac": mac})

    def require_sound(self) -> None:
        """Raises :class:`Refusal` when no line could follow: asked before what must not happen without one."""
        with refusing_what_is_damaged():
            self._head()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody writes meanwhile. The folder must exist."""
        with FileLock(str(self.folder / "audit.lock"), timeout=LOCK_SECONDS, mode=0o600):
            yield

    def entries(self) -> Iterator[Entry]:
        """All lines that are readable, oldest first."""
        for path in self._files():
            for text in lines(path):
                try:
                    line = json.loads(text)
                    yield Entry(line["sequence"], line["at"], line["who"], line["action"], line["details"])
                except NOT_AS_WRITTEN:
                    continue

    def verify(self) -> list[Altered]:
        """The places where the log was changed; none when it is as it was written.

        The first one tells the most: a removed or reordered line breaks the chain where it stood.
        """
        try:
            head = self._head()
        except NOT_AS_WRITTEN:
            return [Altered(HEAD, None, "damaged")]
        files = self._files()
        if not files:
            return [Altered(HEAD, None, "lines_missing")] if head["sequence"] else []
        found, last, mac = [], head["start_sequence"], head["start_mac"]
        for path in files:
            for number, text in enumerate(lines(path), start=1):
                line, reason = self._judge(text, last, mac)
                if reason:
                    found.append(Altered(path.name, number, reason))
                if line is not None:
                    last, mac = line["sequence"], line["mac"]
        # a line beyond the head is one whose writer was killed before it came to the head
        if last < head["sequence"]:
            found.append(Altered(files[-1].name, None, "lines_missing"))
        return found

    def _judge(self, text: str, last: int, mac: str) -> tuple[dict[str, Any] | None, str | None]:
        """The line that a text is (None: it is none), and what is wrong with it."""
        try:
            line = json.loads(text)
            is_next = index(line["sequence"]) == last + 1
            content = {key: value for key, value in line.items() if key != "mac"}
            is_sealed = hmac.compare_digest(line["mac"].encode(), self._mac(mac, content).encode())
            is_whole = written(line) == text
        except NOT_AS_WRITTEN:
            return None, "unreadable"
        if not is_sealed:
            return line, "altered" if is_next else "order"
        return line, None if is_whole else "altered"

    def _head(self) -> dict[str, Any]:
        """Where the log stands; raises ``ValueError`` when the file is not what was written."""
        path = self.folder / HEAD
        if not path.exists():
            if self._files():
                raise ValueError("head.json is missing")
            return {"sequence": 0, "mac": BEGINNING, "start_sequence": 0, "start_mac": BEGINNING}
        text = path.read_text(encoding="utf-8")
        head: dict[str, Any] = json.loads(text)
        seal = str(head.pop("seal"))
        is_whole = json.dumps({**head, "seal": seal}) == text
        if not is_whole or not hmac.compare_digest(seal.encode(), self._mac("head", head).encode()):
            raise ValueError("head.json was altered")
        return self._caught_up(head)

    def _caught_up(self, head: dict[str, Any]) -> dict[str, Any]:
        """The head, moved to a line whose writer was killed between the two."""
        texts = [text for path in self._files()[-1:] for text in lines(path)]
        line, reason = self._judge(texts[-1] if texts else "", head["sequence"], head["mac"])
        if line is None or reason or line["sequence"] != head["sequence"] + 1:
            return head
        return {**head, "sequence": line["sequence"], "mac": line["mac"]}

    def _month_file(self, moment: datetime) -> str:
        """The file of a line: never one before the last that was written into, whatever the clock says."""
        return max([f"{moment:%Y-%m}.jsonl", *(path.name for path in self._files()[-1:])])

    def _write_line(self, name: str, line: Mapping[str, Any], head: dict[str, Any]) -> None:
        path = self.folder / name
        if not path.exists():
            self._drop_oldest(name, head)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "r+b") as stream:
            # a writer that was killed within a line had told nobody that it was written
            stream.truncate(stream.read().rfind(b"\n") + 1)
            stream.seek(0, os.SEEK_END)
            stream.write(written(line).encode())
            stream.flush()
            os.fsync(stream.fileno())

    def _drop_oldest(self, newest: str, head: dict[str, Any]) -> None:
        """Removes the months that are kept no longer; the log then begins after their last line.

        As many files as months are kept remain in any case: a clock that runs ahead for a day removes no year.
        """
        oldest_kept = _months(newest) - self.kept_months + 1
        files = self._files()
        for path in files[: max(0, len(files) + 1 - self.kept_months)]:
            if _months(path.name) >= oldest_kept:
                return
            last = json.loads(lines(path)[-1])
            head["start_sequence"], head["start_mac"] = last["sequence"], last["mac"]
            self._write_head(head)
            path.unlink()

    def _write_head(self, head: Mapping[str, Any]) -> None:
        partial = self.folder / f"{HEAD}.part"
        partial.unlink(missing_ok=True)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump({**head, "seal": self._mac("head", head)}, stream)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(self.folder / HEAD)

    def _mac(self, before: str, content: Mapping[str, Any]) -> str:
        text = before + "\n" + json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()

    def _files(self) -> list[Path]:
        if not self.folder.is_dir():
            return []
        return sorted(path for path in self.folder.iterdir() if _MONTH_FILE.match(path.name))


def audit_key(home: Path) -> bytes:
    """The key ``audit.key`` of a home, made where there is neither key nor log.

    Raises :class:`Refusal` when a log has lost its key: with a new one no line of it could be vouched for again.
    """
    file = home / KEY_FILE
    if not file.exists():
        if (home / FOLDER / HEAD).exists():
            raise Refusal(
                f"找不到 {KEY_FILE}，而本目录已有操作日志；请从备份恢复 {KEY_FILE}，"
                f"或把 {FOLDER} 文件夹移到别处保存后重新开始",
                f"{KEY_FILE} is lost but this home has a log: restore it from a backup, "
                f"or keep the folder {FOLDER} elsewhere and begin anew",
            )
        home.mkdir(parents=True, exist_ok=True)
        # another process may be making one at this moment: the first one counts
        fresh = home / f"{KEY_FILE}.{secrets.token_hex(8)}.part"
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(secrets.token_hex(KEY_BYTES).encode())
        with suppress(FileExistsError):
            os.link(fresh, file)
        fresh.unlink()
    return file.read_bytes().strip()


def _months(name: str) -> int:
    return int(name[:4]) * 12 + int(name[5:7])
