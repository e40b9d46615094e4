"""数据底稿: the proof of a report as a workbook, one line a figure, and every row behind each of them."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from warehouse.report.draft import Draft
from warehouse.report.facts import in_chinese
from warehouse.report.proof import Proof
from warehouse.spreadsheet_text import TextStyle, open_workbook, text_style, write_text

FIGURES, ROWS = "数字依据", "逐行明细"
FIGURE_COLUMNS = (
    *(("序号", 6), ("所在段落", 20), ("指标编号", 28), ("指标名称", 22), ("文中写法", 18), ("定义", 50)),
    *(("定义版本", 14), ("分子", 14), ("分母", 14), ("数值", 14), ("单位", 6), ("上年同期", 14), ("同比", 24)),
    *(("完整性与说明", 36), ("责任部门", 14), ("台账", 28), ("行数", 8)),
)
ROW_COLUMNS = (
    *(
        ("序号", 6),
        ("指标编号", 28),
        ("部分", 8),
        ("台账", 24),
        ("文件", 40),
        ("工作表", 16),
        ("行号", 8),
        ("计入", 14),
    ),
)
PARTS = {"numerator": "分子", "denominator": "分母"}
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of a sheet, from 0."""
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}


class _Looks:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self.title = text_style(book, **{**FONT, "font_size": 16, "bold": True})
        self.scope = text_style(book, **FONT)
        self.head = text_style(book, **FONT, border=1, bold=True, bg_color="#EDF0F3", text_wrap=True)
        self.text = text_style(book, **FONT, border=1, text_wrap=True)
        self.line = text_style(book, **FONT)
        self.number = book.add_format({**FONT, "border": 1})
        self.ratio = book.add_format({**FONT, "border": 1, "num_format": "0.00%"})
        self.money = book.add_format({**FONT, "border": 1, "num_format": "0.00"})
        self.plain_number = book.add_format(FONT)


def proof_workbook(draft: Draft) -> bytes:
    """The .xlsx file; the same to the byte for the same draft."""
    stream = BytesIO()
    with open_workbook(stream, draft.day) as book:
        looks = _Looks(book)
        scope = f"数据截至{in_chinese(draft.day)}，数据版本 {draft.version}"
        _write_figures(book.add_worksheet(FIGURES), draft, looks, scope)
        _write_rows(book.add_worksheet(ROWS), draft, looks, scope)
    return stream.getvalue()


def _begin(sheet: Any, title: str, scope: str, columns: Sequence[tuple[str, int]], looks: _Looks) -> None:
    sheet.freeze_panes(FIRST, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING)
    write_text(sheet, TITLE, 0, title, looks.title)
    write_text(sheet, SCOPE, 0, scope, looks.scope)
    for column, (heading, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        write_text(sheet, HEADING, column, heading, looks.head)


def _write_figures(sheet: Any, draft: Draft, looks: _Looks, scope: str) -> None:
    _begin(sheet, f"{draft.title} 数据底稿", scope, FIGURE_COLUMNS, looks)
    for at, proof in enumerate(draft.proofs, start=FIRST):
        for column, value in enumerate(_figure_cells(proof, looks)):
            _write(sheet, at, column, value, looks.text, looks.number)
    at = FIRST + len(draft.proofs)
    sheet.autofilter(HEADING, 0, at - 1, len(FIGURE_COLUMNS) - 1)
    write_text(sheet, at + 1, 0, "不是指标的内容（名称、日期、时限、名单）及其来源", looks.scope)
    for line, fact in enumerate(draft.used, start=at + 2):
        for column, text in ((1, fact.name), (4, fact.text or "（空）"), (13, fact.source)):
            write_text(sheet, line, column, text, looks.text)


def _figure_cells(proof: Proof, looks: _Looks) -> list[Any]:
    """The cells of one line; a pair is a number with its own look."""
    figure = proof.figure
    look = looks.ratio if figure.is_ratio else looks.money if figure.unit.zh == "元" else looks.number
    return [
        proof.number,
        proof.subject,
        figure.id,
        figure.label.zh,
        proof.said,
        proof.definition,
        proof.definition_version,
        figure.numerator,
        figure.denominator,
        (figure.value, look),
        figure.unit.zh,
        (figure.last_year, look),
        proof.change,
        proof.remark,
        proof.department,
        "、".join(proof.ledgers),
        len(proof.rows),
    ]


def _write_rows(sheet: Any, draft: Draft, looks: _Looks, scope: str) -> None:
    _begin(sheet, f"{draft.title} 逐行明细", f"{scope}；同一部分的“计入”之和等于该部分", ROW_COLUMNS, looks)
    at = FIRST
    for proof in draft.proofs:
        for row in proof.rows:
            cells = (proof.number, proof.figure.id, PARTS[row["part"]], row["ledger"], row["file"], row["sheet"])
            for column, value in enumerate((*cells, row["row"], _amount(row["amount"]))):
                _write(sheet, at, column, value, looks.line, looks.plain_number)
            at += 1
    sheet.autofilter(HEADING, 0, max(at - 1, FIRST), len(ROW_COLUMNS) - 1)


def _amount(amount: str | float | None) -> float | None:
    """A row's contribution as a number; money comes as text."""
    return float(Decimal(amount)) if isinstance(amount, str) else amount


def _write(sheet: Any, row: int, column: int, value: Any, text: TextStyle, number: Any) -> None:
    if isinstance(value, tuple):
        value, number = value
    if value is None or isinstance(value, str):
        write_text(sheet, row, column, value, text)
    else:
        sheet.write_number(row, column, value, number)
