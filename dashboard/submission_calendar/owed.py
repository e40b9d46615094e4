"""What is owed: a line for each ledger with missing periods, and the text for each department."""

from typing import Any

import polars as pl
import streamlit as st

from dashboard import words
from dashboard.page import View
from dashboard.submission_calendar import queries
from dashboard.submission_calendar import words as wording
from dashboard.table import STACKED, TableColumn, show_table
from warehouse.period import FREQUENCY_NAMES
from warehouse.reminders import Owed, named_periods, owed_ledgers, reminder


def by_department(view: View, submissions: pl.DataFrame) -> dict[str, list[Owed]]:
    """The ledgers that each department owes, as reminders tell them."""
    labels = dict(submissions.select("ledger_id", f"label_{view.language}").iter_rows())
    return owed_ledgers(submissions.to_dicts(), labels, queries.unused_sheets(view.published).to_dicts())


def table(view: View, owed: dict[str, list[Owed]], keepers: dict[str, dict[str, Any]]) -> None:
    """Every ledger that is owed: by whom, which periods, how far it reaches now."""
    columns = [
        TableColumn("department", view.say(words.DEPARTMENT_OWNER)),
        TableColumn("ledger", view.say(words.LEDGER)),
        TableColumn("frequency", view.say(wording.FREQUENCY)),
        TableColumn("periods", view.say(wording.MISSING_PERIODS), is_sentence=True),
        TableColumn("count", view.say(wording.PERIODS_COUNT), is_number=True),
        TableColumn("reach", view.say(wording.REACHES_TO)),
    ]
    rows = [_row(view, keepers[department], one) for department, ledgers in owed.items() for one in ledgers]
    show_table(columns, rows, view.say(wording.OWED_NOW), STACKED)


def _row(view: View, keeper: dict[str, Any], one: Owed) -> dict[str, object]:
    return {
        "department": " · ".join(filter(None, (keeper["department_name"], keeper["owner"]))),
        "ledger": one.label,
        "frequency": view.say(FREQUENCY_NAMES[one.periods[0].frequency]),
        "periods": named_periods(one.periods, view.language),
        "count": len(one.periods),
        "reach": view.day(one.reach) if one.reach else view.say(wording.NEVER_CAME),
    }


def texts(view: View, owed: dict[str, list[Owed]], keepers: dict[str, dict[str, Any]]) -> None:
    """One text a department, each with a button that copies it."""
    for department, ledgers in owed.items():
        keeper = keepers[department]
        text = reminder(keeper["department_name"], keeper["owner"], ledgers, view.as_of, view.language)
        st.code(text, language=None, wrap_lines=True)
