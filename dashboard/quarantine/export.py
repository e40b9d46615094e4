"""The rejected rows of one department as a workbook to be handed back."""

from io import BytesIO

import polars as pl
import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.download import XLSX, download
from dashboard.list_workbook import Columns, Heading, add_list
from dashboard.page import View
from dashboard.quality import words as quality
from dashboard.quarantine import words as wording
from warehouse.rule_names import rule_name
from warehouse.spreadsheet_text import open_workbook

COLUMNS: Columns = (
    ("file", words.FILE, 34),
    ("sheet", words.SHEET, 14),
    ("row", words.ROW, 8),
    ("ledger_label", words.LEDGER, 16),
    ("heading", quality.HEADING, 16),
    ("value", quality.AS_READ, 22),
    ("rule", quality.RULE, 14),
    ("message", quality.SENTENCE, 60),
)


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
                XLSX,
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
    language = heading.language
    told = (
        {**row, "rule": rule_name(row["rule"], language), "message": row[f"message_{language}"]}
        for row in errors.iter_rows(named=True)
    )
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        add_list(book, wording.EXPORT_SHEET.in_language(language), COLUMNS, told, heading)
    return stream.getvalue()
