"""What a correction is, and how it is compared with the cells that it is about."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipelines.ledger import Column
from pipelines.reading.cells import column_cells, raw_column
from pipelines.reading.choices import none_is_empty

Stored = str | int | bool | date | Decimal | None
"""A value as the warehouse stores it; None: the cell is empty or cannot be read."""

_PERSON_KEY_SHOWN = 8


@dataclass(frozen=True, slots=True)
class CellValue:
    """A value as the file of corrections writes it: ``text`` (None: empty), and what its column's kind makes of it."""

    text: str | None
    stored: Stored


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is odd about a new value that is allowed nevertheless: a rule and its sentence in both languages."""

    rule: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Correction:
    """One value of a cell, replaced in every row of ``key`` where the old value still stands.

    ``number`` is its place in the file, from 1; ``key`` goes by stored column names.
    """

    number: int
    ledger: str
    key: Mapping[str, CellValue]
    column: str
    old: CellValue
    new: CellValue
    reason: str
    by: str
    until: date | None = None
    doubts: tuple[Doubt, ...] = ()

    def holds_on(self, data_date: date | None) -> bool:
        """Whether the correction's last day has not passed on the data date; the clock has no say in it."""
        return self.until is None or data_date is None or data_date <= self.until

    @property
    def key_text(self) -> str:
        """The key as people read it: ``task_code=R1, year=2021``; of a person's key the beginning alone."""
        return ", ".join(f"{name}={self._shown(name, value.text or '')}" for name, value in self.key.items())

    @staticmethod
    def _shown(name: str, text: str) -> str:
        return f"{text[:_PERSON_KEY_SHOWN]}…" if name == "person_key" else text


def is_blank(text: str | None, column: Column) -> bool:
    """Whether a cell as read counts as empty in this column: nothing, a dash or stroke, mostly 无 too."""
    cells = column_cells(raw_column([text]), none_is_empty=none_is_empty(column))
    return bool(cells["is_empty"].item())


def folded(text: str) -> str:
    """A text by which two spellings of a cell are compared: half-width, without spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())
