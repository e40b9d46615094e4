"""Which frozen month is shown, if any: one choice for all pages, kept in the address."""

from dataclasses import dataclass

import streamlit as st

from dashboard import address, frozen
from dashboard.address import SNAPSHOT
from dashboard.heading import PICKER_PIXELS, Invalid
from dashboard.time_machine import words as wording
from dashboard.viewer import Viewer
from warehouse.language import Language
from warehouse.snapshot.life_cycle import State
from warehouse.snapshot.snapshot import Snapshot

NOW = ""
"""Stands for what is published."""


@dataclass(frozen=True, slots=True)
class Time:
    """The frozen months that may be chosen, the latest first, and the one that is; None: what is published now.

    Where nothing is published, one of them is always chosen.
    """

    offered: tuple[Snapshot, ...]
    chosen: Snapshot | None
    invalid: tuple[Invalid, ...] = ()
    is_published: bool = True

    @property
    def snapshot_id(self) -> str:
        return self.chosen.id if self.chosen else NOW


def chosen(viewer: Viewer, language: Language, *, is_published: bool = True) -> Time:
    """What the address, or the session, names. Departments are offered none."""
    offered = () if viewer.role.is_of_a_department else tuple(frozen.snapshots())
    by_id = {one.id: one for one in offered}
    has_now = is_published or not offered
    choice = address.chosen(SNAPSHOT, [NOW, *by_id] if has_now else list(by_id), NOW if has_now else _last(offered))
    sentence = wording.NOT_FOR_DEPARTMENTS if viewer.role.is_of_a_department else wording.UNKNOWN
    used = choice.value or wording.USED_NOW.in_language(language)
    invalid = (Invalid(sentence, choice.invalid, used),) if choice.invalid else ()
    return Time(offered, by_id.get(choice.value), invalid, is_published)


def _last(offered: tuple[Snapshot, ...]) -> str:
    """The last issued month, or else the last draft."""
    return next((one for one in offered if one.state is State.ISSUED), offered[0]).id


def offer(time: Time, language: Language) -> None:
    """The drop-down; call it right after :func:`chosen`, where there is something to choose."""
    names = {NOW: wording.NOW.in_language(language)} if time.is_published else {}
    for one in time.offered:
        state = one.state.label.in_language(language)
        names[one.id] = wording.NAMED.in_language(language).format(id=one.id, state=state)
    st.selectbox(
        wording.DATA.in_language(language),
        list(names),
        format_func=lambda code: names.get(code, code),
        key=address.widget_key(SNAPSHOT),
        on_change=_remember,
        width=PICKER_PIXELS,
    )


def back() -> None:
    """The callback of the way back."""
    address.choose({SNAPSHOT: NOW, "as_of": None})


def _remember() -> None:
    """Another time opens on its own last day."""
    address.remember(SNAPSHOT)
    address.choose({"as_of": None})
