"""The corrections of the home, what became of each, and the cells that they replaced."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import words
from dashboard.page import View
from dashboard.quality import queries
from dashboard.quality import words as wording
from dashboard.quality.tables import with_ledger_labels
from dashboard.table import TableColumn, show_table
from warehouse.state_names import CORRECTION_STATES


def correction_table(view: View, corrections: pl.DataFrame) -> None:
    """One line a correction, in the order of the file; ``corrections`` as of ``queries.corrections``."""
    columns = [
        TableColumn("number", view.say(wording.CORRECTION_NUMBER), is_number=True),
        TableColumn("state", view.say(words.STATE)),
        TableColumn("row", view.say(wording.CORRECTED_ROW), is_sentence=True),
        TableColumn("column", view.say(wording.COLUMN)),
        TableColumn("values", view.say(wording.OLD_AND_NEW)),
        TableColumn("cells", view.say(wording.CELLS), is_number=True),
        TableColumn("reason", view.say(wording.REASON), is_sentence=True),
        TableColumn("by", view.say(wording.CORRECTED_BY)),
        TableColumn("until", view.say(wording.UNTIL)),
    ]
    rows = [_correction(view, row) for row in with_ledger_labels(view, corrections).iter_rows(named=True)]
    show_table(columns, rows, view.say(wording.CORRECTIONS))


def _correction(view: View, row: dict[str, Any]) -> dict[str, object]:
    state = f"{wording.CORRECTION_SHAPES[row['state']]} {view.say(CORRECTION_STATES[row['state']])}"
    still_rejected = view.say(wording.STILL_REJECTED, state=state, rejected=row["rejected"])
    return {
        "number": row["correction_number"],
        "state": still_rejected if row["rejected"] else state,
        "row": f"{row['ledger_label']} {row['row_key']}",
        "column": row[f"heading_{view.language}"] or row["column_name"],
        "values": " → ".join(row[name] or view.say(wording.EMPTY_CELL) for name in ("old_value", "new_value")),
        "cells": f"{row['applied_cells']:,}",
        "reason": row["reason"],
        "by": row["corrected_by"],
        "until": view.day(row["until_date"]) if row["until_date"] else view.say(wording.NO_END),
    }


def cell_table(view: View) -> None:
    """Every corrected cell with its place, folded away because there may be many."""
    cells = queries.corrected_cells(view.published)
    if cells.is_empty():
        return
    columns = [
        TableColumn("correction_number", view.say(wording.CORRECTION_NUMBER), is_number=True),
        TableColumn("file", view.say(words.FILE)),
        TableColumn("sheet", view.say(words.SHEET)),
        TableColumn("row", view.say(words.ROW), is_number=True),
        TableColumn("heading", view.say(wording.HEADING)),
        TableColumn("old_value", view.say(wording.AS_READ)),
        TableColumn("new_value", view.say(wording.NEW_VALUE)),
        TableColumn("outcome", view.say(wording.OUTCOME)),
    ]
    rows = [_cell(view, row) for row in cells.iter_rows(named=True)]
    with st.expander(view.say(wording.CORRECTED_CELLS, count=f"{cells.height:,}")):
        show_table(columns, rows, view.say(wording.CORRECTED_CELLS_CAPTION))


def _cell(view: View, row: dict[str, Any]) -> dict[str, object]:
    return {
        **row,
        "sheet": row["sheet"] or view.say(wording.CSV_SHEET),
        "old_value": row["old_value"] or view.say(wording.EMPTY_CELL),
        "new_value": row["new_value"] or view.say(wording.EMPTY_CELL),
        "outcome": view.say(wording.OUTCOMES[row["outcome"]]),
    }
