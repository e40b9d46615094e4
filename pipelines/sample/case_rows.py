"""Rows of the rights department about its services: meetings, disputes, legal aid, inspections."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

CASES = 62
GROWTH = 0.06
MEETINGS = {"三方会议": (3, 6, 9, 12), "联席会议": (1, 4, 7, 10)}
DISPUTES = ("争议调处", "法律援助", "争议调处", "劳动保护检查", "法律援助")
OUTCOMES, OUTCOME_SHARES = ("成功", "部分成功", "未成功"), (70, 20, 10)
LAST_CASE_DAY, LONGEST_CASE_DAYS = 320, 42


def cases(county: County, until: date) -> Iterator[Row]:
    """Ledger rights_case: received in the year of ``until``; at the end of the last year some are still open."""
    year, place = until.year, county.place
    dice = county.dice(f"rights cases {year}")
    rows = [_meeting(kind, date(year, month, 10 + month)) for kind, months in MEETINGS.items() for month in months]
    count = place.grown(CASES, year, GROWTH) - len(rows)
    last_day = LAST_CASE_DAY + (40 if year == place.last_year else 0)
    for number in range(count):
        received = date(year, 1, 4) + timedelta(number * last_day // count)
        rows.append(_case(county, dice, DISPUTES[number % len(DISPUTES)], received))
    rows.sort(key=lambda row: row["received_date"])
    for number, row in enumerate(rows, start=1):
        is_open = row["closed_date"] > until
        yield {
            "case_code": f"WQ{year}-{number:03d}",
            **row,
            "closed_date": None if is_open else row["closed_date"],
            "outcome": None if is_open else row["outcome"],
        }


def _meeting(kind: str, day: date) -> Row:
    return {
        "case_kind": kind,
        "township_code": None,
        "received_date": day,
        "closed_date": day,
        "people": 9,
        "outcome": "不适用",
    }


def _case(county: County, dice: random.Random, kind: str, received: date) -> Row:
    """Disputes are about some people's wages; an inspection concerns all who work there."""
    is_inspection = kind == "劳动保护检查"
    people = dice.randint(20, 180) if is_inspection else dice.choice((1, 1, 1, 2, 3, 6, 14))
    outcome = "不适用" if is_inspection else dice.choices(OUTCOMES, weights=OUTCOME_SHARES)[0]
    return {
        "case_kind": kind,
        "township_code": dice.choice(county.place.townships[:-1]).name,
        "received_date": received,
        "closed_date": received + timedelta(1 if is_inspection else dice.randint(5, LONGEST_CASE_DAYS)),
        "people": people,
        "amount": None if is_inspection else people * dice.randrange(3_000, 24_000, 250),
        "outcome": outcome,
    }
