"""A department's workbook with everything that must survive: pictures, drop-downs, formulas, names, comments …"""

import datetime as dt
import io
import struct
import zlib
from pathlib import Path

import xlsxwriter

from pipelines.check import CheckReport, check
from pipelines.home import Home

CONFIG = 'county_code = "530499"\ncounty_name = "云岭县"\n'
TOWNSHIPS = "截至日期：2021-12-31\n区划代码,乡镇名称,类型\n530499001,青禾街道,街道\n530499002,石桥镇,镇\n"
UNIONS = "基层 工会's"
HEADINGS = [
    *("工会编号", "工会名称", "组建形式", "所属乡镇", "涵盖单位数", "职工人数", "会员人数", "建会日期"),
    *("女职工组织", "经审组织", "法人资格", "联系人备注"),
]
GOOD = ["GH001", "青禾小学工会", "单独", "青禾街道", 1, 80, 60, dt.date(2019, 5, 1), "女工委", "经审委", "是"]
ROWS = [
    GOOD,
    ["GH002", "石桥粮店工会", "单独", "石桥镇", 1, 20, 21, dt.date(2020, 1, 15), "无", "无", "否"],
    ["GH003", "石桥诊所工会", "=cmd|' /C calc'!A0", "石桥镇", 1, None, 5, "2020.1", "无", "无", "否"],
    ["GH004", "合并一工会", "联合", "无此镇", 2, 20, 5, dt.date(2020, 1, 15), "无", "无", "否"],
    ["GH005", "合并二工会", "联合", None, 2, 20, 5, dt.date(2020, 1, 15), "无", "无", "否"],
]
FIRST_ROW = 3
MEMBERS_OF_SECOND, FORMULA = "G5", "N5"


def picture() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0\xff\0\0")
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def write_workbook(path: Path) -> Path:
    """Sheets 封面, the unions, a hidden one with a table, a chart; the unions are looked at."""
    with xlsxwriter.Workbook(str(path)) as book:
        look = book.add_format({"bg_color": "#CCFFCC", "border": 1, "bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd", "border": 2})
        whole = book.add_format({"num_format": "0", "border": 2})
        red = book.add_format({"font_color": "red"})
        cover = book.add_worksheet("封面")
        cover.insert_image("B2", "p.png", {"image_data": io.BytesIO(picture())})
        sheet = book.add_worksheet(UNIONS)
        sheet.activate()
        sheet.set_first_sheet()
        sheet.merge_range("A1:L1", "基层工会台账", look)
        sheet.write("A2", "截至日期：2021-12-31")
        sheet.write_row("A3", HEADINGS, look)
        for row, cells in enumerate(ROWS, start=FIRST_ROW):
            for column, cell in enumerate(cells):
                if isinstance(cell, dt.date):
                    sheet.write_datetime(row, column, cell, day)
                elif isinstance(cell, str):
                    sheet.write_string(row, column, cell)
                elif cell is not None:
                    sheet.write_number(row, column, cell)
        sheet.merge_range("D7:D8", "无此镇", look)
        sheet.set_column("F:F", 12, whole)
        sheet.write_formula(FORMULA, "=F5+G5", None, 41)
        sheet.write_comment(MEMBERS_OF_SECOND, "请核对人数", {"author": "李主任"})
        sheet.write_comment("A4", "档案室存")
        sheet.data_validation("C4:C100", {"validate": "list", "source": ["单独", "联合"]})
        sheet.conditional_format("G4:G9", {"type": "cell", "criteria": ">", "value": 50, "format": red})
        sheet.freeze_panes(3, 1)
        sheet.print_area("A1:L8")
        sheet.repeat_rows(2)
        sheet.insert_image("P3", "p.png", {"image_data": io.BytesIO(picture())})
        sheet.set_header("&L&G", {"image_left": "p.png", "image_data_left": io.BytesIO(picture())})
        sheet.write_url("P1", "https://example.com")
        hidden = book.add_worksheet("隐藏")
        hidden.hide()
        hidden.set_header("&L&G", {"image_left": "p.png", "image_data_left": io.BytesIO(picture())})
        hidden.add_table("C1:D3", {"columns": [{"header": "甲"}, {"header": "乙"}]})
        book.define_name("全局", "='隐藏'!$A$1")
        book.define_name("隐藏!局部", "='隐藏'!$A$1")
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "='隐藏'!$C$2:$C$3"})
        book.add_chartsheet("图").set_chart(chart)
    return path


def make_home(folder: Path) -> Home:
    (folder / "home").mkdir()
    (folder / "home" / "config.toml").write_text(CONFIG, "utf-8")
    return Home(folder / "home")


def check_with_townships(home: Home, *files: Path) -> CheckReport:
    """Checks files against a county of two townships."""
    towns = home.folder / "乡镇.csv"
    towns.write_text(TOWNSHIPS, "utf-8")
    return check([towns, *files], home)
