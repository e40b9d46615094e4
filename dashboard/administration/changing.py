"""Adding people and changing them: forms whose outcome is told on the next run, which shows the new list."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard.administration import words as wording
from dashboard.page import View
from dashboard.viewer import note, people
from warehouse.access.actions import Action
from warehouse.access.people import Person
from warehouse.access.roles import ADMINISTRATORS, Role
from warehouse.language import Label, Refusal

_TOLD, _ROUND = "people_told", "people_round"
NOBODYS = ""
"""The choice of no department."""

Change = Callable[[], Person]


def told(view: View) -> None:
    """What the last change came to."""
    said: tuple[str, Label, dict[str, str]] | None = st.session_state.pop(_TOLD, None)
    if said is not None:
        kind, label, values = said
        {"success": st.success, "error": st.error}[kind](view.say(label, **values))


def add(view: View, departments: Mapping[str, str]) -> None:
    """The form for somebody new."""
    st.caption(view.say(wording.ADD_NOTE))
    made = st.session_state.setdefault(_ROUND, 0)
    with st.form(f"add_person_{made}", enter_to_submit=False):
        left, middle, right = st.columns(3)
        name = left.text_input(view.say(wording.NAME), key=f"add_name_{made}", max_chars=60)
        with middle:
            role = _role(view, f"add_role_{made}", Role.DEPARTMENT)
        with right:
            department_id = _department(view, f"add_department_{made}", departments, None)
        first, second = _passwords(view, f"add_{made}")
        pressed = st.form_submit_button(view.say(wording.ADD_BUTTON), key="add_person")
    if pressed:
        password = first or None
        _change(
            view,
            lambda: people().add(name, role, department_id, password),
            Action.PERSON_ADDED,
            wording.ADDED,
            is_same=first == second,
        )


def change(view: View, found: Sequence[Person], departments: Mapping[str, str]) -> None:
    """Choosing somebody, then another role, a new password, or whether they may sign in."""
    names = [person.name for person in found]
    name = st.selectbox(view.say(wording.WHO), names, key="changed_person", placeholder=view.say(wording.CHOOSE))
    person = next(one for one in found if one.name == name)
    role_column, password_column = st.columns(2)
    with role_column:
        _change_role(view, person, departments)
    with password_column:
        _change_password(view, person)
    _switch(view, person)


def _change_role(view: View, person: Person, departments: Mapping[str, str]) -> None:
    with st.form(f"role_of_{person.name}", enter_to_submit=False):
        role = _role(view, f"role_{person.name}", person.role)
        department_id = _department(view, f"department_{person.name}", departments, person.department_id)
        pressed = st.form_submit_button(view.say(wording.ROLE_BUTTON), key="change_role")
    if pressed:
        _change(
            view,
            lambda: people().set_role(person.name, role, department_id),
            Action.ROLE_CHANGED,
            wording.ROLE_CHANGED,
        )


def _change_password(view: View, person: Person) -> None:
    made = st.session_state[_ROUND]
    with st.form(f"password_of_{person.name}", enter_to_submit=False):
        first, second = _passwords(view, f"password_{person.name}_{made}")
        pressed = st.form_submit_button(view.say(wording.PASSWORD_BUTTON), key="change_password")
    if pressed:
        _change(
            view,
            lambda: people().set_password(person.name, first),
            Action.PASSWORD_CHANGED,
            wording.PASSWORD_CHANGED,
            is_same=first == second,
        )


def _switch(view: View, person: Person) -> None:
    label = wording.DISABLE_BUTTON if person.is_active else wording.ENABLE_BUTTON
    if st.button(f"{view.say(label)} {person.name}", key="switch_person"):
        enabled = not person.is_active
        _change(
            view,
            lambda: people().set_active(person.name, is_active=enabled),
            Action.PERSON_ENABLED if enabled else Action.PERSON_DISABLED,
            wording.NOW_ENABLED if enabled else wording.NOW_DISABLED,
        )


def _change(view: View, made: Change, action: Action, done: Label, *, is_same: bool = True) -> None:
    """Makes the change, notes it and tells of it; a refusal is told and nothing is changed."""
    try:
        if view.viewer.role not in ADMINISTRATORS:
            raise Refusal("只有管理员可以修改人员", "Administrators alone may change people")
        if not is_same:
            raise Refusal(wording.DIFFERENT.zh, wording.DIFFERENT.en)
        person = made()
    except Refusal as refusal:
        st.session_state[_TOLD] = ("error", refusal.label, {})
    else:
        note(view.viewer, action, {"name": person.name, "role": str(person.role), "department": person.department_id})
        st.session_state[_TOLD] = ("success", done, {"name": person.name, "role": view.say(person.role.label)})
        st.session_state[_ROUND] += 1
    st.rerun()


def _role(view: View, key: str, role: Role) -> Role:
    roles = list(Role)
    names = {one: view.say(one.label) for one in roles}
    return Role(
        st.selectbox(
            view.say(wording.ROLE), roles, index=roles.index(role), format_func=lambda code: names[code], key=key
        )
    )


def _department(view: View, key: str, departments: Mapping[str, str], chosen: str | None) -> str | None:
    names = {NOBODYS: view.say(wording.NO_DEPARTMENT), **departments}
    codes = list(names)
    place = codes.index(chosen) if chosen in names else 0
    code = st.selectbox(view.say(wording.DEPARTMENT), codes, index=place, format_func=lambda code: names[code], key=key)
    return code or None


def _passwords(view: View, key: str) -> tuple[str, str]:
    first, second = st.columns(2)
    return (
        first.text_input(view.say(wording.NEW_PASSWORD), type="password", key=f"{key}_first", max_chars=200),
        second.text_input(view.say(wording.ONCE_MORE), type="password", key=f"{key}_second", max_chars=200),
    )
