"""A light is a shape, a word and a colour, so that it is read without any one of them."""

from dataclasses import dataclass

from dashboard import words
from warehouse.language import Label


@dataclass(frozen=True, slots=True)
class Light:
    """One light: the shapes differ in outline, the words in both languages say the same."""

    shape: str
    word: Label
    colour: str


LIGHTS = {
    "green": Light("✓", words.REACHED, "#1F5FA8"),
    "amber": Light("△", words.CLOSE, "#9A6700"),
    "red": Light("▼", words.BEHIND, "#B3261E"),
    "grey": Light("○", words.NOT_JUDGED, "#6B7280"),
}
"""By the ``light`` of ``kpi.values``."""

FILLS = {"green": "#1F5FA8", "amber": "#E0A100", "red": "#B3261E", "grey": "#AEB6C2"}
"""Of bars: amber is brighter there than as the colour of a word, which has to be readable on white."""


def grey_word(better: str, target: float | None, light_reason: str | None, is_suppressed: bool) -> Label:
    """Why a light is grey."""
    if light_reason == "not_due":
        return words.NOT_DUE
    if better == "none":
        return words.DESCRIPTIVE
    if is_suppressed:
        return words.NOT_JUDGED
    return words.NO_TARGET if target is None else words.NOT_JUDGED
