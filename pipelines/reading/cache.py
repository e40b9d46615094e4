"""Readings of earlier builds: a file whose bytes, name and surroundings are the same is not read and typed again.

What is kept is what the warehouse and its quarantine may hold anyway: typed rows with person keys,
masked cells, problems. Rows of one ledger lie in one table, so that taking them up again costs
little; an index says which rows are whose.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import polars as pl

from pipelines.ledger import Ledger
from pipelines.reading.problem import PROBLEM_SCHEMA
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from pipelines.sealed_tables import SealedTables

_HASH_LENGTH = 64
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

    @property
    def tables(self) -> set[str]:
        return {self.problems, *(name for pack in self.packs.values() for name in pack.names)}


class ReadingCache:
    """The folder of a home in which readings are kept between builds.

    ``code`` is a digest of the code that reads; another code, county, key or library finds nothing here.
    """

    def __init__(self, folder: Path, settings: ReadingSettings, code: str) -> None:
        self._store = SealedTables(folder, settings.person_key_secret, (code, *settings.basis))
        self._index: _Index = self._store.index() or _Index()

    def knows(self, file: NamedFile) -> bool:
        """Whether the file is in the index; its tables may yet turn out to be damaged."""
        return _key_of(file) in self._index.files

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
            index = _Index()
            places: dict[int, tuple[int, int]] = {}
            for ledger_id in ledgers:
                own = [reading for reading in lasting if reading.accepted and reading.ledger == ledger_id]
                places |= zip(map(id, own), _parts([len(reading.rows) for reading in own]), strict=True)
                if own:
                    index.packs[ledger_id] = self._kept_pack(ledger_id, own, keys)
            problems = [reading.problems for reading in lasting]
            index.problems = self._store.add(pl.concat([pl.DataFrame(schema=PROBLEM_SCHEMA), *problems]))
            for reading, part in zip(lasting, _parts(list(map(len, problems))), strict=True):
                sheet = _Sheet(_without_tables(reading), part, places.get(id(reading)))
                index.files.setdefault(keys[reading.file], []).append(sheet)
            self._store.finish(index, index.tables)

    def _kept_pack(self, ledger_id: str, readings: Sequence[SheetReading], keys: Mapping[str, str]) -> _Pack:
        """The tables of a ledger, written anew unless the very same rows were taken from here."""
        content = "\n".join(f"{keys[reading.file]} {reading.sheet}" for reading in readings)
        before = self._index.packs.get(ledger_id)
        if before and before.content == content and all(self._store.table(name) is not None for name in before.names):
            return before
        tables = (pl.concat([getattr(reading, table) for reading in readings]) for table in _TABLES)
        return _Pack(content, tuple(map(self._store.add, tables)))

    def _reading(self, sheet: _Sheet) -> SheetReading | None:
        names = [self._index.problems]
        if sheet.rows and sheet.reading.ledger:
            names += self._index.packs[sheet.reading.ledger].names
        tables = [table for name in names if (table := self._store.table(name)) is not None]
        if len(tables) < len(names):
            return None
        reading = replace(sheet.reading, problems=tables[0].slice(*sheet.problems))
        if sheet.rows:
            reading.rows, reading.as_read = (table.slice(*sheet.rows) for table in tables[1:])
        return reading


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
