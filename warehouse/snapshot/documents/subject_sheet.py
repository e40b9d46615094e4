"""A subject's sheet of the monthly workbook: its indicators, the months of the year, and Excel's own charts of both."""

from typing import Any

from warehouse.report.figure import Figure
from warehouse.report.sentences import YUAN
from warehouse.snapshot.documents.content import Content, Entry, Subject
from warehouse.snapshot.documents.findings import this_year
from warehouse.snapshot.documents.wording import COMPLETE, cells
from warehouse.snapshot.documents.workbook_cells import (
    BLUE,
    COUNT,
    FIRST,
    MONEY_IN_WAN,
    QUIET,
    Looks,
    begin,
    change_form,
    change_number,
    number_form,
    write_number,
    write_value,
)
from warehouse.spreadsheet_text import write_text

HEADS = (
    *(("指标", 30), ("本期", 15), ("单位", 15), ("上年同期", 15), ("同比", 15), ("年度目标", 15), ("序时应达", 15)),
    *(("评价", 15), ("分子", 15), ("分母", 15), ("数据情况", 15), ("责任部门", 15), ("", 15)),
)
"""The months stand in the same columns below, so all are wide enough for an amount."""
VALUE, LAST_YEAR, GOAL = 1, 3, 5
"""Columns that a chart reads."""
GAP = 2
CHART_WIDTH, LEAST_HEIGHT, BAR_HEIGHT, AROUND, ROW_HEIGHT = 650, 330, 34, 110, 20
"""In pixels: of a chart, of one line of bars, of what stands around them, and of a row of the sheet."""
SECOND_CHART = 5
"""The column that the second chart begins in."""
MONTHS_WIDE = 12


def subject_sheet(book: Any, name: str, content: Content, subject: Subject, looks: Looks) -> None:
    """Adds the sheet under a name that the workbook has not yet."""
    sheet = book.add_worksheet(name)
    scope = f"数据截至{content.as_of}，全县；金额单位为元；率为百分数，其同比以百分点计"
    begin(sheet, f"{subject.name} · {content.month}", scope, HEADS, looks)
    for row, entry in enumerate(subject.entries, start=FIRST):
        _write_line(sheet, row, entry, looks)
    last = FIRST + len(subject.entries) - 1
    sheet.autofilter(FIRST - 1, 0, last, len(HEADS) - 2)
    charts_at = last + GAP
    months_at = charts_at + _height(subject) // ROW_HEIGHT + 3
    _write_months(sheet, months_at, subject, looks)
    _add_goals(book, sheet, name, subject, charts_at)
    _add_course(book, sheet, name, subject, months_at, charts_at)


def _write_line(sheet: Any, row: int, entry: Entry, looks: Looks) -> None:
    figure, line, form = entry.figure, cells(entry), number_form(entry.figure)
    write_text(sheet, row, 0, line.name, looks.text)
    write_value(sheet, row, VALUE, figure, looks)
    write_text(sheet, row, 2, figure.unit.zh, looks.text)
    if figure.last_year is None:
        write_text(sheet, row, LAST_YEAR, line.last_year, looks.words)
    else:
        write_number(sheet, row, LAST_YEAR, figure.last_year, form, looks)
    change = change_number(figure)
    if change is None:
        write_text(sheet, row, 4, line.change, looks.words)
    else:
        write_number(sheet, row, 4, change, change_form(figure), looks)
    write_number(sheet, row, GOAL, figure.target, form, looks)
    write_number(sheet, row, 6, figure.pace, form, looks)
    write_text(sheet, row, 7, line.light, looks.lights[figure.light])
    write_number(sheet, row, 8, figure.numerator, _part_form(figure), looks)
    write_number(sheet, row, 9, figure.denominator, _part_form(figure, is_denominator=True), looks)
    write_text(sheet, row, 10, line.remark or COMPLETE, looks.text)
    write_text(sheet, row, 11, entry.department, looks.text)


def _part_form(figure: Figure, *, is_denominator: bool = False) -> str:
    unit = figure.denominator_unit if is_denominator else figure.numerator_unit
    return "#,##0.00" if unit is not None and unit.zh == YUAN else "#,##0.##" if _is_weighted(figure) else COUNT


def _is_weighted(figure: Figure) -> bool:
    """Whether a part is no whole number."""
    parts = (figure.numerator, figure.denominator)
    return any(part is not None and not part.is_integer() for part in parts)


def _write_months(sheet: Any, at: int, subject: Subject, looks: Looks) -> None:
    """A line of months for every indicator, under a heading of its own."""
    write_text(sheet, at - 1, 0, "本年各月（累计数为年初至当月末）", looks.section)
    write_text(sheet, at, 0, "指标", looks.head)
    for month in range(1, MONTHS_WIDE + 1):
        write_text(sheet, at, month, f"{month}月", looks.head)
    for row, entry in enumerate(subject.entries, start=at + 1):
        write_text(sheet, row, 0, entry.name, looks.text)
        for known in this_year(entry):
            write_number(sheet, row, known.day.month, known.value, number_form(entry.figure), looks)


def _add_goals(book: Any, sheet: Any, name: str, subject: Subject, at: int) -> None:
    """This year, last year and the target of the subject's rates, or of its other figures where it has no rate."""
    picked = _alike(subject)
    first, last = FIRST + picked.start, FIRST + picked.stop - 1
    figure = subject.entries[picked.start].figure
    chart = book.add_chart({"type": "bar" if len(picked) > 4 else "column"})
    for column, title, colour in (
        (VALUE, "本期", BLUE),
        (LAST_YEAR, "上年同期", "#AEB6C2"),
        (GOAL, "年度目标", "#E0A100"),
    ):
        chart.add_series(
            {
                "name": title,
                "categories": [name, first, 0, last, 0],
                "values": [name, first, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    kind = "率" if figure.is_ratio else f"数（{figure.unit.zh}）"
    _shape(chart, f"{subject.name}：{kind}与上年同期、年度目标", figure, is_bar=len(picked) > 4, starts_at_zero=True)
    chart.set_size({"width": CHART_WIDTH, "height": _height(subject)})
    sheet.insert_chart(at, 0, chart, {"object_position": 2, "description": f"{subject.name}各项对照"})


def _alike(subject: Subject) -> range:
    """The longest run of neighbours that can share an axis: rates, or figures of one unit; the first where equal."""
    runs: list[range] = []
    for place, entry in enumerate(subject.entries):
        before = subject.entries[place - 1].figure if place else None
        if runs and before is not None and before.unit == entry.figure.unit:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return max(runs, key=len)


def _height(subject: Subject) -> int:
    """Of both charts: as many bars as there are figures have room."""
    return max(LEAST_HEIGHT, AROUND + BAR_HEIGHT * len(_alike(subject)))


def _add_course(book: Any, sheet: Any, name: str, subject: Subject, months_at: int, at: int) -> None:
    """The months of those same figures as lines, six at most."""
    picked = _alike(subject)
    chart = book.add_chart({"type": "line"})
    for place in picked[:6]:
        row = months_at + 1 + place
        chart.add_series(
            {
                "name": [name, row, 0],
                "categories": [name, months_at, 1, months_at, MONTHS_WIDE],
                "values": [name, row, 1, row, MONTHS_WIDE],
                "line": {"width": 2},
            }
        )
    chart.show_blanks_as("gap")
    figure = subject.entries[picked.start].figure
    _shape(chart, f"{subject.name}：本年各月", figure, is_bar=False, starts_at_zero=False)
    chart.set_size({"width": CHART_WIDTH, "height": _height(subject)})
    sheet.insert_chart(at, SECOND_CHART, chart, {"object_position": 2, "description": f"{subject.name}本年各月"})


def _shape(chart: Any, title: str, figure: Figure, *, is_bar: bool, starts_at_zero: bool) -> None:
    """Title, legend and axes; money is shown in 万元, rates without decimals; bars are never cut off below."""
    is_money = figure.unit.zh == YUAN and figure.kind == "amount"
    form = "0%" if figure.is_ratio else MONEY_IN_WAN if is_money else "#,##0.##"
    chart.set_title({"name": title, "name_font": {"size": 12, "bold": True}, "overlay": False})
    chart.set_legend({"position": "bottom"})
    numbers: dict[str, Any] = {"num_format": form, "major_gridlines": {"visible": True, "line": {"color": "#E4E7EB"}}}
    numbers |= {"line": {"none": True}, "num_font": {"color": QUIET}, **({"min": 0} if starts_at_zero else {})}
    names = {"reverse": True} if is_bar else {}
    chart.set_x_axis(numbers if is_bar else names)
    chart.set_y_axis(names if is_bar else numbers)
