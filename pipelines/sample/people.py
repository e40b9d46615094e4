"""Invented people and codes: valid by their check characters, belonging to nobody."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from operator import mul

SURNAMES = "青苍岑岚溪桑榆檀梓桐柏枫松槐荷菱芦蒲"
GIVEN_NAMES = "安宁和平乐康明朗清远嘉禾春生秋实云起风来雨晴山水田园星月"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
ORDERS_PER_DAY = 999
STRIDE = 7_919_003
"""A prime that divides no number of places: consecutive people get distant birthdays, and never the same number."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name and an identity number of 18 characters; both are invented."""

    name: str
    identity: str

    @property
    def birth_date(self) -> date:
        digits = self.identity[6:14]
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def chance(seed: int, subject: str) -> random.Random:
    """The dice of one subject: the same seed throws the same numbers, whatever other subjects do."""
    return random.Random(f"{seed}/{subject}")  # noqa: S311 - dice for an invented county, not a secret


def person_at(county_code: str, number: int, seed: int, birth_years: tuple[int, int]) -> Person:
    """The person of that number; another number (within the same birth years) is another person."""
    birth_date, order = born(number, seed, birth_years)
    return Person(_name(number + seed), identity_number(county_code, birth_date, order))


def born(number: int, seed: int, birth_years: tuple[int, int]) -> tuple[date, int]:
    """The birth date of the person of that number, and the order among all who are born on that day."""
    earliest = date(birth_years[0], 1, 1)
    days = (date(birth_years[1], 12, 31) - earliest).days + 1
    day, order = divmod((number * STRIDE + seed) % (days * ORDERS_PER_DAY), ORDERS_PER_DAY)
    return earliest + timedelta(day), order + 1


def _name(number: int) -> str:
    number, surname = divmod(number, len(SURNAMES))
    number, first = divmod(number, len(GIVEN_NAMES))
    second = number % (len(GIVEN_NAMES) + 1)
    return SURNAMES[surname] + GIVEN_NAMES[first] + GIVEN_NAMES[second : second + 1]


def identity_number(area: str, birth_date: date, order: int) -> str:
    """18 characters with the check character of GB 11643."""
    return with_check(f"{area}{birth_date:%Y%m%d}{order:03d}")


def with_check(body: str) -> str:
    """17 digits and their check character, whatever they say."""
    rest = sum(map(mul, map(int, body), IDENTITY_WEIGHTS)) % 11
    return body + "10X98765432"[rest]


def union_code(area: str, number: int) -> str:
    """The code of the union of that number, the first one being 1."""
    return f"81{area}GH{number:07d}U"


def credit_code(area: str, kind: str, number: int) -> str:
    """A unified social credit code: ``kind`` (two characters), the area, ``number``, the check of GB 32100."""
    body = f"{kind}{area}MA{number:07d}"
    total = sum(CREDIT_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    return body + CREDIT_ALPHABET[-total % 31]
