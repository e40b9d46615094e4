"""Where each figure comes from: the workbook, and the appendix of .html and .md."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from tests.spec.report.given import YEAR_END, small_home, template
from warehouse.reader import open_published
from warehouse.report.draft import Draft, draft_report
from warehouse.report.html_document import html_document
from warehouse.report.markdown_document import markdown_document
from warehouse.report.proof_workbook import proof_workbook


def sheet(draft: Draft, name: str) -> list[dict[str, Any]]:
    rows = load_workbook(BytesIO(proof_workbook(draft))).get_sheet_by_name(name).to_python()
    return [dict(zip(rows[2], row, strict=True)) for row in rows[3:] if isinstance(row[0], float)]


def test_every_figure_of_the_text_has_a_line_in_the_workbook(draft: Draft) -> None:
    lines = sheet(draft, "数字依据")
    assert [line["指标编号"] for line in lines] == [proof.figure.id for proof in draft.proofs]
    assert {piece.figure for p in draft.paragraphs for piece in p.pieces if piece.figure} == {
        line["指标编号"] for line in lines
    }
    (claims,) = [line for line in lines if line["指标编号"] == "mutual_aid_amount"]
    assert (claims["所在段落"], claims["文中写法"], claims["数值"], claims["行数"]) == (
        "（四）医疗互助",
        "0.24万元",
        2400,
        3,
    )
    assert len(claims["定义版本"]) == 12


def test_the_rows_in_the_workbook_add_up_to_the_parts(draft: Draft) -> None:
    rows = sheet(draft, "逐行明细")
    for line in sheet(draft, "数字依据"):
        own = [row for row in rows if row["序号"] == line["序号"]]
        assert len(own) == line["行数"]
        for part in ("分子", "分母"):
            amounts = [row["计入"] for row in own if row["部分"] == part]
            if line[part] != "":
                assert sum(amounts) == pytest.approx(line[part])
            else:
                assert amounts == []
    claims = [row for row in rows if row["指标编号"] == "mutual_aid_amount"]
    assert [(row["文件"], row["行号"], row["计入"]) for row in claims] == [
        ("mutual_aid_claims.xlsx", 2, 1200.5),
        ("mutual_aid_claims.xlsx", 3, 800),
        ("mutual_aid_claims.xlsx", 4, 399.5),
    ]


def test_a_name_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    unions = "union_code | members | employees | founded_date | source_file\nU1 | 5 | 9 | 2019-01-01 | =1+1.xlsx"
    published = open_published(small_home(tmp_path, unions=unions) / "warehouse")
    made = draft_report(published, YEAR_END, (), ("t.docx", template("{{members}}")))
    with zipfile.ZipFile(BytesIO(proof_workbook(made))) as archive:
        rows = archive.read("xl/worksheets/sheet2.xml").decode()
    assert "<f>" not in rows


def test_every_figure_in_html_leads_to_its_proof_and_nothing_is_asked_of_anybody(draft: Draft) -> None:
    page = html_document(draft)
    linked = re.findall(r'href="#(figure-\d+)"', page)
    assert set(linked) == set(re.findall(r'id="(figure-\d+)"', page)) == {proof.anchor for proof in draft.proofs}
    assert "default-src 'none'" in page
    assert re.findall(r'(?:src|href)="(?!#)', page) == []
    assert "<script" not in page
    assert "://" not in page
    assert "mutual_aid_claims.xlsx" in page


def test_every_figure_in_markdown_leads_to_its_proof(draft: Draft) -> None:
    text = markdown_document(draft)
    assert "补助[3人次](#figure-" in text
    assert set(re.findall(r"\]\(#(figure-\d+)\)", text)) == set(re.findall(r'<a id="(figure-\d+)">', text))


def test_what_somebody_typed_cannot_mean_anything_to_a_browser_or_in_markdown(tmp_path: Path) -> None:
    tasks = """
        task_code | year | title                    | target | department | planned_start | planned_end
        T1        | 2021 | <b>[链](http://a)</b>*   | 100    | 办公室     | 2021-01-01    | 2021-12-31
    """
    published = open_published(small_home(tmp_path, tasks=tasks) / "warehouse")
    made = draft_report(published, YEAR_END, ("problems",), ("t.docx", template("{{存在的问题}}")))
    assert "&lt;b&gt;[链](http://a)&lt;/b&gt;*" in html_document(made)
    assert r"1\.\<b\>\[链\](http://a)\</b\>\*" in markdown_document(made)
