"""Readings of earlier builds: a file whose bytes, name and surroundings are the same is not read and typed again.

What is kept is what the warehouse and its quarantine may hold anyway: typed rows with person keys,
masked cells, problems. Rows of one ledger lie in one Parquet file, so that reading them again costs
little; an index says which rows are whose. A damaged entry is ignored, and its files are read anew.
"""

import datetime as dt
import hashlib
import hmac
import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import polars as pl

from pipelines.ledger import Ledger
from pipelines.reading.problem import PROBLEM_SCHEMA
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading

INDEX = "index.json"
_HASH_LENGTH = 64
_LIBRARIES = ("polars", "python-calamine")
_PLAIN = (
    *("file", "sheet", "ledger", "accepted", "read", "skipped", "rejected_whole", "headings", "positions"),
    "content_hash",
)
_DAYS = ("stated_date", "named_month")


@dataclass(frozen=True, slots=True)
class _Pack:
    """Rows of one ledger from all files, one below the other, and the same rows as they were read."""

    rows: pl.DataFrame
    as_read: pl.DataFrame


class ReadingCache:
    """The folder of a home in which readings are kept between builds.

    ``code`` is a digest of the code that reads; another code, county, key or library finds nothing here.
    """

    def __init__(self, folder: Path, settings: ReadingSettings, code: str) -> None:
        self._folder = folder
        self._key = hmac.digest(settings.person_key_secret, b"reading cache", "sha256")
        libraries = "\0".join(version(name) for name in _LIBRARIES)
        self._basis = hashlib.sha256(f"{code}\0{settings.county_code}\0{libraries}".encode()).hexdigest()
        self._index = self._read_index()
        self._packs: dict[str, _Pack | None] = {}
        self._problems: pl.DataFrame | None = None

    def readings(self, file: NamedFile) -> list[SheetReading] | None:
        """The readings of all sheets of the file, if they are known and whole."""
        sheets = self._index["files"].get(_key_of(file))
        if sheets is None:
            return None
        readings = [self._reading(sheet) for sheet in sheets]
        return None if any(reading is None for reading in readings) else [reading for reading in readings if reading]

    def keep(self, files: Sequence[NamedFile], readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger]) -> None:
        """Keeps the readings of these files and forgets all others; a disk that does not let it costs nothing else."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            names = {file.name: _key_of(file) for file in files}
            lasting = _lasting(readings)
            index: dict[str, Any] = {"basis": self._basis, "files": {}, "packs": {}}
            places: dict[int, tuple[str, int]] = {}
            for ledger_id in ledgers:
                own = [reading for reading in lasting if reading.accepted and reading.ledger == ledger_id]
                if own:
                    index["packs"][ledger_id] = self._kept_pack(ledger_id, own, names)
                    places |= zip(
                        map(id, own), _offsets(ledger_id, (len(reading.rows) for reading in own)), strict=True
                    )
            problems = [reading.problems for reading in lasting]
            index["problems"] = self._write_table([pl.DataFrame(schema=PROBLEM_SCHEMA), *problems])
            starts = _offsets("", map(len, problems))
            for reading, (_, start) in zip(lasting, starts, strict=True):
                if names[reading.file] is not None:
                    sheet = _described(reading, places.get(id(reading)), start)
                    index["files"].setdefault(names[reading.file], []).append(sheet)
            self._write_index(index)

    def _kept_pack(
        self, ledger_id: str, readings: Sequence[SheetReading], names: Mapping[str, str | None]
    ) -> list[str]:
        """What the rows consist of and the names of the two tables that hold them, written unless they are there."""
        content = "\n".join(f"{names[reading.file]} {reading.sheet}" for reading in readings)
        before = self._index["packs"].get(ledger_id, [""])
        of = hashlib.sha256(content.encode()).hexdigest()
        if before[0] == of and self._packs.get(ledger_id) is not None:
            return list(before)
        rows, as_read = ([getattr(reading, table) for reading in readings] for table in ("rows", "as_read"))
        return [of, self._write_table(rows), self._write_table(as_read)]

    def _reading(self, sheet: Mapping[str, Any]) -> SheetReading | None:
        problems = self._problem_rows(*sheet["problems"])
        if problems is None:
            return None
        days: dict[str, Any] = {name: dt.date.fromisoformat(sheet[name]) if sheet[name] else None for name in _DAYS}
        reading = SheetReading(**{name: sheet[name] for name in _PLAIN}, **days, problems=problems)
        if sheet["rows"] is None:
            return reading
        ledger_id, start, length = sheet["rows"]
        pack = self._pack(ledger_id)
        if pack is None:
            return None
        reading.rows, reading.as_read = pack.rows.slice(start, length), pack.as_read.slice(start, length)
        return reading

    def _pack(self, ledger_id: str) -> _Pack | None:
        if ledger_id not in self._packs:
            rows, as_read = map(self._read_table, self._index["packs"][ledger_id][1:])
            self._packs[ledger_id] = None if rows is None or as_read is None else _Pack(rows, as_read)
        return self._packs[ledger_id]

    def _problem_rows(self, start: int, length: int) -> pl.DataFrame | None:
        if self._problems is None:
            self._problems = self._read_table(self._index["problems"])
        return None if self._problems is None else self._problems.slice(start, length)

    def _read_index(self) -> dict[str, Any]:
        nothing: dict[str, Any] = {"files": {}, "packs": {}}
        try:
            seal, _, content = (self._folder / INDEX).read_bytes().partition(b"\n")
        except OSError:
            return nothing
        if not hmac.compare_digest(seal, self._seal(content)):
            return nothing
        index: dict[str, Any] = json.loads(content)
        return index if index["basis"] == self._basis else nothing

    def _write_index(self, index: Mapping[str, Any]) -> None:
        content = json.dumps(index, ensure_ascii=False).encode()
        self._write(INDEX, self._seal(content) + b"\n" + content)
        used = {INDEX, index["problems"], *(name for pack in index["packs"].values() for name in pack[1:])}
        for left in self._folder.iterdir():
            if left.name not in used:
                left.unlink()

    def _read_table(self, name: str) -> pl.DataFrame | None:
        """The table with this name, which is the digest of its bytes, if it is whole."""
        with suppress(OSError):
            content = (self._folder / name).read_bytes()
            if self._name_of(content) == name:
                return pl.read_parquet(content)
            (self._folder / name).unlink()
        return None

    def _write_table(self, parts: Sequence[pl.DataFrame]) -> str:
        stream = io.BytesIO()
        pl.concat(parts).write_parquet(stream, statistics=False)
        name = self._name_of(stream.getvalue())
        if not (self._folder / name).exists():
            self._write(name, stream.getvalue())
        return name

    def _write(self, name: str, content: bytes) -> None:
        part = self._folder / f"{name}.part"
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
        part.replace(self._folder / name)

    def _name_of(self, content: bytes) -> str:
        return hashlib.blake2b(content, key=self._key, digest_size=32).hexdigest() + ".parquet"

    def _seal(self, content: bytes) -> bytes:
        return hmac.digest(self._key, content, "sha256").hex().encode()


def _key_of(file: NamedFile) -> str | None:
    """Bytes and name, of a file whose bytes are known."""
    return f"{file.sha256} {file.name}" if file.sha256 and len(file.sha256) == _HASH_LENGTH else None


def _lasting(readings: Sequence[SheetReading]) -> list[SheetReading]:
    return [reading for reading in readings if not reading.is_deferred]


def _offsets(name: str, lengths: Iterable[int]) -> list[tuple[str, int]]:
    offsets, start = [], 0
    for length in lengths:
        offsets.append((name, start))
        start += length
    return offsets


def _described(reading: SheetReading, place: tuple[str, int] | None, problems_start: int) -> dict[str, Any]:
    days = {name: getattr(reading, name) for name in _DAYS}
    return {
        **{name: getattr(reading, name) for name in _PLAIN},
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "rows": [*place, len(reading.rows)] if place else None,
        "problems": [problems_start, len(reading.problems)],
    }
