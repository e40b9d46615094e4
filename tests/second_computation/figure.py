"""What an indicator is made of, and how its parts are added up for the county and each township."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from tests.second_computation.days import WorkingDays
from tests.second_computation.states import States
from tests.second_computation.tables import Tables
from tests.second_computation.townships import Townships

Number = int | Decimal | Fraction
Kind = Literal["ratio", "count", "amount", "average"]
Time = Literal["point", "ytd", "month", "period"]
Better = Literal["up", "down", "none"]
Counted = Literal["count", "money", "number"]
NOWHERE = ""
"""The cell of rows that belong to no township."""


class Item(NamedTuple):
    """One contribution. Items of one ``thing`` count once, with the largest amount; without one each counts."""

    township: str | None
    amount: Number = 1
    thing: Hashable = None


Items = Collection[Item]


@dataclass(frozen=True)
class Parts:
    """Numerator, denominator, and the people behind them where few people are not shown.

    ``denominator_heads`` only where the denominator counts people of its own, who are as few in another indicator.
    """

    numerator: Items
    denominator: Items | None = None
    heads: Items = ()
    denominator_heads: Items | None = None


class Books:
    """Everything that the computation of an indicator may look at."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.states = States(tables)
        self.townships = Townships(self.states)
        self.working_days = WorkingDays(tables.read("meta.working_days"))
        self.limits = {row["matter"]: row["limit_working_days"] for row in tables.read("meta.service_limits")}
        self.base_year = int(tables.version["mutual_aid_base_year"])
        self.large_payment = Decimal(tables.version["large_payment_amount"])


@dataclass(frozen=True)
class Indicator:
    """One line of the catalogue; ``parts`` says what is counted on a day."""

    id: str
    kind: Kind
    time: Time
    better: Better
    ledgers: tuple[str, ...]
    parts: Callable[[Books, date], Parts]
    numerator_in: Counted = "count"
    denominator_in: Counted = "count"
    value_in_money: bool = False
    county_only: bool = False
    about_people: bool = False
    denominator_is_same_people: bool = False

    @property
    def is_paced(self) -> bool:
        """Counts and amounts of the year to date are held against the pace, all else against the target."""
        return self.time == "ytd" and self.kind in ("count", "amount")


def totals(items: Items, county: str, townships: Iterable[str]) -> dict[str, Number]:
    """The county's total, each township's, and that of rows in none; things are counted once at each level."""
    known = set(townships)
    amounts: dict[str, list[Number]] = defaultdict(list)
    largest: dict[str, dict[Hashable, Number]] = defaultdict(dict)
    for township, amount, thing in items:
        cell = township if township in known else NOWHERE
        if thing is None:
            amounts[cell].append(amount)
            continue
        for region in (county, cell):
            largest[region][thing] = max(largest[region].get(thing, amount), amount)
    rows: dict[str, Number] = {cell: sum(amounts[cell]) for cell in (*townships, NOWHERE)}
    rows[county] = sum(rows.values())
    return {region: sum([total, *largest[region].values()]) for region, total in rows.items()}
