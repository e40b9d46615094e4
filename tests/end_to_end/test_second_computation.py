"""Every figure of the sample county, computed by the product and a second time in plain Python."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.second_computation.answers import SecondComputation
from tests.second_computation.catalogue import CATALOGUE
from warehouse.figures.answer import full_answers
from warehouse.figures.catalogue import indicators
from warehouse.reader import Published, open_published

pytestmark = pytest.mark.slow

NEARLY = ("yoy", "mom")
"""Changes are compared nearly: the product divides numbers in floating point, the second computation fractions."""
TOLERANCE = 1e-9
EARLY = ("2018-12", "2019-01", "2019-02", "2019-12", "2020-02")
NO_MONTH_END = ("2020-05-15", "2021-11-17")


def last_months(day: date, count: int) -> list[str]:
    """The month of the day and those before it."""
    months: list[str] = []
    while len(months) < count:
        months.append(f"{day:%Y-%m}")
        day = day.replace(day=1) - timedelta(days=1)
    return months


def days_asked(published: Published) -> list[str]:
    return [*EARLY, *NO_MONTH_END, *reversed(last_months(published.data_date, 14)), published.data_date.isoformat()]


def day_of(text: str) -> date:
    if len(text) == len("2021-11-17"):
        return date.fromisoformat(text)
    following = date.fromisoformat(f"{text}-28") + timedelta(days=4)
    return following.replace(day=1) - timedelta(days=1)


@pytest.fixture(scope="module")
def published(sample_home: Path) -> Published:
    return open_published(sample_home / "warehouse")


@pytest.fixture(scope="module")
def second(published: Published) -> SecondComputation:
    return SecondComputation(published)


def test_both_know_the_same_indicators():
    assert set(CATALOGUE) == set(indicators())


def differences(text: str, product: dict[str, Any], second: dict[str, Any]) -> list[str]:
    """Fields in which an answer of the product is not that of the second computation."""
    return [
        f"{product['id']} {text} {product['region']} {field}: {product[field]!r}, a second time {expected!r}"
        for field, expected in second.items()
        if not agree(field, product["id"], product[field], expected)
    ]


def agree(field: str, name: str, found: Any, expected: Any) -> bool:
    is_weighted = CATALOGUE[name].numerator_in == "number" and isinstance(expected, float)
    if found is not None and expected is not None and (field in NEARLY or is_weighted):
        return bool(found == pytest.approx(expected, rel=TOLERANCE, abs=TOLERANCE))
    return type(found) is type(expected) and bool(found == expected)


def test_a_figure_that_differs_is_told_with_its_place():
    product = {"id": "relief_spent", "region": "530499", "value": "12.00", "yoy": 0.5, "mom": 0.1}
    assert differences("2021-12", product, {"value": "12.00", "yoy": 0.5 + 1e-12, "mom": 0.1}) == []
    assert differences("2021-12", product, {"value": 12, "yoy": None, "mom": 0.1}) == [
        "relief_spent 2021-12 530499 value: '12.00', a second time 12",
        "relief_spent 2021-12 530499 yoy: 0.5, a second time None",
    ]


def test_every_figure_of_every_region_is_the_same(published, second):
    """County and townships, month ends, days between, and a day before the first month."""
    found: list[str] = []
    for text in days_asked(published):
        expected = second.answers(day_of(text))
        for answer in full_answers(published, None, text, "all"):
            product = answer.document | {"missing": sorted(answer.document["missing"])}
            found += differences(text, product, expected.pop((product["id"], product["region"])))
        assert expected == {}
    assert found == []
