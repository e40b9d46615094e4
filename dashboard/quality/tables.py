"""The tables of the data quality page: sheets and gate."""

import polars as pl
import streamlit as st

from dashboard import data, words
from dashboard.page import View
from dashboard.quality import queries
from dashboard.quality import words as wording
from dashboard.table import STACKED, Folded, TableColumn, show_table
from warehouse.language import Label, Language


def with_ledger_labels(view: View, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with ``ledger_label`` beside ledger_id, which says so where no ledger was recognised."""
    labels = data.ledgers(view.published).select("ledger_id", pl.col(f"label_{view.language}").alias("ledger_label"))
    joined = frame.join(labels, on="ledger_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col("ledger_label").fill_null(view.say(wording.UNRECOGNISED)))


def sheet_table(view: View, sheets: pl.DataFrame) -> None:
    """One line a sheet, folded away because there are many."""
    numbers = ("read", "loaded", "rejected", "superseded", "skipped")
    headings: dict[str, Label] = {
        "file": words.FILE,
        "sheet": words.SHEET,
        "ledger": words.LEDGER,
        "department": words.DEPARTMENT,
        "state": words.STATE,
        "reach": wording.REACH,
        "read": wording.READ,
        "loaded": wording.LOADED,
        "rejected": wording.REJECTED,
        "superseded": wording.SUPERSEDED,
        "skipped": wording.SKIPPED,
    }
    columns = [TableColumn(key, view.say(label), key in numbers) for key, label in headings.items()]
    rows = [_sheet(view, row, numbers) for row in sheets.iter_rows(named=True)]
    with st.expander(view.say(wording.SHEETS_TABLE, count=len(rows))):
        st.caption(_skipped(view))
        show_table(columns, rows, view.say(wording.BROUGHT))


def _sheet(view: View, row: dict[str, object], numbers: tuple[str, ...]) -> dict[str, object]:
    reach = row["reach_date"]
    return {
        "file": row["file"],
        "sheet": row["sheet"] or view.say(wording.CSV_SHEET),
        "ledger": row["ledger_label"],
        "department": row["department_name"] or row["department_id"],
        "state": view.say(wording.ACCEPTED if row["is_accepted"] else wording.REFUSED),
        "reach": f"{reach} · {view.say(wording.STATED if row['is_date_stated'] else wording.INFERRED)}"
        if reach
        else "",
        **{name: f"{row[name]:,}" for name in numbers},
    }


def _skipped(view: View) -> str:
    reasons = [
        view.say(wording.NAMED_COUNT, name=view.say(wording.SKIP_REASONS[reason]), count=f"{rows:,}")
        for reason, rows in queries.skips(view.published).iter_rows()
        if reason in wording.SKIP_REASONS
    ]
    if not reasons:
        return view.say(wording.NO_SKIPPED)
    return view.say(wording.SKIPPED_ROWS, reasons=words.SEPARATOR.in_language(view.language).join(reasons))


def gate_failures(view: View, failed: pl.DataFrame) -> None:
    """Every check that failed, with the sentence that says what it means."""
    if failed.is_empty():
        return
    columns = [
        TableColumn("severity", view.say(wording.SEVERITY)),
        TableColumn("message", view.say(wording.SENTENCE), is_sentence=True),
        TableColumn("subject", view.say(wording.SUBJECT)),
        TableColumn("observed", view.say(wording.OBSERVED)),
    ]
    shapes = {"critical": wording.CRITICAL_FAILED, "warning": wording.WARNING_FAILED}
    rows = [
        {
            **row,
            "severity": view.say(shapes[row["severity"]]),
            "message": _folded(row[f"message_{view.language}"], view.language),
            "subject": f"{row['subject']} · {row['expectation']}",
        }
        for row in failed.iter_rows(named=True)
    ]
    show_table(columns, rows, view.say(wording.GATE), STACKED)


def _folded(message: str, language: Language) -> Folded | str:
    """The first part of a message that names many places; the others open."""
    between = words.BETWEEN_SENTENCES.in_language(language)
    first, *others = message.split(between)
    return Folded(first, others) if len(others) > 1 else message


def gate_suites(view: View, checks: pl.DataFrame) -> None:
    """How many checks each suite made, folded away."""
    if checks.is_empty():
        return
    suites = (
        checks.group_by("suite")
        .agg(pl.len().alias("checks"), (~pl.col("success")).sum().alias("failed"))
        .sort(["failed", "suite"], descending=[True, False])
    )
    columns = [
        TableColumn("suite", view.say(wording.SUITE)),
        TableColumn("state", view.say(words.STATE)),
        TableColumn("checks", view.say(wording.CHECKS_COUNT), is_number=True),
        TableColumn("failed", view.say(wording.FAILED_COUNT), is_number=True),
    ]
    rows = [
        {**row, "state": view.say(wording.WARNING_FAILED if row["failed"] else wording.PASSED)}
        for row in suites.iter_rows(named=True)
    ]
    with st.expander(view.say(wording.GATE_SUITES)):
        show_table(columns, rows, view.say(wording.GATE_SUITES))
