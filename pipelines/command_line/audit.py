"""The home's audit log, for commands that write into it or check it."""

from pipelines.home import Home
from warehouse.access.audit_log import AuditLog


def audit_log(home: Home) -> AuditLog:
    """The log of a home."""
    return AuditLog(home.folder)
