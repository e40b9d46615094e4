"""The home's audit log, for commands that write into it or check it."""

import os
import sys

from pipelines.home import Home
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog, Details

WHO_VARIABLE = "UNIONKPI_WHO"
COMMAND_LINE = "命令行"


def audit_log(home: Home) -> AuditLog:
    """The log of a home."""
    return AuditLog(home.folder)


def note(home: Home, action: Action, details: Details) -> None:
    """Notes what was done, and by whom: UNIONKPI_WHO names who uses the page that runs a command.

    Where the log cannot be written, as in a home that may only be read, this is said on standard error and the
    command's work stands.
    """
    who = os.environ.get(WHO_VARIABLE) or COMMAND_LINE
    try:
        audit_log(home).append(who, action, details)
    except (OSError, ValueError, KeyError, TypeError):
        sys.stderr.write("没能写入操作日志 / The audit log could not be written\n")
