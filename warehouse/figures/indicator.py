"""What an indicator is: its words, its parts, what they measure, and what is withheld of it."""

from dataclasses import dataclass
from typing import Literal

from warehouse.language import Label

Kind = Literal["ratio", "count", "amount", "average", "number"]
Time = Literal["point", "ytd", "month", "period"]
Better = Literal["up", "down", "none"]
Scope = Literal["township", "county"]
DenominatorPeople = Literal["same_people", "other"]

YUAN = "元"


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of an expression over the rows."""

    expression: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """The number of different values of an expression, nulls aside."""

    expression: str


@dataclass(frozen=True, slots=True)
class Largest:
    """The sum, over the different values of ``of``, of the largest ``amount`` of each."""

    of: str
    amount: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What was measured once, kept as the SELECT that did it: as_of_date, region_code (null: the county), rows, amount.

    ``unknown_sql`` selects as_of_date and region_code of the cells that a missing calendar makes null, ``rows_sql`` is
    what :func:`warehouse.figures.part_sql.rows_sql` gave; without it the rows cannot be traced. No declaration has it:
    a frozen month's definitions are of this kind.
    """

    sql: str
    unknown_sql: str | None = None
    rows_sql: str | None = None


Measure = Sum | Distinct | Largest | Kept


@dataclass(frozen=True, slots=True)
class Selection:
    """Rows and what is measured over them: a relation, a condition, a measure."""

    source: str
    where: str | None
    measure: Measure


@dataclass(frozen=True, slots=True)
class Part:
    """The numerator or the denominator of an indicator."""

    label: Label
    unit: Label
    selection: Selection
    weighted: bool = False
    no_calendar: str | None = None

    @property
    def is_money(self) -> bool:
        return self.unit.zh == YUAN

    @property
    def is_additive(self) -> bool:
        """Whether the county's figure is the sum of its cells."""
        return isinstance(self.selection.measure, Sum)


@dataclass(frozen=True, slots=True)
class Suppression:
    """How many people stand behind a cell, and what is withheld when they are few."""

    heads: tuple[Selection, ...]
    denominator: DenominatorPeople
    denominator_heads: tuple[Selection, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator; ``position`` is its place in the catalogue."""

    id: str
    family: str
    family_label: Label
    position: int
    label: Label
    definition: Label
    unit: Label
    kind: Kind
    time: Time
    better: Better
    scope: Scope
    ledgers: tuple[str, ...]
    numerator: Part
    denominator: Part | None = None
    caveat: Label | None = None
    suppression: Suppression | None = None
    programme: Label | None = None
    breakdowns: tuple[str, ...] = ()

    @property
    def is_money(self) -> bool:
        return self.unit.zh == YUAN

    @property
    def is_kept(self) -> bool:
        """Whether no declaration is behind it any more, only what was frozen with a month."""
        return isinstance(self.numerator.selection.measure, Kept)

    @property
    def adds_up(self) -> bool:
        """Counts and amounts of the year to date are the sum of their months: a month can be told alone, and only a
        share of the target is due before the year ends (the pace)."""
        return self.time == "ytd" and self.kind in ("count", "amount")
