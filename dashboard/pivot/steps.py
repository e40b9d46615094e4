"""The way back: one step, or to what is shown of a subject first."""

from collections.abc import Mapping

import streamlit as st

from dashboard import address
from dashboard.page import View
from dashboard.pivot import words as wording

_STEPS = "pivot_steps"
MOST_STEPS = 30
OF_PAGE = ("pivot", "rows", "columns", "measure", "versus", "period", "data", "indicator")
ONLY = "only_"

Step = dict[str, str]


def buttons(view: View, swapped: Mapping[str, str] | None) -> None:
    """To swap rows and columns (what is then chosen; None where that is not possible), to undo and to reset.

    Everything has been chosen when it is called: what is shown becomes the step that can be taken back next.
    """
    taken: list[Step] = st.session_state.setdefault(_STEPS, [])
    _remember(taken)
    with st.container(horizontal=True, key="pivot_steps_row"):
        st.button(
            f"⇄ {view.say(wording.SWAP)}",
            key="pivot_swap",
            disabled=swapped is None,
            on_click=address.choose,
            args=(swapped or {},),
        )
        st.button(f"↶ {view.say(wording.UNDO)}", key="pivot_undo", disabled=len(taken) < 2, on_click=_undo)
        st.button(view.say(wording.RESET), key="pivot_reset", on_click=begin_with, args=(None,))


def _remember(taken: list[Step]) -> None:
    now = _now()
    if not taken or taken[-1] != now:
        taken.append(now)
        del taken[:-MOST_STEPS]


def begin_with(subject_id: str | None) -> None:
    """The callback that begins anew, with another subject or with the same."""
    chosen: dict[str, str | None] = {name: None for name in (*_now(), "chart") if name not in ("pivot", "data")}
    if subject_id is not None:
        chosen["pivot"] = subject_id
    address.choose(chosen)


def _undo() -> None:
    taken: list[Step] = st.session_state[_STEPS]
    now = taken.pop()
    address.choose({**dict.fromkeys(now, None), **taken[-1]})


def _now() -> Step:
    return {name: code for name, code in address.shown().items() if name in OF_PAGE or name.startswith(ONLY)}
