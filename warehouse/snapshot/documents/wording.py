"""The cells of a table in words, the same in every form: figures as :mod:`warehouse.report.sentences` rounds them."""

from dataclasses import dataclass
from datetime import datetime

from warehouse.figure_names import LIGHT_NAMES
from warehouse.report.facts import in_chinese
from warehouse.report.figure import Figure
from warehouse.report.sentences import amount, change, doubt, no_comparison
from warehouse.snapshot.documents.content import Content, Entry

NONE = "—"
SHAPES = {"green": "✓", "amber": "△", "red": "▼"}
NOT_DUE, NO_TARGET, NOT_JUDGED, DESCRIPTIVE = "未到时段", "未设目标", "不评价", "只描述"
YEAR_AGO = ("比上年同期", "与上年同期")
NOT_COMPARED = "暂不比较"
COMPLETE, INCOMPLETE = "数据已报齐", "数据未报齐"
MOST_LEDGERS = 6
"""So many missing ledgers are named wherever completeness is told; more of them in one place of a document only."""
HEADINGS = ("指标", "本期", "上年同期", "同比", "年度目标", "评价")


@dataclass(frozen=True, slots=True)
class Cells:
    """One indicator's line under :data:`HEADINGS`, and what is to be said of its data."""

    name: str
    value: str
    last_year: str
    change: str
    target: str
    light: str
    remark: str


def cells(entry: Entry) -> Cells:
    """The line of the county."""
    figure = entry.figure
    return Cells(
        name=entry.name,
        value=value_cell(figure),
        last_year=last_year_cell(figure),
        change=change_cell(figure),
        target=NONE if figure.target is None else amount(figure, figure.target),
        light=light_cell(entry),
        remark=remark(figure),
    )


def value_cell(figure: Figure) -> str:
    """The figure, or why there is none."""
    if figure.value is not None:
        return amount(figure, figure.value)
    said = doubt(figure)
    return said.zh if said else NONE


def last_year_cell(figure: Figure) -> str:
    """The figure of a year before, or why there is none."""
    if figure.last_year is not None:
        return amount(figure, figure.last_year)
    return NONE if figure.value is None else no_comparison(figure).zh


def change_cell(figure: Figure) -> str:
    """``提高3.1个百分点``, ``下降2%``, ``持平``; a dash where there is nothing to compare."""
    if figure.value is None:
        return NONE
    if not figure.is_complete:
        return NOT_COMPARED
    said = change(figure)
    for opening in YEAR_AGO:
        if said.startswith(opening) and figure.yoy is not None:
            return said.removeprefix(opening)
    return NONE


def light_cell(entry: Entry) -> str:
    """Shape and word of the light, or why it is not judged."""
    figure = entry.figure
    if figure.light in SHAPES:
        return f"{SHAPES[figure.light]} {LIGHT_NAMES[figure.light].zh}"
    if entry.light_reason == "not_due":
        return NOT_DUE
    if entry.better == "none":
        return DESCRIPTIVE
    return NO_TARGET if figure.target is None else NOT_JUDGED


def remark(figure: Figure) -> str:
    """What is wrong with the figure's data; nothing where they are whole."""
    said = doubt(figure)
    return said.zh if said else ""


def completeness(content: Content) -> str:
    """Whether the month was whole, and which ledgers were missing, of many only how many of each department."""
    if content.context.is_complete:
        return COMPLETE
    count = sum(map(len, content.missing.values()))
    if count <= MOST_LEDGERS:
        return f"{INCOMPLETE}，缺{missing_ledgers(content)}" if count else INCOMPLETE
    each = "、".join(f"{department}{len(labels)}种" for department, labels in content.missing.items())
    return f"{INCOMPLETE}，缺{count}种台账：{each}"


def missing_ledgers(content: Content) -> str:
    """All that are missing: ``组织部（基层工会台账、单位名录）``."""
    return "、".join(f"{department}（{'、'.join(labels)}）" for department, labels in content.missing.items())


def signed_at(at: datetime) -> str:
    """``2022年1月5日 16:20``."""
    return f"{in_chinese(at.date())} {at:%H:%M}"
