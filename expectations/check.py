"""Checks as the gate runs them: a query, and what Great Expectations must find in the frame it returns."""

from dataclasses import dataclass
from typing import Any, Literal

from expectations.suite import Severity


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation on a frame.

    ``expectation`` and ``arguments`` are Great Expectations' own. ``subject`` is the table or
    column meant. The sentences say what must hold and what to do; :mod:`expectations.locate`
    adds where it does not: ``offenders`` is a query of broken ``rows`` (source_file,
    source_sheet, source_row) or of broken ``places`` (place_zh, place_en).
    """

    expectation: str
    arguments: dict[str, Any]
    subject: str
    severity: Severity
    zh: str
    en: str
    offenders: str
    offenders_are: Literal["rows", "places"] = "places"


@dataclass(frozen=True, slots=True)
class Frame:
    """One query and all that is expected of what it returns; ``suite`` groups frames for people."""

    suite: str
    name: str
    title_zh: str
    title_en: str
    query: str
    checks: tuple[Check, ...]


def text_literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def name_literal(name: str) -> str:
    """A column or table name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
