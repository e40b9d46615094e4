"""Who delivered what: every ledger of every department against what is due."""

from typing import Any

import polars as pl

from dashboard import data, words
from dashboard.page import View
from dashboard.quality import words as wording
from dashboard.table import TableColumn
from warehouse.language import Language


def columns(view: View) -> list[TableColumn]:
    return [
        TableColumn("department", view.say(words.DEPARTMENT_OWNER)),
        TableColumn("ledger", view.say(words.LEDGER)),
        TableColumn("state", view.say(words.STATE)),
        TableColumn("reach", view.say(wording.REACH)),
        TableColumn("frequency", view.say(wording.FREQUENCY)),
        TableColumn("sheets", view.say(wording.SHEETS_COUNT), is_number=True),
        TableColumn("loaded", view.say(wording.LOADED), is_number=True),
        TableColumn("rejected", view.say(wording.REJECTED), is_number=True),
    ]


def rows(view: View) -> list[dict[str, str]]:
    """One row a ledger, by department; ``code`` is missing, short or delivered."""
    ledgers = data.ledgers(view.published)
    accepted = data.sheets(view.published).filter(pl.col("ledger_id").is_not_null())
    totals = accepted.group_by("ledger_id").agg(
        pl.col("reach_date").filter(pl.col("is_accepted")).max(),
        pl.col("is_accepted").sum().alias("sheets"),
        pl.col("loaded", "rejected").sum(),
    )
    short = set(data.missing_ledgers(view.published, view.as_of))
    joined = ledgers.join(totals, on="ledger_id", how="left", maintain_order="left")
    return [_row(view, row, short) for row in joined.iter_rows(named=True)]


def _row(view: View, row: dict[str, Any], short: set[str]) -> dict[str, str]:
    code = state(row["sheets"], is_short=row["ledger_id"] in short)
    label = {
        "missing": wording.NOT_DELIVERED,
        "short": wording.FALLS_SHORT,
        "delivered": wording.DELIVERED,
    }[code]
    return {
        "code": code,
        "department": " · ".join(text for text in (row["department_name"], row["owner"]) if text),
        "ledger": row[f"label_{view.language}"],
        "state": view.say(label),
        "reach": view.day(row["reach_date"]) if row["reach_date"] else "",
        "frequency": view.say(wording.FREQUENCIES[row["frequency"]]) if row["frequency"] in wording.FREQUENCIES else "",
        "sheets": f"{row['sheets'] or 0:,}",
        "loaded": f"{row['loaded'] or 0:,}",
        "rejected": f"{row['rejected'] or 0:,}",
    }


def state(accepted_sheets: int | None, *, is_short: bool) -> str:
    """``missing`` when no sheet was ever accepted, ``short`` when an indicator waits for it, else ``delivered``."""
    if not accepted_sheets:
        return "missing"
    return "short" if is_short else "delivered"


def finding(submitted: list[dict[str, str]], language: Language) -> str:
    """How many ledgers are missing or fall short."""
    missing = sum(row["code"] == "missing" for row in submitted)
    short = sum(row["code"] == "short" for row in submitted)
    sentence = wording.SOME_NOT_DELIVERED if missing or short else wording.ALL_DELIVERED
    return sentence.in_language(language).format(ledgers=len(submitted), missing=missing, short=short)
