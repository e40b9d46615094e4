"""督查台账: the tasks as a workbook to print and hand round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard.lights import LIGHTS
from dashboard.page import View
from dashboard.tasks import listing, task
from dashboard.tasks import words as wording
from dashboard.tasks.choosing import Chosen
from warehouse.language import Label, Language
from warehouse.spreadsheet_text import TextStyle, lines, open_workbook, text_style, write_text

COLUMNS: tuple[tuple[Label, int], ...] = (
    (wording.NUMBER, 6),
    (wording.TASK, 28),
    (wording.LEADER, 10),
    (wording.DEPARTMENT, 14),
    (wording.DEADLINE, 13),
    (wording.PROGRESS, 22),
    (wording.PROBLEM, 26),
    (wording.REMEDY, 26),
    (wording.LIGHT, 11),
)
"""The headings and their widths in characters."""
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of the sheet, from 0."""
A4 = 9
"""The number of the paper in the file format."""
LINE = 15.0
"""Points of one line of text."""
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter"}
BOX = {**FONT, "border": 1, "text_wrap": True}


@dataclass(frozen=True, slots=True)
class Heading:
    """What the sheet says of itself: title, scope (what was chosen, how complete), version and date."""

    title: str
    scope: str
    version: str
    as_of: date
    language: Language


def heading(view: View, chosen: Chosen) -> Heading:
    """What the sheet says of the tasks that were chosen."""
    as_of = view.day(view.as_of)
    return Heading(
        title=view.say(wording.LEDGER_TITLE, county=view.region_name, as_of=as_of),
        scope=view.say(
            wording.LEDGER_SCOPE,
            department=chosen.department,
            light=chosen.light,
            tasks=chosen.tasks.height,
            completeness=listing.completeness(view),
        ),
        version=view.version_said,
        as_of=view.as_of,
        language=view.language,
    )


def file_name(view: View) -> str:
    name = view.say(wording.LEDGER_FILE, county=view.region_name, as_of=formats.as_of_code(view.as_of))
    return f"{name}.xlsx"


@st.cache_data(show_spinner=False, max_entries=50)
def workbook(tasks: pl.DataFrame, heading: Heading) -> bytes:
    """The .xlsx file with one row a task of ``queries.tasks``, in their order; equal arguments give equal bytes."""
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        sheet = book.add_worksheet(wording.LEDGER.in_language(heading.language))
        _lay_out(sheet, heading)
        _head(book, sheet, heading)
        _body(book, sheet, tasks, heading)
    return stream.getvalue()


def _lay_out(sheet: Any, heading: Heading) -> None:
    """Paper, margins, what is repeated on every page, what stays in sight, and the footer."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.repeat_rows(TITLE, HEADING)
    sheet.freeze_panes(FIRST, 0)
    version = wording.LEDGER_FOOTER.in_language(heading.language).format(
        version=heading.version, as_of=formats.day(heading.as_of, heading.language)
    )
    page = wording.LEDGER_PAGE.in_language(heading.language).format(page="&P", pages="&N")
    sheet.set_footer(f"&L{version}&R{page}")
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)


def _head(book: Any, sheet: Any, heading: Heading) -> None:
    last = len(COLUMNS) - 1
    title = text_style(book, **{**FONT, "font_size": 16, "bold": True, "align": "center"})
    scope = text_style(book, **{**FONT, "text_wrap": True})
    wide = sum(width for _, width in COLUMNS)
    for row, text, style, height in (
        (TITLE, heading.title, title, 30),
        (SCOPE, heading.scope, scope, _height([(heading.scope, wide)])),
    ):
        sheet.set_row(row, height)
        sheet.merge_range(row, 0, row, last, None, style.plain)
        write_text(sheet, row, 0, text, style)
    head = text_style(book, **{**BOX, "bold": True, "align": "center", "bg_color": "#EDF0F3"})
    sheet.set_row(HEADING, _height([("", wide)]))
    for column, (label, _) in enumerate(COLUMNS):
        write_text(sheet, HEADING, column, label.in_language(heading.language), head)


def _body(book: Any, sheet: Any, tasks: pl.DataFrame, heading: Heading) -> None:
    text = text_style(book, **BOX)
    number = book.add_format({**BOX, "align": "center"})
    day = book.add_format({**BOX, "align": "center", "num_format": "yyyy-mm-dd"})
    lights = {
        name: text_style(book, **{**BOX, "bold": True, "align": "center", "font_color": look.colour})
        for name, look in LIGHTS.items()
    }
    for place, row in enumerate(tasks.iter_rows(named=True)):
        at = FIRST + place
        sheet.write_number(at, 0, place + 1, number)
        _texts(sheet, at, row, text, heading.language)
        sheet.write_datetime(at, 4, row["planned_end"], day)
        write_text(sheet, at, 8, task.light_text(row, heading.language), lights[row["light"]])


def _texts(sheet: Any, at: int, row: task.Row, style: TextStyle, language: Language) -> None:
    """The cells of text of one task, in a row that is high enough for them."""
    progress = task.progress_text(row, language)
    status = row[f"status_{language}"]
    if status and row["done_share"] is not None:
        progress = wording.WITH_STATUS.in_language(language).format(progress=progress, status=status)
    texts = {1: row["title"], 2: row["leader"], 3: row["department"], 5: progress, 6: row["problem"], 7: row["remedy"]}
    sheet.set_row(at, _height([(content, COLUMNS[column][1]) for column, content in texts.items()]))
    for column, content in texts.items():
        write_text(sheet, at, column, content, style)


def _height(texts: Sequence[tuple[str | None, int]]) -> float:
    """Points of a row that shows these texts in columns of these widths."""
    return LINE * max(lines(text, width) for text, width in texts) + LINE / 3
