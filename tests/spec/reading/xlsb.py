"""The smallest .xlsb: its parts and binary records (MS-XLSB 2.4), written here since no library of ours does."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence

_BEGIN_BOOK, _END_BOOK, _BEGIN_SHEETS, _END_SHEETS, _SHEET = 131, 132, 143, 144, 156
_BEGIN_SHEET, _END_SHEET, _DIMENSION, _BEGIN_DATA, _END_DATA = 129, 130, 148, 145, 146
_ROW, _NUMBER, _TEXT = 0, 5, 6
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsb(sheet: str, rows: Sequence[Sequence[str | float]]) -> bytes:
    """A workbook of one sheet with texts and numbers."""
    book = [
        _record(_BEGIN_BOOK),
        _record(_BEGIN_SHEETS),
        _record(_SHEET, struct.pack("<II", 0, 1) + _text("rId1") + _text(sheet)),
        _record(_END_SHEETS),
        _record(_END_BOOK),
    ]
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _links("officeDocument", "xl/workbook.bin"))
        archive.writestr("xl/_rels/workbook.bin.rels", _links("worksheet", "worksheets/sheet1.bin"))
        archive.writestr("xl/workbook.bin", b"".join(book))
        archive.writestr("xl/worksheets/sheet1.bin", b"".join(_sheet(rows)))
    return content.getvalue()


def _sheet(rows: Sequence[Sequence[str | float]]) -> Iterable[bytes]:
    yield _record(_BEGIN_SHEET)
    yield _record(_DIMENSION, struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1))
    yield _record(_BEGIN_DATA)
    for row, cells in enumerate(rows):
        yield _record(_ROW, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0))
        for column, cell in enumerate(cells):
            place = struct.pack("<II", column, 0)
            is_text = isinstance(cell, str)
            yield _record(_TEXT, place + _text(cell)) if is_text else _record(_NUMBER, place + struct.pack("<d", cell))
    yield _record(_END_DATA)
    yield _record(_END_SHEET)


def _record(kind: int, content: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = len(content), b""
    while True:
        length, low = length >> 7, length & 0x7F
        size += bytes([low | (0x80 if length else 0)])
        if not length:
            return head + size + content


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _links(kind: str, target: str) -> str:
    link = f'<Relationship Id="rId1" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_RELATIONSHIPS}">{link}</Relationships>'
