"""Files in, raw sheets out: every cell with its type, and what the grid of a workbook hides."""

import datetime as dt
from dataclasses import dataclass, field

from warehouse.language import Label

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
"""A cell as read; ``""`` counts as empty."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last (row, column) of merged cells, from 0, inclusive."""


@dataclass
class RawSheet:
    """A sheet as it stands in the file; positions in ``merges``, ``hidden_*`` and ``*_cells`` count from 0.

    ``row_numbers`` are Excel rows or, in a CSV, physical lines, from 1. ``is_limited`` says that
    the file's form does not let merges, hidden cells, per-cent formats and formulas be seen.
    """

    file: str
    sheet: str
    rows: list[list[Cell]]
    row_numbers: list[int]
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    percent_cells: frozenset[tuple[int, int]] = frozenset()
    uncached_cells: frozenset[tuple[int, int]] = frozenset()
    is_csv: bool = False
    is_hidden: bool = False
    is_limited: bool = False


class UnreadableFile(Exception):
    """A file that cannot be read, with the reason and the remedy in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.label = Label(zh, en)
