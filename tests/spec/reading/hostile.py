"""Files that harm whoever opens them carelessly, each a few kilobytes on disk."""

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter

from tests.spec.reading.workbooks import REQUIRED

SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY e0 "ha">'
    + b"".join(b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * 10) for level in range(1, 10))
    + b"]>"
)


def good_parts() -> dict[str, bytes]:
    """The parts of a workbook with one right row."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, REQUIRED)
        sheet.write_row(1, 0, ["A1", 1, "2021-03-05"])
    with zipfile.ZipFile(content) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def _changed(name: str, old: bytes, new: bytes) -> bytes:
    parts = good_parts()
    assert old in parts[name]
    return packed(parts | {name: parts[name].replace(old, new, 1)})


def _last_cell() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, REQUIRED)
        sheet.write("XFD1048576", 1)
    return content.getvalue()


def _shared_text_bomb() -> bytes:
    """One text of 90 kB in a hundred thousand cells."""
    rows = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (row, row) for row in range(3, 100_000))
    parts = good_parts()
    shared = parts["xl/sharedStrings.xml"].replace(REQUIRED[0].encode(), "长".encode() * 30_000, 1)
    sheet = parts[SHEET].replace(b"</sheetData>", rows + b"</sheetData>")
    return packed(parts | {SHEET: sheet, "xl/sharedStrings.xml": shared})


def _ods(row: str, declaration: bytes = b"") -> bytes:
    names = "".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" ' for name in ("office", "table", "text")
    )
    table = f'<table:table table:name="表">{row}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    document = f"<office:document-content {names}>{body}</office:document-content>"
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    return packed(
        {"mimetype": mimetype, "META-INF/manifest.xml": b"<manifest/>", "content.xml": declaration + document.encode()}
    )


def _ods_cell(rows: int, columns: int, text: str = "x") -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string">'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}<text:p>{text}</text:p></table:table-cell>'
    return f"{row}</table:table-row>"


def _overlapping_merges() -> bytes:
    merges = b"".join(b'<mergeCell ref="A%d:C99999"/>' % row for row in range(2, 20_000))
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (row, row) for row in range(3, 20_000))
    return _changed(SHEET, b"</sheetData>", rows + b"</sheetData><mergeCells>" + merges + b"</mergeCells>")


HOSTILE: dict[str, Callable[[], bytes]] = {
    "压缩炸弹.xlsx": lambda: _changed(SHEET, b"</worksheet>", b" " * 220_000_000 + b"</worksheet>"),
    "部件过多.xlsx": lambda: packed(good_parts() | {f"xl/{number}": b"" for number in range(3_000)}),
    "路径上溯.xlsx": lambda: packed(good_parts() | {"xl/../../../evil.xml": b"x"}),
    "绝对路径.xlsx": lambda: packed(good_parts() | {"/etc/passwd": b"x"}),
    "盘符路径.xlsx": lambda: packed(good_parts() | {"C:\\evil.xml": b"x"}),
    "表中实体.xlsx": lambda: _changed(SHEET, b"<worksheet", ENTITIES + b"<worksheet"),
    "串中实体.xlsx": lambda: _changed("xl/sharedStrings.xml", b"<sst", ENTITIES + b"<sst"),
    "表中实体.ods": lambda: _ods(_ods_cell(1, 1, "&e9;"), ENTITIES),
    "最后一格.xlsx": _last_cell,
    "重复文字.xlsx": _shared_text_bomb,
    "重叠合并.xlsx": _overlapping_merges,
    "重复单元格.ods": lambda: _ods(_ods_cell(1_048_576, 16_384)),
    "重复行.ods": lambda: _ods(_ods_cell(4_000_000_000, 1)),
    "半个文件.xlsx": lambda: packed(good_parts())[:2_000],
    "乱码.xls": lambda: bytes.fromhex("d0cf11e0a1b11ae1") + "Workbook".encode("utf-16-le") + bytes(range(256)) * 500,
    "乱码.xlsb": lambda: packed({"xl/workbook.bin": bytes(range(256)) * 500, "[Content_Types].xml": b"<Types/>"}),
    "乱码.xlsx": lambda: b"PK\x03\x04" + bytes(range(256)) * 500,
    "宽行空行.csv": lambda: b"a" + b"," * 1_000_000 + b"\n" * 1_000_000,
    "只有零.csv": lambda: bytes(3_000_000),
}
"""What makes each, by a name that says what it is."""


def write_absurdly_large(path: Path) -> None:
    """A sparse file of five gigabytes that takes no room on disk."""
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        os.truncate(stream.fileno(), 5_000_000_000)
