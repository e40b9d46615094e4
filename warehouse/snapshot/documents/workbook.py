"""月报.xlsx: the month to go on working with: numbers as numbers, Excel's own charts, every township, what changed."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from warehouse.snapshot.documents import changes, findings
from warehouse.snapshot.documents.content import Content
from warehouse.snapshot.documents.context import SIGNERS, STATE_NAMES
from warehouse.snapshot.documents.subject_sheet import subject_sheet
from warehouse.snapshot.documents.wording import NONE, completeness, missing_ledgers, signed_at
from warehouse.snapshot.documents.workbook_cells import FIRST, Looks, begin, number_form, write_number, write_value
from warehouse.spreadsheet_text import lines, open_workbook, write_text

COVER, TOWNSHIPS, CHANGES, DEFINITIONS = "封面", "分乡镇街道", "与上期比较", "指标定义"
NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", "、"))
LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
LABEL_WIDTH, TEXT_WIDTH, LINE_HEIGHT = 16, 92, 16.5
NAME_WIDTH, PLACE_WIDTH, NUMBER_WIDTH, SOURCE_WIDTH, DEFINITION_WIDTH = 30, 17, 20, 40, 78


def workbook(content: Content) -> bytes:
    """The .xlsx file, dated the last day of its month; the same to the byte for the same content."""
    stream = BytesIO()
    with open_workbook(stream, content.day) as book:
        looks = Looks(book)
        _cover(book, content, looks)
        taken = {COVER, TOWNSHIPS, CHANGES, DEFINITIONS}
        for subject in content.subjects:
            subject_sheet(book, _free_name(subject.name, taken), content, subject, looks)
        _townships(book, content, looks)
        _changes(book, content, looks)
        _definitions(book, content, looks)
    return stream.getvalue()


def _free_name(name: str, taken: set[str]) -> str:
    """The name as a sheet may have it, with a number where another sheet has it already."""
    fitting = name.translate(NOT_IN_NAMES)[:LONGEST_NAME] or "主题"
    number = 1
    while (free := fitting if number == 1 else f"{fitting[: LONGEST_NAME - 4]} {number}") in taken:
        number += 1
    taken.add(free)
    return free


def _cover(book: Any, content: Content, looks: Looks) -> None:
    sheet = book.add_worksheet(COVER)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, 1, TEXT_WIDTH)
    sheet.set_row(0, 34)
    write_text(sheet, 0, 0, f"{content.county}工会数据月报 · {content.month}", looks.title)
    for row, (label, said) in enumerate(_facts(content), start=2):
        write_text(sheet, row, 0, label, looks.scope)
        write_text(sheet, row, 1, said, looks.note)
        sheet.set_row(row, LINE_HEIGHT * lines(said, TEXT_WIDTH))
    sheet.freeze_panes(1, 0)


def _facts(content: Content) -> Iterator[tuple[str, str]]:
    context = content.context
    yield "单位", content.organisation
    yield "县（市、区）", f"{content.county}（{content.county_code}）"
    yield "数据截至", content.as_of
    if context.issue_number:
        yield "期号", f"第{context.issue_number}期"
    yield "快照编号", context.id
    yield "状态", STATE_NAMES[context.state]
    yield "完整性", completeness(content)
    if content.missing:
        yield "缺报台账", missing_ledgers(content)
    if context.reason:
        yield "说明" if context.is_complete else "仍然出具的原因", context.reason
    for action, role in SIGNERS.items():
        entry = context.signed(action)
        yield role, f"{entry.name}，{signed_at(entry.at)}" if entry else NONE
    yield "数据版本", content.version
    yield "校验码", context.manifest_hash
    yield "总体情况", findings.of_month(content).computed
    for subject in content.subjects:
        yield subject.name, findings.of_subject(content, subject).computed


def _townships(book: Any, content: Content, looks: Looks) -> None:
    """All indicators that townships have, a column a region."""
    codes = [code for code in content.regions if code != content.county_code]
    places = [(content.regions[code], PLACE_WIDTH) for code in codes]
    heads = [("主题", 14), ("指标", NAME_WIDTH), ("单位", 7), (content.county, PLACE_WIDTH), *places]
    sheet = book.add_worksheet(TOWNSHIPS)
    scope = f"数据截至{content.as_of}；只有全县数的指标不在此表；全县数不一定等于各乡镇街道之和"
    begin(sheet, f"{TOWNSHIPS} · {content.month}", scope, heads, looks, names=2)
    row = FIRST
    for subject in content.subjects:
        for entry in subject.entries:
            if not entry.places:
                continue
            for column, said in enumerate((subject.name, entry.name, entry.figure.unit.zh)):
                write_text(sheet, row, column, said, looks.text)
            for column, figure in enumerate((entry.figure, *(entry.places.get(code) for code in codes)), start=3):
                if figure is not None:
                    write_value(sheet, row, column, figure, looks)
            row += 1
    sheet.autofilter(FIRST - 1, 0, max(row - 1, FIRST), len(heads) - 1)


def _changes(book: Any, content: Content, looks: Looks) -> None:
    """Every figure that is another one than in the previous issue, of the county and of townships."""
    found = changes.changes(content)
    heads = [
        ("指标", NAME_WIDTH),
        ("地区", PLACE_WIDTH),
        ("上期所报", NUMBER_WIDTH),
        ("上期同日现在的数", NUMBER_WIDTH),
    ]
    heads += [("本期", NUMBER_WIDTH), ("本期与上期之差", NUMBER_WIDTH), ("上期数是否有变", NUMBER_WIDTH)]
    sheet = book.add_worksheet(CHANGES)
    begin(sheet, f"{CHANGES} · {content.month}", changes.intro(content, found), heads, looks, names=2)
    moved = [one for one in found if one.is_restated or changes.differ(one.issued, one.now)]
    for row, change in enumerate(moved, start=FIRST):
        form = number_form(change.entry.figure)
        write_text(sheet, row, 0, change.entry.name, looks.text)
        write_text(sheet, row, 1, content.regions[change.region], looks.text)
        for column, number in ((2, change.issued), (3, change.restated)):
            if number is None:
                write_text(sheet, row, column, NONE, looks.words)
            else:
                write_number(sheet, row, column, number, form, looks)
        if change.now is None:
            write_text(sheet, row, 4, change.now_said, looks.words)
        else:
            write_number(sheet, row, 4, change.now, form, looks)
        both = change.now is not None and change.issued is not None
        write_number(sheet, row, 5, (change.now or 0) - (change.issued or 0) if both else None, form, looks)
        write_text(sheet, row, 6, "有变" if change.is_restated else "", looks.lights["red"])
    sheet.autofilter(FIRST - 1, 0, max(FIRST + len(moved) - 1, FIRST), len(heads) - 1)


def _definitions(book: Any, content: Content, looks: Looks) -> None:
    heads = [("指标", NAME_WIDTH), ("编号", 28), ("定义", DEFINITION_WIDTH), ("定义版本", 15)]
    heads += [("责任部门", 16), ("台账", SOURCE_WIDTH)]
    sheet = book.add_worksheet(DEFINITIONS)
    begin(sheet, DEFINITIONS, f"数据版本 {content.version}", heads, looks)
    for row, entry in enumerate(content.entries, start=FIRST):
        definition, ledgers = entry.definition + entry.caveat, "、".join(entry.ledgers)
        said = (entry.name, entry.id, definition, entry.definition_version, entry.department, ledgers)
        for column, text in enumerate(said):
            write_text(sheet, row, column, text, looks.wrapped)
        tall = max(lines(definition, DEFINITION_WIDTH), lines(ledgers, SOURCE_WIDTH), lines(entry.name, NAME_WIDTH))
        sheet.set_row(row, LINE_HEIGHT * tall)
