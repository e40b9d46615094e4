"""Rows of the organisation department: townships, units, unions, members, platform stations."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row, Union, Unit

MEMBER_LINE = 20
REGISTER_SHARE = 0.8
PLATFORM_GROUPS = ("快递员", "外卖配送员", "网约车司机", "货车司机", "家政服务员", "保安员", "护工护理员", "房产中介员")
STATIONS = 24


def townships(county: County, until: date) -> Iterator[Row]:
    """Ledger township: one row a township; ``until`` does not matter."""
    del until
    for town in county.place.townships:
        yield {"township_code": town.code, "township_name": town.name, "township_kind": town.kind}


def enterprises(county: County, until: date) -> Iterator[Row]:
    """Ledger enterprise: the state of every unit registered by ``until``."""
    elapsed = county.place.elapsed(until)
    for unit in county.units:
        if unit.registered <= until:
            yield {**_unit_row(unit, elapsed), "closed_date": unit.closed if (unit.closed or until) <= until else None}


def _unit_row(unit: Unit, elapsed: float) -> Row:
    employees = unit.employees(elapsed)
    return {
        "unit_code": unit.code,
        "unit_name": unit.name,
        "township_code": unit.township.name,
        "industry": unit.industry,
        "control_kind": unit.control,
        "unit_kind": unit.kind,
        "employees": employees,
        "female_employees": int(employees * unit.female_share),
        "registered_date": unit.registered,
    }


def unions(county: County, until: date) -> Iterator[Row]:
    """Ledger union: the state of every union founded by ``until``."""
    elapsed = county.place.elapsed(until)
    for union in county.unions:
        if union.founded <= until:
            yield _union_row(county, union, elapsed, until)


def _union_row(county: County, union: Union, elapsed: float, until: date) -> Row:
    members = union.members(elapsed)
    women = int(members * union.female_share)
    most_women = int(union.members(county.place.elapsed(county.place.last_day)) * union.female_share)
    needs_body = most_women >= 10 or union.has_womens_body
    return {
        "union_code": union.code,
        "union_name": union.name,
        "union_kind": union.kind,
        "unit_code": union.unit.code if union.unit else None,
        "township_code": union.township.name,
        "covered_units": max(len(union.units), 1),
        "employees": union.employees(elapsed),
        "members": members,
        "female_members": women,
        "migrant_members": int(members * union.migrant_share),
        "founded_date": union.founded,
        "dissolved_date": union.dissolved if (union.dissolved or until) < until else None,
        "term_end_date": union.term_end,
        "certificate_end_date": union.term_end if union.is_legal_person else None,
        "womens_body": ("女工委" if most_women >= 25 else "女职工委员") if needs_body else "无",
        "audit_body": union.audit_body,
        "legal_person": union.is_legal_person,
    }


def covered_units(county: County, until: date) -> Iterator[Row]:
    """Ledger union_unit: the units of joint unions; ``until`` does not matter."""
    del until
    for union in county.unions:
        for unit in union.covered:
            yield {"union_code": union.code, "unit_code": unit.code, "unit_name": unit.name}


def members(county: County, until: date) -> Iterator[Row]:
    """Ledger member: who joined or left in the year of ``until``; the first year also lists everyone before."""
    place, year, start = county.place, until.year, 0
    for union in county.unions:
        counts = [_registered(county, union, one) for one in range(place.first_year - 1, place.last_year + 1)]
        before, now = counts[year - place.first_year], counts[year - place.first_year + 1]
        for number in range(0 if year == place.first_year else before, now):
            joined_year = None if number < before else year
            yield _member_row(county, union, start, number, joined_year)
        for number in range((year * 7) % 97, before, 97):
            joined_year = next(
                (place.first_year - 1 + place_in for place_in, count in enumerate(counts) if number < count), None
            )
            left = date(year, 1, 10) + timedelta(number % 340)
            row = _member_row(county, union, start, number, _after_start(place.first_year, joined_year))
            if year != place.first_year and left > row["joined_date"]:
                yield {**row, "left_date": left}
        start += counts[-1]


def _after_start(first_year: int, joined_year: int | None) -> int | None:
    return joined_year if joined_year is not None and joined_year >= first_year else None


def _registered(county: County, union: Union, year: int) -> int:
    """Members in the register at the end of a year; nobody before the union is founded."""
    last_day = date(year, 12, 31)
    alive = last_day if union.dissolved is None else min(last_day, union.dissolved)
    return int(REGISTER_SHARE * union.members(county.place.elapsed(alive))) if union.founded <= last_day else 0


def _member_row(county: County, union: Union, start: int, number: int, year: int | None) -> Row:
    person = county.person(MEMBER_LINE, start + number)
    grown = person.birth_date + timedelta(18 * 366)
    last = date(year or county.place.first_year - 1, 12, 31)
    if union.dissolved is not None:
        last = min(last, union.dissolved)
    first = max(union.founded, grown) if year is None else max(union.founded, date(year, 1, 1))
    joined = first + timedelta((number * 37 + start * 11) % max((last - first).days, 1))
    is_platform = year is not None and number % 9 == 0
    office = union.kind == "机关"
    kind = "新就业形态" if is_platform else "正式" if office else ("正式", "农民工", "劳务派遣", "农民工")[number % 4]
    return {
        "person": person,
        "union_code": union.code,
        "employment_kind": kind,
        "platform_group": PLATFORM_GROUPS[number // 9 % len(PLATFORM_GROUPS)] if is_platform else None,
        "joined_date": joined,
        "left_date": None,
    }


def platform_stations(county: County, until: date) -> Iterator[Row]:
    """Ledger platform_survey: every station and month of the year of ``until``."""
    dice = county.dice(f"stations {until.year}")
    years = until.year - county.place.first_year
    for number in range(STATIONS * county.place.factor):
        group = PLATFORM_GROUPS[number % 5]
        surveyed = 20 + number * 13 % 45 + 2 * years
        for month in range(1, 13):
            surveyed += dice.randint(0, 1)
            yield {
                "station_name": f"{group}{number + 1}号站点",
                "month": date(until.year, month, 1),
                "platform_group": group,
                "surveyed": surveyed,
                "joined": int(surveyed * min(0.55 + 0.07 * years + month * 0.005 + number % 4 * 0.02, 0.95)),
            }
