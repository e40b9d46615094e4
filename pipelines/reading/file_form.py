"""What a file really is, told from its first bytes: the name must not promise something else."""

import zipfile
from pathlib import PurePath
from typing import Literal

from pipelines.reading.workbook import UnreadableFile

FileForm = Literal["xlsx", "xls", "xlsb", "ods", "csv"]

_TEXT_ENDINGS = {".csv", ".txt", ".tsv"}
_WORKBOOK_ENDINGS: dict[str, tuple[FileForm, ...]] = {
    ".xlsx": ("xlsx",),
    ".xlsm": ("xlsx",),
    ".xls": ("xls",),
    ".xlsb": ("xlsb",),
    ".ods": ("ods",),
    ".et": ("xls", "xlsx"),
}
"""What may be inside; WPS writes its .et as the one or the other, by its version."""

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ZIP = b"PK"
_PARTS: dict[str, FileForm] = {"xl/workbook.xml": "xlsx", "xl/workbook.bin": "xlsb", "content.xml": "ods"}
_STREAMS = ("Workbook", "Book")
"""What an OLE container calls the stream of an Excel workbook, since 1997 and before."""

PASSWORD = (
    "文件设置了打开密码，读不出来；请在 Excel 中取消密码（文件→信息→保护工作簿）后重新报送",
    "the file is protected by a password: remove it in Excel (File, Info, Protect Workbook), hand it in again",
)
"""The reason and remedy for a file that asks for a password, in both languages."""

_REMEDY_ZH = "请用 Excel 或 WPS 打开后另存为 .xlsx，再重新报送"
_REMEDY_EN = "open it in Excel or WPS, save it as .xlsx and hand it in again"


def refuse_ending(name: str) -> None:
    """Raises :class:`UnreadableFile` for a name whose ending no ledger has."""
    ending = PurePath(name).suffix
    if ending.lower() in _TEXT_ENDINGS or ending.lower() in _WORKBOOK_ENDINGS:
        return
    raise UnreadableFile(
        f"不能读取这种文件（{ending or '没有扩展名'}），只接收 .xlsx、.xls、.xlsb、.ods、.et 和 .csv；{_REMEDY_ZH}",
        f"files of this kind ({ending or 'no extension'}) are not read, only .xlsx, .xls, .xlsb, .ods, .et and .csv: "
        f"{_REMEDY_EN}",
    )


def is_text(name: str) -> bool:
    """Whether the name promises text in rows and separators."""
    return PurePath(name).suffix.lower() in _TEXT_ENDINGS


def refuse_workbook(content: bytes) -> None:
    """Raises :class:`UnreadableFile` when a file with the ending of a text is a workbook."""
    if content.startswith((ZIP + b"\x03\x04", OLE)):
        raise UnreadableFile(
            "扩展名是文本文件的，内容却是 Excel 工作簿；请把扩展名改回 .xlsx 或 .xls 后重新报送",
            "the extension is that of a text, the content an Excel workbook: rename it to .xlsx or .xls and hand it "
            "in again",
        )


def refuse_password(content: bytes) -> None:
    """Raises :class:`UnreadableFile` for an encrypted workbook: an OLE container with a stream of this name."""
    if content.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableFile(*PASSWORD)


def checked_form(name: str, content: bytes, archive: zipfile.ZipFile | None) -> FileForm:
    """The form of a workbook, when it is what its ending says; else :class:`UnreadableFile`.

    ``archive`` is the opened archive of a content that is one.
    """
    ending = PurePath(name).suffix
    form = _form_of(content, archive)
    if form is not None and form in _WORKBOOK_ENDINGS[ending.lower()]:
        return form
    if ending.lower() == ".et" and content.startswith(OLE):
        raise UnreadableFile(
            f"这个 .et 文件里不是 Excel 格式的工作簿，读不出来；{_REMEDY_ZH}",
            f"this .et file holds no workbook in a form of Excel: {_REMEDY_EN}",
        )
    raise UnreadableFile(
        f"文件内容与扩展名 {ending} 不符（{_described(form, 'zh')}）；{_REMEDY_ZH}",
        f"the content is not what the extension {ending} says ({_described(form, 'en')}): {_REMEDY_EN}",
    )


def _form_of(content: bytes, archive: zipfile.ZipFile | None) -> FileForm | None:
    if content.startswith(OLE):
        has_workbook = any(stream.encode("utf-16-le") in content for stream in _STREAMS)
        return "xls" if has_workbook else None
    if archive is None:
        return None
    return next((form for part, form in _PARTS.items() if part in archive.NameToInfo), None)


def _described(found: FileForm | None, language: Literal["zh", "en"]) -> str:
    if found is None:
        return "不是工作簿" if language == "zh" else "it is no workbook"
    return f"实际是 .{found}" if language == "zh" else f"it is .{found}"
