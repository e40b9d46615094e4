"""隔离区: the rows that were rejected, whose they are, why, since when, and what they mean for the indicators."""

import polars as pl
import streamlit as st

from dashboard import data, heading, words
from dashboard import format as formats
from dashboard.charts.rejected_months import rejected_months
from dashboard.charts.rejected_rows import rejected_rows
from dashboard.charts.rules import rules
from dashboard.drawing import draw
from dashboard.page import Page, Section, View
from dashboard.quality import problem_list
from dashboard.quality.queries import problems
from dashboard.quality.tables import with_ledger_labels
from dashboard.quarantine import effect, export, findings, queries
from dashboard.quarantine import words as wording
from warehouse.access.roles import EVERYONE

PAGE = Page(wording.QUARANTINE, "quarantine", Section.DATA, 22, EVERYONE, by_region=False)


def render(view: View) -> None:
    heading.title(view, view.say(wording.QUARANTINE))
    st.markdown(view.say(wording.INTRO))
    errors = with_ledger_labels(view, problems(view.published).filter(pl.col("severity") == "error"))
    if by_ledger(view):
        by_rule(view, errors)
        by_month(view)
        if not view.published.scope:  # an indicator reads ledgers of several departments
            by_indicator(view)
        one_by_one(view, errors)


def by_ledger(view: View) -> bool:
    """Rejected rows by department and ledger; whether there are any."""
    rows = named(view, queries.by_ledger(view.published))
    st.header(view.say(wording.BY_LEDGER), anchor=False)
    st.subheader(findings.of_ledgers(rows, view.language), anchor=False)
    rejected = rows.filter(pl.col("rejected") > 0)
    if not rejected.is_empty():
        st.caption(view.say(wording.BY_LEDGER_SUBTITLE))
        draw("rejected_rows", rejected_rows, rejected, view.language, view.say(wording.BY_LEDGER_ALT))
    return not rejected.is_empty()


def named(view: View, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with department and ledger by name, what a bar is called (``name``) and what stands beside it."""
    names = departments(view)
    told = [
        {
            **row,
            "department": (department := names.get(row["department_id"], row["department_id"])),
            "ledger": row["ledger_label"],
            "name": view.say(wording.DEPARTMENT_AND_LEDGER, department=department, ledger=row["ledger_label"])
            if row["ledger_id"]
            else department,
            "label": view.say(
                wording.BY_LEDGER_LABEL,
                rejected=formats.plain(row["rejected"]),
                read=formats.plain(row["read"]),
                share=findings.share(row["rejected"], row["read"]),
            ),
        }
        for row in with_ledger_labels(view, rows).iter_rows(named=True)
    ]
    return pl.DataFrame(told, infer_schema_length=None) if told else rows


def departments(view: View) -> dict[str | None, str]:
    """The departments that keep ledgers by id, and what files of no known ledger are listed under (None)."""
    named: list[tuple[str | None, str]] = [*data.keepers(view.published, view.viewer).items()]
    return dict([*named, (None, view.say(wording.UNASSIGNED))])


def by_rule(view: View, errors: pl.DataFrame) -> None:
    """Why: the errors by rule."""
    st.header(view.say(wording.BY_RULE), anchor=False)
    st.subheader(findings.of_rules(errors, view.language), anchor=False)
    if not errors.is_empty():
        st.caption(view.say(wording.BY_RULE_SUBTITLE))
        draw("rejected_rules", rules, errors, view.language, view.say(wording.BY_RULE_ALT))


def by_month(view: View) -> None:
    """When: rejected rows by the month that their sheets reach to."""
    months = queries.by_month(view.published)
    st.header(view.say(wording.OVER_TIME), anchor=False)
    st.subheader(findings.of_months(months, view.language), anchor=False)
    undated = int(months.filter(pl.col("month").is_null())["rejected"].sum())
    notes = [view.say(wording.OVER_TIME_SUBTITLE)]
    if undated:
        notes.append(view.say(wording.OVER_TIME_UNDATED, rejected=undated))
    st.caption(view.say(words.BETWEEN_SENTENCES).join(notes))
    dated = months.drop_nulls("month")
    tips = [
        view.say(
            wording.OVER_TIME_TIP,
            month=formats.month(row["month"], view.language),
            rejected=formats.plain(row["rejected"]),
            read=formats.plain(row["read"]),
            share=findings.share(row["rejected"], row["read"]),
        )
        for row in dated.iter_rows(named=True)
    ]
    shown = dated.with_columns(pl.Series("tip", tips, pl.String))
    draw("rejected_months", rejected_months, shown, view.language, view.say(wording.OVER_TIME_ALT))


def by_indicator(view: View) -> None:
    """What for: the indicators that read ledgers with rejected rows."""
    touched = queries.by_indicator(view.published)
    st.header(view.say(wording.EFFECT), anchor=False)
    indicators = queries.indicators(view.published)
    st.subheader(findings.of_indicators(touched, indicators, view.language), anchor=False)
    if not touched.is_empty():
        st.caption(view.say(wording.EFFECT_NOTE))
        effect.effect_table(view, touched)


def one_by_one(view: View, errors: pl.DataFrame) -> None:
    """Every error with its place and sentence, and a workbook for each department."""
    if errors.is_empty():
        return
    st.header(view.say(wording.LIST), anchor=False)
    problem_list.show(view, errors, PAGE.url_path)
    st.header(view.say(wording.EXPORT), anchor=False)
    st.caption(view.say(wording.EXPORT_NOTE))
    export.buttons(view, errors, departments(view))
