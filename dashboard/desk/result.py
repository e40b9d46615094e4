"""The answer: how much of it there is, the grid, the chart, and the files to take along."""

import streamlit as st

from dashboard import format as formats
from dashboard.desk import chart, handing_on, naming
from dashboard.desk import words as wording
from dashboard.desk.asking import said
from dashboard.desk.desk import Desk, Result
from dashboard.page import View
from warehouse.desk.queries.query_words import Asked
from warehouse.desk.schema import Table, headings
from warehouse.report.markdown_document import escaped

LOWEST, HIGHEST, LINE = 110, 520, 35
"""Height of the grid and of a row in pixels."""


def show(view: View, desk: Desk, written: Asked, snapshot_id: str | None, tables: tuple[Table, ...]) -> None:
    """What came of the last question; nothing before there was one."""
    if desk.refused is not None:
        st.header(view.say(wording.RESULT), anchor=False)
        st.error(escaped(desk.refused.in_language(view.language)), icon="⚠️")
    if desk.result is not None and desk.running is None:
        _answer(view, desk.result, written, snapshot_id, tables)


def _answer(view: View, result: Result, written: Asked, snapshot_id: str | None, tables: tuple[Table, ...]) -> None:
    table, question = result.table, result.question
    st.header(view.say(wording.RESULT), anchor=False)
    if (question.asked.sql, question.asked.values, question.snapshot_id) != (
        written.sql.strip(),
        written.values,
        snapshot_id,
    ):
        st.info(view.say(wording.CHANGED_SINCE), icon="ℹ️")
    counted = {"rows": formats.plain(table.height), "columns": table.width, "seconds": f"{result.seconds:.1f}"}
    values = said(view, question.asked.values) or view.say(wording.WITHOUT_VALUES)
    st.caption(escaped(f"{view.say(wording.ROWS, **counted)}　{said_of(view, result, values)}"))
    if result.is_cut:
        st.warning(view.say(wording.CUT, rows=formats.plain(table.height)), icon="⚠️")
    names = naming.names_of(table.columns, headings(tables, question.asked.sql), view.language)
    if table.is_empty():
        st.info(view.say(wording.NO_ROWS), icon="ℹ️")
    else:
        grid = naming.for_grid(table)
        st.dataframe(
            grid,
            hide_index=True,
            height=min(max(LOWEST, (grid.height + 1) * LINE + 3), HIGHEST),
            column_config=naming.columns_of_grid(grid, names),
            placeholder="—",
            alt=view.say(wording.TABLE),
            key="desk_grid",
        )
        chart.show(view, table, names)
    handing_on.files(view, result, names)
    with st.expander(view.say(wording.ASKED_SQL)):
        st.code(question.asked.sql, language="sql", wrap_lines=True)


def said_of(view: View, result: Result, values: str) -> str:
    """Which data was asked, with which values."""
    question = result.question
    data = (
        view.say(wording.OF_VERSION, version=result.version)
        if question.snapshot_id is None
        else view.say(wording.OF_SNAPSHOT, id=question.snapshot_id)
    )
    return view.say(wording.OF, data=data, values=values)
