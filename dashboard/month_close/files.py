"""The four documents: made as a preview while nothing is issued, given as they were issued since."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath

import streamlit as st

from dashboard.download import XLSX, download
from dashboard.home import home_folder
from dashboard.month_close import queries
from dashboard.month_close import words as wording
from dashboard.month_close.steps import Closing
from dashboard.page import View
from warehouse.language import Refusal
from warehouse.snapshot.documents.make import Told
from warehouse.snapshot.documents.of_snapshot import documents_of, preview
from warehouse.snapshot.snapshot import Snapshot, damaged

_MADE = "month_close_preview"
MIME = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".xlsx": XLSX,
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def previews(view: View, closing: Closing) -> None:
    """The button that makes the documents as they would be issued, and those that it has made."""
    st.header(view.say(wording.DOCUMENTS), anchor=False)
    snapshot = closing.snapshot
    state = view.say(wording.DOCUMENT_STATES[snapshot.state] if snapshot else wording.PREVIEW_STATE)
    st.markdown(view.say(wording.PREVIEW_NOTE, state=state))
    made_of = (view.published.version, closing.month.name, snapshot.events[-1].hash if snapshot else "")
    if st.button(view.say(wording.PREVIEW_BUTTON), key="make_preview"):
        st.session_state[_MADE] = None
        try:
            with progress(view) as told:
                st.session_state[_MADE] = (made_of, _preview(view, closing, told))
        except Refusal as refusal:
            st.error(refusal.label.in_language(view.language), icon="⚠️")
            return
    made = st.session_state.get(_MADE)
    if made and made[0] == made_of:
        name = snapshot.id if snapshot else closing.month.name
        _downloads(view, made[1], f"{name}_{wording.PREVIEW_STATE.zh}", "preview", snapshot.id if snapshot else None)


def _preview(view: View, closing: Closing, told: Told) -> Mapping[str, bytes]:
    if closing.snapshot is None:
        return preview(home_folder(), view.published, closing.month.name, told)
    if queries.shelf().altered(closing.snapshot.id):
        raise damaged(closing.snapshot.id)
    return documents_of(home_folder(), told)(closing.snapshot)


def issued(view: View, snapshot: Snapshot) -> None:
    """The documents that a snapshot was issued with; one that is not what was issued is named and not given."""
    found = queries.issued_documents(snapshot)
    if not found:
        st.caption(view.say(wording.NO_DOCUMENTS))
        return
    for name, content in found.items():
        if content is None:
            st.error(view.say(wording.DOCUMENTS_ALTERED, id=snapshot.id, file=name), icon="⚠️")
    _downloads(
        view, {name: content for name, content in found.items() if content}, snapshot.id, "document", snapshot.id
    )


def _downloads(view: View, made: Mapping[str, bytes], opening: str, key: str, snapshot: str | None) -> None:
    with st.container(horizontal=True):
        for name, content in made.items():
            file = PurePath(name)
            file_name = f"{opening}_{name}"
            label = view.say(wording.DOWNLOAD, file=name)
            place = f"{key}_{file.stem}_{file.suffix[1:]}"
            download(view, label, content, file_name, MIME[file.suffix], key=place, filters={"snapshot": snapshot})


@contextmanager
def progress(view: View) -> Iterator[Told]:
    """A bar that tells which document is being made, gone when all are."""
    bar = st.progress(0.0)

    def tell(file: str, done: int, total: int) -> None:
        bar.progress(done / total, view.say(wording.MAKING, file=file, done=done + 1, total=total))

    try:
        yield tell
    finally:
        bar.empty()
