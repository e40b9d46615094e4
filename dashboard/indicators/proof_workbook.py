"""All rows behind a figure as a workbook."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import polars as pl

from dashboard import figure, words
from dashboard import format as formats
from dashboard.download import XLSX, download
from dashboard.indicators import words as wording
from dashboard.list_workbook import Columns, Heading, add_list
from dashboard.page import View
from warehouse.spreadsheet_text import open_workbook

COLUMNS: Columns = (
    ("part_label", wording.PART, 10),
    ("amount", wording.AMOUNT, 14),
    ("ledger_label", words.LEDGER, 20),
    ("file", words.FILE, 46),
    ("sheet", words.SHEET, 22),
    ("row", wording.EXCEL_ROW, 8),
)
ROWS_ON_A_SHEET = 1_000_000


def button(view: View, row: dict[str, Any], named: pl.DataFrame) -> None:
    """The download of all rows, which is written when it is asked for."""
    place, as_of = view.region_name, formats.as_of_code(view.as_of)
    download(
        view,
        view.say(wording.DOWNLOAD, rows=formats.plain(named.height)),
        _later(named, _heading(view, row)),
        view.say(wording.FILE_NAME, indicator=row[f"label_{view.language}"], place=place, as_of=as_of),
        XLSX,
        key="proof_download",
        filters={"indicator": row["indicator_id"]},
    )


def _later(named: pl.DataFrame, heading: Heading) -> Callable[[], bytes]:
    return lambda: workbook(named, heading)


def _heading(view: View, row: dict[str, Any]) -> Heading:
    title = view.say(
        wording.WORKBOOK_TITLE,
        indicator=row[f"label_{view.language}"],
        place=view.region_name,
        as_of=view.day(view.as_of),
    )
    scope = view.say(
        wording.WORKBOOK_SCOPE,
        value=figure.value(row, view.language),
        version=view.version_said,
        definition=row["definition_version"],
    )
    return Heading(title, scope, view.language, view.as_of)


def workbook(named: pl.DataFrame, heading: Heading) -> bytes:
    """The .xlsx file with one line a row, in their order; equal arguments give equal bytes.

    ``named`` as of ``proof.with_names``; what one sheet cannot hold goes on in the next.
    """
    stream = BytesIO()
    with open_workbook(stream, heading.as_of) as book:
        for number, start in enumerate(range(0, max(named.height, 1), ROWS_ON_A_SHEET), start=1):
            name = wording.WORKBOOK_SHEET.in_language(heading.language)
            rows = named.slice(start, ROWS_ON_A_SHEET).iter_rows(named=True)
            add_list(book, name if number == 1 else f"{name} {number}", COLUMNS, rows, heading, wraps=False)
    return stream.getvalue()
