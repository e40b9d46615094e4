"""Rows of the service centre about what it offers everybody: training, stations, start-up loans."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

LOAN_LINE = 8
TRADES = (
    *("育婴员", "中式烹调师", "保育员", "养老护理员", "焊工", "家政服务员"),
    *("育婴员", "电工", "保育员", "茶艺师", "砌筑工", "电子商务师"),
)
CLASS_SIZE, CLASS_GROWTH = 46, 0.06
CLASS_DAYS = {"焊工": 21, "电工": 21, "砌筑工": 18, "中式烹调师": 18}
FEE_A_HEAD = 900
STATIONS, STATIONS_A_YEAR = 62, 5
STATION_KINDS = ("职工驿站", "职工驿站", "港湾", "职工驿站", "爱心妈妈小屋", "职工驿站", "职工书屋")
CLOSED_EVERY = 31
SIGNS = "兴盛和顺永昌嘉泰瑞丰恒达益源同德"
LOANS, LOANS_GROWTH = 40, 0.08
AMOUNTS = (100_000, 150_000, 200_000, 80_000, 150_000)


def classes(county: County, until: date) -> Iterator[Row]:
    """Ledger training: about one class a month, none in the month of the Spring Festival."""
    year, place = until.year, county.place
    for number in range(len(TRADES) * place.factor):
        trade = TRADES[number % len(TRADES)]
        start = date(year, 3, 2) + timedelta(number % len(TRADES) * 23 + number // len(TRADES) % 9)
        enrolled = round((CLASS_SIZE - number % 5 * 2) / (1 + CLASS_GROWTH) ** (place.last_year - year))
        completed = enrolled - number % 4
        yield {
            "class_code": f"PX{year}-{number + 1:03d}",
            "trade": trade,
            "start_date": start,
            "end_date": start + timedelta(CLASS_DAYS.get(trade, 12)),
            "enrolled": enrolled,
            "completed": completed,
            "certified": completed - 1 - number % 3,
            "amount": enrolled * FEE_A_HEAD,
        }


def stations(county: County, until: date) -> Iterator[Row]:
    """Ledger service_station: every station opened by ``until``, those that were closed again as well."""
    place = county.place
    towns = place.townships[:-1]
    for number in range(STATIONS * place.factor):
        opened = _opened(county, number)
        closed = date(place.last_year, 3, 31) if number % CLOSED_EVERY == 7 else None
        town = towns[number * 7 % len(towns)]
        kind = "职工服务中心" if number < place.factor else STATION_KINDS[number % len(STATION_KINDS)]
        if opened <= until:
            yield {
                "station_code": f"ZD{number + 1:04d}",
                "station_name": f"{town.name}{SIGNS[number % len(SIGNS)]}{number + 1}{kind}",
                "station_kind": kind,
                "township_code": town.name,
                "built_date": opened,
                "closed_date": closed if closed and closed <= until else None,
            }


def _opened(county: County, number: int) -> date:
    """Some in every year of the sample, between May and November; the others before it."""
    place = county.place
    of_the_years = STATIONS_A_YEAR * place.factor * len(place.years)
    years, rest = divmod(max(number - (STATIONS * place.factor - of_the_years), 0), STATIONS_A_YEAR * place.factor)
    if number < STATIONS * place.factor - of_the_years:
        return date(place.first_year - 1 - number % 4, 5 + number % 7, 1 + number * 3 % 28)
    return date(place.first_year + years, 5 + rest % 7, 6 + rest * 5 % 20)


def loans(county: County, until: date) -> Iterator[Row]:
    """Ledger loan: the whole book with every loan as it stands on ``until``."""
    place, number = county.place, 0
    for year in place.years:
        count = place.grown(LOANS, year, LOANS_GROWTH)
        for rank in range(count):
            granted = date(year, 2, 20) + timedelta(rank * 290 // count)
            due = date(year + 2 + rank % 2, granted.month, min(granted.day, 28))
            number += 1
            yield {
                "loan_code": f"DK{year}-{rank + 1:04d}",
                "person": county.person(LOAN_LINE, number),
                "township_code": place.townships[number * 5 % (len(place.townships) - 1)].name,
                "granted_date": granted,
                "amount": AMOUNTS[number % len(AMOUNTS)],
                "due_date": due,
                "status": _status(due <= until, number),
            }


def _status(is_due: bool, number: int) -> str:
    """One loan in nine is not paid back in time, and one in forty falls behind before it is due."""
    if is_due:
        return "逾期" if number % 9 == 4 else "已还清"
    return "逾期" if number % 40 == 21 else "在贷"
