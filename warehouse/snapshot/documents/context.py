"""What a month's documents say of the snapshot itself: its name and state, who signed, what is missing, what was
issued before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from warehouse.snapshot.documents.sentences import EditedSentence

State = Literal["preview", "draft", "reviewed", "issued"]
"""Of a snapshot; a preview is of a month that is not frozen yet."""
Action = Literal["create", "review", "issue"]

STATE_NAMES: dict[State, str] = {
    "preview": "预览，未冻结",
    "draft": "草稿，未审核",
    "reviewed": "已审核，未签发",
    "issued": "已签发",
}
SIGNERS: dict[Action, str] = {"create": "填报人", "review": "审核人", "issue": "签发人"}
"""What the one who did it is called, in the order of signing."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did what to the snapshot, and when; the time is shown as it is given."""

    action: Action
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PreviousIssue:
    """What was issued before: of an earlier month, or of the same one before it was revised.

    ``values`` are the shown values by indicator and region, None where nothing was shown.
    """

    id: str
    day: date
    values: Mapping[tuple[str, str], float | None]


@dataclass(frozen=True, slots=True)
class Context:
    """A snapshot as its documents name it.

    ``missing`` are ids of ledgers, ``reason`` why it was made incomplete or revised; a later signature of one action
    counts. ``issue_number``, ``sent_to`` and ``copied_to`` stay blank on the Word brief where they are not given.
    ``edited`` are sentences that somebody has put in their own words, by the sentence's id.
    """

    id: str
    manifest_hash: str
    state: State
    is_complete: bool
    missing: tuple[str, ...] = ()
    reason: str | None = None
    signatures: tuple[Signature, ...] = ()
    previous: PreviousIssue | None = None
    issue_number: int | None = None
    sent_to: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    edited: Mapping[str, EditedSentence] = field(default_factory=dict)

    def signed(self, action: Action) -> Signature | None:
        """The last signature of an action."""
        return next((entry for entry in reversed(self.signatures) if entry.action == action), None)
