"""The rejected rows of one department as a workbook to be handed back."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.download import download
from dashboard.page import View
from dashboard.quality import words as quality
from dashboard.quarantine import words as wording
from warehouse.language import Label, Language
from warehouse.rule_names import rule_name
from warehouse.spreadsheet_text import open_workbook, text_style, write_text

MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS: tuple[tuple[str, Label, int], ...] = (
    ("file", words.FILE, 34),
    ("sheet", words.SHEET, 14),
    ("row", words.ROW, 8),
    ("ledger_label", words.LEDGER, 16),
    ("heading", quality.HEADING, 16),
    ("value", quality.AS_READ, 22),
    ("rule", quality.RULE, 14),
    ("message", quality.SENTENCE, 60),
)
"""Name, heading and width in characters of what each line tells."""
TITLE, SCOPE, HEADING, FIRST = range(4)
"""The rows of the sheet, from 0."""
FONT = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lines: title and scope, the language and the day of the data."""

    title: str
    scope: str
    language: Language
    as_of: date


def buttons(view: View, errors: pl.DataFrame, departments: dict[str | None, str]) -> None:
    """One download a department with errors; ``errors`` with department_id and ledger_label."""
    with st.container(horizontal=True):
        for department_id, name in departments.items():
            own = errors.filter(pl.col("department_id").eq_missing(pl.lit(department_id, pl.String)))
            if own.is_empty():
                continue
            download(
                view,
                view.say(wording.EXPORT_BUTTON, department=name, errors=formats.plain(own.height)),
                workbook(own, heading(view, name, own.height)),
                view.say(wording.EXPORT_FILE, department=name, as_of=formats.as_of_code(view.published.data_date)),
                MIME,
                key=f"export_{department_id}",
                filters={"department": department_id},
            )


def heading(view: View, department: str, errors: int) -> Heading:
    """What the workbook says of itself."""
    scope = view.say(
        wording.EXPORT_SCOPE,
        county=view.published.version_info["county_name"],
        as_of=view.day(view.published.data_date),
        version=view.published.version,
        errors=formats.plain(errors),
    )
    title = view.say(wording.EXPORT_TITLE, department=department)
    return Heading(title, scope, view.language, view.published.data_date)


@st.cache_data(show_spinner=False, max_entries=50)
def workbook(errors: pl.DataFrame, heading: Heading) -> bytes:
    """The .xlsx file with one line an error, in their order; equal arguments give equal bytes."""
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        sheet = book.add_worksheet(wording.EXPORT_SHEET.in_language(heading.language))
        sheet.freeze_panes(FIRST, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        text = text_style(book, **FONT, border=1, text_wrap=True)
        head = text_style(book, **FONT, border=1, bold=True, bg_color="#EDF0F3")
        number = book.add_format({**FONT, "border": 1})
        write_text(sheet, TITLE, 0, heading.title, text_style(book, **{**FONT, "font_size": 16, "bold": True}))
        write_text(sheet, SCOPE, 0, heading.scope, text_style(book, **FONT))
        for column, (_, label, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            write_text(sheet, HEADING, column, label.in_language(heading.language), head)
        for at, row in enumerate(errors.iter_rows(named=True), start=FIRST):
            told = {
                **row,
                "rule": rule_name(row["rule"], heading.language),
                "message": row[f"message_{heading.language}"],
            }
            for column, (name, _, _) in enumerate(COLUMNS):
                if name == "row" and told[name] is not None:
                    sheet.write_number(at, column, told[name], number)
                else:
                    write_text(sheet, at, column, told[name], text)
        sheet.autofilter(HEADING, 0, HEADING + errors.height, len(COLUMNS) - 1)
    return stream.getvalue()
