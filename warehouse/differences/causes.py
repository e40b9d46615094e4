"""A change of a figure, split by what caused it, so that the parts add up to it digit by digit."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from warehouse.language import Label

CAUSES = ("removed", "corrected", "late", "definition", "other")

CAUSE_NAMES = {
    "removed": Label("删除", "Removed rows"),
    "corrected": Label("更正", "Corrected rows"),
    "late": Label("补报", "Late rows"),
    "definition": Label("口径变化", "Definition"),
    "other": Label("其他", "Other"),
}
"""By the names of :data:`CAUSES`."""

DIGITS = 14
"""Decimal digits that a double holds whatever they are, and one to spare for a difference."""
FINEST = 12
"""Decimals of a ratio's change."""


def split(steps: Sequence[tuple[str, float | None]], old: float, decimals: int | None = None) -> dict[str, Decimal]:
    """What each cause of :data:`CAUSES` adds to a figure that was ``old``; Σ = last step − ``old``.

    ``steps`` are causes with the value that the figure has after them, the last not null. A step after which there is
    no value (its denominator is gone) adds nothing, and the next one with a value all since the last. Figures are
    rounded half up to ``decimals``; None: to as many as doubles add up exactly in, at most :data:`FINEST`.
    """
    known = [old, *(value for _, value in steps if value is not None)]
    places = decimals_of(known) if decimals is None else decimals
    causes = dict.fromkeys(CAUSES, rounded(0.0, places))
    before = rounded(old, places)
    for cause, value in steps:
        if value is not None:
            after = rounded(value, places)
            causes[cause] += after - before
            before = after
    return causes if decimals is not None else {cause: _trimmed(part) for cause, part in causes.items()}


def decimals_of(numbers: Sequence[float]) -> int:
    """In how many decimals numbers of this size, and their differences, are told apart by doubles."""
    whole_digits = max(len(str(int(abs(number)))) for number in numbers)
    return max(0, min(FINEST, DIGITS - whole_digits))


def rounded(number: float, decimals: int) -> Decimal:
    """The decimal number that a double stands for, rounded half up."""
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def _trimmed(number: Decimal) -> Decimal:
    """The same number without zeros at its end."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def total(causes: Mapping[str, Decimal]) -> Decimal:
    """The whole change."""
    return sum(causes.values(), Decimal(0))
