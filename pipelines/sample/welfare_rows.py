"""Rows about services and care: trips, health checks, trainings, stations, loans, village teams."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

TRIP_LINE, HEALTH_LINE, LOAN_LINE, POSTING_LINE = 6, 7, 8, 9
TRIPS, HEALTH_CHECKS, LOANS, POSTINGS, STATIONS, CLASSES = 60, 300, 40, 26, 30, 12
PLACES = ("云水湖职工疗养院", "松风山职工疗养院", "青岚温泉疗养院")


def trips(county: County, until: date) -> Iterator[Row]:
    """Ledger recuperation: groups of twenty for five days."""
    year, factor = until.year, county.place.factor
    kinds = ("劳模", "一线职工", "抗疫一线", "脱贫攻坚和乡村振兴一线", "新就业形态")
    for number in range((TRIPS + 4 * (year - county.place.first_year)) * factor):
        start = date(year, 4, 12) + timedelta(number // 20 % 12 * 14)
        yield {
            "person": county.person(TRIP_LINE, year % 100 * 2_000 + number),
            "beneficiary_kind": kinds[number % len(kinds)],
            "place": PLACES[number // 20 % len(PLACES)],
            "start_date": start,
            "end_date": start + timedelta(4),
            "amount": 2_380 + number % 3 * 120,
        }


def health_checks(county: County, until: date) -> Iterator[Row]:
    """Ledger health_check: without any result of the checks."""
    year, factor = until.year, county.place.factor
    kinds = ("新就业形态", "女职工", "一线职工", "新就业形态", "女职工", "劳模")
    for number in range((HEALTH_CHECKS + 18 * (year - county.place.first_year)) * factor):
        yield {
            "person": county.person(HEALTH_LINE, number),
            "year": year,
            "beneficiary_kind": kinds[number % len(kinds)],
            "checked_date": date(year, 5, 8) + timedelta(number * 7 % 60),
            "amount": 260 if number % 6 else 680,
        }


def training_classes(county: County, until: date) -> Iterator[Row]:
    """Ledger training: classes of one year."""
    year = until.year
    trades = ("育婴员", "保育员", "中式烹调师", "养老护理员", "育婴员", "家政服务员")
    for number in range(CLASSES * county.place.factor):
        enrolled = 38 + number * 5 % 17 + 2 * (year - county.place.first_year)
        completed = enrolled - number % 4
        start = date(year, 3, 6) + timedelta(number % 12 * 21)
        yield {
            "class_code": f"PX{year}-{number + 1:03d}",
            "trade": trades[number % len(trades)],
            "start_date": start,
            "end_date": start + timedelta(14),
            "enrolled": enrolled,
            "completed": completed,
            "certified": completed - 2 - number % 3,
            "amount": enrolled * 480,
        }


def stations(county: County, until: date) -> Iterator[Row]:
    """Ledger service_station: every station built by ``until``."""
    kinds = ("职工驿站", "港湾", "职工驿站", "爱心妈妈小屋", "职工书屋")
    towns = county.place.townships[:-1]
    for number in range(STATIONS * county.place.factor):
        built = date(county.place.first_year - 2, 5, 1) + timedelta(number * 53 % ((len(county.place.years) + 2) * 360))
        if built <= until:
            town, kind = towns[number % len(towns)], kinds[number % len(kinds)]
            yield {
                "station_code": f"YZ{number + 1:04d}",
                "station_name": f"{town.name}{number + 1}号{kind}",
                "station_kind": kind,
                "township_code": town.name,
                "built_date": built,
            }


def loans(county: County, until: date) -> Iterator[Row]:
    """Ledger loan: loans granted in one year."""
    year, towns = until.year, county.place.townships[:-1]
    for number in range(LOANS * county.place.factor):
        granted = date(year, 2, 20) + timedelta(number * 23 % 290)
        yield {
            "loan_code": f"DK{year}-{number + 1:04d}",
            "person": county.person(LOAN_LINE, year % 100 * 4_500 + number),
            "township_code": towns[number * 5 % len(towns)].name,
            "granted_date": granted,
            "amount": (100_000, 150_000, 200_000)[number % 3],
            "due_date": granted.replace(year=year + 3, day=min(granted.day, 28)),
            "status": "逾期" if number % 19 == 7 else "已还清" if number % 5 == 0 else "在贷",
        }


def postings(county: County, until: date) -> Iterator[Row]:
    """Ledger village_posting: teams of two years, whose state in ``until`` is known."""
    towns = county.place.townships[:-1]
    for number in range(POSTINGS * county.place.factor):
        for turn, start in enumerate(_posting_starts(county)):
            if start > until:
                continue
            level = ("省级", "县级", "市级", "县级")[number % 4]
            end = date(start.year + 2, 2, 28)
            yield {
                "person": county.person(POSTING_LINE, turn * 100_000 + number),
                "sending_unit": f"{county.place.county_name}总工会" if number % 8 == 1 else f"第{number + 1}派出单位",
                "level": level,
                "sent_by_federation": number % 8 == 1,
                "village": f"{towns[number % len(towns)].name}第{number % 9 + 1}村",
                "township_code": towns[number % len(towns)].name,
                "start_date": start,
                "end_date": end if end <= until else None,
            }


def _posting_starts(county: County) -> list[date]:
    return [date(year, 3, 1) for year in range(county.place.first_year - 2, county.place.last_year + 1, 2)]


def condolences(county: County, until: date) -> Iterator[Row]:
    """Ledger village_condolence: one payment in April to every provincial and some other team members."""
    year = until.year
    start = next(day for day in reversed(_posting_starts(county)) if day < date(year, 4, 1))
    turn = _posting_starts(county).index(start)
    for number in range(POSTINGS * county.place.factor):
        level = ("省级", "县级", "市级", "县级")[number % 4]
        if level == "县级" and number % 8 != 1:
            continue
        yield {
            "payment_code": f"ZC{year}-{number + 1:04d}",
            "person": county.person(POSTING_LINE, turn * 100_000 + number),
            "level": level,
            "condolence_kind": "意外伤害" if number == 8 else "普遍慰问",
            "paid_date": date(year, 4, 2) + timedelta(number % 20),
            "amount": 2_000 if level == "省级" else 1_000,
        }
