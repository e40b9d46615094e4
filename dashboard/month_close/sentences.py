"""The brief's sentences: what was made of them, and putting one in other words."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import data
from dashboard.month_close import queries
from dashboard.month_close import words as wording
from dashboard.month_close.signing import act, may
from dashboard.month_close.steps import Closing, moment
from dashboard.page import View
from dashboard.table import TableColumn, show_table
from warehouse.snapshot.documents.sentences import Sentence
from warehouse.snapshot.edited_sentences import read_edits
from warehouse.snapshot.editing import confirm, drop, edit
from warehouse.snapshot.life_cycle import State, Step
from warehouse.snapshot.snapshot import Snapshot
from warehouse.snapshot.typed_words import LONGEST_TEXT

MONTH = "month"
BEGINNING = 40
"""Characters by which a sentence is told from the others of its subject."""


def show(view: View, closing: Closing, name: str | None) -> None:
    """The edited sentences and all that was done to them; while it is a draft, the form to edit one."""
    snapshot = closing.snapshot
    if snapshot is None or (snapshot.state is State.ISSUED and not closing.edited):
        return
    st.subheader(view.say(wording.SENTENCES), anchor=False)
    st.caption(view.say(wording.SENTENCES_NOTE))
    _edited(view, closing)
    if name and snapshot.state is State.DRAFT and may(view, Step.EDIT):
        _form(view, snapshot, name)
    _history(view, snapshot)


def _history(view: View, snapshot: Snapshot) -> None:
    """Every edit, the latest first: who, when, what stood there before and since."""
    edits = read_edits(snapshot.folder)
    if not edits:
        return
    columns = [
        TableColumn("at", view.say(wording.AT)),
        TableColumn("by", view.say(wording.BY)),
        TableColumn("before", view.say(wording.BEFORE_EDIT), is_sentence=True),
        TableColumn("after", view.say(wording.AFTER_EDIT), is_sentence=True),
    ]
    lines = [
        {
            "at": moment(edit.at, view),
            "by": edit.by,
            "before": edit.before,
            "after": edit.computed if edit.text is None else edit.text,
        }
        for edit in reversed(edits)
    ]
    with st.expander(view.say(wording.HISTORY, count=len(edits))):
        show_table(columns, lines, view.say(wording.EDITED_TABLE))


def _edited(view: View, closing: Closing) -> None:
    edited = sorted(closing.edited, key=lambda one: not one.is_stale)
    if not edited:
        st.markdown(view.say(wording.NONE_EDITED))
        return
    columns = [
        TableColumn("computed", view.say(wording.COMPUTED), is_sentence=True),
        TableColumn("words", view.say(wording.WORDS), is_sentence=True),
        TableColumn("by", view.say(wording.BY)),
        TableColumn("state", view.say(wording.STATE_OF)),
    ]
    lines = [
        {
            "computed": one.computed,
            "words": one.edit.edited if one.edit else "",
            "by": one.edit.by if one.edit else "",
            "state": view.say(wording.STALE_MARK if one.is_stale else wording.DONE),
        }
        for one in edited
    ]
    show_table(columns, lines, view.say(wording.EDITED_TABLE))


def _form(view: View, snapshot: Snapshot, name: str) -> None:
    """Subject, sentence, its words, and what can be done with them."""
    found = queries.sentences(snapshot)
    labels = _subjects(view)
    left, right = st.columns([1, 2])
    subject = left.selectbox(
        view.say(wording.SUBJECT),
        list(found),
        format_func=lambda code: labels.get(code, code) + _marks(found[code]),
        key=f"subject_{snapshot.id}",
    )
    by_id = {one.id: one for one in found[str(subject)]}
    chosen = right.selectbox(
        view.say(wording.SENTENCE),
        list(by_id),
        format_func=lambda code: _beginning(by_id[code]),
        key=f"sentence_{snapshot.id}_{subject}",
    )
    sentence = by_id[str(chosen)]
    st.text(view.say(wording.COMPUTED_IS, text=sentence.computed))
    words = sentence.edit.edited if sentence.edit else sentence.computed
    key = f"words_{snapshot.id}_{sentence.id}_{len(snapshot.events)}"
    text = st.text_area(view.say(wording.TEXT), words, key=key, max_chars=LONGEST_TEXT)
    shelf, place = queries.shelf(), (snapshot.id, sentence.id)
    with st.container(horizontal=True):
        if st.button(view.say(wording.SAVE), key="save_sentence", type="primary", disabled=text.strip() == words):
            act(view, name, Step.EDIT, lambda: edit(shelf, *place, text, name), "edit")
        if sentence.is_stale and st.button(view.say(wording.CONFIRM), key="confirm_sentence"):
            act(view, name, Step.EDIT, lambda: confirm(shelf, *place, name), "confirm")
        if sentence.edit and st.button(view.say(wording.DROP), key="drop_sentence"):
            act(view, name, Step.EDIT, lambda: drop(shelf, *place, name), "drop")


def _subjects(view: View) -> Mapping[str, str]:
    families = data.definitions(view.published).select("family", f"family_label_{view.language}").unique()
    return {MONTH: view.say(wording.OVERALL), **dict(families.iter_rows())}


def _marks(sentences: Sequence[Sentence]) -> str:
    if any(one.is_stale for one in sentences):
        return " ▼"
    return " ✎" if any(one.edit for one in sentences) else ""


def _beginning(sentence: Sentence) -> str:
    mark = "▼ " if sentence.is_stale else "✎ " if sentence.edit else ""
    return f"{mark}{sentence.computed[:BEGINNING]}{'…' if len(sentence.computed) > BEGINNING else ''}"
