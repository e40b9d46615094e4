"""The register as a workbook: one line an entry, numbers as numbers."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from dashboard import words
from dashboard.list_workbook import Columns, Heading, add_list
from dashboard.restatements import words as wording
from warehouse.differences.causes import CAUSE_NAMES
from warehouse.language import Language
from warehouse.snapshot.register import Entry
from warehouse.spreadsheet_text import open_workbook

COLUMNS: Columns = (
    ("snapshot", wording.SNAPSHOT, 12),
    ("indicator", wording.INDICATOR, 28),
    ("place", wording.PLACE, 16),
    ("unit", wording.UNIT, 8),
    ("reported", wording.REPORTED, 14),
    ("now", wording.NOW, 14),
    ("change", wording.CHANGE, 14),
    *((cause, label, 12) for cause, label in CAUSE_NAMES.items()),
    ("reason", wording.REASON, 24),
    ("since", wording.SINCE, 12),
    ("files", wording.FILES, 60),
)
NUMBERS = ("reported", "now", "change", *CAUSE_NAMES)
"""Money among them is told as text, to the cent."""


def workbook(entries: Sequence[Entry], places: Mapping[str, str], heading: Heading) -> bytes:
    """The .xlsx file in the order given; equal arguments give equal bytes. ``places``: names of regions by code."""
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        told = (_line(entry, places, heading.language) for entry in entries)
        add_list(book, wording.SHEET.in_language(heading.language), COLUMNS, told, heading)
    return stream.getvalue()


def _line(entry: Entry, places: Mapping[str, str], language: Language) -> dict[str, Any]:
    told = entry.told
    reason = words.REASONS[told["reason"]].in_language(language) if told["reason"] else None
    named = {"indicator": entry.label.in_language(language), "unit": entry.unit.in_language(language)}
    where = places.get(told["region"], told["region"])
    files = words.SEPARATOR.in_language(language).join(told["files"])
    figures = {**told, **told["causes"]}
    numbers = {name: None if figures[name] is None else float(figures[name]) for name in NUMBERS}
    return {**told, **numbers, **named, "place": where, "reason": reason, "files": files}
