"""The number of a month's brief, and to whom it goes: in every document where it fits."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from python_calamine import load_workbook

from tests.spec.snapshot_documents.given import docx_text, html_text, pdf_pages
from warehouse.snapshot.documents.brief_settings import BriefSettings, number_of
from warehouse.snapshot.documents.content import Content
from warehouse.snapshot.documents.html_brief import html_brief
from warehouse.snapshot.documents.signed_pdf import signed_pdf
from warehouse.snapshot.documents.word_brief import word_brief
from warehouse.snapshot.documents.workbook import workbook

ISSUED = {
    "2020-12": datetime(2021, 1, 8, tzinfo=UTC),
    "2021-01": datetime(2021, 2, 5, tzinfo=UTC),
    "2021-03": datetime(2021, 4, 6, tzinfo=UTC),
    "2021-02": datetime(2021, 4, 9, tzinfo=UTC),
}
"""December and January came in time; February was issued after March."""


@pytest.mark.parametrize(
    ("month", "number"),
    [("2021-01", 1), ("2021-03", 2), ("2021-02", 3), ("2021-04", 4), ("2021-12", 4), ("2020-12", 1), ("2022-01", 1)],
)
def test_it_counts_the_months_of_the_year_as_they_were_issued(month: str, number: int) -> None:
    assert number_of(month, ISSUED, BriefSettings()) == number


@pytest.mark.parametrize(("month", "number"), [("2021-01", 1), ("2021-03", 7), ("2021-02", 8), ("2021-04", 9)])
def test_or_counts_on_from_what_is_configured(month: str, number: int) -> None:
    assert number_of(month, ISSUED, BriefSettings(numbers={"2021-03": 7})) == number


def test_number_and_addressees_stand_where_they_fit(content: Content) -> None:
    given = replace(content.context, issue_number=7, sent_to=("市总工会",), copied_to=("县委<办>", "县政府办"))
    numbered = replace(content, context=given)
    word = docx_text(word_brief(numbered))
    assert "第7期" in word
    assert "报送：市总工会抄送：县委<办>、县政府办" in word
    page = html_text(html_brief(numbered, ""))
    assert "·第7期" in page
    assert "抄送：县委<办>、县政府办" in page
    assert "期号第7期" in pdf_pages(signed_pdf(numbered))[0]
    cover = load_workbook(BytesIO(workbook(numbered))).get_sheet_by_index(0).to_python()
    assert ["期号", "第7期"] in cover


def test_what_is_not_known_stays_blank_on_paper_and_unsaid_elsewhere(content: Content) -> None:
    assert "报送：抄送：" in docx_text(word_brief(content)).replace("　", "")
    assert "期号" not in pdf_pages(signed_pdf(content))[0]
    assert "报送：" not in html_text(html_brief(content, ""))
