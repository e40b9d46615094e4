"""How the state of a period looks: shape, word and colour, readable without any one of them."""

from dataclasses import dataclass

from warehouse.language import Label
from warehouse.state_names import SUBMISSION_STATES, SubmissionState


@dataclass(frozen=True, slots=True)
class Look:
    """A field's shape, its fill, and the ink of the shape on it."""

    shape: str
    fill: str
    ink: str


LOOKS: dict[SubmissionState, Look] = {
    "delivered": Look("✓", "#1F5FA8", "#FFFFFF"),
    "zero_report": Look("○", "#C9DCF0", "#1F2933"),
    "replaced": Look("↻", "#8DB4DC", "#1F2933"),
    "with_problems": Look("△", "#F4D58A", "#1F2933"),
    "late": Look("◇", "#DDE1E7", "#1F2933"),
    "missing": Look("▼", "#B3261E", "#FFFFFF"),
}


def shaped(state: SubmissionState) -> Label:
    """The state's name behind its shape: ``◇ 逾期``."""
    name, shape = SUBMISSION_STATES[state], LOOKS[state].shape
    return Label(f"{shape} {name.zh}", f"{shape} {name.en}")
