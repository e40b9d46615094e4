"""Who looks at the page that is being made, as the sign-in in front of it knows."""

from dataclasses import dataclass

import streamlit as st

from dashboard.sign_in.visitors import Visitors
from warehouse.access.actions import Action
from warehouse.access.audit_log import AuditLog, Details
from warehouse.access.people import People, Person
from warehouse.access.roles import Role
from warehouse.language import Refusal

_NOTED = "noted_in_the_log"

_WHOSE = "whose_window"


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person as far as pages and queries need to know: what they may see depends on role and department alone."""

    name: str
    role: Role
    department_id: str | None = None
    is_demonstration: bool = False

    @classmethod
    def of(cls, person: Person, *, is_demonstration: bool = False) -> "Viewer":
        return cls(person.name, person.role, person.department_id, is_demonstration)

    def may_see(self, department_id: str | None) -> bool:
        """Whether rows of this department (None: of none) may be shown; whoever belongs to one sees its own alone."""
        return not self.role.is_of_a_department or department_id == self.department_id

    def may_hand_in_for(self, department_id: str) -> bool:
        """Whether files may be put into the folder of this department."""
        return self.role.may_hand_in and self.may_see(department_id)


class Door:
    """The people at the door of this process; ``visitors`` is set once, before the first page."""

    visitors: Visitors | None = None


def current() -> Viewer | None:
    """The person of the session that the page belongs to; None when it has ended, or nobody keeps the door."""
    visitors = Door.visitors
    if visitors is None:
        return None
    person = visitors.person(st.context.cookies.get(visitors.cookie_name))
    return Viewer.of(person, is_demonstration=visitors.is_demonstration) if person else None


def keep_apart(viewer: Viewer | None) -> None:
    """Forgets what a window holds of somebody else who was signed in before in the same browser."""
    if viewer is None:
        return
    if st.session_state.setdefault(_WHOSE, viewer.name) != viewer.name:
        st.session_state.clear()
        st.session_state[_WHOSE] = viewer.name


def note(viewer: Viewer, action: Action, details: Details | None = None) -> None:
    """Writes into the audit log what the person does; nothing without a door, as in a page made for a test."""
    if Door.visitors is not None:
        Door.visitors.log.append(viewer.name, action, details)


def note_once(viewer: Viewer, action: Action, details: Details) -> None:
    """As :func:`note`, once a session: a page is made anew with every click on it."""
    noted: set[tuple[object, ...]] = st.session_state.setdefault(_NOTED, set())
    told = (viewer.name, action, *sorted(details.items()))
    if told not in noted:
        note(viewer, action, details)
        noted.add(told)


def people() -> People:
    """The people of the home, to be looked after by administrators and by everybody for their own password."""
    return _visitors().people


def audit_log() -> AuditLog:
    """The log of what people did."""
    return _visitors().log


def _visitors() -> Visitors:
    if Door.visitors is None:
        raise Refusal("没有登录，不能查看或修改人员", "Nobody is signed in: people can neither be seen nor changed")
    return Door.visitors
