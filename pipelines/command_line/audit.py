"""The home's audit log, for commands that write into it or check it."""

from pipelines.home import Home
from warehouse.access.audit_log import AuditLog
from warehouse.publish import Store


def audit_log(home: Home) -> AuditLog:
    """The log of a home, sealed with its key; the key is made when the home has none and no versions yet.

    Raises :class:`warehouse.language.Refusal` when the key is lost.
    """
    home.folder.mkdir(parents=True, exist_ok=True)
    secret = home.person_key_secret(has_versions=bool(Store(home.warehouse).versions()))
    return AuditLog(home.audit, secret)
