"""数据质量: who delivered, what came, what was sent back and why, how the gate judged."""

import polars as pl
import streamlit as st

from dashboard import data, heading
from dashboard.charts.outcomes import outcomes
from dashboard.charts.rules import rules
from dashboard.drawing import draw
from dashboard.page import Page, Section, View
from dashboard.quality import corrections, findings, problem_list, queries, submissions
from dashboard.quality import words as wording
from dashboard.quality.tables import gate_failures, gate_suites, sheet_table, with_ledger_labels
from dashboard.table import STACKED, show_table
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(
    wording.DATA_QUALITY, "data-quality", Section.DATA, 20, ALL_BUT_DEPARTMENTS, by_region=False, shows_frozen=True
)


def render(view: View) -> None:
    heading.title(view, view.say(wording.DATA_QUALITY))
    st.markdown(view.say(wording.DATA_QUALITY_INTRO))
    delivered(view)
    brought(view)
    problems(view)
    corrected(view)
    gate(view)


def delivered(view: View) -> None:
    """Every ledger of every department: delivered up to date, falling short, or never."""
    st.header(view.say(wording.SUBMISSIONS), anchor=False)
    rows = submissions.rows(view)
    st.subheader(submissions.finding(rows, view.language), anchor=False)
    st.caption(view.say(wording.SUBMISSIONS_NOTE, as_of=view.day(view.as_of)))
    show_table(submissions.columns(view), rows, view.say(wording.SUBMISSIONS), STACKED)


def brought(view: View) -> None:
    """Rows read, loaded, rejected, superseded and skipped: by ledger as a chart, by sheet as a table."""
    sheets = with_ledger_labels(view, data.sheets(view.published))
    st.header(view.say(wording.BROUGHT), anchor=False)
    st.subheader(findings.of_sheets(sheets, view.language), anchor=False)
    st.caption(view.say(wording.OUTCOMES_SUBTITLE))
    alt = view.say(wording.OUTCOMES_ALT)
    draw("outcomes", outcomes, sheets, view.language, alt)
    sheet_table(view, sheets)


def problems(view: View) -> None:
    """The problems: how many by rule, then one by one."""
    found = queries.problems(view.published)
    st.header(view.say(wording.PROBLEMS), anchor=False)
    st.subheader(findings.of_problems(found, view.language), anchor=False)
    if found.is_empty():
        return
    st.caption(view.say(wording.RULES_SUBTITLE))
    alt = view.say(wording.RULES_ALT)
    draw("rules", rules, found, view.language, alt)
    problem_list.show(view, with_ledger_labels(view, found), PAGE.url_path)


def corrected(view: View) -> None:
    """The home's corrections and the cells that they replaced, where there are any."""
    found = queries.corrections(view.published)
    if found.is_empty():
        return
    st.header(view.say(wording.CORRECTIONS), anchor=False)
    st.subheader(findings.of_corrections(found, view.language), anchor=False)
    st.caption(view.say(wording.CORRECTIONS_NOTE))
    corrections.correction_table(view, found)
    corrections.cell_table(view)


def gate(view: View) -> None:
    """What the gate found before this version was published."""
    checks = data.gate(view.published)
    st.header(view.say(wording.GATE), anchor=False)
    st.subheader(findings.of_gate(checks, view.language), anchor=False)
    gate_failures(view, checks.filter(~pl.col("success")))
    gate_suites(view, checks)
