"""In whose name a step is taken, and taking it: what it came to is told on the next run."""

from collections.abc import Callable

import streamlit as st

from dashboard.home import home_folder
from dashboard.month_close import words as wording
from dashboard.page import View
from warehouse.access.people import People
from warehouse.language import Label, Refusal
from warehouse.snapshot.life_cycle import WHO_MAY, Step
from warehouse.snapshot.snapshot import Snapshot

_TOLD = "month_close_told"

Act = Callable[[], Snapshot]


def signer(view: View) -> str | None:
    """The name that signs what is done on the page; None where nobody may, which is said.

    It is who is signed in. A demonstration has nobody: where there are no people either, three invented names let all
    steps be tried.
    """
    viewer = view.viewer
    if viewer.is_demonstration:
        if People(home_folder()).file.exists():
            st.info(view.say(wording.DEMONSTRATION_WITH_PEOPLE), icon="ℹ️")
            return None
        st.info(view.say(wording.DEMONSTRATION), icon="ℹ️")
        names = {one.zh: view.say(one) for one in wording.DEMONSTRATED_PEOPLE}
        return str(
            st.selectbox(
                view.say(wording.SIGN_AS), list(names), format_func=lambda code: names[code], key="sign_as", width=320
            )
        )
    if not any(viewer.role in roles for roles in WHO_MAY.values()):
        st.info(view.say(wording.ONLY_LOOK, role=view.say(viewer.role.label)), icon="ℹ️")
        return None
    st.caption(f"{view.say(wording.WHO, name=viewer.name)} {view.say(wording.TWO_PEOPLE)}")
    return viewer.name


def may(view: View, step: Step, *, is_told: bool = True) -> bool:
    """Whether the viewer's role may take a step; says so where it may not."""
    if view.viewer.role in WHO_MAY[step]:
        return True
    if is_told:
        roles = [view.say(role.label) for role in type(view.viewer.role) if role in WHO_MAY[step]]
        said = view.say(
            wording.NOT_FOR_ROLE, role=view.say(view.viewer.role.label), roles=view.say(SEPARATOR).join(roles)
        )
        st.caption(said)
    return False


SEPARATOR = Label("、", ", ")


def act(view: View, name: str, step: Step, taken: Act, done: str) -> None:
    """Takes a step of which the viewer's role is capable and begins the page anew, which tells what it came to.

    ``done`` names the sentence of :data:`words.DID`. A refusal, and a disk that cannot be written to, change nothing.
    """
    try:
        if not name or view.viewer.role not in WHO_MAY[step]:
            raise Refusal("您的角色不能办理这一步", "Your role may not take this step")
        snapshot = taken()
    except Refusal as refusal:
        st.session_state[_TOLD] = ("error", refusal.label, {})
    except OSError:
        st.session_state[_TOLD] = ("error", wording.DISK, {})
    else:
        st.session_state[_TOLD] = ("success", wording.DID[done], {"id": snapshot.id})
    st.rerun()


def told(view: View) -> None:
    """What the last step came to."""
    said: tuple[str, Label, dict[str, str]] | None = st.session_state.pop(_TOLD, None)
    if said is not None:
        kind, label, values = said
        text = label.in_language(view.language)
        {"success": st.success, "error": st.error}[kind](text.format(**values) if values else text)
