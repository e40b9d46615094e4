"""A query in an address: what a link lays on the desk, and the link that leads back to what lies there.

A link never asks anything by itself; whoever follows it sees the query and starts it.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from dashboard import address
from dashboard import format as formats
from dashboard.desk import words as wording
from dashboard.desk.desk import Desk, Opened
from dashboard.home import home_folder
from dashboard.page import View
from warehouse.desk.queries.query_history import QueryHistory
from warehouse.desk.queries.query_links import QueryLinks
from warehouse.desk.queries.query_words import Asked
from warehouse.desk.queries.saved_queries import SavedQueries
from warehouse.desk.queries.starters import starters
from warehouse.language import Refusal
from warehouse.report.markdown_document import escaped

PATH = "sql"
SQL, STARTER, SAVED, VERSION, LINK, RUN = "sql", "starter", "query", "query_version", "link", "run"
VALUE = "p_"
"""Begins the names of parameters in the address."""
NAMES = (SQL, STARTER, SAVED, VERSION, LINK, RUN)
LONGEST_IN_ADDRESS = 1_500
"""Letters of an address, so that it also survives the way through the sign-in page."""


def take_over(view: View, desk: Desk) -> None:
    """Lays on the desk what the address names, once; says so where there is no such query."""
    asked = {name: value for name, value in address.asked().items() if name in NAMES or name.startswith(VALUE)}
    is_new = asked not in (desk.seen, desk.shown) and any(asked.get(name) for name in NAMES)
    desk.seen = asked
    if not is_new:
        return
    values = {name.removeprefix(VALUE): value for name, value in asked.items() if name.startswith(VALUE)}
    try:
        _open(view, desk, asked, values)
    except Refusal as refusal:
        st.warning(escaped(refusal.label.in_language(view.language)), icon="⚠️")


def _open(view: View, desk: Desk, asked: Mapping[str, str], values: Mapping[str, str]) -> None:
    home, person = home_folder(), view.viewer.name
    if name := asked.get(STARTER):
        if name not in starters():
            raise Refusal(wording.UNKNOWN_STARTER.zh.format(given=name), wording.UNKNOWN_STARTER.en.format(given=name))
        put_starter(desk, name, values)
    elif name := asked.get(SAVED):
        query = SavedQueries(home).find(name, person)
        number = asked.get(VERSION, "")
        version = query.version(int(number)) if number.isdecimal() else query.latest
        kept = version.draft.asked
        desk.put(Asked(kept.sql, {**kept.values, **values}), Opened("saved", query.id, version.number, kept))
        desk.is_from_link = query.owner != person
    elif name := asked.get(RUN):
        run = next((run for run in QueryHistory(home).of(person) if run.id == name), None)
        if run is None:
            raise Refusal(wording.UNKNOWN_RUN.zh, wording.UNKNOWN_RUN.en)
        desk.put(run.asked)
    elif name := asked.get(LINK):
        kept = QueryLinks(home).find(name)
        desk.put(Asked(kept.sql, {**kept.values, **values}), is_from_link=True)
    else:
        desk.put(Asked(asked.get(SQL, ""), values).checked(), is_from_link=True)


def put_starter(desk: Desk, name: str, values: Mapping[str, str] | None = None) -> None:
    """Lays a starter on the desk."""
    kept = Asked(starters()[name].sql)
    desk.put(Asked(kept.sql, dict(values or {})), Opened("starter", name, 1, kept))


def named(desk: Desk, asked: Asked) -> dict[str, str] | None:
    """What leads to the query in an address; None where it is too long, and nothing where there is none."""
    if not asked.sql.strip():
        return {}
    values = {f"{VALUE}{name}": value for name, value in asked.values.items()}
    opened = desk.opened
    if opened is not None and opened.asked.sql == asked.sql:
        if opened.kind == "starter":
            return {STARTER: opened.id, **values}
        return {SAVED: opened.id, VERSION: str(opened.number), **values}
    found = {SQL: asked.sql, **values}
    return found if len(urlencode(found)) <= LONGEST_IN_ADDRESS else None


def show(desk: Desk, asked: Asked) -> None:
    """Puts the query into the address of the page, where it fits."""
    desk.shown = named(desk, asked) or {}
    address.show(desk.shown)


def link_to(view: View, leading: Mapping[str, str]) -> str:
    """The address of the desk, beside the page that is open, with a query on it."""
    shown = {"as_of": formats.as_of_code(view.as_of), "region": view.region_code, "lang": view.language}
    return address.link(PATH, {**leading, **shown})
