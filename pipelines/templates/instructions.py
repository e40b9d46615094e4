"""The first sheet of a template: how it is filled in, and which sheets there are."""

from collections.abc import Sequence
from typing import Any

from pipelines.ledger import Frequency, Ledger
from pipelines.reading.own_sheets import INSTRUCTIONS, MARKS
from pipelines.templates.fields import Known, names_an_indicator
from pipelines.templates.ledger_sheet import Lists, Looks

FREQUENCIES: dict[Frequency, str] = {"month": "每月", "quarter": "每季度", "half_year": "每半年", "year": "每年"}

RULES = (
    "每张工作表是一种台账，一行一条；深色表头是必填列，把鼠标移到表头上可看到含义、可选值和示例。",
    "先填“截至日期”（本表数据截至哪一天），再从示例行下面开始填写；以“示例”开头的行不会入库。",
    "报送期内没有发生的，填好截至日期，表内不填或在第一格写“本月无”即可；不由本部门报送的，请删去整张工作表。",
    "同一工作簿中没有填截至日期的表，按其他表填写的同一截至日期计。",
    "身份证号、信用代码、编号等列已设为文本格式，请直接填写或“选择性粘贴—数值”，不要改成数字格式，否则末几位会丢失。",
    "不要改动表头文字；不得增加电话、银行账号、住址、病情等列，这些内容不会读取。",
    "金额以元为单位；如以万元填写，请把表头括号里的“元”改为“万元”。",
    "填好后存为 .xlsx 报送；本页不会入库，可以保留。",
)
_HEADINGS = ("工作表", "一行是什么", "报送频次", "列数")
_INDICATOR_HEADINGS = ("指标编号", "指标名称")
_WIDTHS = (34, 40, 12, 8)
_LISTS_COLUMN = 26


def add_instructions(
    book: Any, looks: Looks, department: str, kept: Sequence[tuple[Ledger, Frequency]], known: Known
) -> Lists:
    """Adds the sheet; its hidden columns can hold the choices of long drop-downs."""
    worksheet = book.add_worksheet(INSTRUCTIONS)
    for column, width in enumerate(_WIDTHS):
        worksheet.set_column(column, column, width)
    worksheet.write_string(0, 0, MARKS[INSTRUCTIONS], looks.title_left)
    worksheet.write_string(1, 0, f"填报单位：{department}")
    for row, rule in enumerate(RULES, start=2):
        worksheet.merge_range(row, 0, row, len(_WIDTHS) - 1, f"{row - 1}. {rule}", looks.wrapped)
        worksheet.set_row(row, 32)
    below = _write_ledgers(worksheet, looks, kept, len(RULES) + 3)
    if any(names_an_indicator(column) for ledger, _ in kept for column in ledger.columns):
        _write_indicators(worksheet, looks, known, below + 1)
    worksheet.hide_gridlines(2)
    worksheet.set_portrait()
    worksheet.fit_to_pages(1, 0)
    return Lists(worksheet, INSTRUCTIONS, _LISTS_COLUMN)


def _write_ledgers(worksheet: Any, looks: Looks, kept: Sequence[tuple[Ledger, Frequency]], top: int) -> int:
    """The sheets there are, each with a link; returns the row below."""
    worksheet.write_row(top, 0, _HEADINGS, looks.required)
    for row, (ledger, frequency) in enumerate(kept, start=top + 1):
        name = ledger.label.zh
        worksheet.write_url(row, 0, f"internal:'{name}'!A1", looks.link, name)
        worksheet.write_string(row, 1, ledger.grain.zh, looks.wrapped)
        worksheet.write_string(row, 2, FREQUENCIES[frequency], looks.wrapped)
        worksheet.write_number(row, 3, len(ledger.columns), looks.wrapped)
    return top + 1 + len(kept)


def _write_indicators(worksheet: Any, looks: Looks, known: Known, top: int) -> None:
    worksheet.write_row(top, 0, _INDICATOR_HEADINGS, looks.required)
    for row, (id_, name) in enumerate(known.indicators.items(), start=top + 1):
        worksheet.write_string(row, 0, id_)
        worksheet.write_string(row, 1, name)
