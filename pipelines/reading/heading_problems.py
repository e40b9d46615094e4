"""What is wrong with the headings of a sheet, in sentences."""

from collections.abc import Sequence

from pipelines.ledger import Kind, Ledger
from pipelines.reading.headings import (
    ROW_NUMBER_HEADINGS,
    HeadingCell,
    KnownHeadings,
    LedgerHeadings,
    Target,
    heading_of,
    is_forbidden,
    without_unit,
)
from pipelines.reading.layout import Layout
from pipelines.reading.problem import Problem, sheet_problem
from pipelines.reading.workbook import RawSheet, is_empty
from warehouse.language import Label


def heading_problems(sheet: RawSheet, layout: Layout, known: KnownHeadings, data: Sequence[int]) -> list[Problem]:
    """Missing, ambiguous, forbidden and unknown columns; cells of the last two are not kept."""
    return [*_missing(layout), *_ambiguous(layout), *_undeclared(layout, known), *_headless(sheet, layout, data)]


def is_refused(problems: Sequence[Problem]) -> bool:
    """Whether the sheet is rejected as a whole."""
    return any(problem.severity == "error" for problem in problems)


def _missing(layout: Layout) -> list[Problem]:
    return [
        sheet_problem("missing_column", "error", _lacks(layout.ledger, target), heading_of(layout.ledger, target))
        for target in layout.missing
    ]


def _lacks(ledger: Ledger, target: Target) -> Label:
    """What to do about a missing column; a year or a month may also be named for all rows."""
    heading = heading_of(ledger, target)
    remedy = Label("请补上这一列后重新报送", "add the column and hand it in again")
    if ledger.column(target.stored_name).kind in (Kind.YEAR, Kind.MONTH):
        remedy = Label(
            "请补上这一列，或在标题或工作表名中写明（如“2021年3月”）后重新报送",
            "add the column, or name it in the title or the sheet's name (such as 2021年3月), and hand it in again",
        )
    return Label(
        f"按《{ledger.label.zh}》缺少必填列“{heading}”，整张表未读入；{remedy.zh}",
        f"the required column “{heading}” of {ledger.label.en} is missing and the sheet was not read: {remedy.en}",
    )


def _ambiguous(layout: Layout) -> list[Problem]:
    problems = []
    for target, positions in layout.columns.items():
        if len(positions) < 2:
            continue
        texts = [layout.cells[position].text for position in positions]
        wanted = heading_of(layout.ledger, target)
        problems.append(
            sheet_problem(
                "ambiguous_column",
                "error",
                Label(
                    f"{'、'.join(f'“{text}”' for text in texts)}都对应“{wanted}”，分不清用哪一列，整张表未读入；"
                    "请只保留一列或改正表头",
                    f"{', '.join(f'“{text}”' for text in texts)} all mean “{wanted}”, so the sheet was not read: "
                    "keep one of them or correct the headings",
                ),
                texts[0],
            )
        )
    return problems


def _undeclared(layout: Layout, known: KnownHeadings) -> list[Problem]:
    used = {position for positions in layout.columns.values() for position in positions}
    others = [
        cell
        for position, cell in layout.cells.items()
        if position not in used and cell.lower not in ROW_NUMBER_HEADINGS
    ]
    problems = []
    for cell in others:
        is_declared = cell.lower in known.names or without_unit(cell.lower) in known.names
        forbidden = is_forbidden(cell) and not is_declared
        problems.append(_forbidden(cell) if forbidden else _unknown(cell, known.of(layout.ledger)))
    return problems


def _forbidden(cell: HeadingCell) -> Problem:
    message = Label(
        f"“{cell.text}”属于不得采集的个人信息，该列内容未读取；请从台账中删去这一列",
        f"“{cell.text}” is personal information that may not be collected, the column was not read: remove it",
    )
    return sheet_problem("forbidden_column", "warning", message, cell.text)


def _unknown(cell: HeadingCell, own: LedgerHeadings) -> Problem:
    near = own.nearest(cell)
    hint_zh = f"如果就是“{near}”，请把表头改成“{near}”" if near else "不需要时可以删去这一列"
    hint_en = f"if “{near}” is meant, change the heading to it" if near else "the column can be removed"
    label = own.ledger.label
    message = Label(
        f"《{label.zh}》没有“{cell.text}”这一列，其内容未读入；{hint_zh}",
        f"{label.en} has no column “{cell.text}”, its content was not read: {hint_en}",
    )
    return sheet_problem("unknown_column", "warning", message, cell.text)


def _headless(sheet: RawSheet, layout: Layout, data: Sequence[int]) -> list[Problem]:
    """Columns that hold something and have no heading."""
    width = max((len(sheet.rows[row]) for row in data), default=0)
    empty = [column for column in range(width) if column not in layout.cells]
    filled = [column for column in empty if any(not is_empty(sheet.rows[row][column]) for row in data)]
    return [
        sheet_problem(
            "unknown_column",
            "warning",
            Label(
                f"第{column + 1}列没有表头，其内容未读入；请补上表头，不需要时可以删去这一列",
                f"column {column + 1} has no heading, its content was not read: add a heading or remove the column",
            ),
            nameless_column(column),
        )
        for column in filled
    ]


def nameless_column(column: int) -> str:
    """What a column without a heading is called; ``column`` counts from 0."""
    return f"第{column + 1}列（无表头）"
