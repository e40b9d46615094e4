"""Invents the unions over the units of the county."""

import random
from datetime import date, timedelta

from pipelines.sample.organisation import County, Union, Unit
from pipelines.sample.people import union_code
from pipelines.sample.place import Place, Township

UNION_COUNTS = {"单独": 200, "机关": 75, "村社区": 60, "联合": 25, "行业": 10}
JOINT_MEMBERS = 4


def make_unions(county: County) -> list[Union]:
    """Unions of large enterprises and offices, of several small ones together, and of villages."""
    place, dice = county.place, county.dice("unions")
    large = [unit for unit in county.enterprises if unit.staff >= 25]
    large.sort(key=lambda unit: (unit.is_public, dice.random() - (0.6 if unit.township.weak else 0)), reverse=True)
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
        code=union_code(place.county_code, number + 1),
        name=_union_name(place, town, kind, unit, number),
        kind=kind,
        township=town,
        unit=unit,
        covered=covered,
        staff=dice.randint(15, 60),
        rate=dice.uniform(0.56, 0.66) if town.weak else dice.uniform(0.76, 0.86),
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
    """One in fourteen unions is founded in the sample's years, the others before."""
    first_day = date(place.first_year, 1, 1)
    if number % 14 == 4 or earliest >= first_day:
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
