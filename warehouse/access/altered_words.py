"""How an altered place of the audit log is told."""

from warehouse.access.audit_log import FOLDER, Altered
from warehouse.language import Label, Language

REASONS = {
    "altered": Label("内容被改动", "changed"),
    "order": Label("前面的行被删除，或次序被调换", "a line before it was removed, or the order was changed"),
    "unreadable": Label("不是日志行", "no line of the log"),
    "lines_missing": Label("末尾的行被删除", "the last lines were removed"),
    "damaged": Label("日志的起止记录缺失或被改动", "the record of where the log begins and ends is missing or changed"),
}


def sentence(one: Altered, language: Language) -> str:
    """The file, the line where there is one, and what is wrong there."""
    reason = REASONS[one.reason].in_language(language)
    if one.line is None:
        return f"{FOLDER}/{one.file}: {reason}"
    place = Label(f"第{one.line}行", f"line {one.line}").in_language(language)
    return f"{FOLDER}/{one.file} {place}: {reason}"
