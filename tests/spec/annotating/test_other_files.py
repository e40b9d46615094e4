"""Copies of files that are no plain .xlsx: CSV and old forms, odd structures, and what cannot be read at all."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from pipelines.annotating.annotate import SHEET_OF_A_CSV, annotate, name_of_copy
from pipelines.annotating.marks import COLOURS, RULE_OFF
from pipelines.annotating.remarks import Remark, remarks_of
from pipelines.reading.own_sheets import RESULTS
from tests.spec.annotating.union_workbook import UNIONS, check_with_townships, make_home, write_workbook
from tests.spec.annotating.workbook_parts import Parts
from tests.spec.reading.workbooks import WRONG_NUMBER

ERROR = COLOURS["error"]
HOUSEHOLDS = """\
截至日期：2021-12-31
档案编号,姓名,身份证号,所属乡镇,困难类别,家庭人口,建档日期,"银行
账号"
K001,张某某,{number},青禾街道,相对困难,0,2021-03-05,6222000011112222
"K002
续",=1+1,{number},石桥镇,+深度,3,2021-03-05,
"""


def copy_of(path: Path, folder: Path) -> tuple[Parts, list[Remark]]:
    """The marked copy of a file, and what is remarked on in it."""
    report = check_with_townships(make_home(folder), path)
    readings = [reading for reading in report.readings if reading.file == path.as_posix()]
    remarks = remarks_of(report.judged.problems.filter(pl.col("file") == path.as_posix()), readings)
    annotate(path, remarks, folder / "copy.xlsx")
    return Parts(folder / "copy.xlsx"), remarks


@pytest.fixture
def households(tmp_path: Path) -> Parts:
    path = tmp_path / "困难职工.csv"
    path.write_text(HOUSEHOLDS.format(number=WRONG_NUMBER), "utf-8")
    return copy_of(path, tmp_path)[0]


def test_a_csv_becomes_a_workbook_in_which_every_record_stands_at_its_line(households: Parts) -> None:
    assert list(households.sheets) == [RESULTS, SHEET_OF_A_CSV]
    texts = households.texts(SHEET_OF_A_CSV)
    assert (texts["A1"], texts["A2"]) == ("截至日期：2021-12-31", "档案编号")
    assert texts["A4"] == "K001", "the heading takes two lines"
    assert texts["A5"] == "K002\n续"
    assert households.format_of(SHEET_OF_A_CSV, "F4")["fill"] == ERROR
    assert "不能小于1" in households.comments(SHEET_OF_A_CSV)["F4"]
    assert "没有原来的格式" in households.texts(RESULTS)["A3"]


def test_texts_of_a_csv_stay_texts(households: Parts) -> None:
    texts = households.texts(SHEET_OF_A_CSV)
    assert (texts["B5"], texts["E5"], texts["C4"]) == ("=1+1", "+深度", WRONG_NUMBER)
    assert b"<f>" not in b"".join(households.parts.values())
    assert households.format_of(SHEET_OF_A_CSV, "B5")["quotePrefix"] == "1", "edited, it would become a formula"
    assert households.format_of(SHEET_OF_A_CSV, "E5")["quotePrefix"] == "1", "and marked, too"


def test_personal_values_are_in_the_copy_of_the_table_only(households: Parts) -> None:
    told = [*households.texts(RESULTS).values(), *households.comments(SHEET_OF_A_CSV).values()]
    assert [text for text in told if WRONG_NUMBER in text or "张某某" in text or "6222000011112222" in text] == []
    assert "110***********0021" in households.comments(SHEET_OF_A_CSV)["C4"]
    assert "110***********0021" in households.texts(RESULTS).values()


def test_a_column_that_may_not_be_collected_is_marked_at_its_heading(households: Parts) -> None:
    assert households.format_of(SHEET_OF_A_CSV, "H2")["fill"] == COLOURS["warning"]
    assert "不得收集的列" in households.comments(SHEET_OF_A_CSV)["H2"]


def open_document(path: Path) -> Path:
    """An .ods with one sheet whose name a workbook may not have."""
    rows = (("区划代码", "乡镇名称", "类型"), ("530499009", "远山乡", "州"))
    body = "".join(f"<table:table-row>{''.join(_cell(cell) for cell in row)}</table:table-row>" for row in rows)
    names = "".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" ' for name in ("office", "table", "text")
    )
    table = f'<table:table table:name="{"乡镇[名录]" * 6}">{body}</table:table>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>{table}</office:spreadsheet>"
            "</office:body></office:document-content>",
        )
    return path


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def test_an_open_document_becomes_a_workbook(tmp_path: Path) -> None:
    parts, _ = copy_of(open_document(tmp_path / "名录.ods"), tmp_path)
    first, second = parts.sheets
    assert first == RESULTS
    assert second == ("乡镇_名录_" * 6)[:31]
    assert parts.format_of(second, "C2")["fill"] == ERROR
    assert f"'{second}'!C2" in parts.links(RESULTS).values()


def test_a_file_that_cannot_be_read_gets_the_list_alone(tmp_path: Path) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"no workbook")
    parts, _ = copy_of(path, tmp_path)
    assert list(parts.sheets) == [RESULTS]
    assert "无法读取的文件" in parts.texts(RESULTS).values()
    assert parts.links(RESULTS) == {}


def test_a_sheet_that_is_no_ledger_is_marked_where_it_begins(tmp_path: Path) -> None:
    path = tmp_path / "值班.csv"
    path.write_text("\n,值班表\n日期,带班\n除夕,某人\n", "utf-8")
    parts, _ = copy_of(path, tmp_path)
    assert parts.format_of(SHEET_OF_A_CSV, "B2")["fill"] == ERROR
    assert "无法识别的表" in parts.comments(SHEET_OF_A_CSV)["B2"]


def test_missing_and_ambiguous_columns_are_marked_at_the_heading(tmp_path: Path) -> None:
    path = tmp_path / "乡镇.csv"
    path.write_text("区划代码,乡镇代码,乡镇名称\n530499001,530499001,青禾街道\n", "utf-8")
    parts, remarks = copy_of(path, tmp_path)
    assert {remark.rule for remark in remarks} == {"missing_column", "ambiguous_column"}
    assert "缺少必填列“类型”" in parts.comments(SHEET_OF_A_CSV)["A1"]
    assert "分不清用哪一列" in parts.comments(SHEET_OF_A_CSV)["A1"]


def rewritten(path: Path, target: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The file with other parts; ``None`` leaves one out."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if (content := change(name, old.read(name))) is not None:
                new.writestr(name, content)
    return target


def with_prefix(name: str, xml: bytes) -> bytes:
    """As some programs write: every element of the sheet and of the formats with a prefix."""
    if not re.fullmatch(r"xl/(worksheets/sheet2|styles|comments1|workbook)\.xml", name):
        return xml
    prefixed = re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1x:", xml)
    return prefixed.replace(b' xmlns="', b' xmlns:x="', 1)


def without_formats(name: str, xml: bytes) -> bytes | None:
    if name == "xl/styles.xml":
        return None
    if name.endswith((".rels", "[Content_Types].xml")):
        return re.sub(rb"<(Relationship|Override) [^>]*styles\.xml[^>]*/>", b"", xml)
    return re.sub(rb'\ss="\d+"', b"", xml) if "worksheets/sheet" in name else xml


@pytest.mark.parametrize("change", [with_prefix, without_formats])
def test_workbooks_of_other_programs_are_marked_in_place(
    tmp_path: Path, change: Callable[[str, bytes], bytes | None]
) -> None:
    path = rewritten(write_workbook(tmp_path / "a.xlsx"), tmp_path / "工会.xlsx", change)
    parts, _ = copy_of(path, tmp_path)
    assert "A3" not in parts.texts(RESULTS), "nothing had to be left out"
    assert "xl/media/image1.png" in parts.parts
    assert parts.format_of(UNIONS, "G5")["fill"] == ERROR
    assert RULE_OFF in parts.comments(UNIONS)["G5"]


THREADS = b"""<?xml version="1.0"?>
<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
<threadedComment ref="G5" id="{1}"><text>asked</text></threadedComment>
<threadedComment ref="G5" id="{2}" parentId="{1}"><text>answered</text></threadedComment>
<threadedComment ref="A4" id="{3}"><text>elsewhere</text></threadedComment></ThreadedComments>"""
THREAD_RELATION = (
    b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
    b'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
)


def test_a_thread_gives_way_to_the_comment_that_holds_its_text(tmp_path: Path) -> None:
    """Excel shows a thread instead of the comment of its cell, where ours would not be seen."""

    def with_threads(name: str, xml: bytes) -> bytes:
        is_sheet = name == "xl/worksheets/_rels/sheet2.xml.rels"
        return xml.replace(b"</Relationships>", THREAD_RELATION) if is_sheet else xml

    path = rewritten(write_workbook(tmp_path / "a.xlsx"), tmp_path / "工会.xlsx", with_threads)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/threadedComments/threadedComment1.xml", THREADS)
    parts, _ = copy_of(path, tmp_path)
    threads = parts.parts["xl/threadedComments/threadedComment1.xml"]
    assert re.findall(rb'ref="(\w+)"', threads) == [b"A4"]
    assert parts.comments(UNIONS)["G5"].startswith("请核对人数")


def test_a_workbook_of_unknown_structure_is_copied_by_its_values(tmp_path: Path) -> None:
    def without_fills(name: str, xml: bytes) -> bytes:
        return re.sub(rb"<fills.*</fills>", b"", xml) if name == "xl/styles.xml" else xml

    path = rewritten(write_workbook(tmp_path / "a.xlsx"), tmp_path / "工会.xlsx", without_fills)
    parts, _ = copy_of(path, tmp_path)
    assert "没有原来的格式" in parts.texts(RESULTS)["A3"]
    assert parts.texts(UNIONS)["A4"] == "GH001"
    assert parts.format_of(UNIONS, "G5")["fill"] == ERROR


def test_a_sheet_of_the_name_of_the_list_keeps_it(tmp_path: Path) -> None:
    def renamed(name: str, xml: bytes) -> bytes:
        return xml.replace("封面".encode(), RESULTS.encode()) if name == "xl/workbook.xml" else xml

    path = rewritten(write_workbook(tmp_path / "a.xlsx"), tmp_path / "工会.xlsx", renamed)
    parts, _ = copy_of(path, tmp_path)
    assert list(parts.sheets)[:2] == [f"{RESULTS}(2)", RESULTS]


def test_a_csv_with_more_lines_than_a_workbook_has_rows_gets_the_list_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.annotating.annotate.MOST_ROWS", 3)
    path = tmp_path / "乡镇.csv"
    path.write_text("区划代码,乡镇名称,类型\n" + "530499001,青禾街道,州\n" * 3, "utf-8")
    parts, _ = copy_of(path, tmp_path)
    assert list(parts.sheets) == [RESULTS]
    assert "只列出问题" in parts.texts(RESULTS)["A3"]


def test_a_text_that_is_too_long_for_a_cell_is_cut_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "乡镇.csv"
    path.write_text(f"区划代码,乡镇名称,类型\n530499001,{'长' * 40_000},州\n", "utf-8")
    parts, _ = copy_of(path, tmp_path)
    assert len(parts.texts(SHEET_OF_A_CSV)["B2"]) == 32_767
    assert "被截短" in parts.texts(RESULTS)["A3"]


@pytest.mark.parametrize(
    ("name", "copy"),
    [("a.xlsx", "a.xlsx"), ("a.XLSM", "a.XLSM"), ("a.xls", "a.xls.xlsx"), ("b/a.csv", "b/a.csv.xlsx"), ("a", "a.xlsx")],
)
def test_a_workbook_keeps_its_name_and_anything_else_becomes_one(name: str, copy: str) -> None:
    assert name_of_copy(name) == copy
