"""Wrong values for planted rows: impossible numbers, strangers and codes that nobody has."""

from datetime import date, timedelta
from typing import Any

from pipelines.sample.people import Person, credit_code, identity_number, person_at, union_code, with_check
from pipelines.sample.place import COUNTY_CODE

STRANGER_YEARS = (1926, 1937)
UNKNOWN_UNIT = credit_code(COUNTY_CODE, "91", 9_000_001)
ABSENT_UNIT = credit_code(COUNTY_CODE, "91", 9_000_002)
FIRST_UNION = union_code(COUNTY_CODE, 1)
REJECTED_UNION = union_code(COUNTY_CODE, 9_999_998)
UNKNOWN_UNION = union_code(COUNTY_CODE, 9_999_999)
UNKNOWN_TOWN = "云外镇"
WRONG_CHECK_UNIT = UNKNOWN_UNIT[:-1] + ("A" if UNKNOWN_UNIT[-1] != "A" else "B")
TEXT_IDENTITY = identity_number(COUNTY_CODE, date(1977, 7, 7), 7)
NUMERIC_IDENTITY = 530499198005060000
NUMERIC_UNIT = 915304990000000000
MOBILE = "1" + "3" + "9" * 4 + "0" * 5


def stranger(number: int) -> Person:
    """Someone who stands in no ledger."""
    return person_at(COUNTY_CODE, number, 0, STRANGER_YEARS)


def wrong_check(number: int) -> str:
    """An identity number whose last character is wrong."""
    right = stranger(number).identity
    return right[:-1] + str((int(right[-1].replace("X", "0")) + 1) % 10)


def impossible_birth() -> str:
    """18 characters with a right check character and the 30th of February."""
    return with_check(f"{COUNTY_CODE}19800230007")


def old_form(person: Person) -> str:
    """The same person's number in the form of 15 digits."""
    return person.identity[:6] + person.identity[8:17]


def days_before(name: str, days: int) -> Any:
    """The day so many days before the row's own day ``name``."""
    return lambda row: row[name] - timedelta(days)


def has(name: str, *values: Any) -> Any:
    """Rows in which a column has one of the values."""
    return lambda row: row.get(name) in values
