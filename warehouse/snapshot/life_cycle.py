"""The life of a snapshot: draft, reviewed, issued; which step is allowed when, and who may take it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from warehouse.access.people import LONGEST_NAME, People
from warehouse.access.roles import Role
from warehouse.language import Label, Refusal

COMMAND_LINE = "命令行"
"""Stands for whoever made a snapshot in a home that knows no people, when no name was given."""


class State(StrEnum):
    """How far a snapshot has come; derived from its log."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    ISSUED = "issued"

    @property
    def label(self) -> Label:
        return STATE_LABELS[self]


class Step(StrEnum):
    """What people do with a snapshot. All stand in its log but ``delete`` and ``remake``: these leave nothing to write
    into, and what is made anew begins a log of its own."""

    CREATE = "create"
    REVIEW = "review"
    RETURN = "return"
    ISSUE = "issue"
    DELETE = "delete"
    REMAKE = "remake"
    EDIT = "edit"

    @property
    def label(self) -> Label:
        return STEP_LABELS[self]


STATE_LABELS = {
    State.DRAFT: Label("草稿", "draft"),
    State.REVIEWED: Label("已审核", "reviewed"),
    State.ISSUED: Label("已签发", "issued"),
}
STEP_LABELS = {
    Step.CREATE: Label("填报", "created"),
    Step.REVIEW: Label("审核", "reviewed"),
    Step.RETURN: Label("退回", "returned"),
    Step.ISSUE: Label("签发", "issued"),
    Step.DELETE: Label("删除", "deleted"),
    Step.REMAKE: Label("重做", "made anew"),
    Step.EDIT: Label("改写", "edited"),
}
RESULT = {
    Step.CREATE: State.DRAFT,
    Step.REVIEW: State.REVIEWED,
    Step.RETURN: State.DRAFT,
    Step.ISSUE: State.ISSUED,
    Step.EDIT: State.DRAFT,
}
ALLOWED_IN = {
    Step.REVIEW: (State.DRAFT,),
    Step.RETURN: (State.DRAFT, State.REVIEWED),
    Step.ISSUE: (State.REVIEWED,),
    Step.DELETE: (State.DRAFT,),
    Step.REMAKE: (State.DRAFT,),
    Step.EDIT: (State.DRAFT,),
}
RETURN_FIRST = "return", Label("请先退回", "return it first")
FIRST = {
    Step.ISSUE: ("review", Label("请先审核", "review it first")),
    **dict.fromkeys((Step.DELETE, Step.REMAKE, Step.EDIT), RETURN_FIRST),
}
"""The command that makes a step possible, and its name for people."""
PREPARERS = frozenset({Role.OFFICE, Role.ADMIN})
SIGNATORIES = frozenset({Role.OFFICE, Role.LEADER, Role.ADMIN})
WHO_MAY = {
    Step.CREATE: PREPARERS,
    Step.EDIT: PREPARERS,
    Step.DELETE: PREPARERS,
    Step.REMAKE: PREPARERS,
    Step.REVIEW: SIGNATORIES,
    Step.RETURN: SIGNATORIES,
    Step.ISSUE: SIGNATORIES,
}
"""The roles that may take a step, in a home that knows its people."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a snapshot's log. ``documents`` are the hashes of the documents made with it, by name, ``wording``
    that of the edited sentences, where it changed them."""

    sequence: int
    action: str
    by: str
    at: str
    note: str | None
    documents: dict[str, str]
    hash: str
    wording: str | None = None


def state_after(events: Sequence[Event]) -> State:
    """The state that a log amounts to."""
    return RESULT[Step(events[-1].action)]


def check_step(snapshot_id: str, events: Sequence[Event], step: Step, by: str) -> None:
    """Refuses a step that the state does not allow, and one by which nobody but its maker would have seen it.

    Whoever made a snapshot neither reviews nor issues it; reviewer and issuer may be one person, unless it is not
    known who made it.
    """
    state = state_after(events)
    if state not in ALLOWED_IN[step]:
        raise _not_now(snapshot_id, state, step)
    if step not in (Step.REVIEW, Step.ISSUE):
        return
    maker = events[0].by
    if by == maker:
        raise Refusal(
            f"{snapshot_id} 由 {by} 填报，审核和签发须由另一人进行",
            f"{by} made {snapshot_id}: somebody else has to review and issue it",
            f"unionkpi snapshot show {snapshot_id}",
        )
    if step is Step.ISSUE and maker == COMMAND_LINE and by == events[-1].by:
        raise Refusal(
            f"{snapshot_id} 没有填报人姓名，审核和签发须由两人进行；{by} 已审核",
            f"Nobody is named as the maker of {snapshot_id}: two people have to review and issue it, and {by} reviewed",
            f"unionkpi snapshot show {snapshot_id}",
        )


def _not_now(snapshot_id: str, state: State, step: Step) -> Refusal:
    if state is State.ISSUED:
        month = snapshot_id.split(".", maxsplit=1)[0]
        return Refusal(
            f"{snapshot_id} 已签发，不能再{step.label.zh}；如需更正，请另做修订版",
            f"{snapshot_id} has been issued and cannot be {step.label.en} any more: a correction is a revision",
            f"unionkpi snapshot revise {month} --reason … --by …",
        )
    command, hint = FIRST.get(step, ("show", Label("无需再审核", "nothing to do")))
    return Refusal(
        f"{snapshot_id} 现为{state.label.zh}，不能{step.label.zh}；{hint.zh}",
        f"{snapshot_id} is {state.label.en} and cannot be {step.label.en} now: {hint.en}",
        f"unionkpi snapshot {command} {snapshot_id}",
    )


def signatory(home: Path, by: str | None, step: Step) -> str:
    """The name under which a step is signed.

    Where the home knows its people it is one of them, active, and of a role that may take the step. A home without
    ``people.json`` takes names as they are given; there making, making anew and deleting need none.
    """
    people = People(home)
    if by is None and step in (Step.CREATE, Step.DELETE, Step.REMAKE) and not people.file.exists():
        return COMMAND_LINE
    name = unicodedata.normalize("NFKC", by or "").strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable() or name == COMMAND_LINE:
        raise Refusal(
            f"{step.label.zh}要写明姓名：--by 姓名",
            f"It has to be said by whom it is {step.label.en}: --by NAME",
            "unionkpi people list" if people.file.exists() else "unionkpi snapshot --help",
        )
    if people.file.exists():
        _require_role(people, name, step, WHO_MAY[step])
    return name


def _require_role(people: People, name: str, step: Step, roles: frozenset[Role]) -> None:
    person = people.find(name)
    if person is None:
        raise Refusal(
            f"没有名为 {name} 的在用人员，不能{step.label.zh}",
            f"There is no active person {name}: it cannot be {step.label.en} in this name",
            "unionkpi people list",
        )
    if person.role not in roles:
        allowed = [role.label for role in Role if role in roles]
        raise Refusal(
            f"{name} 的角色是{person.role.label.zh}，不能{step.label.zh}；可由：{'、'.join(one.zh for one in allowed)}",
            f"{name} is of the role {person.role.label.en} and may not have it {step.label.en}; "
            f"who may: {', '.join(one.en for one in allowed)}",
            "unionkpi people list",
        )
