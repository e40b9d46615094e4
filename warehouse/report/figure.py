"""Figures as sentences need them: what is shown of an indicator on a day, in one region, with its definition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from warehouse.language import Label

SHOWN = (
    *("value", "numerator", "denominator", "last_year", "yoy", "yoy_reason", "last_year_source", "reason"),
    *("is_complete", "is_suppressed", "target", "pace", "light"),
)
"""Columns of ``kpi.values`` that a figure takes as they are."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator's figure. Ratios are fractions, money is 元; ``missing`` are ids of ledgers that fall short."""

    id: str
    label: Label
    unit: Label
    kind: str
    numerator_label: Label
    numerator_unit: Label
    denominator_label: Label | None
    denominator_unit: Label | None
    value: float | None
    numerator: float | None
    denominator: float | None
    last_year: float | None
    yoy: float | None
    yoy_reason: str | None
    last_year_source: str | None
    reason: str | None
    is_complete: bool
    is_suppressed: bool
    target: float | None
    pace: float | None
    light: str
    missing: tuple[str, ...] = ()
    better: str = "up"

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Figure":
        """From a row that has the columns of ``kpi.definitions`` and of ``kpi.values``."""
        return cls(
            id=row["indicator_id"],
            label=Label(row["label_zh"], row["label_en"]),
            unit=Label(row["unit"], row["unit_en"]),
            kind=row["kind"],
            numerator_label=Label(row["numerator_label_zh"], row["numerator_label_en"]),
            numerator_unit=Label(row["numerator_unit_zh"], row["numerator_unit_en"]),
            denominator_label=_label(row["denominator_label_zh"], row["denominator_label_en"]),
            denominator_unit=_label(row["denominator_unit_zh"], row["denominator_unit_en"]),
            missing=tuple(filter(None, (row["missing"] or "").split(","))),
            better=row["better"],
            **{name: row[name] for name in SHOWN},
        )

    @property
    def is_ratio(self) -> bool:
        return self.kind == "ratio"

    @property
    def due_by_now(self) -> float | None:
        """The pace, where the target itself is not due yet."""
        return None if self.pace == self.target else self.pace

    @property
    def is_whole(self) -> bool:
        """Whether a ratio's two parts are the same number: exactly 100 %, whatever it rounds to."""
        return self.numerator is not None and self.numerator == self.denominator

    @property
    def is_doubtful(self) -> bool:
        """Whether it is marked in a text: there is no value, or one that is not whole yet."""
        return self.value is None or not self.is_complete or self.is_suppressed


def _label(zh: str | None, en: str | None) -> Label | None:
    return Label(zh, en) if zh and en else None
