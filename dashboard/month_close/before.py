"""What there is before a month is frozen: ledgers that are missing, quality, how the figures moved."""

from collections.abc import Sequence
from html import escape

import polars as pl
import streamlit as st

from dashboard import data, figure, proof_link, words
from dashboard import format as formats
from dashboard.address import link
from dashboard.changes.listing import FROZEN
from dashboard.month_close import queries, steps
from dashboard.month_close import words as wording
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.language import Label
from warehouse.snapshot.documents.changes import differ
from warehouse.snapshot.month import Month

NOTHING = "—"


def missing(view: View, month: Month) -> None:
    """The ledgers that do not reach the month's end, by department, and the way to the reminders."""
    st.header(view.say(wording.MISSING), anchor=False)
    if not month.missing:
        st.markdown(view.say(wording.ALL_THERE, month=formats.month(month.as_of, view.language)))
        return
    ledgers = data.ledgers(view.published).filter(pl.col("ledger_id").is_in(month.missing))
    columns = [
        TableColumn("department", view.say(words.DEPARTMENT)),
        TableColumn("owner", view.say(wording.OWNER)),
        TableColumn("ledgers", view.say(wording.LEDGERS), is_sentence=True),
    ]
    lines = [
        {
            "department": department,
            "owner": owner,
            "ledgers": view.say(words.SEPARATOR).join(group[f"label_{view.language}"]),
        }
        for (department, owner), group in ledgers.group_by("department_name", "owner", maintain_order=True)
    ]
    show_table(columns, lines, view.say(wording.MISSING))
    _lead(view, month, [(wording.TO_CALENDAR, "submission-calendar", {})])


def quality(view: View, month: Month) -> None:
    """Rejected rows and warnings of the gate, and the way to them."""
    st.header(view.say(wording.GOOD), anchor=False)
    rejected, failed = steps.quality(view)
    if rejected or failed:
        st.markdown(view.say(wording.QUALITY_SAYS, rejected=formats.plain(rejected), warnings=failed))
    else:
        st.markdown(view.say(wording.QUALITY_CLEAN))
    _lead(view, month, [(wording.TO_QUALITY, "data-quality", {}), (wording.TO_QUARANTINE, "quarantine", {})])


def moved(view: View, month: Month, snapshots: Sequence[queries.Shelved]) -> None:
    """How the county's figures differ from a month before, and whether the last issue still stands."""
    st.header(view.say(wording.MOVED), anchor=False)
    figures = queries.moved(view.published, month.as_of).to_dicts()
    before = month.as_of.replace(day=1) - month.as_of.resolution
    changes = [row["value"] - row["before"] for row in figures if None not in (row["value"], row["before"])]
    up, down = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    counts = {"up": up, "down": down, "same": len(changes) - up - down, "none": len(figures) - len(changes)}
    st.markdown(view.say(wording.MOVED_SAYS, count=len(figures), before=formats.month(before, view.language), **counts))
    with st.expander(view.say(wording.MOVED_TABLE, count=len(figures))):
        _figures(view, figures)
    last = queries.last_issue(snapshots, month.name)
    if last is not None:
        now = queries.county_values(view.published, last.as_of)
        count = sum(differ(value, now.get(name)) for name, value in queries.frozen_values(last).items())
        st.markdown(view.say(wording.RESTATED if count else wording.NOT_RESTATED, id=last.id, count=count))
        _lead(view, month, [(wording.TO_CHANGES, "changes", {FROZEN: last.id})])


def _figures(view: View, figures: Sequence[figure.Row]) -> None:
    columns = [
        TableColumn("name", view.say(wording.INDICATOR)),
        TableColumn("before", view.say(wording.BEFORE), is_number=True),
        TableColumn("now", view.say(wording.NOW), is_number=True),
        TableColumn("change", view.say(wording.CHANGE), is_number=True),
    ]
    lines = [
        {
            "name": proof_link.named(row, view.language),
            "before": NOTHING if row["before"] is None else figure.amount(row, row["before"], view.language),
            "now": figure.value(row, view.language),
            "change": _change(view, row),
        }
        for row in figures
    ]
    show_table(columns, lines, view.say(wording.MOVED))


def _change(view: View, row: figure.Row) -> str:
    if row["value"] is None or row["before"] is None:
        return NOTHING
    change = row["value"] - row["before"]
    sign = "+" if change > 0 else formats.MINUS
    if row["kind"] == "ratio":
        return "0" if formats.is_zero(change) else f"{sign}{formats.points(change, view.language)}"
    return "0" if not change else f"{sign}{figure.amount(row, abs(change), view.language)}"


def _lead(view: View, month: Month, pages: Sequence[tuple[Label, str, dict[str, str]]]) -> None:
    """Links to pages that show the month's end."""
    chosen = {"as_of": formats.as_of_code(month.as_of), "lang": view.language}
    links = (
        f'<a href="{escape(link(path, {**more, **chosen}), quote=True)}" target="_self">{escape(view.say(label))}</a>'
        for label, path, more in pages
    )
    st.html(f'<p class="more">{"　".join(links)}</p>')
