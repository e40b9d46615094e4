"""A file's sheets as they stand in it: opened once, its bytes hashed and parsed, the cells not yet understood."""

import hashlib
import os
import pickle
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pipelines.reading.archive import opened_archive
from pipelines.reading.delimited import read_delimited
from pipelines.reading.file_form import (
    ZIP,
    checked_form,
    is_text,
    refuse_ending,
    refuse_password,
    refuse_workbook,
)
from pipelines.reading.identity import name_to_tell
from pipelines.reading.limits import LIMITS, MEBIBYTE, FileLimits
from pipelines.reading.spreadsheet import read_spreadsheet
from pipelines.reading.workbook import (
    ChangedFile,
    DeferredFile,
    RawSheet,
    UnreadableFile,
    is_empty,
    large_area,
    nothing_in_file,
    used_length,
)


def file_sheets(path: Path, file: str, sha256: str | None = None, limits: FileLimits = LIMITS) -> Iterator[RawSheet]:
    """The sheets of the file at ``path``, which goes by the name ``file``, one at a time.

    Only sheets that hold something, without the empty rows at their end, each with the digest of
    its cells; personal numbers in their names are masked. Raises :class:`UnreadableFile`, and
    :class:`ChangedFile` when the file changes meanwhile or its bytes have another hash than
    ``sha256``. It may be raised after the first sheets.
    """
    refuse_ending(file)
    content = _content(path, sha256, limits)
    if not content:
        raise UnreadableFile("文件是空的（0 字节），请重新导出后报送", "the file is empty (0 bytes): export it again")
    cells, told = 0, set[str]()
    for sheet in _parsed(content, file, limits):
        sheet.sheet = name_to_tell(sheet.sheet, told)
        length = max(used_length(sheet.rows), *(row + 1 for row, _ in sheet.uncached_cells), 0)
        if length == 0:
            continue
        del sheet.rows[length:], sheet.row_numbers[length:]
        if length > limits.rows:
            raise large_area(sheet.sheet or sheet.file, length, max(map(len, sheet.rows)))
        _refuse_wide(sheet, limits)
        cells += length * max(map(len, sheet.rows))
        _refuse_many(cells, limits)
        told.add(sheet.sheet)
        yield replace(sheet, digest=_digest(sheet))
    if not told:
        raise nothing_in_file()


def _content(path: Path, sha256: str | None, limits: FileLimits) -> bytes:
    """The bytes of the file, which stood still meanwhile."""
    try:
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if before.st_size > limits.file_bytes:
                raise too_large(before.st_size, limits)
            content = stream.read(before.st_size + 1)
            after = os.fstat(stream.fileno())
    except OSError as error:
        if isinstance(error, FileNotFoundError) and sha256 is not None:
            raise ChangedFile() from error
        raise DeferredFile(
            "文件打不开，可能正被占用或没有读取权限；请关闭正在使用它的程序，检查权限后重试",
            "the file cannot be opened, it may be in use or without permission to read: "
            "close the program that uses it, check the permissions and try again",
        ) from error
    stood_still = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    if not stood_still or len(content) != after.st_size:
        raise ChangedFile()
    if sha256 is not None and hashlib.sha256(content).hexdigest() != sha256:
        raise ChangedFile()
    return content


def size_of(path: Path) -> int:
    """How many bytes the file has; none when nobody can tell."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def too_large(size: int, limits: FileLimits = LIMITS) -> UnreadableFile:
    """The refusal of a file by its size alone."""
    return UnreadableFile(
        f"文件有 {size // MEBIBYTE} MB（上限 {limits.file_bytes // MEBIBYTE} MB），未读取；"
        "请删去图片和空白行列，或按乡镇、年度拆分后重新报送",
        f"the file has {size // MEBIBYTE} MB (at most {limits.file_bytes // MEBIBYTE} MB) and was not read: delete "
        "pictures and empty rows, or split it by township or year",
    )


def _parsed(content: bytes, file: str, limits: FileLimits) -> Iterator[RawSheet]:
    if is_text(file):
        refuse_workbook(content)
        yield read_delimited(content, file, limits)
        return
    refuse_password(content)
    archive = opened_archive(content, limits) if content.startswith(ZIP) else None
    form = checked_form(file, content, archive)
    yield from read_spreadsheet(content, file, form, archive, limits)


def _refuse_wide(sheet: RawSheet, limits: FileLimits) -> None:
    """Nobody's ledger is that wide; empty cells beyond are cut off."""
    for row in sheet.rows:
        if len(row) <= limits.columns:
            continue
        if not all(map(is_empty, row[limits.columns :])):
            raise UnreadableFile(
                f"“{sheet.sheet or sheet.file}”在第{limits.columns}列以后还有内容，台账不会这么宽，未读取；"
                "请删除数据区以外的列（选中后右键删除），保存后重新报送",
                f"“{sheet.sheet or sheet.file}” has cells filled beyond column {limits.columns}, wider than any "
                "ledger: delete the columns outside the data, save it and hand it in again",
            )
        del row[limits.columns :]


def _refuse_many(cells: int, limits: FileLimits) -> None:
    if cells > limits.cells:
        raise UnreadableFile(
            f"文件的单元格超过 {limits.cells:,} 个，未读取；请按乡镇、年度拆分后重新报送",
            f"the file has more than {limits.cells:,} cells and was not read: split it by township or year",
        )


class _Hashing:
    """A stream that keeps nothing of what is written but its digest."""

    def __init__(self) -> None:
        self._digest = hashlib.blake2b(digest_size=32)
        self.write = self._digest.update

    def digest(self) -> bytes:
        return self._digest.digest()


def _digest(sheet: RawSheet) -> bytes:
    """Equal for sheets with equal cells."""
    cells = _Hashing()
    pickler = pickle.Pickler(cells, protocol=4)
    pickler.fast = True  # without references to equal objects seen before, so that equal cells are equal bytes
    pickler.dump(sheet.rows)
    return cells.digest()
