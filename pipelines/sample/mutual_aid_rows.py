"""Rows of the service centre about mutual medical aid: enrolments and claims."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row, Union
from pipelines.sample.place import month_end

BASE_YEAR = 2004
ENROLLED_UNITS = 190
CLAIMS = 2_500
CLAIM_LINE = 5
CLAIMANTS = 60_000
FEE = 100


def enrolled(county: County, year: int) -> list[tuple[Union, int]]:
    """The unions whose units take part in the period of a year, with the people enrolled."""
    place = county.place
    count = round(ENROLLED_UNITS * place.factor / 1.06 ** (place.last_year - year))
    before = date(year - 1, 12, 1)
    elapsed = place.elapsed(before)
    unions = [union for union in county.unions if union.unit and union.founded <= before]
    unions.sort(key=lambda union: union.members(elapsed) * (0.45 if union.township.weak else 1), reverse=True)
    share = 0.88 + 0.01 * (year - place.first_year)
    return [(union, max(int(union.members(elapsed) * min(share, 0.97)), 1)) for union in unions[:count]]


def enrolments(county: County, until: date) -> Iterator[Row]:
    """Ledger mutual_aid_enrolment: the period that starts after ``until``."""
    year = until.year + 1
    for union, people in enrolled(county, year):
        assert union.unit
        yield {
            "unit_code": union.unit.code,
            "unit_name": union.unit.name,
            "period": year - BASE_YEAR,
            "people": people,
            "fee": FEE,
            "paid_amount": people * FEE,
            "start_date": date(year, 1, 1),
            "end_date": month_end(year, 12),
        }


def claims(county: County, until: date) -> Iterator[Row]:
    """Ledger mutual_aid_claim: paid in the year of ``until``; in the last year also those not yet paid."""
    year, place = until.year, county.place
    for applied_year in (year - 1, year):
        if applied_year < place.first_year:
            continue
        for row in _applications(county, applied_year):
            paid = row["paid_date"]
            if paid.year == year:
                yield row
            elif applied_year == year == place.last_year:
                yield {**row, "paid_date": None, "forwarded_date": None}


def _applications(county: County, year: int) -> Iterator[Row]:
    """Applications of one year: a worker's stay in hospital costs some hundreds to some ten thousands."""
    dice = county.dice(f"claims {year}")
    units = [union.unit.code for union, _ in enrolled(county, year) if union.unit]
    count = int(CLAIMS * county.place.factor / 1.05 ** (county.place.last_year - year))
    for number in range(count):
        applied = date(year, 1, 4) + timedelta(number * 361 // count)
        forwarded = applied + timedelta(dice.randint(1, 6))
        self_paid = dice.randrange(60_000, 800_000)
        yield {
            "claim_code": f"BZ{year}-{number + 1:06d}",
            "person": county.person(CLAIM_LINE, dice.randrange(CLAIMANTS)),
            "unit_code": units[dice.randrange(len(units))],
            "period": year - BASE_YEAR,
            "applied_date": applied,
            "forwarded_date": forwarded,
            "paid_date": forwarded + timedelta(dice.randint(5, 28)),
            "self_paid": self_paid / 100,
            "amount": self_paid * 12 // 100 / 100,
        }
