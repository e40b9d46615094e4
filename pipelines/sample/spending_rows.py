"""Rows of the finance department about single payments: subsidies, large payments, purchases, projects."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

SUBSIDIES, LARGE_PAYMENTS, PURCHASES = 60, 40, 90
GROWTH = 0.06
PURPOSES = ("职工书屋建设", "职工之家建设", "基层工会活动补助", "社会化工作者补助", "困难基层工会补助")
LARGE_PURPOSES = ("职工服务中心消防改造", "送温暖慰问物资采购", "职工运动会承办", "劳模疗休养", "工会干部轮训")
SUPPLIERS = ("云岭文印社", "松泉办公用品商行", "青禾科技公司", "桑园印务公司", "柏林坝建筑工程队", "梨花物业公司")
RARE_SUPPLIER = "竹箐广告制作部"
RARE_PURCHASE = 31
"""Which of a year's purchases, a small one, is from the supplier that sells once a year."""
SMALL_PURCHASE = 9_500
"""Two of these stay below the amount from which a purchase may not be split."""
PROJECTS = (
    ("职工服务中心建设项目", 3_200_000, (20, 35, 25, 15)),
    ("工人文化宫改造项目", 1_850_000, (30, 30, 30)),
)
"""Name, contract amount in yuan, payments in per cent of it."""


def _count(county: County, most: int, year: int) -> int:
    """How many there are in a year, so that they grow to the most in the last one."""
    return round(most * county.place.factor / (1 + GROWTH) ** (county.place.last_year - year))


def subsidies(county: County, until: date) -> Iterator[Row]:
    """Ledger subsidy: grants to unions in one year, most of them in its second half, settled at its end."""
    year = until.year
    dice = county.dice(f"subsidies {year}")
    unions = [union for union in county.unions if union.founded.year < year and union.dissolved is None]
    count = _count(county, SUBSIDIES, year)
    for number in range(count):
        paid = date(year, 3, 10) + timedelta(number * 275 // count)
        amount = dice.randrange(8, 56) * 1_000
        yield {
            "grant_code": f"BZX{year}-{number + 1:03d}",
            "union_code": unions[dice.randrange(len(unions))].code,
            "purpose": PURPOSES[number % len(PURPOSES)],
            "amount": amount,
            "paid_date": paid,
            "settled_amount": amount - dice.randrange(0, 4) * 250 if paid.month < 10 else None,
        }


def large_payments(county: County, until: date) -> Iterator[Row]:
    """Ledger large_payment: payments of one year, each at or over 50,000 yuan decided on before."""
    year = until.year
    dice = county.dice(f"large payments {year}")
    count = _count(county, LARGE_PAYMENTS, year)
    for number in range(count):
        paid = date(year, 1, 12) + timedelta(number * 345 // count)
        is_large = number % 8 != 6
        yield {
            "payment_code": f"DE{year}-{number + 1:03d}",
            "purpose": LARGE_PURPOSES[number % len(LARGE_PURPOSES)],
            "amount": dice.randrange(500, 3_800) * 100 if is_large else dice.randrange(300, 500) * 100,
            "meeting_date": paid - timedelta(dice.randint(3, 24)) if is_large else None,
            "minutes_code": f"〔{year}〕{number // 2 + 1}号" if is_large else None,
            "paid_date": paid,
        }


def purchases(county: County, until: date) -> Iterator[Row]:
    """Ledger procurement: purchases of one year; the larger ones by tender or negotiation."""
    year = until.year
    dice = county.dice(f"purchases {year}")
    count = _count(county, PURCHASES, year)
    for number in range(count):
        kind = ("办公用品", "办公用品", "办公设备", "服务", "服务", "工程", "其他")[number % 7]
        is_small = kind == "办公用品" or number % 5 < 3
        amount = dice.randrange(600, SMALL_PURCHASE) if is_small else dice.randrange(210, 1_600) * 100
        yield {
            "purchase_code": f"CG{year}-{number + 1:03d}",
            "item_kind": kind,
            "method": _method(kind, number, is_small=is_small),
            "budget_amount": amount + dice.randrange(0, 12) * 100,
            "amount": amount,
            "supplier": RARE_SUPPLIER if number == RARE_PURCHASE else SUPPLIERS[dice.randrange(len(SUPPLIERS))],
            "purchased_date": date(year, 1, 8) + timedelta(number * 350 // count),
        }


def _method(kind: str, number: int, *, is_small: bool) -> str:
    if kind in {"办公用品", "办公设备"}:
        others = ("网上商城", "框架协议") if kind == "办公用品" else ("询价", "自行采购")
        return ("集中采购", "网上商城", "集中采购", "网上商城", *others)[number % 6]
    if is_small:
        return ("询价", "自行采购", "框架协议")[number % 3]
    return ("公开招标", "竞争性磋商", "竞争性谈判", "邀请招标", "单一来源")[number % 5]


def three_public(county: County, until: date) -> Iterator[Row]:
    """Ledger three_public: every kind and month of one year; it sinks from year to year."""
    year = until.year
    dice = county.dice(f"three public {year}")
    share = 0.94 ** (year - county.place.first_year) * county.place.factor
    budgets = {"因公出国（境）": 0, "公务接待": 42_000, "公务用车购置": 0, "公务用车运行维护": 66_000}
    for month in range(1, 13):
        for kind, budget in budgets.items():
            spent = int(budget * share * dice.uniform(0.055, 0.08))
            yield {
                "expense_kind": kind,
                "month": date(year, month, 1),
                "budget_amount": round(budget * share / 100) * 100,
                "amount": spent,
                "events": max(spent // 550, 1) if kind == "公务接待" else None,
            }


def project_payments(county: County, until: date) -> Iterator[Row]:
    """Ledger project_payment: two building projects a county, one payment each a year while they run."""
    year = until.year - county.place.first_year
    for county_number in range(county.place.factor):
        for number, (name, contract, payments) in enumerate(PROJECTS):
            if year < len(payments):
                yield {
                    "payment_code": f"XM{county_number * len(PROJECTS) + number + 1:03d}-{year + 1}",
                    "project_name": name if county_number == 0 else f"{name}（{county_number + 1}）",
                    "contract_amount": contract,
                    "amount": contract * payments[year] // 100,
                    "paid_date": date(until.year, 5 + number * 4, 18),
                }
