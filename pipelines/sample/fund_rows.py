"""Rows of the finance room about dues: collected, refunded, remitted, granted to unions below."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row
from pipelines.sample.place import month_end

WAGE = 4_600
REFUNDS, GRANTS = 120, 30


def dues(county: County, until: date) -> Iterator[Row]:
    """Ledger dues: units with a union of their own, every month of one year; nobody pays more than is due."""
    for month in range(1, 13):
        day = month_end(until.year, month)
        elapsed = county.place.elapsed(day)
        for number, union in enumerate(county.unions):
            if union.unit is None or union.founded > date(until.year, month, 1):
                continue
            payroll = union.unit.employees(elapsed) * (WAGE + number % 40 * 35)
            share = 0.55 if number % 9 == 4 else 0.8 if union.township.weak else 1
            yield {
                "unit_code": union.unit.code,
                "unit_name": union.unit.name,
                "month": day.replace(day=1),
                "payroll": payroll,
                "paid_amount": int(payroll * 2 * share) / 100,
                "channel": "财政划拨" if union.kind == "机关" else "税务代收",
                "dues_kind": "工会经费",
            }


def refunds(county: County, until: date) -> Iterator[Row]:
    """Ledger dues_refund: most within five working days of the receipt."""
    year = until.year
    unions = [union for union in county.unions if union.unit and union.founded < date(year, 1, 1)]
    for number in range(REFUNDS * county.place.factor):
        receipt = date(year, 1, 8) + timedelta(number * 23 % 330)
        yield {
            "refund_code": f"FB{year}-{number + 1:04d}",
            "union_code": unions[number * 7 % len(unions)].code,
            "receipt_date": receipt,
            "refunded_date": receipt + timedelta(13 if number % 15 == 8 else 1 + number % 4),
            "amount": (120_000 + number * 7_919 % 900_000) / 100,
        }


def remittances(county: County, until: date) -> Iterator[Row]:
    """Ledger dues_remit: two fifths of what came in go to the levels above."""
    paid: dict[date, float] = {}
    for row in dues(county, until):
        paid[row["month"]] = paid.get(row["month"], 0) + row["paid_amount"]
    for month, amount in paid.items():
        due = round(amount * 0.4, 2)
        yield {"month": month, "due_amount": due, "remitted_amount": round(due * (0.9 if month.month == 5 else 1), 2)}


def grants(county: County, until: date) -> Iterator[Row]:
    """Ledger subsidy: grants to grass-roots unions, settled by the end of the year."""
    year = until.year
    unions = [union for union in county.unions if union.founded < date(year, 1, 1)]
    purposes = ("职工之家建设", "职工书屋建设", "文体活动补助", "集体协商工作补助")
    for number in range(GRANTS * county.place.factor):
        amount = 3_000 + number % 8 * 1_000
        yield {
            "grant_code": f"BX{year}-{number + 1:03d}",
            "union_code": unions[number * 13 % len(unions)].code,
            "purpose": purposes[number % len(purposes)],
            "amount": amount,
            "paid_date": date(year, 3, 15) + timedelta(number * 17 % 240),
            "settled_amount": amount - number % 5 * 120,
        }
