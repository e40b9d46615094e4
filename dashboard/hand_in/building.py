"""Building from the page: progress while it lasts, then what was published or why not."""

from typing import Any

import streamlit as st

from dashboard import format as formats
from dashboard import words
from dashboard.hand_in import child
from dashboard.hand_in import words as wording
from dashboard.hand_in.desk import Desk
from dashboard.hand_in.submitting import place_of
from dashboard.home import home_folder
from dashboard.page import View
from dashboard.quality import words as quality
from dashboard.table import TableColumn, show_table
from warehouse.rule_names import rule_name

NUMBERS = {
    "read": quality.READ,
    "loaded": quality.LOADED,
    "rejected": quality.REJECTED,
    "superseded": quality.SUPERSEDED,
    "skipped": quality.SKIPPED,
}


def build(view: View, desk: Desk) -> None:
    """The button that builds; its result is told on the next run, which shows the new version."""
    st.caption(view.say(wording.BUILD_NOTE))
    if not may_build(view, desk):
        st.info(view.say(wording.BUILD_AFTER_HANDING_IN), icon="ℹ️")
        return
    if st.button(view.say(wording.BUILD_BUTTON), key="build", type="primary" if desk.handed_in else "secondary"):
        bar = st.progress(0.0, view.say(wording.BUILDING))

        def told(step: str, done: int, total: int) -> None:
            bar.progress(min(done / max(total, 1), 1.0), view.say(wording.STEP, step=step, done=done, total=total))

        desk.build = child.run(home_folder(), view.language, ["build"], told, who=view.viewer.name).document
        desk.built_files = frozenset(place_of(one) for one in desk.handed_in)
        desk.notices = []
        st.rerun()


def may_build(view: View, desk: Desk) -> bool:
    """Whether the viewer may build: the office and administrators always, a department what it has handed in."""
    return bool(desk.handed_in) if view.viewer.role.is_of_a_department else view.viewer.role.may_hand_in


def result(view: View, desk: Desk) -> None:
    """What the last build of this session came to."""
    if desk.build is None:
        return
    if "error" in desk.build:
        # the gate's sentence names files and rows, which may be another department's
        is_of_gate = view.viewer.role.is_of_a_department and "gate" in desk.build
        reason = view.say(wording.GATE_REFUSED) if is_of_gate else desk.build["error"]
        st.error(view.say(wording.NOT_BUILT, reason=reason))
        return
    rows = {name: formats.plain(count) for name, count in desk.build["rows"].items()}
    st.success(view.say(wording.BUILT, version=desk.build["version"], **rows))
    own = [sheet for sheet in desk.build["sheets"] if sheet["file"] in desk.built_files]
    if own:
        _files(view, own, desk.build["problems"])


def _files(view: View, own: list[dict[str, Any]], problems: list[dict[str, Any]]) -> None:
    """What became of the rows that were handed in, and which rules they broke."""
    st.caption(view.say(wording.BUILT_FILES))
    columns = [
        TableColumn("file", view.say(words.FILE)),
        TableColumn("sheet", view.say(words.SHEET)),
        *(TableColumn(name, view.say(label), is_number=True) for name, label in NUMBERS.items()),
        TableColumn("problems", view.say(quality.PROBLEMS), is_sentence=True),
    ]
    lines = [
        {
            **sheet,
            "sheet": sheet["sheet"] or view.say(quality.CSV_SHEET),
            "problems": words.SEPARATOR.in_language(view.language).join(
                view.say(quality.NAMED_COUNT, name=rule_name(problem["rule"], view.language), count=problem["count"])
                for problem in problems
                if (problem["file"], problem["sheet"]) == (sheet["file"], sheet["sheet"])
            ),
        }
        for sheet in own
    ]
    show_table(columns, lines, view.say(wording.BUILT_FILES))
    if any(sheet["rejected"] for sheet in own):
        st.caption(view.say(wording.ALL_REJECTED))
