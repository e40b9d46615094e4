"""Files in, raw sheets out: every cell with its type, and what the grid of a workbook hides."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipelines.reading.identity import without_personal_numbers
from warehouse.language import Label

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
"""A cell as read; ``""`` counts as empty."""

Merge = tuple[tuple[int, int], tuple[int, int]]
"""First and last (row, column) of merged cells, from 0, inclusive."""


@dataclass
class RawSheet:
    """A sheet as it stands in the file; positions in ``merges``, ``hidden_*`` and ``*_cells`` count from 0.

    ``row_numbers`` are Excel rows or, in a CSV, physical lines, from 1. ``is_limited`` says that
    the file's form does not let hidden cells, per-cent formats and formulas be seen; ``digest``
    is that of the cells.
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
    digest: bytes = b""


def is_empty(cell: Cell) -> bool:
    """Whether nothing stands in the cell."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def used_length(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows there are down to the last that is not empty."""
    for position in range(len(rows) - 1, -1, -1):
        if not all(is_empty(cell) for cell in rows[position]):
            return position + 1
    return 0


class UnreadableFile(Exception):
    """A file that cannot be read, with the reason and the remedy in both languages.

    ``is_lasting`` says that the same bytes would be refused again.
    """

    is_lasting = True

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.label = Label(zh, en)


def nothing_in_file() -> UnreadableFile:
    """The refusal of a file without any row of a department."""
    return UnreadableFile(
        "文件里没有任何内容，请检查是否导出了空表，填好后重新报送",
        "nothing stands in the file: check whether an empty table was exported, and hand it in again",
    )


def large_area(sheet: str, rows: int, columns: int) -> UnreadableFile:
    """The refusal of a file for a sheet that reaches too far, mostly because of something outside its data."""
    sheet = without_personal_numbers(sheet)
    return UnreadableFile(
        f"工作表“{sheet}”有内容的单元格远到第{rows}行、第{columns}列，未读取；"
        "请删除数据区以外的行和列（选中后右键删除），或按乡镇、年度拆分后重新报送",
        f"filled cells of the sheet “{sheet}” reach to row {rows} and column {columns}: delete the rows and columns "
        "outside the data, or split it by township or year, and hand it in again",
    )


class DeferredFile(UnreadableFile):
    """A file that could not be read this time and may be another time."""

    is_lasting = False


class ChangedFile(DeferredFile):
    """A file that changed while it was being read: nothing of it is used, and the next build reads it whole."""

    def __init__(self) -> None:
        super().__init__(
            "文件在读取期间被改动（可能正在保存、复制或同步），为避免新旧混杂，本次没有采用；请等保存完成后再运行一次",
            "the file changed while it was being read (it may be being saved, copied or synchronised); so that old and "
            "new are not mixed nothing of it was used: run this again when it is saved",
        )
