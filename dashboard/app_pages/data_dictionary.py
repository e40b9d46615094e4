"""数据字典: the ledgers of this version, and at an address of its own each ledger with its columns."""

from html import escape

import streamlit as st

from dashboard import address, heading
from dashboard.dictionary import links, listing, one_ledger, queries
from dashboard.dictionary import words as wording
from dashboard.page import Page, Section, View
from warehouse.access.roles import ALL_BUT_DEPARTMENTS

PAGE = Page(wording.DICTIONARY, links.PATH, Section.INDICATORS, 31, ALL_BUT_DEPARTMENTS, shows_frozen=True)


def render(view: View) -> None:
    ledgers = {row["ledger_id"]: row for row in queries.ledgers(view.published).iter_rows(named=True)}
    opened = address.opened(links.NAME, list(ledgers))
    if opened is None or opened.invalid:
        heading.title(view, view.say(wording.DICTIONARY))
        if opened is not None:
            st.warning(view.say(wording.UNKNOWN_LEDGER, given=opened.invalid), icon="⚠️")
        listing.show(view)
        return
    ledger = ledgers[opened.value]
    heading.title(view, ledger[f"label_{view.language}"])
    where, said = links.to_all(view), view.say(wording.ALL_LEDGERS)
    st.html(f'<a class="proof-link" href="{escape(where, quote=True)}" target="_self">{escape(said)}</a>')
    one_ledger.show(view, ledger)
