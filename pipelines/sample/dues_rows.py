"""Rows of the finance department about dues: what units pay, what is refunded, what is passed on."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row, Unit
from pipelines.sample.working_time import closing_day

PAYERS = 310
WAGE_GROWTH = 0.045
SEASONS = (104, 96, 98, 98, 99, 100, 100, 99, 100, 100, 101, 132)
"""Payroll of the months in per cent: bonuses come in December."""
REFUNDS = 103
REFUND_GROWTH = 0.06
REMITTED_PER_CENT = 35


def payers(county: County) -> list[Unit]:
    """The units that pay dues, in the order of their unions."""
    distinct = dict.fromkeys(unit.code for unit in county.organised_units)
    by_code = {unit.code: unit for unit in county.organised_units}
    return [by_code[code] for code in distinct][: PAYERS * county.place.factor]


def dues(county: County, until: date) -> Iterator[Row]:
    """Ledger dues: every paying unit and month of the year of ``until``."""
    units = payers(county)
    dice = county.dice(f"dues {until.year}")
    manners = [_manner(dice, number) for number in range(len(units))]
    for month in range(1, 13):
        for number, unit in enumerate(units):
            if unit.registered < date(until.year, month, 1):
                yield _dues_row(county, unit, number, date(until.year, month, 1), manners[number])


def _manner(dice: random.Random, number: int) -> int:
    """How a unit pays: 0 every month; 2–10 that month late, with the next one; -1 six tenths only, year after year."""
    late = dice.randint(2, 10)
    if number % 21 == 7:
        return -1
    return late if number % 9 == 4 else 0


def _dues_row(county: County, unit: Unit, number: int, month: date, manner: int) -> Row:
    payroll = _payroll(county, unit, number, month)
    cents = payroll * 2
    if manner == -1:
        cents = cents * 6 // 10
    elif month.month == manner:
        cents = 0
    elif manner and month.month == manner + 1:
        cents += 2 * _payroll(county, unit, number, month.replace(month=manner))
    return {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "month": month,
        "payroll": payroll,
        "paid_amount": cents / 100,
        "channel": _channel(unit),
        "dues_kind": "筹备金" if number % 40 == 11 else "工会经费",
    }


def _payroll(county: County, unit: Unit, number: int, month: date) -> int:
    """Yuan of one month; nothing before the unit was registered."""
    if unit.registered >= month:
        return 0
    wage = 3_600 + number * 37 % 2_400
    grown = (1 + WAGE_GROWTH) ** (month.year - county.place.first_year)
    return int(unit.employees(county.place.elapsed(month)) * wage * grown * SEASONS[month.month - 1] / 100)


def _channel(unit: Unit) -> str:
    if unit.kind in {"机关", "事业"}:
        return "财政划拨"
    return "税务代收" if unit.staff >= 25 else "直接拨缴"


def refunds(county: County, until: date) -> Iterator[Row]:
    """Ledger dues_refund: refunds of one year; the last receipts of the last year still wait."""
    year, place = until.year, county.place
    dice = county.dice(f"refunds {year}")
    unions = [union for union in county.unions if union.unit and union.founded.year < year]
    count = round(REFUNDS * place.factor / (1 + REFUND_GROWTH) ** (place.last_year - year))
    for number in range(count):
        union = unions[dice.randrange(len(unions))]
        receipt = date(year, 1, 6) + timedelta(number * (361 if year == place.last_year else 345) // count)
        refunded = closing_day(dice, receipt, 5)
        staff = union.employees(place.elapsed(receipt))
        yield {
            "refund_code": f"FB{year}-{number + 1:04d}",
            "union_code": union.code,
            "receipt_date": receipt,
            "refunded_date": refunded if refunded <= until else None,
            "amount": staff * dice.randrange(14_000, 24_000) / 100,
        }


def remittances(county: County, until: date) -> Iterator[Row]:
    """Ledger dues_remit: what of each month's dues goes to the higher levels; twice a year half of it a month late."""
    cents = dict.fromkeys(range(1, 13), 0)
    for row in dues(county, until):
        cents[row["month"].month] += round(row["paid_amount"] * 100)
    waiting = 0
    for month, paid in cents.items():
        due = paid * REMITTED_PER_CENT // 100
        remitted = due + waiting
        waiting = 0
        if month in (4 + until.year % 3, 11):
            waiting = due // 2
            remitted -= waiting
        yield {
            "month": date(until.year, month, 1),
            "due_amount": due / 100,
            "remitted_amount": remitted / 100,
        }
