"""变动对比: a frozen month against what is published now or against its revision, down to the rows."""

from html import escape

import streamlit as st

from dashboard import address, choice, data, frozen, heading
from dashboard.changes import listing, queries
from dashboard.changes import words as wording
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS
from warehouse.differences.difference import Difference
from warehouse.snapshot.snapshot import Snapshot

PAGE = Page(wording.CHANGES, listing.PATH, Section.DATA, 25, ALL_BUT_DEPARTMENTS, by_date=False)


def render(view: View) -> None:
    heading.title(view, view.say(wording.CHANGES))
    st.markdown(view.say(wording.INTRO))
    known = frozen.snapshots()
    if not known:
        st.header(view.say(wording.NO_SNAPSHOTS), anchor=False)
        st.info(view.say(wording.HOW_TO_FREEZE), icon="ℹ️")
        return
    first, second = chosen(view, known)
    kept = {listing.FROZEN: first, listing.WITH: second}
    with st.spinner(view.say(wording.COMPARING)):
        old, new = (queries.opened(name, view.published) for name in (first, second))
        day = old.published.data_date
        found = queries.figures(old, new, day)
    lines = {line.indicator.id: line for line in found if line.region_code == view.region_code}
    said = {"old": first, "new": view.say(wording.LIVE) if second == listing.LIVE else second}
    st.caption(view.say(wording.COMPARISON, **said, day=view.day(day), region=view.region_name))
    opened = address.opened(listing.NAME, list(lines))
    if opened is not None and not opened.invalid:
        line = lines[opened.value]
        one_figure(view, kept, line)
        ledgers = data.ledgers(view.published).select("ledger_id", f"label_{view.language}")
        listing.rows(view, queries.rows(old, new, day, line), dict(ledgers.iter_rows()))
        return
    if opened is not None:
        st.warning(view.say(wording.UNKNOWN_INDICATOR, given=opened.invalid), icon="⚠️")
    all_figures(view, kept, list(lines.values()))


def all_figures(view: View, kept: dict[str, str], lines: list[Difference]) -> None:
    """Every figure of the region that is told otherwise, its target and completeness too."""
    changed = [line for line in lines if line.is_told_otherwise]
    st.header(view.say(wording.FOUND, count=len(changed)) if changed else view.say(wording.NONE), anchor=False)
    if changed:
        listing.figures(view, changed, kept)


def chosen(view: View, known: list[Snapshot]) -> tuple[str, str]:
    """The frozen month, and what it is compared with: the published version, or another snapshot of that month."""
    names = {one.id: view.say(wording.NAMED, id=one.id, state=view.say(one.state.label)) for one in known}
    first = choice.choose(view, wording.SNAPSHOT, listing.FROZEN, names, known[0].id)
    month = next(one.month for one in known if one.id == first)
    revisions = {one.id: names[one.id] for one in known if one.month == month and one.id != first}
    others = {listing.LIVE: view.say(wording.LIVE), **revisions}
    return first, choice.choose(view, wording.COMPARED_WITH, listing.WITH, others, listing.LIVE)


def one_figure(view: View, kept: dict[str, str], line: Difference) -> None:
    """The figure whose rows follow, and the way back to all."""
    back = listing.address(view, kept)
    st.html(f'<a class="proof-link" href="{escape(back, quote=True)}" target="_self">{view.say(wording.BACK)}</a>')
    st.header(view.say(wording.ROWS, indicator=view.say(line.indicator.label)), anchor=False)
    listing.figures(view, [line], kept)
