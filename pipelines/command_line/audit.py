"""The home's audit log, for commands that write into it or check it."""

import os
import sys

from pipelines.home import Home
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog, Details
from warehouse.language import Label, Language, Refusal

WHO_VARIABLE = "UNIONKPI_WHO"
COMMAND_LINE = "命令行"


def audit_log(home: Home) -> AuditLog:
    """The log of a home."""
    return AuditLog(home.folder)


def note(home: Home, action: Action, details: Details, language: Language) -> None:
    """Writes down what has been done and stays done, and who did it: UNIONKPI_WHO names who uses the page that runs a
    command. Says so where the log takes no line, because it is damaged or the home may only be read. Where
    there is nothing, as under a mistyped path, there is nothing to log either."""
    if not home.folder.is_dir() or not any(home.folder.iterdir()):
        return
    try:
        audit_log(home).append(os.environ.get(WHO_VARIABLE) or COMMAND_LINE, action, details)
    except Refusal as refusal:
        told = Label(
            f"这次操作没有记入操作日志。{refusal.label.zh}",
            f"No line of the audit log tells of this. {refusal.label.en}",
        )
        sys.stderr.write(told.in_language(language) + "\n")
    except OSError:
        told = Label(
            "操作日志写不进去，这次操作没有记入",
            "The audit log cannot be written and did not take a line about this",
        )
        sys.stderr.write(told.in_language(language) + "\n")
