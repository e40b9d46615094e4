"""Forms and states of files: what is read, and what is said of a file that cannot be."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pipelines.reading.sheet_reading import SheetReading
from tests.spec.reading.workbooks import A_DAY, REQUIRED, Workbooks, rules, values

LINES = "物品编号,人数,日期\nA1,1,2021-03-05\nA2,2,2021.3.5\n"


def refusal(reading: SheetReading) -> str:
    """The sentence of a file that could not be read."""
    assert (reading.sheet, reading.ledger, reading.accepted, reading.read) == ("", None, False, 0)
    assert reading.problems.select("rule", "severity", "row", "column").rows() == [
        ("unreadable_file", "error", None, None)
    ]
    return str(reading.problems["zh"][0])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "，"])
def test_a_csv_may_have_either_encoding_and_any_separator(workbooks: Workbooks, encoding: str, separator: str) -> None:
    reading = workbooks.read_text(LINES.replace(",", separator).encode(encoding))
    assert (reading.sheet, reading.ledger, rules(reading)) == ("", "thing", [])
    assert reading.rows.select("row", "thing_code", "people", "made_date").rows() == [
        (2, "A1", 1, A_DAY),
        (3, "A2", 2, A_DAY),
    ]


def test_the_row_of_a_csv_is_its_physical_line(workbooks: Workbooks) -> None:
    reading = workbooks.read_text('物品编号,人数,日期,情况\r\nA1,1,2021-03-05,"一\n二"\r\n\r\nA2,2,2021-03-05,\r\n')
    assert values(reading, "row") == [2, 5]
    assert reading.skipped == {"heading": 1, "blank": 1}
    assert reading.read == 4


def test_rare_characters_of_gb18030_stay_as_they_are(workbooks: Workbooks) -> None:
    reading = workbooks.read_text("物品编号,人数,日期,情况\nA1,1,2021-03-05,𠮷㛃\n".encode("gb18030"))
    assert values(reading, "remark") == ["𠮷㛃"]


def test_a_blank_cell_of_a_csv_is_empty_and_not_as_above(workbooks: Workbooks) -> None:
    reading = workbooks.read_text("所属乡镇,物品编号,人数,日期\n甲镇,A1,1,2021-03-05\n,A2,1,2021-03-05\n")
    assert values(reading, "township_code") == ["甲镇", None]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_a_text_that_a_program_wrote_as_a_formula_is_what_excel_shows(workbooks: Workbooks, encoding: str) -> None:
    lines = '物品编号,人数,日期,情况\n="001",="2",="2021-03-05",甲="乙"\n"=""002""",3,2021-03-05,\n'
    reading = workbooks.read_text(lines.encode(encoding))
    assert reading.rows.select("thing_code", "people", "made_date", "remark").rows() == [
        ("001", 2, A_DAY, '甲="乙"'),
        ("002", 3, A_DAY, None),
    ]


def test_an_unclosed_quote_is_refused_rather_than_swallowing_rows(workbooks: Workbooks) -> None:
    assert "双引号" in refusal(workbooks.read_text(LINES + 'A3,"1,2021-03-05\nA4,1,2021-03-05\n'))


@pytest.mark.parametrize("content", [LINES.encode("utf-16-le"), b"\xff\xfe\x81", b"\x81\xff\xff"])
def test_another_encoding_is_refused_and_never_guessed(workbooks: Workbooks, content: bytes) -> None:
    assert "编码" in refusal(workbooks.read_text(content))


@pytest.mark.parametrize("name", ["空.xlsx", "空.csv"])
def test_an_empty_file_is_named_as_such(workbooks: Workbooks, name: str) -> None:
    assert "空的" in refusal(workbooks.read_text(b"", name))


def test_a_workbook_without_any_cell_holds_nothing(workbooks: Workbooks) -> None:
    assert "没有任何内容" in refusal(workbooks.read([]))


def test_a_damaged_workbook_is_refused(workbooks: Workbooks) -> None:
    workbooks.read([list(REQUIRED), ["A1", 1, A_DAY]])
    whole = (workbooks.folder / "台账.xlsx").read_bytes()
    assert "损坏" in refusal(workbooks.read_text(whole[: len(whole) // 2], "半.xlsx"))
    assert "损坏" in refusal(workbooks.read_text(b"PK\x03\x04" + bytes(50), "假.xlsx"))


def test_a_password_is_named_as_the_reason(workbooks: Workbooks) -> None:
    content = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "密码" in refusal(workbooks.read_text(content, "密.xlsx"))


def test_a_wrong_extension_is_named(workbooks: Workbooks) -> None:
    workbooks.read([list(REQUIRED), ["A1", 1, A_DAY]])
    whole = (workbooks.folder / "台账.xlsx").read_bytes()
    assert "扩展名" in refusal(workbooks.read_text(whole, "台账.csv"))
    assert ".xlsx" in refusal(workbooks.read_text(whole, "台账.xls"))
    assert "不符" in refusal(workbooks.read_text(b"<html><table></table></html>", "网页.xls"))
    assert "不能读取这种文件" in refusal(workbooks.read_text(b"x", "说明.docx"))


def test_an_archive_that_is_no_workbook_is_refused(workbooks: Workbooks) -> None:
    with zipfile.ZipFile(workbooks.folder / "包.xlsx", "w") as archive:
        archive.writestr("a.txt", "x")
    assert "不符" in refusal(workbooks.read_path(workbooks.folder / "包.xlsx")[0])


def test_a_value_in_the_last_cell_of_a_sheet_is_refused_before_it_eats_the_memory(workbooks: Workbooks) -> None:
    path = workbooks.folder / "远.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, REQUIRED)
        sheet.write(1_048_575, 16_383, 1)
    assert "1048576" in refusal(workbooks.read_path(path)[0])


def test_formats_down_to_the_last_row_are_no_obstacle(workbooks: Workbooks) -> None:
    path = workbooks.folder / "长.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
        sheet.write_row(0, 0, REQUIRED)
        sheet.write_row(1, 0, ["A1", 1, "2021-03-05"])
        sheet.write_blank(1_048_575, 16_383, None, bold)
    (reading,) = workbooks.read_path(path)
    assert (reading.read, values(reading, "thing_code")) == (2, ["A1"])


def test_hidden_rows_columns_and_sheets_are_loaded_with_a_warning(workbooks: Workbooks) -> None:
    path = workbooks.folder / "隐.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        shown, hidden = book.add_worksheet("明"), book.add_worksheet("暗")
        for sheet in (shown, hidden):
            sheet.write_row(0, 0, REQUIRED)
            sheet.write_row(1, 0, ["A1", 1, "2021-03-05"])
        shown.set_row(1, None, None, {"hidden": True})
        shown.set_column(1, 1, None, None, {"hidden": True})
        shown.activate()
        hidden.hide()
    first, second = workbooks.read_path(path)
    assert [values(reading, "people") for reading in (first, second)] == [[1], [1]]
    assert rules(first) == rules(second) == ["hidden_cells"]
    assert first.problems["row"].to_list() == [None]


def test_a_formula_without_a_stored_result_is_empty_and_said_to_be(workbooks: Workbooks) -> None:
    path = workbooks.folder / "公式.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [*REQUIRED, "金额"])
        sheet.write_row(1, 0, ["A1", None, "2021-03-05"])
        sheet.write_formula("B2", "=1+1", None, "")
        sheet.write_formula("D2", "=1+1", None, 2)
    (reading,) = workbooks.read_path(path)
    assert sorted(rules(reading)) == ["missing_value", "uncached_formula"]
    assert set(reading.problems["column"]) == {"人数"}
    assert [str(amount) for amount in values(reading, "amount")] == ["2.00"]


def test_a_format_in_which_less_can_be_seen_is_read_with_one_warning(workbooks: Workbooks) -> None:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in (REQUIRED, ("A1", "1", "2021-03-05"))
    )
    names = "".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" ' for name in ("office", "table", "text")
    )
    tables = "".join(f'<table:table table:name="{name}">{rows}</table:table>' for name in ("甲", "乙"))
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    with zipfile.ZipFile(workbooks.folder / "开放.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", f"<office:document-content {names}>{body}</office:document-content>")
    readings = workbooks.read_path(workbooks.folder / "开放.ods")
    assert [values(reading, "people") for reading in readings] == [[1], [1]]
    assert [rules(reading) for reading in readings] == [["limited_format"], []]


def test_a_file_that_is_gone_is_refused_and_not_raised(workbooks: Workbooks, tmp_path: Path) -> None:
    assert "打不开" in refusal(workbooks.read_path(tmp_path / "没有.xlsx")[0])


def test_dates_of_cells_with_a_time_of_day_lose_it(workbooks: Workbooks) -> None:
    reading = workbooks.cell("日期", dt.datetime.fromisoformat("2021-03-05T23:59"))
    assert values(reading, "made_date") == [A_DAY]
