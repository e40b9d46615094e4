"""Readings of earlier builds: a file whose bytes, name and surroundings are the same is not read and typed again.

What is kept is what the warehouse and its quarantine may hold anyway: typed rows with person keys,
masked cells, problems. Rows of one ledger lie in one Parquet file, so that reading them again costs
little; an index says which rows are whose. Index and tables are sealed with the home's key: what is
damaged or not our own is ignored, and its files are read anew.
"""

import hashlib
import hmac
import io
import os
import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path

import polars as pl

from pipelines.ledger import Ledger
from pipelines.reading.problem import PROBLEM_SCHEMA
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading

INDEX = "index"
_HASH_LENGTH = 64
_LIBRARIES = ("polars", "python-calamine")
_TABLES = ("rows", "as_read")
_NOTHING = pl.DataFrame()


@dataclass(frozen=True, slots=True)
class _Pack:
    """The tables of one ledger, rows of all files one below the other; ``content`` says whose."""

    content: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A reading without its tables, and which part of the tables is its own (first row and length)."""

    reading: SheetReading
    problems: tuple[int, int]
    rows: tuple[int, int] | None


@dataclass(slots=True)
class _Index:
    """The sheets of every file by its key, the tables by ledger, and the name of the table of problems."""

    files: dict[str, list[_Sheet]] = field(default_factory=dict)
    packs: dict[str, _Pack] = field(default_factory=dict)
    problems: str = ""


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
        self._tables: dict[str, pl.DataFrame | None] = {}

    def readings(self, file: NamedFile) -> list[SheetReading] | None:
        """The readings of all sheets of the file, if they are known and whole."""
        sheets = self._index.files.get(_key_of(file))
        whole = [reading for sheet in sheets or () if (reading := self._reading(sheet)) is not None]
        return whole if sheets and len(whole) == len(sheets) else None

    def keep(self, files: Sequence[NamedFile], readings: Sequence[SheetReading], ledgers: Mapping[str, Ledger]) -> None:
        """Keeps the readings of these files and forgets all others; a disk that does not let it costs nothing else."""
        keys = {file.name: key for file in files if (key := _key_of(file))}
        lasting = [reading for reading in readings if not reading.is_deferred and reading.file in keys]
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            index = _Index()
            places: dict[int, tuple[int, int]] = {}
            for ledger_id in ledgers:
                own = [reading for reading in lasting if reading.accepted and reading.ledger == ledger_id]
                places |= zip(map(id, own), _parts([len(reading.rows) for reading in own]), strict=True)
                if own:
                    index.packs[ledger_id] = self._kept_pack(ledger_id, own, keys)
            index.problems = self._write_table([reading.problems for reading in lasting])
            problems = _parts([len(reading.problems) for reading in lasting])
            for reading, part in zip(lasting, problems, strict=True):
                sheet = _Sheet(_without_tables(reading), part, places.get(id(reading)))
                index.files.setdefault(keys[reading.file], []).append(sheet)
            self._write_index(index)

    def _kept_pack(self, ledger_id: str, readings: Sequence[SheetReading], keys: Mapping[str, str]) -> _Pack:
        """The tables of a ledger, written anew unless the very same rows were read from the cache."""
        content = "\n".join(f"{keys[reading.file]} {reading.sheet}" for reading in readings)
        before = self._index.packs.get(ledger_id)
        if before and before.content == content and all(self._tables.get(name) is not None for name in before.names):
            return before
        tables = ([getattr(reading, table) for reading in readings] for table in _TABLES)
        return _Pack(content, tuple(map(self._write_table, tables)))

    def _reading(self, sheet: _Sheet) -> SheetReading | None:
        names = [self._index.problems]
        if sheet.rows and sheet.reading.ledger:
            names += self._index.packs[sheet.reading.ledger].names
        tables = [table for name in names if (table := self._table(name)) is not None]
        if len(tables) < len(names):
            return None
        reading = replace(sheet.reading, problems=tables[0].slice(*sheet.problems))
        if sheet.rows:
            reading.rows, reading.as_read = (table.slice(*sheet.rows) for table in tables[1:])
        return reading

    def _table(self, name: str) -> pl.DataFrame | None:
        """The table with this name, which is a keyed digest of its bytes, if it is whole."""
        if name not in self._tables:
            self._tables[name] = None
            with suppress(OSError):
                content = (self._folder / name).read_bytes()
                if self._name_of(content) == name:
                    self._tables[name] = pl.read_parquet(content)
                else:
                    (self._folder / name).unlink()
        return self._tables[name]

    def _write_table(self, parts: Sequence[pl.DataFrame]) -> str:
        stream = io.BytesIO()
        pl.concat(parts or [pl.DataFrame(schema=PROBLEM_SCHEMA)]).write_parquet(stream, statistics=False)
        name = self._name_of(stream.getvalue())
        if not (self._folder / name).exists():
            self._write(name, stream.getvalue())
        return name

    def _read_index(self) -> _Index:
        nothing = _Index()
        try:
            seal, _, content = (self._folder / INDEX).read_bytes().partition(b"\n")
        except OSError:
            return nothing
        if not hmac.compare_digest(seal, self._seal(content)):
            return nothing
        index: _Index = pickle.loads(content)  # noqa: S301 - nobody without the home's key could have sealed it
        return index

    def _write_index(self, index: _Index) -> None:
        content = pickle.dumps(index)
        self._write(INDEX, self._seal(content) + b"\n" + content)
        used = {INDEX, index.problems, *(name for pack in index.packs.values() for name in pack.names)}
        for left in self._folder.iterdir():
            if left.name not in used:
                left.unlink()

    def _write(self, name: str, content: bytes) -> None:
        part = self._folder / f"{name}.part"
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(content)
        part.replace(self._folder / name)

    def _name_of(self, content: bytes) -> str:
        return hashlib.blake2b(content, key=self._key, digest_size=32).hexdigest() + ".parquet"

    def _seal(self, content: bytes) -> bytes:
        """What only this key, code and county could write before the content."""
        return hmac.digest(self._key, self._basis.encode() + content, "sha256").hex().encode()


def _key_of(file: NamedFile) -> str:
    """Bytes and name; nothing for a file whose bytes are not known."""
    return f"{file.sha256} {file.name}" if file.sha256 and len(file.sha256) == _HASH_LENGTH else ""


def _parts(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """First row and length of each of several tables, one below the other."""
    parts, start = [], 0
    for length in lengths:
        parts.append((start, length))
        start += length
    return parts


def _without_tables(reading: SheetReading) -> SheetReading:
    return replace(reading, rows=_NOTHING, as_read=_NOTHING, problems=_NOTHING)
