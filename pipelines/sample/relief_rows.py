"""Rows of the service centre about people in need: households, money raised, visits, student aid."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row
from pipelines.sample.people import Person, person_at

HOUSEHOLDS = 150
VISITS = 760
COLLECTIVE_VISITS = 10
STUDENTS = 25
HOUSEHOLD_LINE, VISIT_LINE = 2, 3
OTHERS = ("环卫工人", "环卫工人", "保安", "新就业形态劳动者", "新就业形态劳动者", "劳模", "防疫一线", "其他")


def households(county: County, until: date) -> Iterator[Row]:
    """Ledger hardship_household: every household filed by ``until`` with its state then."""
    for row in _all_households(county):
        if row["filed_date"] <= until:
            closed = row["closed_date"]
            yield {**row, "closed_date": closed if closed is not None and closed <= until else None}


def _all_households(county: County) -> list[Row]:
    return [_household(county, number) for number in range((HOUSEHOLDS + 60) * county.place.factor)]


def _household(county: County, number: int) -> Row:
    place = county.place
    first = date(place.first_year - 2, 1, 15)
    filed = (
        first + timedelta(number * 83 % 700)
        if number % 4
        else date(place.first_year, 3, 1) + timedelta(number * 29 % (len(place.years) * 365 - 120))
    )
    closed = date(place.first_year, 10, 20) + timedelta(number * 41 % (len(place.years) * 365 - 300))
    return {
        "household_code": f"KN{number + 1:05d}",
        "person": county.person(HOUSEHOLD_LINE, number),
        "township_code": place.townships[number * 7 % (len(place.townships) - 1)].name,
        "hardship_kind": ("深度困难", "相对困难", "意外致困")[number % 3],
        "household_size": 1 + number % 5,
        "filed_date": filed,
        "closed_date": closed if number % 3 == 1 and closed > filed else None,
    }


def funds(county: County, until: date) -> Iterator[Row]:
    """Ledger relief_fund: receipts of one year, a little over 600,000 元 a county."""
    year, factor = until.year, county.place.factor
    grown = 1 + 0.06 * (year - county.place.first_year)
    receipts = (
        ("元旦春节", "中央财政", (1, 12), 160_000),
        ("元旦春节", "省总工会", (1, 15), 90_000),
        ("元旦春节", "县财政", (1, 18), 60_000),
        ("元旦春节", "本级工会经费", (1, 20), 70_000),
        ("元旦春节", "社会捐助", (2, 1), 20_000),
        ("送清凉", "市总工会", (6, 28), 50_000),
        ("送清凉", "本级工会经费", (7, 2), 75_000),
        ("国庆中秋", "行政拨款", (9, 10), 45_000),
        ("其他", "上年结转", (1, 5), 30_000),
    )
    for number in range(len(receipts) * factor):
        campaign, source, (month, day), amount = receipts[number % len(receipts)]
        yield {
            "fund_code": f"ZJ{year}-{number + 1:03d}",
            "campaign": campaign,
            "source": source,
            "received_date": date(year, month, day),
            "amount": round(amount * grown / 100) * 100,
        }


def visits(county: County, until: date) -> Iterator[Row]:
    """Ledger relief_visit: one year's visits, people with and groups without names."""
    year, factor = until.year, county.place.factor
    dice = county.dice(f"visits {year}")
    grown = 1 - 0.05 * (county.place.last_year - year)
    count = int(VISITS * factor * grown)
    files = _all_households(county)
    spring = [row for row in files if _in_force(row, date(year, 1, 20)) and int(row["household_code"][2:]) % 10 != 3]
    for number in range(count):
        is_spring = number < count * 0.68
        start, days = (date(year, 1, 16), 26) if is_spring else (date(year, 7, 5), 50)
        day = start + timedelta(dice.randrange(days))
        if is_spring and number < len(spring):
            person, kind, town = spring[number]["person"], "困难职工", spring[number]["township_code"]
            day = date(year, 1, 20)
        else:
            person = county.person(VISIT_LINE, (year - county.place.first_year) * 800 * factor + number)
            kind, town = OTHERS[number % len(OTHERS)], dice.choice(county.place.townships[:-1]).name
        yield _visit(year, number, day, is_spring) | {
            "person": person,
            "beneficiary_kind": kind,
            "township_code": town,
            "cash_amount": dice.choice((300, 500, 500, 500, 800)) if is_spring else 0,
            "goods_amount": dice.choice((0, 100, 158.5)) if is_spring else dice.choice((280, 356.8, 460)),
        }
    for number in range(COLLECTIVE_VISITS * factor):
        is_spring = number % 5 < 2
        day = date(year, 2, 3) if is_spring else date(year, 7, 12) + timedelta(number * 4 % 40)
        yield _visit(year, count + number, day, is_spring) | {
            "visit_kind": "集体",
            "people": 20 + number % 5 * 2,
            "beneficiary_kind": ("环卫工人", "保安", "新就业形态劳动者", "防疫一线")[number % 4],
            "township_code": dice.choice(county.place.townships[:-1]).name,
            "cash_amount": 0,
            "goods_amount": dice.choice((17_800, 19_600, 21_050.5)),
            "pay_method": "实物",
        }


def _in_force(household: Row, day: date) -> bool:
    closed = household["closed_date"]
    return bool(household["filed_date"] <= day and (closed is None or closed >= day))


def _visit(year: int, number: int, day: date, is_spring: bool) -> Row:
    return {
        "visit_code": f"WW{year}-{number + 1:05d}",
        "campaign": "元旦春节" if is_spring else "送清凉",
        "visit_kind": "个人",
        "people": 1,
        "visited_date": day,
        "pay_method": "银行转账" if is_spring else "实物",
    }


def students(county: County, until: date) -> Iterator[Row]:
    """Ledger student_aid: students of households in force, paid in August and September."""
    year, factor = until.year, county.place.factor
    homes = [row for row in _all_households(county) if _in_force(row, date(year, 7, 31))]
    for number in range(STUDENTS * factor):
        home = homes[number * 4 % len(homes)]
        stage = ("本科", "专科", "高中", "中职", "初中", "小学")[number % 6]
        yield {
            "person": _student(county, year % 100 * STUDENTS * factor + number),
            "household_code": home["household_code"],
            "year": year,
            "stage": stage,
            "paid_date": date(year, 8, 18) + timedelta(number % 30),
            "amount": {"本科": 5_000, "专科": 4_000, "高中": 2_000, "中职": 2_000}.get(stage, 1_000),
        }


def _student(county: County, number: int) -> Person:
    births = (county.place.first_year - 20, county.place.first_year - 9)
    return person_at(county.place.county_code, number, county.place.seed, births)
