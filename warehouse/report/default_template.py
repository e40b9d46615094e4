"""The template as it is delivered: the declared chapters in the official form, placeholders and all."""

from collections.abc import Iterator
from datetime import date

from warehouse.report.chapters import chapters
from warehouse.report.model import Kind, numeral
from warehouse.report.official_form import STYLE_OF, blank_document
from warehouse.report.package import packed

TITLE = "{{单位名称}}{{年份}}年度工作总结"
DELIVERED = date(2021, 1, 1)
"""The date of the delivered template's parts; any, so long as it is always the same."""


def default_template() -> bytes:
    """A .docx to be filled, or to be edited first; the same to the byte whenever it is made."""
    document = blank_document()
    for kind, text in _lines():
        document.add_paragraph(text, style=STYLE_OF[kind])
    return packed(document, "年度工作总结模板", DELIVERED)


def _lines() -> Iterator[tuple[Kind, str]]:
    yield Kind.TITLE, TITLE
    yield Kind.NOTE, "{{稿本说明}}"
    yield Kind.BODY, ""
    for chapter in chapters():
        if chapter.title:
            yield Kind.HEADING, f"{numeral(chapter.position)}、{chapter.title}"
        for place, subject in enumerate(chapter.subjects, start=1):
            if subject.heading:
                yield Kind.SUBHEADING, f"（{numeral(place)}）{subject.heading}"
            yield Kind.BODY, "".join(subject.sentences)
    yield Kind.BODY, "{{存在的问题}}"
    yield Kind.BODY, "{{下一年打算}}"
    yield Kind.BODY, ""
    yield Kind.SIGNATURE, "{{单位名称}}"
    yield Kind.SIGNATURE, "{{截至日期}}"
    yield Kind.BODY, "{{待核实的数字}}"
