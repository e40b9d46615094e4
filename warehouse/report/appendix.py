"""What the appendix of a report says of each figure, whichever form it is written in."""

from warehouse.language import Label
from warehouse.report.draft import Draft
from warehouse.report.facts import in_chinese
from warehouse.report.figure import Figure
from warehouse.report.proof import Proof, SourceFile
from warehouse.report.sentences import amount, exact, rounded

APPENDIX = "附：数据底稿"
FILE_HEADINGS = ("部分", "台账", "文件", "工作表", "行数")
PARTS = {"numerator": "分子", "denominator": "分母"}
NOTHING = "—"


def intro(draft: Draft) -> str:
    """The day, the version, and how many figures there are."""
    return f"数据截至{in_chinese(draft.day)}，数据版本 {draft.version}，共{len(draft.proofs)}个数字。"


def details(proof: Proof) -> list[tuple[str, str]]:
    """Name and text of each line about a figure."""
    figure = proof.figure
    lines = [
        ("所在段落", proof.subject or "正文"),
        ("文中写法", proof.said),
        ("指标", f"{figure.id}（定义版本 {proof.definition_version}）"),
        ("定义", proof.definition),
        ("分子", f"{figure.numerator_label.zh}：{_number(figure.numerator, figure.numerator_unit)}"),
    ]
    if figure.denominator_label:
        lines.append(("分母", f"{figure.denominator_label.zh}：{_number(figure.denominator, figure.denominator_unit)}"))
    return [
        *lines,
        ("上年同期", _last_year(figure) + (f"（{proof.change}）" if proof.change else "")),
        ("完整性", proof.remark),
        ("责任部门与台账", f"{proof.department}：{'、'.join(proof.ledgers)}"),
    ]


def file_cells(entry: SourceFile) -> tuple[str, ...]:
    """The cells under :data:`FILE_HEADINGS`."""
    return (PARTS[entry.part], entry.ledger, entry.file, entry.sheet or NOTHING, str(entry.rows))


def _number(number: float | None, unit: Label | None) -> str:
    """Money in 元 here: it is what the rows add up to."""
    return NOTHING if number is None else f"{rounded(exact(number), 2)}{unit.zh if unit else ''}"


def _last_year(figure: Figure) -> str:
    return NOTHING if figure.last_year is None else amount(figure, figure.last_year)
