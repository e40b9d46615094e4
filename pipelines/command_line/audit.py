"""The home's audit log, for commands that write into it or check it."""

import sys

from pipelines.home import Home
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog, Details
from warehouse.language import Label, Language

WHO = "命令行"


def audit_log(home: Home) -> AuditLog:
    """The log of a home."""
    return AuditLog(home.folder)


def note(log: AuditLog, action: Action, details: Details, language: Language) -> None:
    """Writes down what has been done and stays done; says so where the log is damaged and takes no line."""
    try:
        log.append(WHO, action, details)
    except (ValueError, KeyError, TypeError):
        told = Label(
            "操作日志已损坏，这次操作没有记入；请运行 unionkpi audit verify",
            "The audit log is damaged and did not take a line about this: run unionkpi audit verify",
        )
        sys.stderr.write(told.in_language(language) + "\n")
