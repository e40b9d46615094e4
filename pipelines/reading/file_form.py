"""What a file really is, told from its first bytes: the name must not promise something else."""

import zipfile
from pathlib import Path
from typing import Literal

from pipelines.reading.workbook import UnreadableFile

FileForm = Literal["xlsx", "xls", "xlsb", "ods", "csv"]

LARGEST_UNPACKED = 400 * 1024 * 1024
"""A workbook that unpacks to more is not opened: hand in the ledger as CSV instead."""

_FORMS: dict[str, FileForm] = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".xlsb": "xlsb",
    ".ods": "ods",
    ".csv": "csv",
}
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ZIP = b"PK"
_PARTS: dict[str, FileForm] = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods"}
PASSWORD = (
    "文件设置了打开密码，读不出来；请在 Excel 中取消密码（文件→信息→保护工作簿）后重新报送",
    "the file is protected by a password: remove it in Excel (File, Info, Protect Workbook), hand it in again",
)
"""The reason and remedy for a file that asks for a password, in both languages."""

_REMEDY_ZH = "请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送"
_REMEDY_EN = "open it in Excel or WPS, save it as .xlsx and hand it in again"


def checked_form(path: Path) -> FileForm:
    """The form of the file, when its content is what its extension says; else :class:`UnreadableFile`."""
    form = _FORMS.get(path.suffix.lower())
    if form is None:
        raise UnreadableFile(
            f"不能读取这种文件（{path.suffix or '没有扩展名'}），只接收 .xlsx 和 .csv；{_REMEDY_ZH}",
            f"files of this kind ({path.suffix or 'no extension'}) are not read, only .xlsx and .csv: {_REMEDY_EN}",
        )
    start = _first_bytes(path)
    if not start:
        raise UnreadableFile("文件是空的（0 字节），请重新导出后报送", "the file is empty (0 bytes): export it again")
    if form == "csv":
        return _checked_text(start)
    _refuse_password(path, start)
    found = _found_form(path, start)
    if found != form:
        raise UnreadableFile(
            f"文件内容与扩展名 {path.suffix} 不符（{_described(found, 'zh')}）；{_REMEDY_ZH}",
            f"the content is not what the extension {path.suffix} says ({_described(found, 'en')}): {_REMEDY_EN}",
        )
    return form


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(512)
    except OSError as error:
        raise UnreadableFile(
            "文件打不开，可能正被占用或没有读取权限；请关闭正在使用它的程序，检查权限后重试",
            "the file cannot be opened, it may be in use or without permission to read: "
            "close the program that uses it, check the permissions and try again",
        ) from error


def _checked_text(start: bytes) -> FileForm:
    if start.startswith((_ZIP + b"\x03\x04", _OLE)):
        raise UnreadableFile(
            "扩展名是 .csv，内容却是 Excel 工作簿；请把扩展名改回 .xlsx 或 .xls 后重新报送",
            "the extension is .csv, the content an Excel workbook: rename it to .xlsx or .xls and hand it in again",
        )
    return "csv"


def _refuse_password(path: Path, start: bytes) -> None:
    """An encrypted workbook is an OLE container with a stream of this name, whatever its extension."""
    if start.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise UnreadableFile(*PASSWORD)


def _found_form(path: Path, start: bytes) -> FileForm | None:
    if start.startswith(_OLE):
        return "xls"
    if not start.startswith(_ZIP):
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(
            f"文件已损坏，读不出内容；{_REMEDY_ZH}（打不开时请从备份重新导出）",
            f"the file is damaged: {_REMEDY_EN} (if it does not open, export it again)",
        ) from error
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise UnreadableFile(
            "文件解开后超过 400 MB，无法读取；请删去空白的行列和图片，或改存为 CSV 后重新报送",
            "the file unpacks to more than 400 MB: delete empty rows, columns and pictures, or save it as CSV",
        )
    names = {part.filename for part in parts}
    return next((form for name, form in _PARTS.items() if name in names), None)


def _described(found: FileForm | None, language: Literal["zh", "en"]) -> str:
    if found is None:
        return "不是工作簿" if language == "zh" else "it is no workbook"
    return f"实际是 .{found}" if language == "zh" else f"it is .{found}"
