"""The second computation's answers, in the form of the command line's."""

from datetime import date
from fractions import Fraction
from typing import Any

from tests.second_computation.catalogue import CATALOGUE
from tests.second_computation.comparisons import Comparisons
from tests.second_computation.completeness import missing
from tests.second_computation.figure import Books, Indicator, Number
from tests.second_computation.tables import Tables
from tests.second_computation.values import Value, Values, to_cents
from warehouse.reader import Published

Answer = dict[str, Any]


class SecondComputation:
    """Figures of a published version, counted anew."""

    def __init__(self, published: Published) -> None:
        books = Books(Tables(published))
        self._tables = books.tables
        self._values = Values(books)
        self._comparisons = Comparisons(books, self._values)

    def answers(self, day: date) -> dict[tuple[str, str], Answer]:
        """Answers by indicator and region."""
        return {
            (indicator.id, region): self._answer(indicator, day, region, value)
            for indicator in CATALOGUE.values()
            for region, value in self._values.on(indicator, day).items()
        }

    def _answer(self, indicator: Indicator, day: date, region: str, value: Value) -> Answer:
        last_year, yoy = self._comparisons.yoy(indicator, day, region)
        target, _ = self._comparisons.target(indicator, day, region) or (None, "")
        lacking = missing(self._tables, indicator.ledgers, day)
        shown = {
            "numerator": _part(value.numerator, indicator.numerator_in),
            "denominator": _part(value.denominator, indicator.denominator_in),
            "value": _figure(indicator, value.exact, value.shown),
            "reason": value.reason,
            "last_year": _figure(indicator, last_year.number, last_year.shown),
            "yoy": _float(yoy.number),
            "yoy_reason": yoy.reason,
            "mom": _float(self._comparisons.mom(indicator, day, region)),
            "target": _figure(indicator, target),
            "light": self._comparisons.light(indicator, day, region, value),
            "complete": not lacking,
            "missing": lacking,
            "suppressed": value.is_withheld,
        }
        return _withheld(shown, value)


def _withheld(shown: Answer, value: Value) -> Answer:
    if value.is_denominator_withheld:
        shown["denominator"] = None
    if value.is_withheld:
        shown |= dict.fromkeys(("numerator", "value", "last_year", "yoy", "mom"))
        shown |= {"reason": "suppressed", "yoy_reason": "suppressed"}
    return shown


def _part(number: Number | None, counted_in: str) -> str | int | float | None:
    if number is None:
        return None
    if counted_in == "money":
        return str(to_cents(number))
    return float(number) if counted_in == "number" else int(number)


def _figure(indicator: Indicator, number: Fraction | None, shown: float | None = None) -> str | int | float | None:
    if number is None:
        return None
    if indicator.value_in_money:
        return str(to_cents(number))
    if indicator.kind == "count" and number.denominator == 1:
        return int(number)
    return float(number) if shown is None else shown


def _float(number: Fraction | None) -> float | None:
    return None if number is None else float(number)
