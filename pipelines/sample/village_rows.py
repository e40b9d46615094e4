"""Rows of the office about people posted to villages, and what they are given."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row
from pipelines.sample.people import Person

POSTING_LINE = 9
SEATS = 12
SEAT_LEVELS = ("省级", "县级", "市级", "县级", "省级", "县级", "市级", "县级", "省级", "县级", "市级", "省级")
FEDERATION_SEATS = (1, 5, 9)
POSTED_YEARS = 2
MOST_POSTINGS_OF_A_SEAT = 100
VILLAGES = ("松树坪村", "大石桥村", "梨园村", "小箐村", "柳树塘村", "马鞍山村", "红土坡村", "老鹰岩村")
AMOUNTS = {"普遍慰问": 2_000, "意外伤害": 5_000, "重大疾病": 10_000}


@dataclass(frozen=True, slots=True)
class Posting:
    """Somebody's two years in a village; ``seat`` is the place on the team that others take afterwards."""

    seat: int
    person: Person
    start: date
    end: date

    @property
    def level(self) -> str:
        return SEAT_LEVELS[self.seat % SEATS]

    @property
    def is_of_the_federation(self) -> bool:
        return self.seat % SEATS in FEDERATION_SEATS


def postings(county: County, until: date) -> Iterator[Row]:
    """Ledger village_posting: everybody posted by ``until``; an end is settled in the year before it."""
    towns = [town for town in county.place.townships if town.kind in {"乡", "镇"}]
    for posting in _postings(county):
        if posting.start <= until:
            town = towns[posting.seat % len(towns)]
            yield {
                "person": posting.person,
                "sending_unit": _sender(county, posting),
                "level": posting.level,
                "sent_by_federation": posting.is_of_the_federation,
                "village": f"{town.name}{VILLAGES[posting.seat % len(VILLAGES)]}",
                "township_code": town.name,
                "start_date": posting.start,
                "end_date": posting.end if posting.end.year <= until.year + 1 else None,
            }


def _postings(county: County) -> Iterator[Posting]:
    """Half of the team is relieved in one year, the other half in the next."""
    place = county.place
    for seat in range(SEATS * place.factor):
        start_year = place.first_year - POSTED_YEARS + seat % POSTED_YEARS
        for turn, year in enumerate(range(start_year, place.last_year + 1, POSTED_YEARS)):
            person = county.person(POSTING_LINE, seat * MOST_POSTINGS_OF_A_SEAT + turn)
            yield Posting(seat, person, date(year, 5, 10), date(year + POSTED_YEARS, 5, 9))


def _sender(county: County, posting: Posting) -> str:
    if posting.is_of_the_federation:
        return f"{county.place.county_name}总工会"
    if posting.level == "县级":
        offices = [unit for unit in county.units if unit.kind == "机关"]
        return offices[posting.seat % len(offices)].name
    return f"{county.place.city_name if posting.level == '市级' else '省'}第{posting.seat + 1}服务中心"


def condolences(county: County, until: date) -> Iterator[Row]:
    """Ledger village_condolence: to everybody before the Spring Festival, to some after a misfortune."""
    year = until.year
    before_spring, in_autumn = date(year, 1, 22), date(year, 9, 14)
    given = [
        *((posting, "普遍慰问", before_spring) for posting in _posted(county, before_spring)),
        *((posting, "普遍慰问", in_autumn) for posting in _posted(county, in_autumn) if posting.level == "省级"),
        *_misfortunes(county, year),
    ]
    for number, (posting, kind, day) in enumerate(given, start=1):
        yield {
            "payment_code": f"ZC{year}-{number:03d}",
            "person": posting.person,
            "level": posting.level,
            "condolence_kind": kind,
            "paid_date": day,
            "amount": AMOUNTS[kind],
        }


def _posted(county: County, day: date) -> list[Posting]:
    return [posting for posting in _postings(county) if posting.start <= day <= posting.end]


def _misfortunes(county: County, year: int) -> Iterator[tuple[Posting, str, date]]:
    for month, kind in ((4, "意外伤害"), (7, "意外伤害"), (8, "重大疾病"), (11, "意外伤害")):
        day = date(year, month, 18)
        for number, posting in enumerate(_posted(county, day)):
            if number % SEATS == (year * 5 + month) % SEATS:
                yield posting, kind, day + timedelta(number % 5)
