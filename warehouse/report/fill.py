"""The template filled: what replaces a placeholder looks like it, a block becomes paragraphs of the template's own."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from docx.document import Document as DocumentObject
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from warehouse.report.model import Kind, Paragraph
from warehouse.report.official_form import STYLE_OF
from warehouse.report.resolve import Resolved
from warehouse.report.template import Template


def fill(template: Template, resolved: Sequence[Resolved]) -> None:
    """Changes the template's document; ``resolved`` are its places in their order."""
    styles = {style.name: style.style_id for style in template.document.styles}
    for entry in resolved:
        if entry.place.block:
            _expand(entry, styles)
        else:
            _replace(entry)
    _keep_signature(template.document, styles.get(STYLE_OF[Kind.SIGNATURE]))


def _keep_signature(document: DocumentObject, style_id: str | None) -> None:
    """No page holds the signature alone: it is kept with the last text before it."""
    paragraphs = document.paragraphs
    signed = (at for at, paragraph in enumerate(paragraphs) if style_id and paragraph._p.style == style_id)
    for paragraph in reversed(paragraphs[: next(signed, 0)]):
        paragraph.paragraph_format.keep_with_next = True
        if paragraph.text.strip():
            return


def _replace(entry: Resolved) -> None:
    texts = entry.place.text_elements
    pairs = list(zip(entry.place.placeholders, entry.fillings, strict=True))
    for placeholder, filling in reversed(pairs):
        _put(texts, placeholder.start, placeholder.end, "".join(piece.text for piece in filling))


def _put(texts: Sequence[Any], start: int, end: int, replacement: str) -> None:
    """Writes the replacement where the stretch begins and takes the rest of the stretch out of the later runs."""
    at = 0
    for element in texts:
        text = element.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            element.text = text[:first] + replacement + text[last:]
            element.set(qn("xml:space"), "preserve")
            replacement = ""
        at += len(text)


def _expand(entry: Resolved, styles: dict[str | None, str]) -> None:
    element = entry.place.element
    for paragraph in entry.paragraphs:
        element.addprevious(_paragraph(element, paragraph, styles))
    if _must_stay(element):
        for text in entry.place.text_elements:
            text.text = ""
    else:
        element.getparent().remove(element)


def _must_stay(element: Any) -> bool:
    """Whether the paragraph carries the settings of a page section, or its table cell needs one."""
    has_section = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    return has_section or element.getparent().tag == qn("w:tc")


def _paragraph(element: Any, paragraph: Paragraph, styles: dict[str | None, str]) -> Any:
    """In the style of its kind; body text looks like the paragraph that the block stood in."""
    made = OxmlElement("w:p")
    run = OxmlElement("w:r")
    if paragraph.kind in (Kind.HEADING, Kind.SUBHEADING) and STYLE_OF[paragraph.kind] in styles:
        properties = OxmlElement("w:pPr")
        style = OxmlElement("w:pStyle")
        style.set(qn("w:val"), styles[STYLE_OF[paragraph.kind]])
        properties.append(style)
        made.append(properties)
    else:
        _like(element, made, run)
    text = OxmlElement("w:t")
    text.text = paragraph.text
    text.set(qn("xml:space"), "preserve")
    run.append(text)
    made.append(run)
    return made


def _like(element: Any, made: Any, run: Any) -> None:
    properties = element.find(qn("w:pPr"))
    if properties is not None:
        copied = deepcopy(properties)
        for section in copied.findall(qn("w:sectPr")):
            copied.remove(section)
        made.append(copied)
    look = element.find(f"{qn('w:r')}/{qn('w:rPr')}")
    if look is not None:
        run.append(deepcopy(look))
