"""The .docx: page, fonts, signature, clean properties, the same bytes."""

import re
import zipfile
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.spec.report.given import YEAR_END
from warehouse.reader import Published
from warehouse.report.default_template import default_template
from warehouse.report.draft import Draft, draft_report
from warehouse.report.html_document import html_document
from warehouse.report.markdown_document import markdown_document
from warehouse.report.outlook import TITLES
from warehouse.report.proof_workbook import proof_workbook


@pytest.fixture(scope="module")
def document(draft: Draft) -> Any:
    return Document(BytesIO(draft.document))


def test_the_page_is_that_of_official_documents(document: Any) -> None:
    (section,) = document.sections
    assert [round(size.mm) for size in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [37, 35, 28, 26]
    for footer in (section.footer, section.even_page_footer):
        assert re.search(r"— .*PAGE.* —", "".join(footer._element.itertext()))


@pytest.mark.parametrize(
    ("style", "font", "points", "characters"),
    [
        ("Title", "方正小标宋简体", 22, 0),
        ("Heading 1", "黑体", 16, 2),
        ("Heading 2", "楷体_GB2312", 16, 2),
        ("Normal", "仿宋_GB2312", 16, 2),
    ],
)
def test_fonts_sizes_and_indents(document: Any, style: str, font: str, points: int, characters: int) -> None:
    found = document.styles[style]
    assert found.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert found.font.size == Pt(points)
    assert found.paragraph_format.line_spacing == Pt(28)
    assert found.element.pPr.ind.get(qn("w:firstLineChars")) == str(characters * 100)
    used = next(paragraph for paragraph in document.paragraphs if paragraph.style.name == style)
    assert not [run for run in used.runs if run.font.name or run.font.size]


@pytest.mark.parametrize("style", ["Heading 1", "Heading 2", "Normal", "Signature"])
def test_a_line_holds_28_characters_and_a_page_22_lines(document: Any, style: str) -> None:
    (section,) = document.sections
    wide = section.page_width - section.left_margin - section.right_margin
    high = section.page_height - section.top_margin - section.bottom_margin
    closer = document.styles[style].element.rPr.find(qn("w:spacing")).get(qn("w:val"))
    assert wide // (Pt(16) + Pt(int(closer) / 20)) == 28  # 442.2 ÷ (16 − 0.25); of 16 pt alone 27
    assert high // Pt(28) == 22


def test_who_signs_stands_centred_above_the_date_four_characters_from_the_margin(document: Any) -> None:
    signed = [paragraph for paragraph in document.paragraphs if paragraph.style.name == "Signature"]
    assert [paragraph.text for paragraph in signed] == ["示例县总工会", "2021年12月31日"]
    style = document.styles["Signature"].element
    assert style.pPr.jc.get(qn("w:val")) == "center"
    before = int(style.pPr.ind.get(qn("w:leftChars"))) / 100
    assert before + (28 - before) / 2 + 7 / 2 == 28 - 4  # 2021年12月31日: eight half and three whole characters


def test_the_signature_never_stands_on_a_page_without_text(document: Any) -> None:
    paragraphs = document.paragraphs
    at = next(place for place, paragraph in enumerate(paragraphs) if paragraph.style.name == "Signature")
    last_text, blank = paragraphs[at - 2], paragraphs[at - 1]
    assert (bool(last_text.text), blank.text) == (True, "")
    assert last_text.paragraph_format.keep_with_next
    assert blank.paragraph_format.keep_with_next
    assert document.styles["Signature"].paragraph_format.keep_with_next
    assert not paragraphs[at - 3].paragraph_format.keep_with_next


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2021, 12, 31, 0, 0, 0)}
        return {
            name: archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith((".xml", "rels"))
        }


def test_no_placeholder_is_left_and_no_font_is_shipped(draft: Draft) -> None:
    parts = parts_of(draft.document)
    assert [name for name, text in parts.items() if "{{" in text] == []
    with zipfile.ZipFile(BytesIO(draft.document)) as archive:
        assert [name for name in archive.namelist() if "font" in name and not name.endswith(".xml")] == []


def test_the_properties_name_nobody_and_are_dated_by_the_figures(published: Published) -> None:
    given = Document()
    given.core_properties.author = given.core_properties.last_modified_by = "王五"
    given.add_paragraph("{{unions}}")
    stream = BytesIO()
    given.save(stream)
    parts = parts_of(draft_report(published, YEAR_END, (), ("t.docx", stream.getvalue())).document)
    assert "王五" not in "".join(parts.values())
    assert "python-docx" not in "".join(parts.values())
    assert "2021-12-31T00:00:00Z" in parts["docProps/core.xml"]


def test_a_template_that_libreoffice_saved_has_its_properties_once(published: Published) -> None:
    """It relates them by a name of its own, under which they are overlooked and written again."""
    given = Document()
    given.core_properties.author = "王五"
    given.add_paragraph("{{unions}}")
    relations = given.part.package.rels
    (core,) = [entry for entry in relations.values() if entry.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES]
    core._reltype = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    stream = BytesIO()
    given.save(stream)
    content = draft_report(published, YEAR_END, (), ("t.docx", stream.getvalue())).document
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert "王五" not in archive.read("docProps/core.xml").decode()


def test_the_same_version_and_options_give_the_same_bytes(published: Published, draft: Draft) -> None:
    again = draft_report(published, YEAR_END, tuple(TITLES))
    assert again.document == draft.document
    assert proof_workbook(again) == proof_workbook(draft)
    assert html_document(again) == html_document(draft)
    assert markdown_document(again) == markdown_document(draft)
    assert default_template() == default_template()
