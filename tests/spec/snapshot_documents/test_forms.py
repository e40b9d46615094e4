"""Cover, signatures, properties, layout and the same bytes: what holds for each of the four documents."""

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.spec.snapshot_documents.given import (
    DECEMBER,
    HOSTILE,
    REASON,
    context,
    docx_text,
    html_text,
    pdf_pages,
    small_county,
)
from tests.spec.snapshot_documents.test_same_figures import charts, unzipped
from warehouse.language import Refusal
from warehouse.reader import Published, open_published
from warehouse.snapshot.documents.content import Content, read_content
from warehouse.snapshot.documents.context import Signature
from warehouse.snapshot.documents.make import NAMES, documents
from warehouse.snapshot.documents.signed_pdf import layout_data, signed_pdf
from warehouse.snapshot.documents.word_brief import word_brief


def test_the_same_month_gives_the_same_bytes(published: Published, made: dict[str, bytes]) -> None:
    again = documents(published, DECEMBER, context())
    assert sorted(again) == sorted(made) == sorted(NAMES)
    assert [name for name in NAMES if again[name] != made[name]] == []


@pytest.mark.parametrize("name", NAMES)
def test_why_an_incomplete_month_was_made_stands_in_every_document(made: dict[str, bytes], name: str) -> None:
    readers = {"简报.html": html_text, "简报.docx": docx_text, "月报.pdf": lambda one: pdf_pages(one)[0]}
    text = readers[name](made[name]) if name in readers else "".join(unzipped(made[name]).values())
    assert "数据未报齐，缺组织部（基层工会台账）".replace("组织部", "org") in text
    assert REASON in text


def test_the_cover_of_the_report_has_room_for_every_signature(made: dict[str, bytes]) -> None:
    cover = pdf_pages(made["月报.pdf"])[0]
    for part in ("示例县总工会", "工会数据月报", "示例县（530499）", "填报人", "审核人", "签发人", "甲", "乙"):
        assert part in cover
    assert "2022年1月5日16:20" in cover
    assert "已审核，未签发" in cover


def test_pages_are_numbered_and_each_subject_begins_one(content: Content, made: dict[str, bytes]) -> None:
    pages = pdf_pages(made["月报.pdf"])
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页，共{len(pages)}页" in page
    begins = [page.removeprefix("已审核") for page in pages]  # behind the text it says that it is not issued yet
    starts = [page for page in begins for subject in content.subjects if page.startswith(subject.name)]
    assert len(starts) == len(content.subjects)
    assert [page for page in begins if page.startswith("指标定义")] != []


def test_the_report_is_set_in_its_own_font(made: dict[str, bytes]) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in PdfReader(BytesIO(made["月报.pdf"])).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    }
    assert {re.sub(r"-Identity-H$", "", name) for name in fonts} == {"NotoSansCJKsc-Regular", "NotoSansCJKsc-Bold"}


def test_properties_name_nobody(made: dict[str, bytes]) -> None:
    report = PdfReader(BytesIO(made["月报.pdf"])).metadata
    assert report is not None
    assert (report.author, report.title) == (None, "示例县工会数据月报 2021年12月")
    assert str(report["/CreationDate"]).startswith("D:20211231")
    brief = Document(BytesIO(made["简报.docx"])).core_properties
    assert (brief.author, brief.last_modified_by, brief.title) == ("", "", "示例县工会工作简报 2021年12月")
    properties = unzipped(made["月报.xlsx"])["docProps/core.xml"]
    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", properties) == []
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", properties)) == {"2021-12-31T"}


@pytest.mark.parametrize("name", NAMES)
def test_no_document_says_where_it_was_made(published: Published, made: dict[str, bytes], name: str) -> None:
    content = made[name]
    parts = [content]
    if zipfile.is_zipfile(BytesIO(content)):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = [archive.read(part) for part in archive.namelist()]
            assert {entry.date_time[:3] for entry in archive.infolist()} <= {(2021, 12, 31), (1980, 1, 1)}
    for part in parts:
        for place in (str(published.file.parent), str(Path(__file__).parents[3]), str(Path.home()) + "/"):
            assert place.encode() not in part


def test_a_hostile_name_stays_a_name(made: dict[str, bytes]) -> None:
    page = made["简报.html"].decode()
    assert HOSTILE not in page
    assert HOSTILE in html_text(made["简报.html"])
    assert page.count("<script") == page.count("</script") == 3
    names = {
        row["name"] for chart in charts(made["简报.html"]) for row in chart["spec"]["data"]["values"] if "name" in row
    }  # type: ignore[index]
    assert HOSTILE in names
    book = CalamineWorkbook.from_filelike(BytesIO(made["月报.xlsx"]))
    assert HOSTILE in book.get_sheet_by_name("分乡镇街道").to_python()[2]
    assert not [
        name for name, part in unzipped(made["月报.xlsx"]).items() if "worksheets/sheet" in name and "<f>" in part
    ]
    assert any(HOSTILE in text for text in pdf_pages(made["月报.pdf"]))


def test_the_brief_may_ask_nobody_for_anything(made: dict[str, bytes]) -> None:
    page = made["简报.html"].decode()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy
    own = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"(?!#)", own) == []
    assert re.findall(r"url\(|@import", own) == []


def test_the_workbook_has_native_charts_widths_and_frozen_panes(content: Content, made: dict[str, bytes]) -> None:
    parts = unzipped(made["月报.xlsx"])
    sheets = CalamineWorkbook.from_filelike(BytesIO(made["月报.xlsx"])).sheet_names
    assert sheets == ["封面", *(subject.name for subject in content.subjects), "分乡镇街道", "与上期比较", "指标定义"]
    assert len([name for name in parts if name.startswith("xl/charts/chart")]) == 2 * len(content.subjects)
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            assert 'state="frozen"' in part
            assert "<cols>" in part
    assert 'formatCode="0.00%"' in parts["xl/styles.xml"]
    assert 'formatCode="#,##0.00"' in parts["xl/styles.xml"]


def test_the_word_brief_leaves_blank_what_is_not_known(content: Content, made: dict[str, bytes]) -> None:
    lines = [paragraph.text for paragraph in Document(BytesIO(made["简报.docx"])).paragraphs]
    assert lines[0] == "工会工作简报"
    assert lines[1] == "第　　期"
    assert "报送：　　" in lines
    known = replace(
        content.context,
        state="issued",
        issue_number=12,
        sent_to=("县委办公室",),
        copied_to=("各乡镇工会", "县直各单位"),
        signatures=(*content.context.signatures, Signature("issue", "丙", datetime(2022, 1, 6, 10, 0))),  # noqa: DTZ001
    )
    filled = [one.text for one in Document(BytesIO(word_brief(replace(content, context=known)))).paragraphs]
    assert filled[1:3] == ["第12期", "示例县总工会\t2022年1月6日"]
    assert "报送：县委办公室" in filled
    assert "抄送：各乡镇工会、县直各单位" in filled
    assert "填报人：甲　审核人：乙　签发人：丙" in filled


def test_a_character_that_the_font_lacks_is_replaced_and_named(tmp_path: Path) -> None:
    published = open_published(small_county(tmp_path, name="㸃水镇") / "warehouse")
    data = layout_data(read_content(published, DECEMBER, context()))
    assert ["缺字", "“〓”代替字库没有的字：U+3E03"] in data["facts"]
    assert "〓水镇" in str(data["subjects"])
    assert "㸃" not in str(data)


def test_a_day_that_is_no_month_end_is_refused(published: Published) -> None:
    with pytest.raises(Refusal, match="no month's end"):
        documents(published, DECEMBER.replace(day=15), context())
    with pytest.raises(Refusal, match="no month's end"):
        documents(published, DECEMBER.replace(year=2031), context())


def test_many_missing_ledgers_are_counted_on_the_cover_and_named_behind(published: Published) -> None:
    ledgers = [name for (name,) in published.query("select ledger_id from meta.ledgers order by 1").iter_rows()]
    content = read_content(published, DECEMBER, context(missing=tuple(ledgers)))
    cover, *others = pdf_pages(signed_pdf(content))
    assert f"缺{len(ledgers)}种台账：" in cover
    assert f"校验码（SHA-256）：{content.context.manifest_hash}" in cover  # all of it on one page
    assert "2022年1月5日16:20" in cover
    assert any("缺报台账：" in page and "基层工会台账" in page for page in others)
