"""Several ledgers in one sheet, one under another or side by side: never read half, so not read at all."""

from collections.abc import Sequence

from pipelines.reading.fills import fills_of
from pipelines.reading.headings import ROW_NUMBER_HEADINGS, HeadingCell, KnownHeadings
from pipelines.reading.layout import Layout, heading_at, heading_of_cells
from pipelines.reading.problem import Problem, sheet_problem
from pipelines.reading.sheet_rows import RowKinds
from pipelines.reading.title_lines import read_title_lines
from pipelines.reading.workbook import Cell, RawSheet, is_empty
from warehouse.language import Label


def several_ledgers(sheet: RawSheet, layout: Layout, known: KnownHeadings, kinds: RowKinds) -> Problem | None:
    """The reason why the sheet is refused, if it holds more than the one ledger of ``layout``.

    Under another: a further heading in other words or another order, or the same heading below
    a title that names another campaign, year, month or date. Side by side: a part of the columns
    to the right that is a ledger of its own, beside what is one without it.
    """
    if (below := _below(sheet, layout, known, kinds)) is not None:
        return _refused(
            f"第{sheet.row_numbers[below]}行又是一个表头（上下排列了不止一张台账，或标题所写的批次、年月不同）",
            f"row {sheet.row_numbers[below]} begins another table (one ledger under another, or a title that names "
            "another campaign, year or month)",
        )
    if (beside := _beside(layout, known)) is not None:
        return _refused(
            f"“{beside.text}”一列起是另一张台账（左右并排了不止一张）",
            f"another ledger begins with the column “{beside.text}” (they stand side by side)",
        )
    return None


def _refused(zh: str, en: str) -> Problem:
    return sheet_problem(
        "unrecognised_sheet",
        "error",
        Label(
            f"{zh}，为避免只读入一半，整张工作表未读入；请把每张台账放在单独的工作表里，再重新报送",
            f"{en}; rather than read half of it, the sheet was not read: put each ledger on a sheet of its own and "
            "hand it in again",
        ),
    )


def _below(sheet: RawSheet, layout: Layout, known: KnownHeadings, kinds: RowKinds) -> int | None:
    """The position of the first heading below that does not merely repeat the sheet's own."""
    names = known.names
    for position in kinds.data:
        row = sheet.rows[position]
        if names.isdisjoint(row) or not _may_be_heading(row, len(names.intersection(row))):
            continue
        if heading_at(sheet, position, known):
            return position
    return next((position for position in kinds.repeated if _says_otherwise(sheet, position, layout)), None)


def _may_be_heading(row: Sequence[Cell], headings: int) -> bool:
    """Whether so many cells that read exactly as headings make one of the row; data may hold one or two by chance."""
    return headings > 2 or (headings == 2 and sum(not is_empty(cell) for cell in row) <= 3)


def _says_otherwise(sheet: RawSheet, heading: int, layout: Layout) -> bool:
    """Whether the lines above a repeated heading give other values than those above the first."""
    first = heading
    while first > 0 and sum(not is_empty(cell) for cell in sheet.rows[first - 1]) <= 1:
        first -= 1
    lines = read_title_lines(sheet.rows[first:heading])
    fills = fills_of(layout.ledger, layout.columns.keys(), lines, "")
    others = any(layout.fills.get(name) != value for name, value in fills.items())
    return others or (lines.stated_date is not None and lines.stated_date != layout.lines.stated_date)


def _beside(layout: Layout, known: KnownHeadings) -> HeadingCell | None:
    """The first heading of a second ledger to the right."""
    columns = [column for column in sorted(layout.cells) if column not in _row_number_columns(layout)]
    if len(columns) - len(layout.columns) < 2:
        return None
    for place, cut in enumerate(columns[1:], start=1):
        left, right = (_ledger_in(layout, known, part) for part in (columns[:place], columns[place:]))
        if left is None or right is None or len(left.columns) + len(right.columns) <= len(layout.columns):
            continue
        is_parted = any(column not in layout.cells for column in range(columns[place - 1], cut))
        is_parted |= any(columns[place - 1] < column < cut for column in _row_number_columns(layout))
        if is_parted or not (left.missing or right.missing):
            return layout.cells[cut]
    return None


def _row_number_columns(layout: Layout) -> list[int]:
    return [column for column, cell in layout.cells.items() if cell.lower in ROW_NUMBER_HEADINGS]


def _ledger_in(layout: Layout, known: KnownHeadings, columns: Sequence[int]) -> Layout | None:
    return heading_of_cells({column: layout.cells[column] for column in columns}, known)
