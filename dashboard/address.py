"""The address carries the view: what is chosen stands in it, also when it is the default.

``bind="query-params"`` of the widgets is not used: it drops codes where options have
labels, and leaves a value out that equals the default.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

WidthWithoutContent = int | Literal["stretch"]

_CHOSEN = "chosen"
_CHANGED = "changed_by_widget"
_SHOWN = "shown_in_address"


SNAPSHOT = "snapshot"
"""The frozen month that all pages show stands under this name; every link takes it along."""
SEPARATOR = ","
"""Between several codes under one name; no code contains it."""
LONGEST_TYPED = 60
"""Characters of what is searched for."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A chosen code, and the code of the address that does not exist, if it named one."""

    value: str
    invalid: str | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """Several chosen codes, at least one unless nothing is the default, and those of the address that do not exist."""

    values: tuple[str, ...]
    invalid: tuple[str, ...] = ()


def begin() -> None:
    """Forgets what the last run put into the address; what was chosen stays chosen."""
    st.session_state[_SHOWN] = {}


def link(path: str, chosen: Mapping[str, str]) -> str:
    """The address of a page, beside the one that is open, that shows what is chosen.

    The frozen month that is shown goes along unless another one is chosen ("": what is published now).
    """
    shown: dict[str, str] = st.session_state.get(_SHOWN, {})
    snapshot = chosen.get(SNAPSHOT, shown.get(SNAPSHOT, ""))
    rest = {name: value for name, value in chosen.items() if name != SNAPSHOT}
    return f"{path}?{urlencode({SNAPSHOT: snapshot, **rest} if snapshot else rest)}"


def chosen(name: str, allowed: Sequence[str], default: str) -> Choice:
    """The code under ``name``: of the address, else chosen before in this session, else the default.

    When a widget was just changed, what it says counts: the address of that moment is the old one. The empty code
    stands for no choice, and in no address.
    """
    remembered: dict[str, str] = st.session_state.setdefault(_CHOSEN, {})
    asked = None if st.session_state.get(_CHANGED) else st.query_params.get(name)
    value = remembered.get(name, default) if asked is None else asked
    is_known = value in allowed
    value = value if is_known else default
    remembered[name] = value
    if value:
        st.session_state[_SHOWN][name] = value
    return Choice(value, None if is_known or asked is None else asked)


def chosen_several(name: str, allowed: Sequence[str], default: Sequence[str]) -> Choices:
    """The codes under ``name``, ``a,b`` in the address, each once and in the order of ``allowed``.

    Where they come from is as for :func:`chosen`. Codes that do not exist are left out; when none is left, the default
    is chosen, and it is not remembered: what it follows may be chosen anew on another page. Nothing may be the default.
    """
    remembered: dict[str, str] = st.session_state.setdefault(_CHOSEN, {})
    asked = None if st.session_state.get(_CHANGED) else st.query_params.get(name)
    codes = list(filter(None, (remembered.get(name, "") if asked is None else asked).split(SEPARATOR)))
    values = tuple(code for code in allowed if code in codes) or tuple(code for code in allowed if code in default)
    remembered[name] = "" if set(values) == set(default) else SEPARATOR.join(values)
    if values:
        st.session_state[_SHOWN][name] = SEPARATOR.join(values)
    invalid = () if asked is None else tuple(dict.fromkeys(code for code in codes if code not in allowed))
    return Choices(values, invalid)


def opened(name: str, allowed: Sequence[str]) -> Choice | None:
    """What the address alone names under ``name``: the one thing a page is opened for, not a choice to be kept.

    None where it names nothing; of what does not exist only ``invalid`` is filled.
    """
    asked = st.query_params.get(name)
    if not asked:
        return None
    if asked not in allowed:
        return Choice("", asked)
    st.session_state[_SHOWN][name] = asked
    return Choice(asked)


def asked() -> dict[str, str]:
    """Everything that stands in the address, for a page that is opened with more than codes."""
    return {name: str(value) for name, value in st.query_params.to_dict().items()}


def show(named: Mapping[str, str]) -> None:
    """Puts what the page shows into the address, beside what was chosen."""
    st.session_state[_SHOWN].update(named)


def typed(label: str, name: str, placeholder: str, width: WidthWithoutContent = "stretch") -> str:
    """A field for a few words that stand in the address under ``name``; what they are now, "" when empty."""
    remembered: dict[str, str] = st.session_state.setdefault(_CHOSEN, {})
    asked = None if st.session_state.get(_CHANGED) else st.query_params.get(name)
    text = (remembered.get(name, "") if asked is None else asked)[:LONGEST_TYPED].strip()
    remembered[name] = text
    if text:
        st.session_state[_SHOWN][name] = text
    st.text_input(
        label,
        key=widget_key(name),
        type="search",
        placeholder=placeholder,
        max_chars=LONGEST_TYPED,
        on_change=remember,
        args=(name,),
        width=width,
    )
    return text


def drop_down(
    label: str, name: str, names: Mapping[str, str], placeholder: str, width: WidthWithoutContent = "stretch"
) -> None:
    """A drop-down of codes that shows their names; call it right after :func:`chosen`."""
    st.selectbox(
        label,
        list(names),
        format_func=lambda code: names.get(code, code),
        placeholder=placeholder,
        key=widget_key(name),
        on_change=remember,
        args=(name,),
        width=width,
    )


def choose_several(
    label: str, name: str, names: Mapping[str, str], placeholder: str, width: WidthWithoutContent = "stretch"
) -> None:
    """A field of several codes that shows their names; call it right after :func:`chosen_several`."""
    key = f"{name}_widget"
    st.session_state[key] = list(filter(None, st.session_state[_SHOWN].get(name, "").split(SEPARATOR)))
    st.multiselect(
        label,
        list(names),
        format_func=lambda code: names.get(code, code),
        placeholder=placeholder,
        key=key,
        on_change=remember_several,
        args=(name,),
        select_all=False,  # the entry for it speaks English
        wrap=True,
        width=width,
    )


def widget_key(name: str) -> str:
    """The key of the widget that stands for ``name``, which now shows what was chosen."""
    key = f"{name}_widget"
    st.session_state[key] = st.session_state[_CHOSEN][name]
    return key


def remember(name: str) -> None:
    """The callback of that widget: what it says now is chosen."""
    st.session_state[_CHOSEN][name] = st.session_state[f"{name}_widget"]
    st.session_state[_CHANGED] = True


def remember_several(name: str) -> None:
    """The callback of a field of several codes: what it says now is chosen; nothing means the default."""
    st.session_state[_CHOSEN][name] = SEPARATOR.join(st.session_state[f"{name}_widget"])
    st.session_state[_CHANGED] = True


def choose(codes: Mapping[str, str | None]) -> None:
    """The callback of a button that chooses several things at once; what is None goes back to its default."""
    remembered: dict[str, str] = st.session_state.setdefault(_CHOSEN, {})
    for name, code in codes.items():
        if code is None:
            remembered.pop(name, None)
        else:
            remembered[name] = code
    st.session_state[_CHANGED] = True


def shown() -> dict[str, str]:
    """What the page has chosen so far, as it will stand in the address."""
    return dict(st.session_state[_SHOWN])


def finish() -> None:
    """Writes what the page shows into the address, all at once."""
    st.session_state[_CHANGED] = False
    if st.query_params.to_dict() != st.session_state[_SHOWN]:
        st.query_params.from_dict(st.session_state[_SHOWN])
