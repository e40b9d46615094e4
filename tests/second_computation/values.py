"""Exact values of a day: quotient or total, and why there is none."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from tests.second_computation.completeness import never_submitted
from tests.second_computation.days import UnknownCalendar
from tests.second_computation.figure import NOWHERE, Books, Indicator, Items, Number, Parts, totals
from tests.second_computation.suppression import withheld

CENT = Decimal("0.01")


@dataclass(frozen=True)
class Value:
    """What is counted in one region on one day, before anything is withheld.

    ``exact`` is what comparisons and lights go by; ``shown`` a ratio as it is given out, its two numbers divided in
    floating point.
    """

    numerator: Number | None = None
    denominator: Number | None = None
    exact: Fraction | None = None
    shown: float | None = None
    reason: str | None = None
    has_rows: bool = False
    is_withheld: bool = False
    is_denominator_withheld: bool = False


class Values:
    """Values by indicator and day, each computed once."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._tables = books.tables
        self._computed: dict[tuple[str, date], dict[str, Value]] = {}

    def on(self, indicator: Indicator, day: date) -> Mapping[str, Value]:
        """Values of the county and all townships."""
        if (indicator.id, day) not in self._computed:
            self._computed[indicator.id, day] = self._compute(indicator, day)
        return self._computed[indicator.id, day]

    def _compute(self, indicator: Indicator, day: date) -> dict[str, Value]:
        values = self._of_day(indicator, day)
        if indicator.county_only:
            values |= dict.fromkeys(self._tables.townships, Value(reason="county_only"))
        return values

    def _of_day(self, indicator: Indicator, day: date) -> dict[str, Value]:
        regions = (self._tables.county, *self._tables.townships)
        if never_submitted(self._tables, indicator.ledgers):
            return dict.fromkeys(regions, Value(reason="not_submitted"))
        if day < self._tables.first_month:
            return dict.fromkeys(regions, Value(reason="before_data"))
        try:
            parts = indicator.parts(self._books, day)
        except UnknownCalendar:
            return dict.fromkeys(regions, Value(reason="no_calendar"))
        return self._of_parts(indicator, parts)

    def _of_parts(self, indicator: Indicator, parts: Parts) -> dict[str, Value]:
        county, townships = self._tables.county, self._tables.townships
        numerators = totals(parts.numerator, county, townships)
        denominators = None if parts.denominator is None else totals(parts.denominator, county, townships)
        hidden, hidden_denominators = self._hidden(indicator, parts)
        occupied = {item.township for item in (*parts.numerator, *(parts.denominator or ()))}
        values = {}
        for region in (county, *townships):
            denominator = None if denominators is None else denominators[region]
            values[region] = replace(
                _value(indicator, numerators[region], denominator),
                has_rows=bool(occupied) if region == county else region in occupied,
                is_withheld=region in hidden,
                is_denominator_withheld=region in hidden_denominators,
            )
        return values

    def _hidden(self, indicator: Indicator, parts: Parts) -> tuple[set[str], set[str]]:
        """Cells that are withheld, and those whose denominator is."""
        if not indicator.about_people:
            return set(), set()
        # households in hardship and running loans are people of their own: where they are few the denominator is not
        # shown, nor a rate that would give it away
        few = self._few(parts.denominator_heads) if parts.denominator_heads is not None else set()
        hidden = self._few(parts.heads, few)
        return hidden, few | hidden if indicator.denominator_is_same_people else few

    def _few(self, heads: Items, also: Set[str] = frozenset()) -> set[str]:
        people = totals(heads, self._tables.county, self._tables.townships)
        cells = {cell: people[cell] for cell in (*self._tables.townships, NOWHERE)}
        return withheld(cells, int(self._tables.version["suppression_threshold"]), also)


def _value(indicator: Indicator, numerator: Number, denominator: Number | None) -> Value:
    if denominator is None:
        return Value(numerator, exact=Fraction(numerator), shown=float(numerator))
    if denominator == 0:
        return Value(numerator, denominator, reason="zero_denominator")
    quotient = Fraction(numerator) / Fraction(denominator)
    if indicator.value_in_money:
        cents = to_cents(quotient)
        return Value(numerator, denominator, Fraction(cents), float(cents))
    return Value(numerator, denominator, quotient, float(numerator) / float(denominator))


def to_cents(amount: Number) -> Decimal:
    """Rounded half up to the cent."""
    exact = Fraction(amount)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(CENT, ROUND_HALF_UP)
