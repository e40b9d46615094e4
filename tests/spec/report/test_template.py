"""Placeholders in a template that somebody has edited, and templates that cannot be used."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.spec.report.given import YEAR_END, filled, template
from warehouse.figures.catalogue import indicators
from warehouse.language import Refusal
from warehouse.reader import Published
from warehouse.report.default_template import default_template
from warehouse.report.draft import draft_report
from warehouse.report.outlook import TITLES
from warehouse.report.placeholders import BLOCKS, FACTS, PHRASES
from warehouse.report.template import read_template


def test_a_placeholder_that_word_has_split_over_runs_is_found_and_its_look_kept(published: Published) -> None:
    content = template(["会员共", "{{mem", "bers", "}}", "，其中农民工{{migrant_", "members}}。"])
    document = Document(BytesIO(draft_report(published, YEAR_END, (), ("模板.docx", content)).document))
    (paragraph, *_) = document.paragraphs
    assert paragraph.text == "会员共65人，其中农民工13人。"
    assert [(run.text, bool(run.bold)) for run in paragraph.runs if run.text] == [
        ("会员共", False),
        ("65人", True),
        ("，其中农民工13人", False),
        ("。", True),
    ]


def test_full_width_braces_and_blanks_are_understood(published: Published) -> None:
    assert filled(published, "会员｛｛ members ｝｝、{{mutual_aid_people：万人}}") == "会员65人、1.58万人"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("会员{{membrs}}人", "{{membrs}}，是不是 {{members}}？"),
        ("{{members:万元}}", "单位只能是人、万人"),
        ("{{县名:人}}", "不能写单位"),
        ("{{members.环比}}", "点号后只能是同比、上年"),
        ("{{县名.同比}}", "点号后只能是同比、上年"),
        ("会员{{members，共", "没有成对"),
        ("前{{存在的问题}}后", "要独占一段"),
    ],
)
def test_a_placeholder_that_does_not_exist_is_named(published: Published, text: str, named: str) -> None:
    with pytest.raises(Refusal) as refused:
        filled(published, text)
    assert named in refused.value.label.zh
    assert text in refused.value.label.zh


@pytest.mark.parametrize("content", [b"", b"no package", default_template()[:2000]])
def test_a_template_that_is_no_document_is_one_sentence(published: Published, content: bytes) -> None:
    with pytest.raises(Refusal, match=r"cannot be opened"):
        draft_report(published, YEAR_END, (), ("坏.docx", content))


def test_placeholders_in_tables_and_footers_are_filled_too(published: Published) -> None:
    document = Document()
    document.add_table(rows=1, cols=1).cell(0, 0).text = "{{unions}}"
    document.sections[0].footer.paragraphs[0].text = "{{单位名称}}"
    stream = BytesIO()
    document.save(stream)
    made = Document(BytesIO(draft_report(published, YEAR_END, (), ("t.docx", stream.getvalue())).document))
    assert made.tables[0].cell(0, 0).text == "2个"
    assert made.sections[0].footer.paragraphs[0].text == "示例县总工会"


def test_a_placeholder_in_a_footnote_is_refused(published: Published) -> None:
    runs = "<w:r><w:t>会员{{mem</w:t></w:r><w:r><w:t>bers}}</w:t></w:r>"
    note = f"<w:footnotes {nsdecls('w')}><w:p>{runs}</w:p></w:footnotes>"
    document = Document()
    package = document.part.package
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    document.part.relate_to(
        Part(PackURI("/word/footnotes.xml"), kind, note.encode(), package), RELATIONSHIP_TYPE.FOOTNOTES
    )
    stream = BytesIO()
    document.save(stream)
    with pytest.raises(Refusal) as refused:
        draft_report(published, YEAR_END, (), ("t.docx", stream.getvalue()))
    assert "脚注和尾注里不能用占位符（“会员{{members}}”）" in refused.value.label.zh


def test_a_text_box_that_word_keeps_twice_is_told_once_and_filled_twice(published: Published) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>会员{{members}}</w:t></w:r></w:p></w:txbxContent>"
    document = Document()
    document.add_paragraph("正文")._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
    )
    stream = BytesIO()
    document.save(stream)
    made = draft_report(published, YEAR_END, (), ("t.docx", stream.getvalue()))
    assert [paragraph.text for paragraph in made.paragraphs][:2] == ["正文", "会员65人"]
    texts = [entry.text for entry in Document(BytesIO(made.document)).element.iter(qn("w:t"))]
    assert texts.count("会员65人") == 2


@pytest.mark.parametrize("name", [*FACTS, *PHRASES, *BLOCKS])
def test_every_placeholder_that_is_no_indicator_can_be_filled(published: Published, name: str) -> None:
    assert "{{" not in filled(published, f"{{{{{name}}}}}", optional=tuple(TITLES))


def test_the_manual_has_every_placeholder_and_every_indicator_of_the_delivered_text() -> None:
    manual = (Path(__file__).resolve().parents[3] / "docs" / "report.md").read_text("utf-8")
    named = read_template(default_template(), "").indicator_ids
    single = [name for name in named if name not in {read for ids in PHRASES.values() for read in ids}]
    assert [name for name in (*FACTS, *PHRASES, *BLOCKS, *single) if f"`{{{{{name}}}}}`" not in manual] == []
    table = dict(re.findall(r"^\| `\{\{([a-z_]+)\}\}` \| (.+) \|$", manual, flags=re.MULTILINE))
    assert {name: indicators()[name].label.zh for name in single} == {name: table[name] for name in single}
