"""简报.docx: the month as a Word brief in the form of official documents, to be edited and sent round.

What is not known (number, addressees, the day of issue) stays blank to be filled in by hand.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document as DocumentObject
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from warehouse.report.facts import in_chinese
from warehouse.report.model import Kind, numeral
from warehouse.report.official_form import MARGINS_MM, PAGE_MM, STYLE_OF, blank_document
from warehouse.report.package import packed
from warehouse.snapshot.documents import findings
from warehouse.snapshot.documents.content import Content
from warehouse.snapshot.documents.context import SIGNERS, STATE_NAMES
from warehouse.snapshot.documents.sentences import Sentence
from warehouse.snapshot.documents.wording import completeness

NAME = "工会工作简报"
RED = RGBColor(0xC0, 0x00, 0x00)
NAME_POINTS, NAME_LINE_POINTS, HEADING_LINE_POINTS = 40, 56, 34
BLANK, NO_DATE = "　　", "　　年　月　日"
TEXT_WIDTH_MM = PAGE_MM[0] - MARGINS_MM["left_margin"] - MARGINS_MM["right_margin"]


def word_brief(content: Content) -> bytes:
    """The .docx file; the same to the byte for the same content."""
    document = blank_document()
    _masthead(document, content)
    _add(document, Kind.TITLE, f"{content.county}{content.month}工会工作数据情况", line=HEADING_LINE_POINTS)
    if content.context.state != "issued":
        _add(document, Kind.NOTE, f"（{STATE_NAMES[content.context.state]}）")
    _add(document, Kind.BODY, "")
    for kind, text in _text(content):
        _add(document, kind, text)
    _ending(document, content)
    return packed(document, f"{content.county}{NAME} {content.month}", content.day)


def _text(content: Content) -> Iterator[tuple[Kind, str]]:
    said = findings.of_brief(content)
    yield Kind.BODY, _joined(said["month"])
    if not content.context.is_complete:
        reason = content.context.reason or "未说明"
        yield Kind.BODY, f"本期{completeness(content)}；仍然出具的原因：{reason.rstrip('。')}。"
    for number, subject in enumerate(content.subjects, start=1):
        opening, *rest = said[subject.id]
        yield Kind.HEADING, f"{numeral(number)}、{subject.name}"
        yield Kind.BODY, opening.text
        yield Kind.BODY, _joined(rest)


def _joined(said: Sequence[Sentence]) -> str:
    return "".join(sentence.text for sentence in said)


def _masthead(document: DocumentObject, content: Content) -> None:
    """The name in red, the number, who issues it and when, and a red line."""
    context = content.context
    name = _add(document, Kind.TITLE, NAME, line=NAME_LINE_POINTS)
    for run in name.runs:
        run.font.size, run.font.color.rgb = Pt(NAME_POINTS), RED
    number = BLANK if context.issue_number is None else str(context.issue_number)
    _add(document, Kind.NOTE, f"第{number}期")
    signature = context.signed("issue")
    day = in_chinese(signature.at.date()) if signature else NO_DATE
    line = _add(document, Kind.NOTE, f"{content.organisation}\t{day}")
    line.alignment = 0
    line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH_MM), WD_TAB_ALIGNMENT.RIGHT)
    _rule(line, "bottom", "C00000", 18)
    _add(document, Kind.BODY, "")


def _ending(document: DocumentObject, content: Content) -> None:
    """To whom it goes and who signed, between two lines; at last what it was made from."""
    context = content.context
    _add(document, Kind.BODY, "")
    first = _closing(document, f"报送：{'、'.join(context.sent_to) or BLANK}")
    _rule(first, "top", "000000", 8)
    _closing(document, f"抄送：{'、'.join(context.copied_to) or BLANK}")
    signed = [(role, context.signed(action)) for action, role in SIGNERS.items()]
    last = _closing(document, "　".join(f"{role}：{entry.name if entry else BLANK * 2}" for role, entry in signed))
    _rule(last, "bottom", "000000", 8)
    made_from = _closing(document, f"数据截至{content.as_of}，快照 {context.id}，校验码 {context.manifest_hash}")
    for run in made_from.runs:
        run.font.size = Pt(9)


def _closing(document: DocumentObject, text: str) -> Any:
    paragraph = _add(document, Kind.NOTE, text)
    paragraph.alignment = 0
    return paragraph


def _add(document: DocumentObject, kind: Kind, text: str, line: int | None = None) -> Any:
    paragraph: Any = document.add_paragraph(text, style=STYLE_OF[kind])
    if line:
        paragraph.paragraph_format.line_spacing = Pt(line)
    return paragraph


def _rule(paragraph: Any, side: str, colour: str, eighths: int) -> None:
    """A line above or below a paragraph, so many eighths of a point thick."""
    borders = OxmlElement("w:pBdr")
    border = OxmlElement(f"w:{side}")
    for name, value in (("val", "single"), ("sz", str(eighths)), ("space", "4"), ("color", colour)):
        border.set(qn(f"w:{name}"), value)
    borders.append(border)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")
    )
