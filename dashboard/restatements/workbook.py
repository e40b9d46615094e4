"""The register as a workbook: one line an entry, numbers as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

from dashboard import words
from dashboard.restatements import words as wording
from warehouse.differences.causes import CAUSE_NAMES
from warehouse.language import Label, Language
from warehouse.snapshot.register import Entry
from warehouse.spreadsheet_text import open_workbook, text_style, write_text

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS: tuple[tuple[str, Label, int], ...] = (
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
"""Name, heading and width in characters of what each line tells."""
NUMBERS = frozenset({"reported", "now", "change", *CAUSE_NAMES})
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of the sheet, from 0."""
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines, the language and the day of the data compared with."""

    title: str
    scope: str
    language: Language
    as_of: date


def workbook(entries: Sequence[Entry], places: Mapping[str, str], heading: Heading) -> bytes:
    """The .xlsx file in the order given; equal arguments give equal bytes. ``places``: names of regions by code."""
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        sheet = book.add_worksheet(wording.SHEET.in_language(heading.language))
        sheet.set_landscape()
        sheet.freeze_panes(FIRST, 0)
        text, head = text_style(book, **FONT, text_wrap=True), text_style(book, **FONT, bold=True, bg_color="#EDF0F3")
        number = book.add_format(FONT)
        write_text(sheet, TITLE, 0, heading.title, text_style(book, **{**FONT, "font_size": 16, "bold": True}))
        write_text(sheet, SCOPE, 0, heading.scope, text_style(book, **FONT))
        for column, (_, label, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            write_text(sheet, HEADING, column, label.in_language(heading.language), head)
        for at, entry in enumerate(entries, start=FIRST):
            line = _line(entry, places, heading.language)
            for column, (name, _, _) in enumerate(COLUMNS):
                if name in NUMBERS and line[name] is not None:
                    sheet.write_number(at, column, float(line[name]), number)
                else:
                    write_text(sheet, at, column, line[name], text)
        sheet.autofilter(HEADING, 0, HEADING + len(entries), len(COLUMNS) - 1)
    return stream.getvalue()


def _line(entry: Entry, places: Mapping[str, str], language: Language) -> dict[str, Any]:
    told = entry.told
    reason = words.REASONS[told["reason"]].in_language(language) if told["reason"] else None
    named = {"indicator": entry.label.in_language(language), "unit": entry.unit.in_language(language)}
    where = places.get(told["region"], told["region"])
    files = words.SEPARATOR.in_language(language).join(told["files"])
    return {**told, **told["causes"], **named, "place": where, "reason": reason, "files": files}
