"""Rows of the rights department: collective contracts and democratic management."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row, Unit

CONTRACTS = 86
CONTRACT_GROWTH = 0.055
REGIONAL, REGIONAL_SIZE = 20, 9
TRADE_WIDE, TRADE_WIDE_SIZE = 8, 6
SINGLE = 66
LONG_CONTRACTS = 14


@dataclass(frozen=True, slots=True)
class Bargain:
    """Enterprises that bargain together every year, at about the same day."""

    scope: str
    party: str
    units: tuple[Unit, ...]
    day_of_year: int


def bargains(county: County) -> list[Bargain]:
    """All that have ever bargained: districts and trades first, then enterprises of their own."""
    dice = county.dice("bargains")
    factor = county.place.factor
    units = [unit for unit in county.organised_units if unit.kind == "企业"]
    units.sort(key=lambda unit: dice.random() + (0.35 if unit.township.weak else 0))
    alone, rest = units[: SINGLE * factor], units[SINGLE * factor :]
    trade_wide = _circles(rest[: TRADE_WIDE * TRADE_WIDE_SIZE * factor], TRADE_WIDE_SIZE, "行业性")
    rest = rest[TRADE_WIDE * TRADE_WIDE_SIZE * factor :][: REGIONAL * REGIONAL_SIZE * factor]
    regional = _circles(sorted(rest, key=lambda unit: unit.township.code), REGIONAL_SIZE, "区域性")
    found = [*regional, *trade_wide, *(("企业", unit.name, (unit,)) for unit in alone)]
    return [Bargain(scope, party, members, 60 + dice.randrange(110)) for scope, party, members in found]


def _circles(units: list[Unit], size: int, scope: str) -> list[tuple[str, str, tuple[Unit, ...]]]:
    parts = [tuple(units[start : start + size]) for start in range(0, len(units), size)]
    return [(scope, f"{part[0].township.name}第{number + 1}{scope}工会", part) for number, part in enumerate(parts)]


def _signed_in(county: County, year: int, found: list[Bargain]) -> list[tuple[int, Bargain]]:
    """Who signs in a year: a few more each year; circles always, one enterprise in eight pauses."""
    years_left = county.place.last_year - year
    count = round(CONTRACTS * county.place.factor / (1 + CONTRACT_GROWTH) ** years_left)
    willing = [
        (number, _as_it_was(bargain, (years_left + number % 2) // 2))
        for number, bargain in enumerate(found)
        if len(bargain.units) > 1 or (number + year) % 8
    ]
    return willing[:count]


def _as_it_was(bargain: Bargain, fewer: int) -> Bargain:
    """A circle before its latest enterprises joined; the first one was always there."""
    return replace(bargain, units=bargain.units[: max(len(bargain.units) - fewer, 1)])


def _contracts(county: County, year: int) -> Iterator[tuple[Row, list[Row]]]:
    """Each contract signed in a year with its enterprises."""
    elapsed = county.place.elapsed(date(year, 3, 1))
    found = bargains(county)
    for number, bargain in _signed_in(county, year, found):
        signed = date(year, 1, 1) + timedelta(bargain.day_of_year + (number * 5 + year * 3) % 15)
        yield _contract(f"GZ{year}-{number + 1:04d}", "工资专项", bargain, signed, 1, elapsed)
    for number in range(LONG_CONTRACTS * county.place.factor):
        bargain = found[(number * 3 + year) % len(found)]
        signed = date(year, 8, 1) + timedelta(number * 7 % 90)
        kind = ("综合", "女职工专项", "劳动安全专项")[number % 3]
        yield _contract(f"ZH{year}-{number + 1:04d}", kind, bargain, signed, 3, elapsed)


def _contract(
    code: str, kind: str, bargain: Bargain, signed: date, years: int, elapsed: float
) -> tuple[Row, list[Row]]:
    effective = signed + timedelta(signed.day % 5)
    expiry = date(effective.year + years, effective.month, min(effective.day, 28)) - timedelta(1)
    listed: list[Row] = [
        {
            "contract_code": code,
            "unit_code": unit.code,
            "unit_name": unit.name,
            "covered_workers": max(int(unit.employees(elapsed) * 0.92), 1),
        }
        for unit in bargain.units
    ]
    contract = {
        "contract_code": code,
        "contract_scope": bargain.scope,
        "contract_kind": kind,
        "signing_party": bargain.party,
        "township_code": bargain.units[0].township.name,
        "signed_date": signed,
        "effective_date": effective,
        "expiry_date": expiry,
        "covered_enterprises": len(listed),
        "covered_workers": sum(row["covered_workers"] for row in listed),
        "is_renewal": kind == "工资专项" and signed.day % 7 != 0,
    }
    return contract, listed


def _reported_years(county: County, until: date) -> list[int]:
    """The first file also lists the contracts of the year before, most of them still in force."""
    return [until.year - 1, until.year] if until.year == county.place.first_year else [until.year]


def wage_contracts(county: County, until: date) -> Iterator[Row]:
    """Ledger wage_contract: contracts signed in the year of ``until``."""
    for year in _reported_years(county, until):
        yield from (contract for contract, _ in _contracts(county, year))


def contract_enterprises(county: County, until: date) -> Iterator[Row]:
    """Ledger wage_contract_enterprise: the enterprises of those contracts."""
    for year in _reported_years(county, until):
        for _, listed in _contracts(county, year):
            yield from listed


def democratic_management(county: County, until: date) -> Iterator[Row]:
    """Ledger democratic_management: organised and publicly owned enterprises in one year."""
    organised = {unit.code for unit in county.organised_units}
    for number, unit in enumerate(county.enterprises):
        if unit.registered > until or not (unit.is_public or unit.code in organised):
            continue
        likely = 0.62 if unit.township.weak else 0.8
        likely += 0.04 * (until.year - county.place.first_year)
        has_congress = unit.is_public or (number * 0.618) % 1 < likely
        yield {
            "unit_code": unit.code,
            "year": until.year,
            "has_congress": has_congress,
            "congress_meetings": 1 + number % 2 if has_congress else 0,
            "has_disclosure": unit.is_public or (number * 0.414) % 1 < likely,
            "has_worker_director": unit.is_public and number % 3 == 0,
        }
