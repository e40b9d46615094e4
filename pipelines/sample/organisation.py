"""Units and unions of the county: the core that every other ledger refers to."""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from pipelines.sample.people import Person, chance, credit_code, person_at
from pipelines.sample.place import Place, Township

Row = dict[str, Any]
"""One row of a ledger: column name → value. A person's value is a ``Person``, a month its first day."""

UNITS = 1_200
UNION_COUNTS = {"单独": 200, "机关": 75, "村社区": 60, "联合": 25, "行业": 10}
JOINT_MEMBERS = 4
STAFF_GROWTH = 0.03
LINE_LENGTH = 300_000
"""People of one subject; the members, the longest line, stand last and may go on."""
INDUSTRIES = "CCCCCFFFFGGHHIIKLMNOQRABDE"
TRADE_NAMES = ("农特产品", "茶业", "建材", "物流", "餐饮", "超市", "纺织", "机械", "电子", "园艺", "家政", "装饰")
SIGNS = "兴盛和顺永昌嘉泰瑞丰恒达益源同德广联远航"


@dataclass(slots=True)
class Unit:
    """A legal unit. ``staff`` is the number of employees on the first day; it grows evenly."""

    code: str
    name: str
    township: Township
    kind: str
    industry: str
    control: str
    staff: int
    female_share: float
    registered: date
    closed: date | None = None

    @property
    def is_public(self) -> bool:
        return self.control in {"国有控股", "集体控股"}

    def employees(self, elapsed: float) -> int:
        return int(self.staff * (1 + STAFF_GROWTH * max(elapsed, 0)))


@dataclass(slots=True)
class Union:
    """A grass-roots union. ``unit`` is its own unit, ``covered`` the units of a joint one."""

    code: str
    name: str
    kind: str
    township: Township
    unit: Unit | None
    covered: list[Unit]
    staff: int
    rate: float
    founded: date
    dissolved: date | None
    term_end: date
    female_share: float
    migrant_share: float
    has_womens_body: bool
    audit_body: str
    is_legal_person: bool

    @property
    def units(self) -> list[Unit]:
        return [self.unit] if self.unit else self.covered

    def employees(self, elapsed: float) -> int:
        if self.units:
            return sum(unit.employees(elapsed) for unit in self.units)
        return int(self.staff * (1 + STAFF_GROWTH * max(elapsed, 0)))

    def members(self, elapsed: float) -> int:
        rate = min(self.rate + 0.03 * max(elapsed, 0), 1)
        return max(int(self.employees(elapsed) * rate), 1)


@dataclass
class County:
    """Everything that the ledgers of one sample have in common."""

    place: Place
    units: list[Unit] = field(default_factory=list)
    unions: list[Union] = field(default_factory=list)

    def person(self, line: int, number: int) -> Person:
        """Someone of a line of people (one line a subject); no two lines share anybody."""
        return person_at(self.place.county_code, line * LINE_LENGTH + number, self.place.seed)

    def dice(self, subject: str) -> random.Random:
        return chance(self.place.seed, subject)

    @cached_property
    def enterprises(self) -> list[Unit]:
        return [unit for unit in self.units if unit.kind == "企业" and unit.closed is None]

    @cached_property
    def organised_units(self) -> list[Unit]:
        """Units with a union, in the order of the unions."""
        return [unit for union in self.unions if union.dissolved is None for unit in union.units]


def make_county(place: Place) -> County:
    """Units first, then the unions over them."""
    county = County(place)
    dice = county.dice("units")
    for number in range(UNITS * place.factor):
        county.units.append(_unit(place, dice, number))
    county.unions = _unions(county)
    return county


def _unit(place: Place, dice: random.Random, number: int) -> Unit:
    kind, prefix = _unit_kind(number)
    towns = place.townships
    if kind in {"机关", "事业"} and dice.random() < 0.5:
        town = towns[-1]
    else:
        town = dice.choices(towns[:-1], weights=[one.weight for one in towns[:-1]])[0]
    earliest = date(1996, 1, 1)
    first_day = date(place.first_year, 1, 1)
    registered = earliest + timedelta(dice.randrange((first_day - earliest).days - 30))
    closed = None
    if kind == "企业" and number % 20 in {17, 19} and number % 3 == 0:
        registered, closed = _short_life(place, dice, registered, number)
    return Unit(
        code=credit_code(place.county_code, prefix, number),
        name=_unit_name(place, town, kind, number),
        township=town,
        kind=kind,
        industry=dice.choice(INDUSTRIES) if kind == "企业" else ("S" if kind == "机关" else dice.choice("PQNO")),
        control=_control(dice, kind, number),
        staff=_staff(dice, kind, number),
        female_share=dice.uniform(0.25, 0.6),
        registered=registered,
        closed=closed,
    )


def _unit_kind(number: int) -> tuple[str, str]:
    match number % 20:
        case 0:
            return "机关", "11"
        case 1:
            return "事业", "12"
        case 2:
            return ("社会组织", "51") if number % 40 == 2 else ("农民专业合作社", "93")
        case 18:
            return "个体工商户", "92"
        case _:
            return "企业", "91"


def _short_life(place: Place, dice: random.Random, registered: date, number: int) -> tuple[date, date | None]:
    """Some enterprises are founded in the sample's years, some are closed in them."""
    day = date(place.first_year, 1, 1) + timedelta(dice.randrange(len(place.years) * 365))
    return (day, None) if number % 20 == 17 else (registered, day)


def _unit_name(place: Place, town: Township, kind: str, number: int) -> str:
    sign = SIGNS[number % len(SIGNS)] + SIGNS[(number // len(SIGNS)) % len(SIGNS)]
    trade = TRADE_NAMES[number % len(TRADE_NAMES)]
    tail = {
        "机关": f"第{number + 1}服务局",
        "事业": f"第{number + 1}中心",
        "社会组织": f"{sign}{number + 1}协会",
        "农民专业合作社": f"{sign}{number + 1}农民专业合作社",
        "个体工商户": f"{sign}{number + 1}{trade}经营部",
    }.get(kind, f"{sign}{number + 1}{trade}有限公司")
    return (place.county_name if kind in {"机关", "事业"} else place.county_name + town.name[:2]) + tail


def _control(dice: random.Random, kind: str, number: int) -> str:
    if kind != "企业":
        return "其他" if kind in {"机关", "事业", "社会组织"} else "私人控股"
    if number % 17 == 0:
        return dice.choice(("国有控股", "国有控股", "集体控股"))
    return dice.choices(("私人控股", "港澳台商控股", "外商控股", "其他"), weights=(92, 2, 2, 4))[0]


def _staff(dice: random.Random, kind: str, number: int) -> int:
    if kind == "机关":
        return dice.randint(15, 90)
    if kind == "事业":
        return dice.randint(20, 160)
    if kind != "企业":
        return dice.randint(2, 12)
    if number % 5 == 3 or number % 17 == 0:
        return int(min(25 + dice.expovariate(1 / 70), 900))
    return dice.randint(3, 20)


def _unions(county: County) -> list[Union]:
    place, dice = county.place, county.dice("unions")
    large = [unit for unit in county.enterprises if unit.staff >= 25]
    large.sort(key=lambda unit: (unit.is_public, dice.random() - (0.35 if unit.township.weak else 0)), reverse=True)
    single = large[: UNION_COUNTS["单独"] * place.factor]
    offices = [unit for unit in county.units if unit.kind in {"机关", "事业"}][: UNION_COUNTS["机关"] * place.factor]
    first_day = date(place.first_year, 1, 1)
    small = [unit for unit in county.enterprises if unit.staff < 25 and unit.registered < first_day]
    small.sort(key=lambda unit: (unit.township.code, unit.code))
    groups = [small[start : start + JOINT_MEMBERS] for start in range(0, len(small), JOINT_MEMBERS)]
    dice.shuffle(groups)
    unions = [_union(county, dice, number, "单独", unit, []) for number, unit in enumerate(single)]
    unions += [_union(county, dice, len(unions) + number, "机关", unit, []) for number, unit in enumerate(offices)]
    for kind in ("联合", "行业"):
        count = UNION_COUNTS[kind] * place.factor
        unions += [
            _union(county, dice, len(unions) + number, kind, None, units) for number, units in enumerate(groups[:count])
        ]
        groups = groups[count:]
    start = len(unions)
    for number in range(UNION_COUNTS["村社区"] * place.factor):
        unions.append(_union(county, dice, start + number, "村社区", None, []))
    return unions


def _union(
    county: County, dice: random.Random, number: int, kind: str, unit: Unit | None, covered: list[Unit]
) -> Union:
    place = county.place
    town = unit.township if unit else covered[0].township if covered else dice.choice(place.townships[:-1])
    earliest = max([date(2003, 1, 1), *(one.registered + timedelta(60) for one in ([unit] if unit else covered))])
    founded = _founded(place, dice, number, earliest)
    dissolved = None
    if kind == "村社区" and number % 12 == 5:
        dissolved = date(place.first_year + 1, 1, 1) + timedelta(dice.randrange(300))
    return Union(
        code=f"81{place.county_code}GH{number + 1:07d}U",
        name=_union_name(place, town, kind, unit, number),
        kind=kind,
        township=town,
        unit=unit,
        covered=covered,
        staff=dice.randint(15, 60),
        rate=dice.uniform(0.62, 0.74) if town.weak else dice.uniform(0.76, 0.86),
        founded=founded,
        dissolved=dissolved if dissolved is None or dissolved > founded else None,
        term_end=place.last_day + timedelta(dice.randint(30, 1400)),
        female_share=dice.uniform(0.25, 0.55),
        migrant_share=0.02 if kind == "机关" else dice.uniform(0.3, 0.65),
        has_womens_body=dice.random() < (0.5 if town.weak else 0.8),
        audit_body=dice.choices(("经审委", "经审委员", "无"), weights=(60, 28, 12))[0],
        is_legal_person=dice.random() < 0.82,
    )


def _founded(place: Place, dice: random.Random, number: int, earliest: date) -> date:
    """One in nine unions is founded in the sample's years, the others before."""
    first_day = date(place.first_year, 1, 1)
    if number % 9 == 4 or earliest >= first_day:
        start = max(earliest, first_day)
        return start + timedelta(dice.randrange(max((place.last_day - start).days, 1)))
    return earliest + timedelta(dice.randrange((first_day - earliest).days))


def _union_name(place: Place, town: Township, kind: str, unit: Unit | None, number: int) -> str:
    if unit:
        return f"{unit.name}工会委员会"
    area = place.county_name + town.name
    return {
        "联合": f"{area}第{number + 1}联合工会委员会",
        "行业": f"{area}第{number + 1}行业工会联合会",
        "村社区": f"{area}第{number + 1}村（社区）工会委员会",
    }[kind]
