"""What the page asks: the words to choose from, and the pivot itself, in the desk's sandbox."""

import json
from collections.abc import Callable
from datetime import date

import polars as pl
import streamlit as st

from dashboard import data
from warehouse.desk.asking.sandbox import Answer
from warehouse.desk.pivot.sql_text import Query
from warehouse.desk.pivot.subject import subjects
from warehouse.desk.pivot.values import values_sql
from warehouse.reader import Published


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


Key = tuple[str, str, str]
"""Of an answer: the file that is asked, which never changes, the SQL and its parameters."""


def key(published: Published, query: Query) -> Key:
    """What the answer to a pivot is kept under."""
    return str(published.file), query.sql, json.dumps(dict(query.parameters), sort_keys=True)


@st.cache_data(show_spinner=False, max_entries=200)
def answer(asked: Key, _ended: Callable[[], Answer]) -> Answer:
    """The answer that is kept, else that of ``_ended``; what that raises is raised, and not kept."""
    del asked  # what the answer is kept under
    return _ended()
