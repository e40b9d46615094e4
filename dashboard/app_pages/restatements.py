"""重述登记: every figure that was issued and is told otherwise now."""

from functools import partial

import streamlit as st

from dashboard import choice, data, heading, words
from dashboard import format as formats
from dashboard.download import XLSX, download
from dashboard.list_workbook import Heading
from dashboard.page import Page, Section, View
from dashboard.restatements import listing, queries, workbook
from dashboard.restatements import words as wording
from warehouse.access.roles import ALL_BUT_DEPARTMENTS
from warehouse.snapshot.register import Entry

PAGE = Page(wording.RESTATEMENTS, "restatements", Section.DATA, 26, ALL_BUT_DEPARTMENTS, by_date=False)

MONTH, ALL = "month", "all"


def render(view: View) -> None:
    heading.title(view, view.say(wording.RESTATEMENTS))
    st.markdown(view.say(wording.INTRO))
    with st.spinner(view.say(wording.COMPARING)):
        found = queries.restated(view.published)
    for snapshot_id, reason in found.left_out.items():
        st.warning(view.say(wording.LEFT_OUT, id=snapshot_id, reason=view.say(reason)), icon="⚠️")
    if not found.compared:
        st.header(view.say(wording.NOTHING_ISSUED), anchor=False)
        st.info(view.say(wording.HOW_TO_ISSUE), icon="ℹ️")
        return
    entries = chosen(view, found.entries)
    if not entries:
        st.header(view.say(wording.NOTHING_CHANGED), anchor=False)
        st.caption(view.say(wording.COMPARED, months=view.say(words.SEPARATOR).join(found.compared)))
        return
    the_entries(view, entries)


def chosen(view: View, entries: tuple[Entry, ...]) -> list[Entry]:
    """Those of the chosen place (of the county: of all places) and month."""
    of_place = [one for one in entries if view.is_county or one.told["region"] == view.region_code]
    months = list(dict.fromkeys(one.told["snapshot"] for one in of_place))
    names = {ALL: view.say(wording.ALL_MONTHS), **{name: name for name in months}}
    if len(months) < 2:
        return of_place
    month = choice.choose(view, wording.MONTH, MONTH, names, ALL)
    return [one for one in of_place if month in (ALL, one.told["snapshot"])]


def the_entries(view: View, entries: list[Entry]) -> None:
    """The table, and all of it as a workbook."""
    places = dict(data.regions(view.published).select("region_code", "region_name").iter_rows())
    months = {one.told["snapshot"] for one in entries}
    count = formats.plain(len(entries))
    st.header(view.say(wording.FOUND, months=len(months), count=count), anchor=False)
    if not view.is_county:
        st.caption(view.say(wording.OF_PLACE, place=view.region_name))
    if len(entries) > listing.MOST:
        st.caption(view.say(wording.MORE, shown=listing.MOST, count=count))
    listing.show(view, entries, places)
    scope = view.say(wording.SCOPE, count=count, version=view.published.version, day=view.day(view.published.data_date))
    title = view.say(wording.TITLE, place=view.region_name)
    told = Heading(title, scope, view.language, view.published.data_date)
    download(
        view,
        view.say(wording.DOWNLOAD, count=count),
        partial(workbook.workbook, entries, places, told),
        view.say(wording.FILE_NAME, place=view.region_name),
        XLSX,
        key="restatements_download",
    )
