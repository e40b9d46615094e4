"""Readings of earlier builds: a file whose bytes, name and surroundings are the same is not read and typed again.

What is kept is what the warehouse and its quarantine may hold anyway: typed rows with person keys,
masked cells, problems. Rows of one ledger lie in one table, so that taking them up again costs
little; an index says which rows are whose. A pack of tables is seen to be whole at once and unpacked
when a reading's rows are asked for, so that what need not be judged again costs no more than its bytes.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import polars as pl

from pipelines.reading.kept_reading import TABLES, KeptReading, without_tables
from pipelines.reading.sheet_reading import NamedFile, ReadingSettings, SheetReading
from pipelines.sealed_tables import SealedTables

_HASH_LENGTH = 64
_WITHOUT_ROWS = ""
"""Names the pack of the sheets that no ledger takes rows from; the others go by their ledger."""


_Part = Mapping[str, tuple[int, int]]
"""By table: the first row of a sheet in its pack, and how many rows it has there."""


@dataclass(frozen=True, slots=True)
class _Pack:
    """The tables of one ledger, those of all its sheets one below the other; ``content`` says whose."""

    content: str
    name: str
    parts: Sequence[_Part]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A reading without its tables, and what of its pack is its own."""

    reading: KeptReading
    pack: str
    part: _Part


@dataclass(slots=True)
class _Index:
    """The sheets of every file by its key, and the packs by ledger."""

    files: dict[str, list[_Sheet]] = field(default_factory=dict)
    packs: dict[str, _Pack] = field(default_factory=dict)


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
        if not sheets or not all(self._store.has(self._index.packs[sheet.pack].name) for sheet in sheets):
            return None
        return [self._reading(sheet) for sheet in sheets]

    def keep(self, files: Sequence[NamedFile], readings: Sequence[SheetReading]) -> None:
        """Keeps the readings of these files and forgets all others; a disk that does not let it costs nothing else."""
        keys = {file.name: key for file in files if (key := _key_of(file))}
        lasting = [reading for reading in readings if not reading.is_deferred and reading.file in keys]
        by_pack: dict[str, list[SheetReading]] = {}
        for reading in lasting:
            by_pack.setdefault(_pack_of(reading), []).append(reading)
        with suppress(OSError):
            index = _Index()
            index.packs = {pack: self._kept_pack(pack, own, keys) for pack, own in by_pack.items()}
            parts = {pack: iter(kept.parts) for pack, kept in index.packs.items()}
            for reading in lasting:
                pack = _pack_of(reading)
                sheet = _Sheet(without_tables(reading), pack, next(parts[pack]))
                index.files.setdefault(keys[reading.file], []).append(sheet)
            self._store.finish(index, {pack.name for pack in index.packs.values()})

    def _kept_pack(self, pack: str, readings: Sequence[SheetReading], keys: dict[str, str]) -> _Pack:
        """The tables of a ledger, written anew unless the very same sheets were taken from here."""
        content = "\n".join(f"{keys[reading.file]} {reading.sheet}" for reading in readings)
        before = self._index.packs.get(pack)
        if before and before.content == content and self._store.has(before.name):
            return before
        tables = {name: [getattr(reading, name) for reading in readings] for name in TABLES}
        places = (_places([len(table) for table in tables[name]]) for name in TABLES)
        parts = [dict(zip(TABLES, part, strict=True)) for part in zip(*places, strict=True)]
        return _Pack(content, self._store.add({name: pl.concat(tables[name]) for name in TABLES}), parts)

    def _reading(self, sheet: _Sheet) -> SheetReading:
        reading = copy(sheet.reading)
        reading.unpack = partial(self._tables_of, sheet)
        return reading

    def _tables_of(self, sheet: _Sheet) -> dict[str, pl.DataFrame]:
        tables = self._store.tables(self._index.packs[sheet.pack].name)
        assert tables is not None, "it was there and whole when the reading was given"
        return {name: tables[name].slice(*place) for name, place in sheet.part.items()}


def _key_of(file: NamedFile) -> str:
    """Bytes and name; nothing for a file whose bytes are not known."""
    return f"{file.sha256} {file.name}" if file.sha256 and len(file.sha256) == _HASH_LENGTH else ""


def _pack_of(reading: SheetReading) -> str:
    return reading.ledger if reading.accepted and reading.ledger else _WITHOUT_ROWS


def _places(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """First row and length of each of several tables, one below the other."""
    places, start = [], 0
    for length in lengths:
        places.append((start, length))
        start += length
    return places
