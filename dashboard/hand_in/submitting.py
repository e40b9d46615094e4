"""Handing the checked files in, and taking them back out."""

import json
from pathlib import Path

import streamlit as st

from dashboard import data
from dashboard import format as formats
from dashboard.hand_in import words as wording
from dashboard.hand_in.desk import Desk
from dashboard.hand_in.inbox import HandedIn, hand_in, take_back
from dashboard.hand_in.names import shown
from dashboard.hand_in.pace import pace
from dashboard.home import home_folder
from dashboard.page import View
from dashboard.viewer import note
from warehouse.access.actions import Action
from warehouse.language import Refusal

HASH_SHOWN = 12


def inbox_folder() -> Path:
    return home_folder() / "inbox"


def place_of(handed_in: HandedIn) -> str:
    """The file's path relative to the inbox, as a build names it."""
    return handed_in.path.relative_to(inbox_folder()).as_posix()


def submit(view: View, desk: Desk, files: dict[str, bytes], department_id: str) -> None:
    """The button that hands the files in; what became of each is said on the next run.

    Raises :class:`Refusal` for a department that the viewer may not hand in for.
    """
    if not view.viewer.may_hand_in_for(department_id):
        raise Refusal(wording.NOT_YOURS.zh, wording.NOT_YOURS.en)
    department = dict(data.departments(view.published).select("department_id", "name").iter_rows())[department_id]
    st.caption(view.say(wording.SUBMIT_NOTE))
    label = view.say(wording.SUBMIT_BUTTON, files=formats.plain(len(files)))
    if st.button(label, type="primary", key="submit"):
        desk.notices = [_hand_in(view, desk, name, content, department) for name, content in files.items()]
        desk.build = None
        desk.clear()
        st.rerun()


def _hand_in(view: View, desk: Desk, name: str, content: bytes, department: str) -> tuple[str, str]:
    try:
        pace.count(view.viewer.name)
        stored = hand_in(content, name, department, inbox_folder())
    except Refusal as refusal:
        return "error", view.say(wording.NOT_STORED, given=shown(name), reason=refusal.label.in_language(view.language))
    except OSError:
        return "error", view.say(wording.NOT_STORED, given=shown(name), reason=view.say(wording.DISK))
    if not stored.is_new:
        return "info", view.say(wording.STORED_BEFORE, given=shown(name), file=shown(place_of(stored)))
    desk.handed_in.append(stored)
    note(view.viewer, Action.HANDED_IN, _told(stored, department))
    sentence = wording.STORED if stored.path.name == name else wording.STORED_UNDER
    return "success", view.say(sentence, given=shown(name), file=shown(place_of(stored)))


def _told(one: HandedIn, department: str) -> dict[str, str | int | None]:
    """What the log keeps of a file: its name in the inbox, whose folder, and the beginning of its hash."""
    return {"file": one.path.name, "department": department, "sha256": one.sha256[:HASH_SHOWN]}


def notices(desk: Desk) -> None:
    """What became of the files handed in or taken back just now."""
    for kind, sentence in desk.notices:
        {"error": st.error, "info": st.info, "success": st.success}[kind](sentence)


def waiting(view: View, desk: Desk) -> None:
    """The files of this session that no build has read, each with the way back."""
    built = _inputs(view)
    desk.handed_in = [one for one in desk.handed_in if built.get(place_of(one)) != one.sha256]
    if not desk.handed_in:
        return
    st.caption(view.say(wording.WAITING))
    with st.container(horizontal=True):
        for one in list(desk.handed_in):
            place = place_of(one)
            if st.button(view.say(wording.TAKE_BACK, file=shown(place)), key=f"take_back_{place}"):
                taken = take_back(one)
                if taken:
                    note(view.viewer, Action.TAKEN_BACK, _told(one, one.path.parent.name))
                desk.handed_in.remove(one)
                sentence = wording.TAKEN_BACK if taken else wording.NOT_TAKEN_BACK
                desk.notices = [("success" if taken else "error", view.say(sentence, file=shown(place)))]
                st.rerun()


def _inputs(view: View) -> dict[str, str]:
    """The files that the published version was made of, by their hashes."""
    try:
        record = json.loads(view.published.file.with_suffix(".json").read_text(encoding="utf-8"))
        return dict(record["inputs"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}
