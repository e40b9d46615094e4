"""Workbooks through calamine: typed cells and merges, and from the XML of .xlsx what calamine leaves out."""

import io
import zipfile
from collections.abc import Iterator
from typing import cast

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from pipelines.reading.archive import refuse_entities_at
from pipelines.reading.file_form import PASSWORD, FileForm
from pipelines.reading.limits import FileLimits
from pipelines.reading.spreadsheet_xml import SheetGrid, read_grids
from pipelines.reading.workbook import Cell, Merge, RawSheet, UnreadableFile, large_area

_PASSED_ON = (KeyboardInterrupt, SystemExit, GeneratorExit, MemoryError, UnreadableFile)


def read_spreadsheet(
    content: bytes, file: str, form: FileForm, archive: zipfile.ZipFile | None, limits: FileLimits
) -> Iterator[RawSheet]:
    """The worksheets of a workbook that hold a cell, in order, one at a time; raises :class:`UnreadableFile`.

    The grids of an .xlsx are looked at first: a filled cell at the far end of a sheet would
    make calamine allocate more than the machine has.
    """
    grids = read_grids(archive, limits) if form == "xlsx" and archive is not None else {}
    try:
        if form == "ods" and archive is not None:
            refuse_entities_at(archive, "content.xml")
        yield from _sheets(content, file, grids, form, limits)
    except _PASSED_ON:
        raise
    except PasswordError as error:
        raise UnreadableFile(*PASSWORD) from error
    except BaseException as error:  # a panic in calamine is no Exception
        raise UnreadableFile(
            "工作簿已损坏或格式不规范，读不出内容；请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送",
            "the workbook is damaged or malformed: open it in Excel or WPS, save it as .xlsx and hand it in again",
        ) from error


def _sheets(
    content: bytes, file: str, grids: dict[str, SheetGrid], form: FileForm, limits: FileLimits
) -> Iterator[RawSheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        if sheet.total_height * sheet.total_width > limits.cells:
            raise large_area(about.name, sheet.total_height, sheet.total_width)
        grid = grids.get(about.name, SheetGrid())
        rows = _with_uncached(cast(list[list[Cell]], sheet.to_python(skip_empty_area=False)), grid)
        if rows:
            yield RawSheet(
                file=file,
                sheet=about.name,
                rows=_with_error_values(rows, grid),
                row_numbers=list(range(1, len(rows) + 1)),
                merges=_real_merges(sheet.merged_cell_ranges, len(rows)),
                hidden_rows=grid.hidden_rows,
                hidden_columns=grid.hidden_columns,
                percent_cells=grid.percent_cells,
                uncached_cells=grid.uncached_cells,
                is_hidden=about.visible is not SheetVisibleEnum.Visible,
                is_limited=form != "xlsx",
            )


def _real_merges(ranges: list[Merge] | None, rows: int) -> list[Merge]:
    """The merges of more than one cell, as far down as the sheet has rows.

    Raises ``ValueError`` when they overlap, which no spreadsheet program lets happen.
    """
    merges = sorted(
        (first, (min(last[0], rows - 1), last[1])) for first, last in ranges or [] if first != last and first[0] < rows
    )
    height = sum(last[0] - first[0] + 1 for first, last in merges)
    width = max((last[1] + 1 for _, last in merges), default=0)
    if height > rows * width:
        raise ValueError("merged cells overlap")
    return merges


def _with_uncached(rows: list[list[Cell]], grid: SheetGrid) -> list[list[Cell]]:
    """Rows and columns of formulas without a result are no end of a sheet, though calamine sees nothing in them."""
    last_row = max((row for row, _ in grid.uncached_cells), default=-1)
    width = max(max(map(len, rows), default=0), *(column + 1 for _, column in grid.uncached_cells), 0)
    for row in rows:
        row.extend([""] * (width - len(row)))
    rows.extend([""] * width for _ in range(len(rows), last_row + 1))
    return rows


def _with_error_values(rows: list[list[Cell]], grid: SheetGrid) -> list[list[Cell]]:
    """#REF! and the like come out of calamine as empty cells; they are put back as text."""
    for (row, column), text in grid.error_values.items():
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            rows[row][column] = text
    return rows
