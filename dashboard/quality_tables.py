"""The tables of the data quality page: sheets and gate."""

import polars as pl
import streamlit as st

from dashboard import data, words
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.language import Label


def with_ledger_labels(view: View, frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with ``ledger_label`` beside ledger_id, which says so where no ledger was recognised."""
    labels = data.ledgers(view.published).select("ledger_id", pl.col(f"label_{view.language}").alias("ledger_label"))
    joined = frame.join(labels, on="ledger_id", how="left", maintain_order="left")
    return joined.with_columns(pl.col("ledger_label").fill_null(view.say(words.UNRECOGNISED)))


def sheet_table(view: View, sheets: pl.DataFrame) -> None:
    """One line a sheet, folded away because there are many."""
    numbers = ("read", "loaded", "rejected", "superseded", "skipped")
    headings: dict[str, Label] = {
        "file": words.FILE,
        "sheet": words.SHEET,
        "ledger": words.LEDGER,
        "department": words.DEPARTMENT,
        "state": words.STATE,
        "reach": words.REACH,
        "read": words.READ,
        "loaded": words.LOADED,
        "rejected": words.REJECTED,
        "superseded": words.SUPERSEDED,
        "skipped": words.SKIPPED,
    }
    columns = [TableColumn(key, view.say(label), key in numbers) for key, label in headings.items()]
    rows = [_sheet(view, row, numbers) for row in sheets.iter_rows(named=True)]
    with st.expander(view.say(words.SHEETS_TABLE, count=len(rows))):
        st.caption(_skipped(view))
        show_table(columns, rows, view.say(words.BROUGHT))


def _sheet(view: View, row: dict[str, object], numbers: tuple[str, ...]) -> dict[str, object]:
    reach = row["reach_date"]
    return {
        "file": row["file"],
        "sheet": row["sheet"] or view.say(words.CSV_SHEET),
        "ledger": row["ledger_label"],
        "department": row["department_name"] or row["department_id"],
        "state": view.say(words.ACCEPTED if row["is_accepted"] else words.REFUSED),
        "reach": f"{reach} · {view.say(words.STATED if row['is_date_stated'] else words.INFERRED)}" if reach else "",
        **{name: f"{row[name]:,}" for name in numbers},
    }


def _skipped(view: View) -> str:
    reasons = [
        view.say(words.NAMED_COUNT, name=view.say(words.SKIP_REASONS[reason]), count=f"{rows:,}")
        for reason, rows in data.skips(view.published).iter_rows()
        if reason in words.SKIP_REASONS
    ]
    if not reasons:
        return view.say(words.NO_SKIPPED)
    return view.say(words.SKIPPED_ROWS, reasons=words.SEPARATOR.in_language(view.language).join(reasons))


def gate_failures(view: View, failed: pl.DataFrame) -> None:
    """Every check that failed, with the sentence that says what it means."""
    if failed.is_empty():
        return
    columns = [
        TableColumn("severity", view.say(words.SEVERITY)),
        TableColumn("message", view.say(words.SENTENCE), is_sentence=True),
        TableColumn("subject", view.say(words.SUBJECT)),
        TableColumn("observed", view.say(words.OBSERVED)),
        TableColumn("expectation", view.say(words.CHECK)),
    ]
    shapes = {"critical": words.CRITICAL_FAILED, "warning": words.WARNING_FAILED}
    rows = [
        {**row, "severity": view.say(shapes[row["severity"]]), "message": row[f"message_{view.language}"]}
        for row in failed.iter_rows(named=True)
    ]
    show_table(columns, rows, view.say(words.GATE))


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
        TableColumn("suite", view.say(words.SUITE)),
        TableColumn("state", view.say(words.STATE)),
        TableColumn("checks", view.say(words.CHECKS_COUNT), is_number=True),
        TableColumn("failed", view.say(words.FAILED_COUNT), is_number=True),
    ]
    rows = [
        {**row, "state": view.say(words.WARNING_FAILED if row["failed"] else words.PASSED)}
        for row in suites.iter_rows(named=True)
    ]
    with st.expander(view.say(words.GATE_SUITES)):
        show_table(columns, rows, view.say(words.GATE_SUITES))
