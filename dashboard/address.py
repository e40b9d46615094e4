"""The address carries the view: what is chosen stands in it, also when it is the default.

``bind="query-params"`` of the widgets is not used: it drops codes where options have
labels, and leaves a value out that equals the default.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

_CHOSEN = "chosen"
_CHANGED = "changed_by_widget"
_SHOWN = "shown_in_address"


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen code, and the code of the address that does not exist, if it named one."""

    value: str
    invalid: str | None = None


def begin() -> None:
    """Forgets what the last run put into the address; what was chosen stays chosen."""
    st.session_state[_SHOWN] = {}


def chosen(name: str, allowed: Sequence[str], default: str) -> Choice:
    """The code under ``name``: of the address, else chosen before in this session, else the default.

    When a widget was just changed, what it says counts: the address of that moment is the old one.
    """
    remembered: dict[str, str] = st.session_state.setdefault(_CHOSEN, {})
    asked = None if st.session_state.get(_CHANGED) else st.query_params.get(name)
    value = remembered.get(name, default) if asked is None else asked
    is_known = value in allowed
    value = value if is_known else default
    remembered[name] = st.session_state[_SHOWN][name] = value
    return Choice(value, None if is_known or asked is None else asked)


def widget(name: str) -> dict[str, object]:
    """The arguments that tie a widget to ``name``; call it right after :func:`chosen`."""
    key = f"{name}_widget"
    st.session_state[key] = st.session_state[_CHOSEN][name]
    on_change: Callable[[str], None] = _remember
    return {"key": key, "on_change": on_change, "args": (name,)}


def _remember(name: str) -> None:
    st.session_state[_CHOSEN][name] = st.session_state[f"{name}_widget"]
    st.session_state[_CHANGED] = True


def finish() -> None:
    """Writes what the page shows into the address, all at once."""
    st.session_state[_CHANGED] = False
    if st.query_params.to_dict() != st.session_state[_SHOWN]:
        st.query_params.from_dict(st.session_state[_SHOWN])
