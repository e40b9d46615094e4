"""The lists of the page of saved queries: starters, one's own, those of others, and what one has asked."""

from collections.abc import Sequence

import streamlit as st

from dashboard import format as formats
from dashboard.desk import words as wording
from dashboard.desk.asking import said
from dashboard.desk.library_link import to_library
from dashboard.desk.opening import RUN, SAVED, STARTER, link_to
from dashboard.page import View
from dashboard.table import STACKED, Link, TableColumn, show_table
from warehouse.desk.queries.query_history import KEPT_RUNS, Run
from warehouse.desk.queries.saved_queries import SavedQuery
from warehouse.desk.queries.starters import SUBJECTS, starters
from warehouse.language import Label

LONGEST_SHOWN = 90


def show_starters(view: View) -> None:
    """A line a question, by subject."""
    st.header(view.say(wording.STARTERS), anchor=False)
    columns = [
        TableColumn("subject", view.say(wording.SUBJECT)),
        TableColumn("question", view.say(wording.QUESTION)),
        TableColumn("answers", view.say(wording.ANSWERS), is_sentence=True),
    ]
    lines = [
        {
            "subject": view.say(SUBJECTS[one.subject]),
            "question": Link(view.say(one.label), link_to(view, {STARTER: one.id})),
            "answers": view.say(one.about),
        }
        for one in starters().values()
    ]
    with st.container(key="facts_starters"):
        show_table(columns, lines, view.say(wording.STARTERS), STACKED)


def show_own(view: View, own: Sequence[SavedQuery]) -> None:
    """The viewer's queries."""
    _show(view, own, wording.MINE, wording.NONE_MINE, TableColumn("state", view.say(wording.STATE)))


def show_shared(view: View, shared: Sequence[SavedQuery]) -> None:
    """What others share."""
    _show(view, shared, wording.OTHERS, wording.NONE_SHARED, TableColumn("owner", view.say(wording.OWNER)))


def _show(view: View, queries: Sequence[SavedQuery], title: Label, nothing: Label, whose: TableColumn) -> None:
    """A list of queries under its title, or that there is none; ``whose`` is the column that differs."""
    st.header(view.say(title), anchor=False)
    if not queries:
        st.caption(view.say(nothing))
        return
    columns = [
        TableColumn("name", view.say(wording.NAME)),
        TableColumn("description", view.say(wording.DESCRIPTION), is_sentence=True),
        whose,
        TableColumn("version", view.say(wording.VERSION), is_number=True),
        TableColumn("at", view.say(wording.AT)),
        TableColumn("open", view.say(wording.OPEN)),
    ]
    show_table(columns, [_line(view, query) for query in queries], view.say(title), STACKED)


def _line(view: View, query: SavedQuery) -> dict[str, object]:
    draft = query.latest.draft
    return {
        "name": Link(draft.name, to_library(view, query.id)),
        "description": draft.description,
        "owner": query.owner,
        "state": view.say(wording.SHARED if query.is_shared else wording.PRIVATE),
        "version": query.latest.number,
        "at": when(query.latest.at),
        "open": Link(view.say(wording.OPEN), link_to(view, {SAVED: query.id})),
    }


def show_history(view: View, runs: Sequence[Run]) -> None:
    """What the viewer has asked, the latest first."""
    st.header(view.say(wording.HISTORY), anchor=False)
    if not runs:
        st.caption(view.say(wording.NO_HISTORY))
        return
    st.caption(view.say(wording.HISTORY_HINT, kept=KEPT_RUNS))
    columns = [
        TableColumn("at", view.say(wording.AT)),
        TableColumn("sql", view.say(wording.QUERY), is_sentence=True),
        TableColumn("values", view.say(wording.PARAMETERS)),
        TableColumn("data", view.say(wording.DATABASE)),
        TableColumn("outcome", view.say(wording.OUTCOME), is_sentence=True),
        TableColumn("open", view.say(wording.OPEN)),
    ]
    lines = [
        {
            "at": when(run.at),
            "sql": shortened(run.asked.sql),
            "values": said(view, run.asked.values),
            "data": run.database,
            "outcome": run.outcome if run.rows is None else view.say(wording.ROW_COUNT, rows=formats.plain(run.rows)),
            "open": Link(view.say(wording.OPEN), link_to(view, {RUN: run.id})),
        }
        for run in runs
    ]
    show_table(columns, lines, view.say(wording.HISTORY), STACKED)


def when(at: str) -> str:
    """A moment to the minute."""
    return at[:16].replace("T", " ")


def shortened(sql: str) -> str:
    """A query in one line, without what declares its parameters."""
    line = " ".join(" ".join(line for line in sql.splitlines() if not line.lstrip().startswith("--")).split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[:LONGEST_SHOWN]}…"
