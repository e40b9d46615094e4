"""The two colours, and what our own marks are known by when a marked copy comes back."""

from pipelines.ledger import Severity
from pipelines.reading.own_sheets import PRODUCT

COLOURS: dict[Severity, str] = {"error": "FFFFC9C9", "warning": "FFFFF0B3"}
"""Fill of a cell with an error and of one with a warning only (ARGB): unlike those that Excel offers."""

NAMES: dict[Severity, str] = {"error": "错误", "warning": "提醒"}
AUTHOR = PRODUCT
"""Author of our comments."""

RULE_OFF = "—— 检查结果 ——"
"""First line of what we say in a comment; in one of somebody else's it stands below their words."""

Cell = tuple[int, int]
"""Row and column from 0."""


def worst(severities: list[Severity]) -> Severity:
    """An error goes before a warning."""
    return "error" if "error" in severities else "warning"
