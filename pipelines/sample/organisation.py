"""Units and unions of the county: the core that every other ledger refers to."""

import random
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from pipelines.sample.people import Person, born, chance, person_at
from pipelines.sample.place import Place, Township

Row = dict[str, Any]
"""One row of a ledger: column name → value. A person's value is a ``Person``, a month its first day."""

STAFF_GROWTH = 0.03
LINE_LENGTH = 300_000
"""The most people of one subject; the last line may be longer."""


@dataclass(slots=True)
class Unit:
    """A legal unit. ``staff`` is the number of employees on the first day; it grows evenly."""

    code: str
    name: str
    township: Township
    kind: str
    industry: str
    control: str
    staff: int
    female_share: float
    registered: date
    closed: date | None = None

    @property
    def is_public(self) -> bool:
        return self.control in {"国有控股", "集体控股"}

    def employees(self, elapsed: float) -> int:
        return int(self.staff * (1 + STAFF_GROWTH * max(elapsed, 0)))


@dataclass(slots=True)
class Union:
    """A grass-roots union. ``unit`` is its own unit, ``covered`` the units of a joint one."""

    code: str
    name: str
    kind: str
    township: Township
    unit: Unit | None
    covered: list[Unit]
    staff: int
    rate: float
    founded: date
    dissolved: date | None
    term_end: date
    female_share: float
    migrant_share: float
    has_womens_body: bool
    audit_body: str
    is_legal_person: bool

    @property
    def units(self) -> list[Unit]:
        return [self.unit] if self.unit else self.covered

    def employees(self, elapsed: float) -> int:
        if self.units:
            return sum(unit.employees(elapsed) for unit in self.units)
        return int(self.staff * (1 + STAFF_GROWTH * max(elapsed, 0)))

    def members(self, elapsed: float) -> int:
        rate = min(self.rate + 0.02 * max(elapsed, 0), 1)
        return max(int(self.employees(elapsed) * rate), 1)


@dataclass
class County:
    """Everything that the ledgers of one sample have in common."""

    place: Place
    units: list[Unit] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)

    def person(self, line: int, number: int) -> Person:
        """Someone of a line of people (one line a subject); no two lines share anybody."""
        place = self.place
        return person_at(place.county_code, line * LINE_LENGTH + number, place.seed, place.birth_years)

    def birth_date(self, line: int, number: int) -> date:
        """When someone of a line of people was born, without the rest of the person."""
        return born(line * LINE_LENGTH + number, self.place.seed, self.place.birth_years)[0]

    def dice(self, subject: str) -> random.Random:
        return chance(self.place.seed, subject)

    @cached_property
    def enterprises(self) -> list[Unit]:
        return [unit for unit in self.units if unit.kind == "企业" and unit.closed is None]

    @cached_property
    def organised_units(self) -> list[Unit]:
        """Units with a union, in the order of the unions."""
        return [unit for union in self.unions if union.dissolved is None for unit in union.units]
