"""Whatever the form, a figure is the same in it, to the last digit; and what is withheld is in none."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from tests.spec.snapshot_documents.given import (
    EAST,
    WEST,
    WITHHELD_AMOUNTS,
    bare,
    docx_text,
    html_text,
    pdf_pages,
)
from tests.warehouse_tables import COUNTY
from warehouse.reader import Published
from warehouse.report.figure import Figure
from warehouse.report.sentences import amount
from warehouse.snapshot.documents.content import Content, Entry
from warehouse.snapshot.documents.make import NAMES
from warehouse.snapshot.documents.wording import cells, value_cell
from warehouse.snapshot.documents.workbook import TOWNSHIPS

WITHHELD = "人数少于5，按规定不显示"


def sheet_rows(content: bytes, name: str) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name(name).to_python()


def test_the_county_has_the_figures_that_the_rows_add_up_to(content: Content) -> None:
    said = {entry.id: cells(entry) for entry in content.entries}
    assert said["members"].value == "65人"  # 60 + 5
    assert said["union_density"].value == "65%"  # 65 ÷ (80 + 20)
    assert (said["union_density"].target, said["union_density"].light) == ("70%", "△ 接近")
    assert said["members"].remark == "数据未报齐"
    assert said["relief_spent"].value == "4.62万元"  # 7300 + 120.5 + 7300 + 30000 + 1500 = 46220.5
    assert said["relief_spent"].change == "增长131.1%"  # 46220.5 ÷ 20000 − 1
    assert said["relief_raised"].value == "未报送"


def test_every_line_of_the_county_is_the_same_in_brief_and_report(content: Content, made: dict[str, bytes]) -> None:
    brief, report = html_text(made["简报.html"]), "".join(pdf_pages(made["月报.pdf"]))
    for entry in content.entries:
        line = cells(entry)
        name, figures = line.name, bare(line.value + line.last_year + line.change + line.target)
        remark = line.remark if entry.figure.value is not None else ""
        assert name + figures + bare(line.light) in brief
        assert name + remark + figures in report
        assert bare(line.light) in report


def test_every_figure_is_a_sentence_of_the_word_brief(content: Content, made: dict[str, bytes]) -> None:
    text = docx_text(made["简报.docx"])
    for entry in content.entries:
        value = value_cell(entry.figure)
        said = value if entry.figure.value is not None else f"〔{value}〕"
        assert entry.name + said in text


def test_numbers_of_the_workbook_are_numbers_and_say_the_same(content: Content, made: dict[str, bytes]) -> None:
    for subject in content.subjects:
        rows = {row[0]: row for row in sheet_rows(made["月报.xlsx"], subject.name)[3 : 3 + len(subject.entries)]}
        for entry in subject.entries:
            figure, row = entry.figure, rows[entry.name]
            assert said(figure, row[1]) == value_cell(figure)
            assert said(figure, row[3]) == cells(entry).last_year
            assert row[2] == figure.unit.zh
            assert row[7] == cells(entry).light


def said(figure: Figure, cell: object) -> str:
    """A cell of the workbook as the other forms word it: a number of the figure's kind, or a text."""
    return amount(figure, cell) if isinstance(cell, float) else str(cell)


def places(content: Content) -> Iterator[tuple[Entry, str]]:
    return ((entry, code) for entry in content.entries for code in entry.places)


def test_every_township_is_the_same_in_workbook_and_brief(content: Content, made: dict[str, bytes]) -> None:
    heads, *rows = sheet_rows(made["月报.xlsx"], TOWNSHIPS)[2:]
    by_name = {row[1]: dict(zip(heads, row, strict=True)) for row in rows}
    brief = html_text(made["简报.html"])
    for entry, code in places(content):
        figure = entry.places[code]
        assert said(figure, by_name[entry.name][content.regions[code]]) == value_cell(figure)
    for entry in content.entries:
        if entry.places:
            assert bare(entry.name + "".join(map(value_cell, (entry.figure, *entry.places.values())))) in brief


def test_what_is_withheld_is_told_in_words_and_stands_nowhere(
    published: Published, content: Content, made: dict[str, bytes]
) -> None:
    by_id = {entry.id: entry for entry in content.entries}
    withheld = by_id["relief_spent"].places
    assert [withheld[code].is_suppressed for code in (EAST, WEST)] == [True, True]
    raw = published.query("select value from kpi.raw_values where indicator_id = 'relief_spent' and region_code = ?"
                          " and as_of_date = '2021-12-31'", [EAST]).item()  # fmt: skip
    assert raw == 7300 + 120.5 + 7300
    rows = sheet_rows(made["月报.xlsx"], TOWNSHIPS)
    (line,) = [row for row in rows if row[1] == "送温暖慰问支出"]
    assert line[4:6] == [WITHHELD, WITHHELD]
    texts = {"简报.html": html_text(made["简报.html"]), "简报.docx": docx_text(made["简报.docx"])}
    texts["月报.pdf"] = "".join(pdf_pages(made["月报.pdf"]))
    texts["月报.xlsx"] = "".join(unzipped(made["月报.xlsx"]).values())
    texts["charts"] = json.dumps(charts(made["简报.html"]), ensure_ascii=False)
    assert WITHHELD in texts["简报.html"]
    for text in texts.values():
        assert [amount for amount in WITHHELD_AMOUNTS if amount in text] == []


def charts(content: bytes) -> list[dict[str, object]]:
    (found,) = re.findall(r'<script type="application/json" id="charts">(.*?)</script>', content.decode(), re.DOTALL)
    parsed: list[dict[str, object]] = json.loads(found)
    return parsed


def unzipped(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_charts_show_the_figures_of_the_tables(content: Content, made: dict[str, bytes]) -> None:
    density = next(entry for entry in content.entries if entry.id == "union_density")
    rows = [
        row
        for chart in charts(made["简报.html"])
        for row in chart["spec"]["data"]["values"]  # type: ignore[index]
        if row["indicator"] == density.id and "goal" in row
    ]
    by_name = {row["name"]: row["said"] for row in rows}
    assert by_name == {
        density.name: "65%",
        content.regions[EAST]: "75%",  # 60 ÷ 80
        content.regions[WEST]: "25%",  # 5 ÷ 20
    }


def test_the_sheet_of_changes_tells_what_was_issued_and_what_is_known_now(
    content: Content, made: dict[str, bytes]
) -> None:
    rows = sheet_rows(made["月报.xlsx"], "与上期比较")
    assert "上期为2021-11.r1" in str(rows[1][0])
    (members,) = [row for row in rows if row[:2] == ["会员人数", content.regions[COUNTY]]]
    assert members[2:] == [60.0, 65.0, 65.0, 5.0, "有变"]
    page = next(page for page in pdf_pages(made["月报.pdf"]) if "上期同日现在的数" in page)
    assert "会员人数60人65人65人" in page


@pytest.mark.parametrize("name", NAMES)
def test_every_document_names_month_day_and_snapshot(made: dict[str, bytes], name: str) -> None:
    readers = {"简报.html": html_text, "简报.docx": docx_text, "月报.pdf": lambda one: "".join(pdf_pages(one))}
    text = readers[name](made[name]) if name in readers else "".join(unzipped(made[name]).values())
    for part in ("2021年12月", "2021年12月31日", "2021-12.r1", "0f" * 32):
        assert part in text
