"""Every error as one sentence in the user's language and the next command to run."""

import errno
import json
import os
import shlex
import sys

from typer.exceptions import TyperException

from pipelines.command_line.invocation import Invocation
from pipelines.command_line.wrong_usage import wrong_usage
from warehouse.language import Label, Refusal

PROGRAM_VARIABLE = "UNIONKPI_PROGRAM"
"""How the program was started, where that is not by its own name (``start.py`` sets it)."""

SYSTEM_ERRORS: dict[int | None, tuple[str, str]] = {
    errno.ENOSPC: ("磁盘已满，无法写入", "The disk is full, cannot write"),
    getattr(errno, "EDQUOT", -1): ("磁盘配额已用完，无法写入", "The disk quota is used up, cannot write"),
    errno.EROFS: ("所在磁盘是只读的，无法写入", "The disk is read-only, cannot write"),
    errno.EACCES: ("没有权限读写", "No permission to read or write"),
    errno.EPERM: ("没有权限读写", "No permission to read or write"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "A part of this path is not a folder"),
    errno.EISDIR: ("应为文件，却是文件夹", "This is a folder where a file is needed"),
    errno.ENOENT: ("找不到文件或文件夹", "There is no such file or folder"),
    errno.ENAMETOOLONG: ("文件名太长", "The file name is too long"),
}


def refusal_for(error: Exception) -> Refusal:
    """The refusal itself, or an error of the command line, of the system or of ours put into words."""
    match error:
        case Refusal():
            return error
        case TyperException():
            return wrong_usage(error)
        case OSError():
            return _system(error)
        case MemoryError():
            return Refusal("内存不足，未能完成", "There is not enough memory to finish")
        case _:
            return _of_the_database(error) or _unforeseen(error)


def show_refusal(refusal: Refusal, invocation: Invocation) -> None:
    """Says it on standard error, or as the one JSON document on standard output."""
    sentence = refusal.label.in_language(invocation.language)
    if invocation.wants_json:
        document = {"error": sentence, "next": refusal.next_command}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        sys.stdout.flush()
        return
    sys.stderr.write(f"{sentence}\n")
    if refusal.next_command:
        label = Label("下一步：", "Next: ").in_language(invocation.language)
        sys.stderr.write(f"{label}{as_typed(refusal.next_command, invocation.home)}\n")


def as_typed(command: str, home: str | None) -> str:
    """The command as this person would type it: started as before, on the same home."""
    started = os.environ.get(PROGRAM_VARIABLE)
    if started and command.startswith("unionkpi "):
        command = f"{started} {command.removeprefix('unionkpi ')}"
    return f"{command} --home {shlex.quote(home)}" if home and "--help" not in command else command


def _system(error: OSError) -> Refusal:
    zh, en = SYSTEM_ERRORS.get(error.errno, ("系统读写出错", "The system could not read or write"))
    where = f": {error.filename}" if error.filename else ""
    return Refusal(zh + where, en + where)


def _of_the_database(error: Exception) -> Refusal | None:
    """What DuckDB says of the disk or of a damaged file, which it does in words and not in numbers."""
    if not type(error).__module__.removeprefix("_").startswith("duckdb"):
        return None
    for number in filter(None, SYSTEM_ERRORS):
        if os.strerror(number) in str(error):
            return _system(OSError(number, ""))
    if type(error).__name__ not in ("IOException", "Error"):
        return None
    return Refusal(
        "数据库文件无法打开，可能已损坏；可以退回上一个版本，或重新生成",
        "The database file cannot be opened, it may be damaged: go back one version, or build again",
        "unionkpi rollback",
    )


def _unforeseen(error: Exception) -> Refusal:
    """Only the kind of the error: its text may hold a cell's value."""
    kind = type(error).__name__
    return Refusal(
        f"程序内部出错（{kind}），未能完成；设置环境变量 UNIONKPI_DEBUG=1 再运行一次可看到详情",
        f"An internal error ({kind}); run it once more with UNIONKPI_DEBUG=1 set to see the details",
    )
