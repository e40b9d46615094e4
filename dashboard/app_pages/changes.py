"""变动对比: a frozen month against what is published now or against its revision, down to the rows."""

from html import escape

import streamlit as st

from dashboard import address, choice, data, heading
from dashboard.changes import listing, queries
from dashboard.changes import words as wording
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS
from warehouse.snapshot.difference import Difference
from warehouse.snapshot.snapshot import Snapshot

PAGE = Page(wording.CHANGES, listing.PATH, Section.DATA, 25, ALL_BUT_DEPARTMENTS)

SNAPSHOT, WITH = "snapshot", "with"


def render(view: View) -> None:
    heading.title(view, view.say(wording.CHANGES))
    st.markdown(view.say(wording.INTRO))
    frozen = queries.snapshots()
    if not frozen:
        st.info(view.say(wording.NO_SNAPSHOTS), icon="ℹ️")
        return
    first, second = chosen(view, frozen)
    old, new = (queries.opened(name, view.published) for name in (first, second))
    day = old.published.data_date
    lines = [line for line in queries.figures(old, new, day) if line.region_code == view.region_code]
    st.caption(view.say(wording.ON_THE_DAY, day=view.day(day), region=view.region_name))
    names = {line.indicator.id: line for line in lines}
    opened = address.opened(listing.NAME, list(names))
    if opened is not None and not opened.invalid:
        one_figure(view, {SNAPSHOT: first, WITH: second}, names[opened.value])
        found = queries.rows(old, new, day, names[opened.value])
        listing.rows(view, found, dict(data.ledgers(view.published).select("ledger_id", f"label_{view.language}").iter_rows()))
        return
    changed = [line for line in lines if line.is_told_otherwise]
    said = view.say(wording.FOUND, count=len(changed)) if changed else view.say(wording.NONE)
    st.header(said, anchor=False)
    if changed:
        listing.figures(view, changed, {SNAPSHOT: first, WITH: second})


def chosen(view: View, frozen: list[Snapshot]) -> tuple[str, str]:
    """The frozen month, and what it is compared with: the published version, or another snapshot of that month."""
    names = {one.id: view.say(wording.NAMED, id=one.id, state=view.say(one.state.label)) for one in frozen}
    first = choice.choose(view, wording.SNAPSHOT, SNAPSHOT, names, frozen[0].id)
    month = next(one.month for one in frozen if one.id == first)
    revisions = {one.id: names[one.id] for one in frozen if one.month == month and one.id != first}
    others = {queries.LIVE: view.say(wording.LIVE), **revisions}
    return first, choice.choose(view, wording.COMPARED_WITH, WITH, others, queries.LIVE)


def one_figure(view: View, kept: dict[str, str], line: Difference) -> None:
    """The figure whose rows follow, and the way back to all."""
    back = listing.address(view, kept)
    st.html(f'<a class="proof-link" href="{escape(back, quote=True)}" target="_self">{view.say(wording.BACK)}</a>')
    st.header(view.say(wording.ROWS, indicator=view.say(line.indicator.label)), anchor=False)
    listing.figures(view, [line], kept)
