"""Invents the units of the county: offices, institutions, enterprises and small businesses."""

import random
from datetime import date, timedelta

from pipelines.sample.organisation import Unit
from pipelines.sample.people import credit_code
from pipelines.sample.place import Place, Township

UNITS = 1_200
INDUSTRIES = "CCCCCFFFFGGHHIIKLMNOQRABDE"
TRADE_NAMES = ("农特产品", "茶业", "建材", "物流", "餐饮", "超市", "纺织", "机械", "电子", "园艺", "家政", "装饰")
SIGNS = "兴盛和顺永昌嘉泰瑞丰恒达益源同德广联远航"


def make_units(place: Place, dice: random.Random) -> list[Unit]:
    """Every unit of the sample, in the order of its number."""
    return [_unit(place, dice, number) for number in range(UNITS * place.factor)]


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
