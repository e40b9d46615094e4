"""The first sheet of a marked copy: all its problems, each with a link to its cell."""

from collections.abc import Collection, Iterable, Sequence

from pipelines.annotating.marks import NAMES
from pipelines.annotating.remarks import Remark
from pipelines.annotating.sheet_cells import name_of
from pipelines.annotating.styles import Styles
from pipelines.annotating.xml_places import cell_text, escaped
from pipelines.quarantine import as_text
from pipelines.reading.own_sheets import MARKS, RESULTS
from warehouse.rule_names import rule_name

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
MOST_LINKS = 65_530
"""A worksheet may not have more links."""

MOST_ROWS = 1_048_576
LONGEST_TEXT = 32_767
"""What a worksheet and a cell can hold."""

_HEADINGS = {"序号": 6, "级别": 8, "工作表": 18, "行号": 8, "列": 20, "单元格": 10, "原值": 26, "规则": 18, "说明": 80}
_LINK_COLUMN = list(_HEADINGS).index("单元格")
_LINES_ABOVE = 4
_TITLE_HEIGHT = 24
_HEADING_FILL = "FFDDEBF7"
_PLAIN_FONT = 0
_BOLD = '<{0}b/><{0}sz val="11"/><{0}name val="宋体"/><{0}charset val="134"/>'
_TITLE = '<{0}b/><{0}sz val="16"/><{0}name val="宋体"/><{0}charset val="134"/>'
_LINK = '<{0}u/><{0}sz val="11"/><{0}color rgb="FF0563C1"/><{0}name val="宋体"/><{0}charset val="134"/>'


def result_sheet(remarks: Sequence[Remark], sheets: Collection[str], styles: Styles, notes: Sequence[str]) -> bytes:
    """The worksheet part; a line leads to its cell where its sheet is among ``sheets``.

    All cells are text, and what a spreadsheet may take for a formula has an apostrophe before it.
    ``notes`` are sentences on what could not be done in this copy.
    """
    looks = _Looks(styles)
    listed = remarks[: MOST_ROWS - _LINES_ABOVE - 1]
    lines = [
        _row(1, [MARKS[RESULTS]], [looks.title], height=_TITLE_HEIGHT),
        _row(2, [_summary(remarks)], [looks.plain]),
    ]
    said = " ".join([*notes, *([] if len(listed) == len(remarks) else [f"问题太多，只列出前{len(listed)}个。"])])
    lines += [_row(3, [said], [looks.plain])] if said else []
    lines.append(_row(_LINES_ABOVE + 1, list(_HEADINGS), [looks.heading] * len(_HEADINGS)))
    links: list[bytes] = []
    for number, remark in enumerate(listed, start=1):
        row = _LINES_ABOVE + 1 + number
        lines.append(_line(number, row, remark, looks))
        if remark.sheet in sheets and len(links) < MOST_LINKS:
            links.append(_link(row, remark))
    return _document(lines, links)


class _Looks:
    """Formats of the list."""

    def __init__(self, styles: Styles) -> None:
        bold, title, link = styles.add_font(_BOLD), styles.add_font(_TITLE), styles.add_font(_LINK)
        self.plain = styles.add_format(_PLAIN_FONT, 0)
        self.title = styles.add_format(title, 0)
        self.heading = styles.add_format(bold, styles.add_fill(_HEADING_FILL))
        self.text = styles.add_format(_PLAIN_FONT, 0, wraps=True)
        self.link = styles.add_format(link, 0)
        self.severity = {severity: styles.marked(self.plain, severity) for severity in NAMES}


def _summary(remarks: Sequence[Remark]) -> str:
    errors = sum(remark.severity == "error" for remark in remarks)
    return (
        f"错误 {errors:,} 个（红色，所在行退回，不入库），提醒 {len(remarks) - errors:,} 个（黄色，照常入库，请核对）。"
        "点“单元格”可跳到出错的位置，批注里写有原因；改正后可以直接报送，本页会被忽略。"
    )


def _line(number: int, row: int, remark: Remark, looks: _Looks) -> bytes:
    place = name_of(remark.cells[0]) if remark.cells else ""
    texts: list[str | int] = [
        number,
        NAMES[remark.severity],
        remark.sheet,
        "" if remark.row is None else remark.row,
        remark.heading or "",
        place or ("打开" if remark.sheet else ""),
        remark.value or "",
        rule_name(remark.rule, "zh"),
        remark.message,
    ]
    formats = [looks.plain, looks.severity[remark.severity], *[looks.text] * 3, looks.link, *[looks.text] * 3]
    return _row(row, texts, formats)


def _row(number: int, cells: Sequence[str | int], formats: Sequence[int], *, height: int | None = None) -> bytes:
    written = b"".join(
        _cell(name_of((number - 1, column)).encode(), cell, format_)
        for column, (cell, format_) in enumerate(zip(cells, formats, strict=True))
        if cell != ""
    )
    tall = b"" if height is None else b' ht="%d" customHeight="1"' % height
    return b'<row r="%d"%s>%s</row>' % (number, tall, written)


def _cell(reference: bytes, cell: str | int, format_: int) -> bytes:
    if isinstance(cell, int):
        return b'<c r="%s" s="%d"><v>%d</v></c>' % (reference, format_, cell)
    text = cell_text(as_text(_shortened(cell)))
    return b'<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>' % (reference, format_, text)


def _shortened(text: str) -> str:
    return text if len(text) < LONGEST_TEXT else text[: LONGEST_TEXT - 3] + "……"


def _link(row: int, remark: Remark) -> bytes:
    """To the first cell that is meant, else to the beginning of the sheet."""
    quoted = remark.sheet.replace("'", "''")
    target = f"'{quoted}'!{name_of(remark.cells[0] if remark.cells else (0, 0))}"
    return b'<hyperlink ref="%s" location="%s"/>' % (name_of((row - 1, _LINK_COLUMN)).encode(), escaped(target))


def _document(lines: Iterable[bytes], links: Sequence[bytes]) -> bytes:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>'
        for place, width in enumerate(_HEADINGS.values(), start=1)
    )
    top = _LINES_ABOVE + 1
    head = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane ySplit="{top}" topLeftCell="A{top + 1}" '
        'activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
    )
    tail = (
        '<pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    )
    linked = b"<hyperlinks>" + b"".join(links) + b"</hyperlinks>" if links else b""
    return b"".join([head.encode(), *lines, b"</sheetData>", linked, tail.encode()])
