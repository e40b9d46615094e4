"""One ledger in every form that departments save it in: the same rows, and one word on what a form hides."""

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from pipelines.reading.sheet_reading import SheetReading
from tests.spec.reading.workbooks import Workbooks, rules
from tests.spec.reading.xlsb import xlsb

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
NAME = "送温暖资金筹集台账"
HEADINGS = ["编号", "批次", "资金来源", "到账日期", "金额"]
FIRST = (4, "ZJ-01", "元旦春节", "省级财政", dt.date(2021, 1, 8), Decimal("3.25") * 10_000)
MERGED = (5, "ZJ-02", "元旦春节", "县财政", dt.date(2021, 1, 12), Decimal(12) * 10_000)
OWN_UNIT = (6, "ZJ-03", "送清凉", "社会捐助", dt.date(2021, 7, 1), Decimal("0.4") * 10_000)
OTHER_ORDER = (2, "ZJ-04", "国庆中秋", "市总工会", dt.date(2021, 9, 30), Decimal(5_000))
COLUMNS = ("row", "fund_code", "campaign", "source", "received_date", "amount")


def rows_of(reading: SheetReading) -> list[tuple[object, ...]]:
    assert reading.ledger == "relief_fund"
    return reading.rows.select(COLUMNS).rows()


def as_named(workbooks: Workbooks, fixture: str, ending: str) -> list[SheetReading]:
    path = workbooks.folder / f"{NAME}{ending}"
    shutil.copyfile(FIXTURES / fixture, path)
    return workbooks.read_path(path)


@pytest.mark.parametrize("ending", [".xls", ".XLS", ".et"])
def test_an_xls_and_an_et_of_wps_load_with_their_merges(department_workbooks: Workbooks, ending: str) -> None:
    first, second = as_named(department_workbooks, f"{NAME}.xls", ending)
    assert rows_of(first) == [FIRST, MERGED, OWN_UNIT]
    assert first.skipped == {"title": 2, "heading": 1, "total": 1}
    assert first.stated_date == dt.date(2021, 12, 31)
    assert rows_of(second) == [OTHER_ORDER]
    assert (rules(first), rules(second)) == (["limited_format"], [])


def test_an_ods_loads_and_its_merges_are_what_the_warning_says_cannot_be_seen(department_workbooks: Workbooks) -> None:
    first, second = as_named(department_workbooks, f"{NAME}.ods", ".ods")
    assert rows_of(first) == [FIRST, (*MERGED[:2], None, *MERGED[3:]), OWN_UNIT]
    assert rules(first) == ["limited_format", "missing_value"]
    assert "合并单元格" in first.problems["zh"][0]
    assert rows_of(second) == [OTHER_ORDER]


def test_an_xlsb_loads(department_workbooks: Workbooks) -> None:
    excel_day = (dt.date(2021, 1, 8) - dt.date(1899, 12, 30)).days
    content = xlsb("筹集", [["单位：万元"], HEADINGS, ["ZJ-01", "元旦春节", "省级财政", float(excel_day), 3.25]])
    reading = department_workbooks.read_text(content, f"{NAME}.xlsb")
    assert rows_of(reading) == [(3, *FIRST[1:])]
    assert rules(reading) == ["limited_format"]


def test_an_et_of_wps_may_be_an_xlsx_inside(department_workbooks: Workbooks) -> None:
    department_workbooks.read([HEADINGS, ["ZJ-01", "元旦春节", "省级财政", dt.date(2021, 1, 8), 32_500]])
    path = (department_workbooks.folder / "台账.xlsx").rename(department_workbooks.folder / "台账.et")
    (reading,) = department_workbooks.read_path(path)
    assert rows_of(reading) == [(2, *FIRST[1:])]
    assert rules(reading) == []


def test_an_et_that_is_neither_is_refused_with_the_remedy(department_workbooks: Workbooks) -> None:
    content = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    (reading,) = department_workbooks.read_path(_written(department_workbooks.folder / "旧.et", content))
    assert rules(reading) == ["unreadable_file"]
    assert ".et" in reading.problems["zh"][0]
    assert "另存为 .xlsx" in reading.problems["zh"][0]


@pytest.mark.parametrize("ending", [".txt", ".csv", ".tsv"])
def test_the_unicode_text_of_excel_loads(department_workbooks: Workbooks, ending: str) -> None:
    lines = "\r\n".join(["\t".join(HEADINGS), "ZJ-01\t元旦春节\t省级财政\t2021/1/8\t32500"])
    reading = department_workbooks.read_text(lines.encode("utf-16"), f"{NAME}{ending}")
    assert rows_of(reading) == [(2, *FIRST[1:])]
    assert rules(reading) == []


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("ZJ-01,元旦春节,省级财政,2021-01-08,32500", 32_500),
        ('ZJ-01,元旦春节,"省级财政","2021-01-08","32,500"', 32_500),
        ("ZJ-01;元旦春节;省级财政;2021-01-08;32,500", 32_500),
        ("ZJ-01，元旦春节，省级财政，2021-01-08，32,500", 32_500),
        ("ZJ-01|元旦春节|省级财政|2021-01-08|32,500", 32_500),
    ],
)
def test_the_separator_is_the_one_that_most_lines_agree_on(
    department_workbooks: Workbooks, line: str, amount: int
) -> None:
    separator = line.removeprefix("ZJ-01")[0]
    title = "送温暖资金筹集台账（2021年，含社会捐助；不含实物）"
    reading = department_workbooks.read_text("\n".join([title, separator.join(HEADINGS), *[line] * 3]))
    assert reading.rows.select("fund_code", "amount").rows() == [("ZJ-01", amount)] * 3


def test_full_width_commas_inside_cells_are_no_separators(workbooks: Workbooks) -> None:
    told = "桌，椅，柜，灯，书"
    reading = workbooks.read_text(f"物品编号,人数,日期,情况\nA1,1,2021-03-05,{told}\nA2,1,2021-03-05,{told}\n")
    assert reading.rows["remark"].to_list() == [told, told]


def test_sheets_of_townships_may_order_their_columns_differently(department_workbooks: Workbooks) -> None:
    row = ["ZJ-01", "元旦春节", "省级财政", dt.date(2021, 1, 8), 32_500]
    sheets = {"甲镇": [HEADINGS, row], "乙镇": [HEADINGS[::-1], row[::-1]]}
    readings = department_workbooks.read_sheets(sheets)
    assert [rows_of(reading) for reading in readings] == [[(2, *FIRST[1:])]] * 2


def test_a_list_without_codes_whose_title_names_the_campaign_loads(department_workbooks: Workbooks) -> None:
    """Existing lists of recipients: no 编号, the campaign in the title, the day in a line of its own."""
    (reading,) = department_workbooks.read_sheets(
        {
            "花名册": [
                ["云岭县总工会2021年元旦春节送温暖慰问花名册"],
                ["慰问日期：2021年1月20日", None, "单位：元"],
                ["序号", "姓名", "身份证号", "对象类别", "所属乡镇", "慰问金", "发放方式"],
                [1, "甲", "11010519491231002X", "环卫工人", "云岭镇", 500, "银行转账"],
                [2, "乙", "11010519491231002X", "环卫工人", "云岭镇", 500, "银行转账"],
            ]
        }
    )
    assert (reading.ledger, rules(reading)) == ("relief_visit", [])
    assert reading.rows.select("campaign", "visited_date", "cash_amount", "occurrence").rows() == [
        ("元旦春节", dt.date(2021, 1, 20), Decimal(500), 1),
        ("元旦春节", dt.date(2021, 1, 20), Decimal(500), 2),
    ]


def test_tens_of_thousands_of_formatted_empty_rows_are_no_rows(workbooks: Workbooks) -> None:
    import xlsxwriter  # noqa: PLC0415 - only here are formats written without cells

    path = workbooks.folder / "格式.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, framed = book.add_worksheet(), book.add_format({"border": 1})
        sheet.write_row(0, 0, ["物品编号", "人数", "日期"])
        sheet.write_row(1, 0, ["A1", 1, "2021-03-05"])
        for row in range(2, 40_000):
            sheet.write_blank(row, 0, None, framed)
    (reading,) = workbooks.read_path(path)
    assert (reading.read, len(reading.rows)) == (2, 1)


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
