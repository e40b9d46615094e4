"""What the page asks: the words to choose from, and the pivot itself, in the desk's sandbox."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.home import home_folder
from dashboard.viewer import Viewer, note
from warehouse.access.actions import Action
from warehouse.access.audit_log import Details
from warehouse.desk.pivot.sql_text import Query
from warehouse.desk.pivot.subject import subjects
from warehouse.desk.pivot.values import values_sql
from warehouse.desk.question import begin_question
from warehouse.desk.sandbox import Answer
from warehouse.reader import Published
from warehouse.snapshot.shelf import Snapshots
from warehouse.snapshot.snapshot import Snapshot


def values(source: Published, subject_id: str, as_of: date) -> pl.DataFrame:
    """dimension, value: the Chinese words that a subject's rows have, as known on the day."""
    sql = values_sql(subjects()[subject_id])
    if sql is None:
        return pl.DataFrame(schema={"dimension": pl.String, "value": pl.String})
    # named in the SQL, so that one place may use it several times
    return data.rows(source, sql.replace("$as_of", f"date '{as_of.isoformat()}'"))


def names_of_values(source: Published, ledger_id: str) -> pl.DataFrame:
    """column_name, value_zh, value_en of a ledger's enums, in declared order."""
    return data.rows(
        source,
        """
        select column_name, value_zh, value_en
        from meta.values
        where ledger_id = ?
        order by column_name, position
        """,
        ledger_id,
    )


def snapshots() -> list[Snapshot]:
    """The frozen months of the home, the latest first."""
    return Snapshots(home_folder()).all()[::-1]


def answer(published: Published, viewer: Viewer, query: Query, snapshot: Snapshot | None) -> Answer:
    """The answer to a pivot, asked once of the published version or of a frozen month, and noted in the log.

    Raises :class:`warehouse.language.Refusal` where it is refused, fails or comes to a limit.
    """
    published.require_whole()

    def noted(details: Details) -> None:
        note(viewer, Action.QUERIED, details)

    of = snapshot.hash if snapshot else str(published.file)
    return _answer(of, query.sql, dict(query.parameters), noted, snapshot.id if snapshot else None, home_folder())


@st.cache_data(show_spinner=False, max_entries=200)
def _answer(
    of: str,  # noqa: ARG001 (the cache's key: neither a version nor a frozen month changes)
    sql: str,
    parameters: Mapping[str, str],
    _note: Callable[[Details], None],
    _snapshot_id: str | None,
    _home: Path,
) -> Answer:
    with begin_question(_home, sql, _note, parameters=parameters, snapshot_id=_snapshot_id) as running:
        return running.answer()
