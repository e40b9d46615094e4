"""A look at the directory of an archive, before anything in it is unpacked."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence

from pipelines.reading.limits import LIMITS, MEBIBYTE, FileLimits
from pipelines.reading.workbook import UnreadableFile

DAMAGE = (zipfile.BadZipFile, zlib.error, OSError, KeyError, ValueError, EOFError, RuntimeError, NotImplementedError)
"""What the library raises for an archive that is cut off, altered or packed in a way that no Excel uses."""

_OUTSIDE = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|\0")
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_DECLARATION = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)", re.IGNORECASE)
_PROLOG_BYTES = 4096
_ENCRYPTED = 0x1
_LARGEST_RATIO = 1_000
"""DEFLATE packs at most 1,032 to 1, which only a part that is one byte over and over comes near."""


def opened_archive(content: bytes, limits: FileLimits = LIMITS) -> zipfile.ZipFile:
    """The archive, when its directory promises what a workbook would hold; else :class:`UnreadableFile`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
    except DAMAGE as error:
        raise damaged() from error
    _refuse_strange_names(parts, limits)
    _refuse_bombs(parts, len(content), limits)
    return archive


def damaged() -> UnreadableFile:
    """The refusal of a file that is cut off or altered."""
    return UnreadableFile(
        "文件已损坏，读不出内容；请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后重新报送（打不开时请从备份重新导出）",
        "the file is damaged: open and repair it in Excel or WPS, save it as .xlsx and hand it in again "
        "(if it does not open, export it again)",
    )


def refuse_entities(xml: bytes) -> None:
    """Raises :class:`UnreadableFile` for a part that declares a document type or entities, as no workbook does.

    ``xml`` is the part or its beginning: a declaration stands before the first element.
    """
    start = xml[:_PROLOG_BYTES]
    if _DECLARATION.search(start) or _WIDE_DECLARATION.search(start):
        raise UnreadableFile(
            "文件内部带有 XML 实体声明（正常的表格没有，可能是恶意文件），未读取；请用 Excel 或 WPS 重新制作后报送",
            "the file declares XML entities, which no workbook does and a malicious file may: it was not read; "
            "make it again in Excel or WPS",
        )


def refuse_entities_at(archive: zipfile.ZipFile, name: str) -> None:
    """The same for a part that only calamine reads; nothing when there is no such part."""
    if name in archive.NameToInfo:
        with archive.open(name) as part:
            refuse_entities(part.read(_PROLOG_BYTES))


def _refuse_strange_names(parts: Sequence[zipfile.ZipInfo], limits: FileLimits) -> None:
    if len(parts) > limits.parts:
        raise UnreadableFile(
            f"文件内部有 {len(parts)} 个部件，正常的表格不会这么多，未读取；请用 Excel 或 WPS 另存为 .xlsx 后重新报送",
            f"the file has {len(parts)} parts inside, more than any workbook: save it as .xlsx in Excel or WPS",
        )
    names = [part.orig_filename.replace("\\", "/") for part in parts]
    if any(_OUTSIDE.search(name) for name in names) or len(set(names)) < len(names):
        raise UnreadableFile(
            "文件内部的部件名称不正常（指向文件以外或有重名，可能是恶意文件），未读取；"
            "请用 Excel 或 WPS 重新制作后报送",
            "parts inside the file have names that lead outside of it or occur twice, as in a malicious file: "
            "it was not read; make it again in Excel or WPS",
        )


def _refuse_bombs(parts: Sequence[zipfile.ZipInfo], size: int, limits: FileLimits) -> None:
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise UnreadableFile(
            "文件是加密的压缩包，读不出来；请取消密码，另存为 .xlsx 后重新报送",
            "the file is an encrypted archive: remove the password, save it as .xlsx and hand it in again",
        )
    if unpacked > limits.unpacked_bytes:
        raise UnreadableFile(
            f"文件解开后有 {unpacked // MEBIBYTE} MB（上限 {limits.unpacked_bytes // MEBIBYTE} MB），未读取；"
            "请删去空白的行列和图片，或按乡镇、年度拆分，或改存为 CSV 后重新报送",
            f"the file unpacks to {unpacked // MEBIBYTE} MB (at most {limits.unpacked_bytes // MEBIBYTE} MB): delete "
            "empty rows, columns and pictures, split it by township or year, or save it as CSV",
        )
    overlap = packed > size
    if overlap or any(part.file_size > max(part.compress_size, 1) * _LARGEST_RATIO + MEBIBYTE for part in parts):
        raise UnreadableFile(
            "文件内部的压缩方式不正常（压缩炸弹），未读取；请用 Excel 或 WPS 重新制作后报送",
            "the file is packed as only a bomb is: it was not read; make it again in Excel or WPS",
        )
