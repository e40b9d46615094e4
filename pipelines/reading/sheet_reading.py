"""What reading needs to know beside the files, and what it makes of a sheet."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from pipelines.reading.problem import PROBLEM_SCHEMA

_NO_PROBLEMS = pl.DataFrame(schema=PROBLEM_SCHEMA)


@dataclass(frozen=True)
class ReadingSettings:
    """What reading needs of the home: the key that hashes identity numbers, the county, departments' own headings."""

    person_key_secret: bytes
    county_code: str
    own_headings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def basis(self) -> tuple[str, ...]:
        """What a reading depends on beside the file, the code and the key, as text."""
        headings = sorted((ledger_id, sorted(own.items())) for ledger_id, own in self.own_headings.items())
        return self.county_code, repr(headings)


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file at a path, the name it goes by, and the hash that its bytes must have (None: any)."""

    path: Path
    name: str
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class SheetPlaces:
    """Where the heading stands: its (lowest) row as problems count rows, and columns from 0.

    ``columns`` go by the heading as problems name it; two headings of one text are both meant.
    """

    row: int
    first_column: int
    columns: Mapping[str, tuple[int, ...]]


@dataclass
class SheetReading:
    """What one sheet holds; read = rows of ``rows`` + skipped + ``rejected_whole``, exactly.

    ``sheet`` is "" for a CSV and for a file that cannot be read, ``ledger`` None where none was
    recognised, ``accepted`` False where the sheet is rejected as a whole. ``rows`` has row,
    is_rejected, occurrence (null unless the key code is absent) and the ledger's stored columns;
    a bad cell is null and a town still a name. ``as_read`` has row and every column that is not
    personal as text. ``headings`` and ``positions`` (columns from 0) go by stored name. ``places``
    is None for a file that cannot be read; ``is_deferred`` says that it could not be read this time
    (it changed meanwhile, is in use, or took too long) and may be another time.
    """

    file: str
    sheet: str
    ledger: str | None
    accepted: bool
    read: int = 0
    skipped: dict[str, int] = field(default_factory=dict)
    rejected_whole: int = 0
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    as_read: pl.DataFrame = field(default_factory=pl.DataFrame)
    headings: dict[str, str] = field(default_factory=dict)
    positions: dict[str, int] = field(default_factory=dict)
    problems: pl.DataFrame = field(default_factory=lambda: _NO_PROBLEMS)
    stated_date: dt.date | None = None
    named_month: dt.date | None = None
    content_hash: str = ""
    is_deferred: bool = False
    places: SheetPlaces | None = None
