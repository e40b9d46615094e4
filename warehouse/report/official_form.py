"""The form of official documents (GB/T 9704—2012) as a blank .docx: page, fonts, styles, page numbers.

A4 with margins of 37, 35, 28 and 26 mm; the title in 22 pt, everything else in 16 pt with lines of exactly 28 pt, 22
to a page and 28 characters to a line, the first line indented by two; page numbers in 14 pt outside, with a dash on
either side. The date ends four characters before the margin and who signs stands centred above it, where the seal goes.
Fonts are named and never embedded.
"""

from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from warehouse.report.model import Kind

TITLE_FONT, BODY_FONT, HEADING_FONT, SUBHEADING_FONT = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
NUMBER_FONT = "宋体"
TITLE_POINTS, BODY_POINTS, LINE_POINTS, NUMBER_POINTS = 22, 16, 28, 14
MARGINS_MM = {"top_margin": 37, "bottom_margin": 35, "left_margin": 28, "right_margin": 26}
PAGE_MM = (210, 297)
NUMBER_BELOW_MM = 7
"""How far below the text the page's number stands."""
TWO_CHARACTERS = 2
CLOSER_TWENTIETHS = -5
"""Twentieths of a point between characters of 16 pt, so that 28 and not 27 of them stand on the 156 mm of a line."""
SIGNED_FROM = 13
"""Characters of a line before the stretch on whose middle signature and date stand: a date of seven characters that
ends four before the margin has the middle of the fifteen that remain."""

STYLE_OF = {
    Kind.TITLE: "Title",
    Kind.NOTE: "Subtitle",
    Kind.HEADING: "Heading 1",
    Kind.SUBHEADING: "Heading 2",
    Kind.BODY: "Normal",
    Kind.SIGNATURE: "Signature",
}
FONTS = {
    Kind.TITLE: (TITLE_FONT, TITLE_POINTS),
    Kind.NOTE: (SUBHEADING_FONT, BODY_POINTS),
    Kind.HEADING: (HEADING_FONT, BODY_POINTS),
    Kind.SUBHEADING: (SUBHEADING_FONT, BODY_POINTS),
    Kind.BODY: (BODY_FONT, BODY_POINTS),
    Kind.SIGNATURE: (BODY_FONT, BODY_POINTS),
}
ALIGNMENTS = {
    Kind.TITLE: WD_ALIGN_PARAGRAPH.CENTER,
    Kind.NOTE: WD_ALIGN_PARAGRAPH.CENTER,
    Kind.SIGNATURE: WD_ALIGN_PARAGRAPH.CENTER,
}
NOT_INDENTED = frozenset(ALIGNMENTS)


def blank_document() -> DocumentObject:
    """An empty document with the styles of :data:`STYLE_OF`."""
    document = Document()
    signature: Any = document.styles.add_style(STYLE_OF[Kind.SIGNATURE], WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    signature.base_style = document.styles["Normal"]
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
    for kind, name in STYLE_OF.items():
        _shape(document.styles[name], kind)
    _set_page(document)
    _number_pages(document)
    return document


def _shape(style: Any, kind: Kind) -> None:
    name, points = FONTS[kind]
    for old in style.element.findall(qn("w:rPr")) + style.element.findall(qn("w:pPr")):
        style.element.remove(old)
    style.font.size = Pt(points)
    style.font.bold = False
    _name_font(style.element.get_or_add_rPr(), name)
    if points == BODY_POINTS:
        _set_closer(style.element.rPr)
    layout = style.paragraph_format
    layout.space_before = layout.space_after = Pt(0)
    layout.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    layout.line_spacing = Pt(LINE_POINTS)
    layout.alignment = ALIGNMENTS.get(kind, WD_ALIGN_PARAGRAPH.JUSTIFY)
    layout.keep_with_next = kind in (Kind.HEADING, Kind.SUBHEADING, Kind.SIGNATURE)
    layout.widow_control = True
    _indent(layout.element.get_or_add_pPr(), 0 if kind in NOT_INDENTED else TWO_CHARACTERS)
    if kind is Kind.SIGNATURE:
        _indent(layout.element.pPr, SIGNED_FROM, "left")


def _name_font(properties: Any, name: str) -> None:
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def _set_closer(properties: Any) -> None:
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(CLOSER_TWENTIETHS))
    properties.insert_element_before(spacing, "w:sz")


def _indent(properties: Any, characters: int, side: str = "firstLine") -> None:
    """In characters, so that it follows the font; and in points for programs that know no characters."""
    indent = properties.get_or_add_ind()
    indent.set(qn(f"w:{side}Chars"), str(characters * 100))
    indent.set(qn(f"w:{side}"), str(characters * BODY_POINTS * 20))


def _set_page(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(size) for size in PAGE_MM)
    for side, size in MARGINS_MM.items():
        setattr(section, side, Mm(size))
    section.footer_distance = Mm(MARGINS_MM["bottom_margin"] - NUMBER_BELOW_MM) - Pt(NUMBER_POINTS / 2)


def _number_pages(document: DocumentObject) -> None:
    """Odd pages at the right, even ones at the left, each a character away from the edge."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.style = document.styles["Normal"]
        paragraph.alignment = side
        _indent(paragraph._p.get_or_add_pPr(), 0)
        layout = paragraph.paragraph_format
        layout.left_indent = layout.right_indent = layout.line_spacing = Pt(NUMBER_POINTS)
        for content in ("— ", None, " —"):
            _add_number_run(paragraph, content)


def _add_number_run(paragraph: Any, text: str | None) -> None:
    """A run of text, or the field of the page's number for None."""
    run = paragraph.add_run(text or "")
    run.font.size = Pt(NUMBER_POINTS)
    _name_font(run._r.get_or_add_rPr(), NUMBER_FONT)
    if text is not None:
        return
    for kind in ("begin", None, "end"):
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = "PAGE"
            run._r.append(instruction)
            continue
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
