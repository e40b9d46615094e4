"""Where the heading of a sheet stands, which ledger it is, and which column means what."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipelines.ledger import Ledger
from pipelines.reading.fills import Fills, fills_of
from pipelines.reading.headings import (
    HeadingCell,
    KnownHeadings,
    LedgerHeadings,
    Target,
    folded,
    without_unit,
)
from pipelines.reading.identity import without_personal_numbers
from pipelines.reading.title_lines import TitleLines, named_month, read_title_lines
from pipelines.reading.workbook import Cell, Merge, RawSheet

_ROWS_LOOKED_AT = 100
_SHARE_OF_REQUIRED = (6, 10)


@dataclass(frozen=True, slots=True)
class Layout:
    """The heading of one sheet as one ledger reads it.

    ``heading_rows`` are positions of rows, ``cells`` the headings by position of column,
    ``columns`` the positions by target (more than one: ambiguous), ``fills`` the values that
    lines above the heading or names give to columns the sheet lacks.
    """

    ledger: Ledger
    heading_rows: tuple[int, ...]
    cells: dict[int, HeadingCell]
    columns: dict[Target, list[int]]
    fills: Fills
    lines: TitleLines
    missing: tuple[Target, ...] = ()
    rank: tuple[int, int, int] = field(default=(0, 0, 0))


@dataclass(frozen=True, slots=True)
class SheetNames:
    """What a sheet is called: a campaign, year or month may be named there."""

    sheet: str
    file: str

    @property
    def file_name(self) -> str:
        """The file's name without folders and extension."""
        return PurePosixPath(self.file).stem


def find_layout(sheet: RawSheet, known: KnownHeadings) -> Layout | None:
    """The first heading of the sheet that has six in ten of a ledger's required headings, or ``None``.

    Of several ledgers the one with most required headings wins (what a title or name gives is none),
    then with most columns, then the one whose words the titles use. Two rows are read as one heading
    only when that tells more, and what lies below a row of headings is never taken instead of it.
    """
    names = SheetNames(sheet.sheet, sheet.file)
    merges = [merge for merge in sheet.merges if merge[0][0] <= _ROWS_LOOKED_AT]

    def read_as(rows: tuple[int, ...]) -> Layout | None:
        if rows[-1] >= len(sheet.rows):
            return None
        cells = _one_level(sheet.rows[rows[0]]) if len(rows) == 1 else _two_levels(sheet, rows[0], merges)
        if not _is_promising(cells.values(), known.names):
            return None
        return _best_ledger(rows, cells, known, read_title_lines(sheet.rows[: rows[0]]), names)

    for row in range(min(len(sheet.rows), _ROWS_LOOKED_AT)):
        found = [read_as((row,)), read_as((row, row + 1))]
        if any(found):
            if not _is_mostly_headings(found[0]):
                found += [read_as((row + 1,)), read_as((row + 1, row + 2))]
            return max(filter(None, found), key=lambda layout: _preference(sheet, layout))
    return None


def heading_of_cells(cells: dict[int, HeadingCell], known: KnownHeadings) -> Layout | None:
    """The ledger that these headings alone make, without any title or name; ``None`` when they make none."""
    if not _is_promising(cells.values(), known.names):
        return None
    return _best_ledger((0,), cells, known, TitleLines(), SheetNames("", ""))


def heading_at(sheet: RawSheet, row: int, known: KnownHeadings) -> Layout | None:
    """The heading that begins in this row of the sheet, of one level or two."""
    found = heading_of_cells(_one_level(sheet.rows[row]), known)
    if found is None and row + 1 < len(sheet.rows):
        merges = [merge for merge in sheet.merges if merge[0][0] <= row <= merge[1][0]]
        found = heading_of_cells(_two_levels(sheet, row, merges), known) if merges else None
    return found


def _is_mostly_headings(layout: Layout | None) -> bool:
    """Whether the row is no line of labels and their values (``工会编号 | 81-1 | 单位名称 | 甲厂``) above a heading."""
    return layout is not None and 2 * len(layout.columns) > len(layout.cells)


def _preference(sheet: RawSheet, layout: Layout) -> tuple[object, ...]:
    """Words of the titles come after the form: to the lower row of a heading the upper one looks like a title."""
    given, columns, words = layout.rank
    return (given, columns, _is_grouped(sheet, layout), words, -len(layout.heading_rows), -layout.heading_rows[0])


def reach_of_names(sheet: RawSheet, lines: TitleLines) -> dt.date | None:
    """The last day of the month named in title, sheet name or file name."""
    names = SheetNames(sheet.sheet, sheet.file)
    return named_month([*lines.titles, names.sheet, names.file_name])


def _text(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else ""


def _one_level(row: Sequence[Cell]) -> dict[int, HeadingCell]:
    texts = {column: _text(cell) for column, cell in enumerate(row)}
    return {column: HeadingCell(_told(text), folded(text)) for column, text in texts.items() if text}


def _two_levels(sheet: RawSheet, row: int, merges: Sequence[Merge]) -> dict[int, HeadingCell]:
    """A merged upper text spreads over its columns; without any merge it spreads to the next upper text.

    ``merges`` are those of the sheet that may touch the row.
    """
    upper = [_text(cell) for cell in sheet.rows[row]]
    lower = [_text(cell) for cell in sheet.rows[row + 1]]
    for (first_row, first), (last_row, last) in merges:
        if first_row <= row <= last_row and first < len(upper):
            source = _text(sheet.rows[first_row][first])
            upper[first : last + 1] = [source] * (min(last, len(upper) - 1) - first + 1)
    if not sheet.merges:
        for column in range(1, len(upper)):
            if not upper[column] and lower[column]:
                upper[column] = upper[column - 1]
    cells = {}
    for column, (above, below) in enumerate(zip(upper, lower, strict=False)):
        if below and above:
            cells[column] = HeadingCell(_told(f"{above}/{below}"), folded(below), folded(above))
        elif below or above:
            cells[column] = HeadingCell(_told(below or above), folded(below or above))
    return cells


def _told(text: str) -> str:
    """A heading as it may be told: on one line, without anybody's number."""
    return without_personal_numbers("".join(text.splitlines()))


def _is_promising(cells: Iterable[HeadingCell], vocabulary: Collection[str]) -> bool:
    hits = 0
    for cell in cells:
        hits += without_unit(cell.lower) in vocabulary or cell.lower in vocabulary or bool(cell.upper)
        if hits >= 2:
            return True
    return False


def _best_ledger(
    rows: tuple[int, ...],
    cells: dict[int, HeadingCell],
    known: KnownHeadings,
    lines: TitleLines,
    names: SheetNames,
) -> Layout | None:
    columns: dict[str, dict[Target, list[int]]] = {headings.ledger.id: {} for headings in known.ledgers}
    for position, cell in cells.items():
        for ledger_id, target in known.meanings(cell).items():
            columns[ledger_id].setdefault(target, []).append(position)
    layouts = [
        _layout(headings, rows, cells, own, lines, names)
        for headings in known.ledgers
        if (own := columns[headings.ledger.id])
    ]
    return max((layout for layout in layouts if layout is not None), key=lambda layout: layout.rank, default=None)


def _layout(
    headings: LedgerHeadings,
    rows: tuple[int, ...],
    cells: Mapping[int, HeadingCell],
    columns: dict[Target, list[int]],
    lines: TitleLines,
    names: SheetNames,
) -> Layout | None:
    """The sheet read as this ledger; ``None`` when fewer than six in ten required headings are there."""
    ledger = headings.ledger
    required = headings.required
    without = sum(target not in columns for target in headings.unnamed)
    stated = sum(label in headings.names for label in lines.entries)
    if not _suffices(required, without - stated):
        return None
    fills = fills_of(ledger, columns.keys(), lines, names.sheet)
    given = [target for target in required if target in columns or target.stored_name in fills]
    spared = Target(ledger.absent_key_column or "")
    missing = tuple(target for target in required if target not in given and target != spared)
    if not _suffices(required, len(missing)):
        return None
    named = " ".join((*lines.titles, names.sheet, names.file_name))
    words = sum(word in named for word in (ledger.label.zh, *ledger.title_words))
    rank = (sum(target in columns for target in required), len(columns), words)
    return Layout(ledger, rows, dict(cells), columns, fills, lines, missing, rank)


def _suffices(required: Sequence[Target], missing: int) -> bool:
    part, whole = _SHARE_OF_REQUIRED
    return (len(required) - missing) * whole >= len(required) * part


def _is_grouped(sheet: RawSheet, layout: Layout) -> bool:
    """Whether the upper of two rows groups columns by merges, and so is no title line."""
    if len(layout.heading_rows) == 1:
        return False
    upper = layout.heading_rows[0]
    texts = [_text(cell) for cell in sheet.rows[upper] if _text(cell)]
    merged = [first for first, last in sheet.merges if first[0] == upper and (last[1] > first[1] or last[0] > upper)]
    has_entry = any(":" in folded(text) and not folded(text).startswith("其中") for text in texts)
    return len(texts) >= 2 and bool(merged) and not has_entry
