"""Headings that look like a column of the ledger: confirmed by a person, then read as such."""

import streamlit as st

from dashboard import data
from dashboard.hand_in import child
from dashboard.hand_in import words as wording
from dashboard.hand_in.checking import Document, of_others, sheets
from dashboard.hand_in.desk import Desk
from dashboard.hand_in.names import shown
from dashboard.home import home_folder
from dashboard.page import View


def suggestions(view: View, desk: Desk, document: Document) -> None:
    """A button for each heading that the check has a suggestion for; confirming one checks anew."""
    foreign = of_others(view, document)
    found = {
        (sheet["ledger"], problem["column"], problem["suggestion"])
        for sheet in sheets(document)
        for problem in sheet["problems"]
        if "suggestion" in problem and sheet["ledger"] not in foreign
    }
    if not found:
        return
    names = dict(data.ledgers(view.published).select("ledger_id", f"label_{view.language}").iter_rows())
    st.caption(view.say(wording.SUGGESTIONS))
    with st.container(horizontal=True):
        for ledger_id, theirs, ours in sorted(found):
            told = {"ledger": names.get(ledger_id, ledger_id), "theirs": shown(theirs), "ours": shown(ours)}
            if st.button(view.say(wording.SUGGESTION, **told), key=f"confirm_{ledger_id}_{theirs}"):
                asked = ["headings", "--", "add", ledger_id, theirs, ours]
                refusal = child.run(home_folder(), view.language, asked, who=view.viewer.name).refusal
                desk.notices = [("error", refusal) if refusal else ("success", view.say(wording.CONFIRMED, **told))]
                desk.checked = ()
                st.rerun()
