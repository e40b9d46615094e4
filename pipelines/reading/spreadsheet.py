"""Workbooks through calamine: typed cells and merges, and from the XML of .xlsx what calamine leaves out."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast

from python_calamine import CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from pipelines.reading.file_form import PASSWORD, FileForm
from pipelines.reading.spreadsheet_xml import SheetGrid, read_grids
from pipelines.reading.workbook import Cell, Merge, RawSheet, UnreadableFile

_Interrupts = (KeyboardInterrupt, SystemExit, GeneratorExit)


def read_spreadsheet(path: Path, file: str, form: FileForm) -> list[RawSheet]:
    """All worksheets of the workbook that hold a cell, in order; raises :class:`UnreadableFile`.

    The grids of an .xlsx are looked at first: a filled cell at the far end of a sheet would
    make calamine allocate more than the machine has.
    """
    grids = read_grids(path) if form == "xlsx" else {}
    try:
        return [sheet for sheet in _sheets(path, file, grids, is_limited=form != "xlsx") if sheet.rows]
    except _Interrupts:
        raise
    except PasswordError as error:
        raise UnreadableFile(*PASSWORD) from error
    except BaseException as error:  # a panic in calamine is no Exception
        raise UnreadableFile(
            "工作簿已损坏或格式不规范，读不出内容；请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送",
            "the workbook is damaged or malformed: open it in Excel or WPS, save it as .xlsx and hand it in again",
        ) from error


def _sheets(path: Path, file: str, grids: dict[str, SheetGrid], *, is_limited: bool) -> Iterable[RawSheet]:
    workbook = CalamineWorkbook.from_path(path)
    for about in workbook.sheets_metadata:
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        grid = grids.get(about.name, SheetGrid())
        rows = cast(list[list[Cell]], sheet.to_python(skip_empty_area=False))
        yield RawSheet(
            file=file,
            sheet=about.name,
            rows=_with_error_values(rows, grid),
            row_numbers=list(range(1, len(rows) + 1)),
            merges=_real_merges(sheet.merged_cell_ranges),
            hidden_rows=grid.hidden_rows,
            hidden_columns=grid.hidden_columns,
            percent_cells=grid.percent_cells,
            uncached_cells=grid.uncached_cells,
            is_hidden=about.visible is not SheetVisibleEnum.Visible,
            is_limited=is_limited,
        )


def _real_merges(ranges: list[Merge] | None) -> list[Merge]:
    return sorted((first, last) for first, last in ranges or [] if first != last)


def _with_error_values(rows: list[list[Cell]], grid: SheetGrid) -> list[list[Cell]]:
    """#REF! and the like come out of calamine as empty cells; they are put back as text."""
    for (row, column), text in grid.error_values.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = text
    return rows
