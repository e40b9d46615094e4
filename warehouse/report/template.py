"""The report's template: an ordinary .docx, delivered or edited in Word or WPS, read into paragraphs.

Word splits a text into runs as it likes, also in the middle of a placeholder. A paragraph's text is therefore read
over all its runs, and a replacement goes into the run in which the placeholder begins.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from warehouse.language import Refusal
from warehouse.report.model import Kind
from warehouse.report.placeholders import DOUBTS, PATTERN, TEMPLATE_COMMAND, Placeholder, block_in, placeholders_in

STYLES = {
    "Title": Kind.TITLE,
    "Subtitle": Kind.NOTE,
    "Heading 1": Kind.HEADING,
    "Heading 2": Kind.SUBHEADING,
    "Signature": Kind.SIGNATURE,
}
"""The kind of a paragraph by the name of its style; any other style is body."""
LOOKS_LIKE = {
    Kind.HEADING: re.compile(r"[一二三四五六七八九十]+、.{1,40}"),
    Kind.SUBHEADING: re.compile(r"（[一二三四五六七八九十]+）.{1,40}"),
}
"""Headings that somebody has numbered without giving them a style."""
LARGEST_BYTES = 50_000_000
BESIDE_THE_BODY = re.compile(r"/word/(header|footer)\d*\.xml")
NOTES = re.compile(r"/word/(footnotes|endnotes)\.xml")
SECOND_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""Where Word keeps a text box once more for older programs."""


@dataclass(frozen=True, slots=True)
class Place:
    """One paragraph of the template. ``block`` is what it stands for as a whole, if it does."""

    element: Any
    kind: Kind
    text: str
    placeholders: tuple[Placeholder, ...]
    block: str | None
    is_in_body: bool

    @property
    def text_elements(self) -> list[Any]:
        """Its ``w:t`` elements, those of text boxes inside it aside."""
        return [text for text in self.element.iter(qn("w:t")) if _paragraph_of(text) is self.element]


@dataclass(frozen=True, slots=True)
class Template:
    """An opened template with its paragraphs in their order, headers and footers last."""

    document: DocumentObject
    places: tuple[Place, ...]

    @property
    def indicator_ids(self) -> tuple[str, ...]:
        """The indicators that it names, each once, in their order."""
        named = [name for place in self.places for entry in place.placeholders for name in entry.indicator_ids]
        return tuple(dict.fromkeys(named))


def read_template(content: bytes, name: str) -> Template:
    """Opens a .docx; refuses one that is none or damaged, a placeholder that does not exist and one in a footnote."""
    document = _opened(content, name)
    _refuse_notes(document)
    _name_doubts(document)
    styles = {style.style_id: style.name for style in document.styles}
    body = [
        _place(element, styles, is_in_body=next(element.iterancestors(SECOND_COPY), None) is None)
        for element in document.element.body.iter(qn("w:p"))
    ]
    beside = [_place(element, styles, is_in_body=False) for element in _beside_the_body(document)]
    return Template(document, tuple(body + beside))


def _refuse_notes(document: DocumentObject) -> None:
    """A footnote is never filled, and must not go out with a placeholder in it."""
    notes = [part for part in document.part.package.iter_parts() if NOTES.fullmatch(str(part.partname))]
    for paragraph in (entry for part in notes for entry in parse_xml(part.blob).iter(qn("w:p"))):
        text = "".join(entry.text or "" for entry in paragraph.iter(qn("w:t")))
        if PATTERN.search(text):
            raise Refusal(
                f"报告模板：脚注和尾注里不能用占位符（“{text.strip()}”），请移到正文里",
                f"Report template: no placeholder may stand in a footnote or endnote (“{text.strip()}”)",
                TEMPLATE_COMMAND,
            )


def _name_doubts(document: DocumentObject) -> None:
    """What is in doubt is listed at the end, also where a template has no place for it."""
    texts = ("".join(text.text or "" for text in p.iter(qn("w:t"))) for p in document.element.body.iter(qn("w:p")))
    named = {name.strip() for text in texts for name in PATTERN.findall(text)}
    if DOUBTS not in named:
        document.add_paragraph(f"{{{{{DOUBTS}}}}}")


def _opened(content: bytes, name: str) -> DocumentObject:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_BYTES:
                raise ValueError("too large")
        return Document(BytesIO(content))
    except Exception as error:  # a damaged package fails in many ways, also inside the XML parser
        raise Refusal(
            f"报告模板 {name} 打不开，应为 Word 或 WPS 保存的 .docx 文件；可重新导出一份再改",
            f"The report template {name} cannot be opened: it must be a .docx saved by Word or WPS",
            TEMPLATE_COMMAND,
        ) from error


def _beside_the_body(document: DocumentObject) -> Iterator[Any]:
    parts: list[Any] = [
        part for part in document.part.package.iter_parts() if BESIDE_THE_BODY.fullmatch(str(part.partname))
    ]
    for part in sorted(parts, key=lambda part: str(part.partname)):
        yield from part.element.iter(qn("w:p"))


def _place(element: Any, styles: dict[str, str | None], *, is_in_body: bool) -> Place:
    texts = [text for text in element.iter(qn("w:t")) if _paragraph_of(text) is element]
    text = "".join(entry.text or "" for entry in texts)
    kind = _kind(styles.get(element.style) if element.style else None, text)
    return Place(element, kind, text, placeholders_in(text), block_in(text), is_in_body)


def _kind(style: str | None, text: str) -> Kind:
    if style in STYLES:
        return STYLES[style]
    return next((kind for kind, look in LOOKS_LIKE.items() if look.fullmatch(text.strip())), Kind.BODY)


def _paragraph_of(element: Any) -> Any:
    return next(element.iterancestors(qn("w:p")), None)
