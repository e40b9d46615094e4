"""The field for uploads, its built-in English replaced."""

import json

import streamlit as st

from dashboard.hand_in import words as wording
from dashboard.hand_in.desk import Desk
from dashboard.hand_in.names import free_name, safe_name
from dashboard.page import View
from warehouse.language import Refusal

FIELD = '[data-testid="stFileUploaderDropzone"]'
STYLE = """<style>
{field} [data-testid="stFileUploaderDropzoneInstructions"] * {{ display: none; }}
{field} [data-testid="stFileUploaderDropzoneInstructions"]::after {{ content: {drop}; font-size: 0.9rem; }}
{field} [data-testid="stBaseButton-secondary"] {{ font-size: 0; }}
{field} [data-testid="stBaseButton-secondary"] * {{ display: none; }}
{field} [data-testid="stBaseButton-secondary"]::after {{ content: {choose}; font-size: 0.9rem; }}
</style>"""


def uploaded(view: View, desk: Desk) -> dict[str, bytes]:
    """The files chosen now by a name that the inbox takes; of a wrong name the page says why it is left out."""
    drop, choose = (
        json.dumps(view.say(label), ensure_ascii=False) for label in (wording.DROP_HERE, wording.CHOOSE_FILES)
    )
    st.html(STYLE.format(field=FIELD, drop=drop, choose=choose))
    given = st.file_uploader(
        view.say(wording.UPLOADER),
        accept_multiple_files=True,
        key=f"uploads_{desk.round}",
        label_visibility="collapsed",
    )
    st.caption(view.say(wording.UPLOAD_NOTE))
    files: dict[str, bytes] = {}
    for file in given:
        try:
            files[free_name(safe_name(file.name), files)] = file.getvalue()
        except Refusal as refusal:
            st.warning(refusal.label.in_language(view.language), icon="⚠️")
    return files
