"""Rows of the economy department: competitions and awards."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.organisation import County, Row

TRADES = {
    "机械制造": ("焊工", "钳工", "车工", "数控车工"),
    "电力通信": ("电工", "通信网络管理员", "配电线路工"),
    "建筑施工": ("砌筑工", "测量员", "钢筋工", "管道工"),
    "餐饮服务": ("中式烹调师", "中式面点师", "餐厅服务员"),
    "医疗护理": ("养老护理员", "护士", "药剂员"),
    "家政服务": ("育婴员", "保育员", "家政服务员"),
    "农业技术": ("茶艺师", "园艺工", "农机驾驶员"),
    "交通物流": ("快递员", "汽车维修工", "叉车司机"),
}
AWARD_LINE = 1


def competitions(county: County, until: date) -> Iterator[Row]:
    """Ledger competition: 26 trades at the city's games, some of the county's own, one elsewhere."""
    year = until.year
    for number, (industry, trades) in enumerate(TRADES.items()):
        for place, trade in enumerate(trades):
            held = date(year, 6, 5) + timedelta(number * 17 + place * 2)
            yield _competition(county, f"JS{year}-{number + 1:03d}", ("市级", "组队参加"), industry, trade, held)
    for number in range(6 * county.place.factor):
        industry = list(TRADES)[number % len(TRADES)]
        held = date(year, 7, 1) + timedelta(number * 19 % 110)
        code = f"JS{year}-{number + 101:03d}"
        yield _competition(county, code, ("县级", "自办"), industry, TRADES[industry][0], held)
    yield _competition(county, f"JS{year}-100", ("省级", "承办"), "农业技术", "茶艺师", date(year, 10, 12))


def _competition(
    county: County, code: str, level_and_role: tuple[str, str], industry: str, trade: str, held: date
) -> Row:
    name = {"市级": f"{county.place.city_name}职工职业技能大赛", "省级": "全省职工技能邀请赛"}.get(
        level_and_role[0], f"{county.place.county_name}职工技能竞赛"
    )
    return {
        "competition_code": code,
        "competition_name": f"{name}（{industry}）",
        "edition": f"{held.year}年",
        "level": level_and_role[0],
        "role": level_and_role[1],
        "industry": industry,
        "trade": trade,
        "held_date": held,
        "entrants": 4 + len(trade) + held.day % 4 if level_and_role[0] == "市级" else 30 + held.day,
    }


def awards(county: County, until: date) -> Iterator[Row]:
    """Ledger competition_award: awards won at the city's games of one year."""
    year, number = until.year, 0
    growth = year - county.place.first_year
    for place, row in enumerate(list(competitions(county, until))):
        if row["level"] != "市级":
            continue
        won = [_team_award(place, growth)] if place % 2 == 0 else []
        won += [_person_award(place + growth, rank) for rank in range(1, 3 + (place + year) % 2)]
        for award in won:
            number += 1
            person = county.person(AWARD_LINE, year % 300 * 500 + number) if award["award_kind"] == "个人" else None
            yield {
                "award_code": f"HJ{year}-{number:03d}",
                "competition_code": row["competition_code"],
                "trade": row["trade"],
                **award,
                "winner_unit": county.organised_units[(place * 7 + number) % len(county.organised_units)].name,
                "person": person,
                "awarded_date": row["held_date"] + timedelta(3),
            }


def _team_award(place: int, growth: int) -> Row:
    grade = ("一等奖", "二等奖", "三等奖", "三等奖", "优秀组织奖")[(place // 2 + growth) % 5]
    return {"award_kind": "团体", "grade": grade, "title": "无", "rank": None}


def _person_award(place: int, rank: int) -> Row:
    first = rank == 1 and place % 4 == 0
    title = "技术状元" if first else "技术能手" if rank <= 2 and place % 2 == 0 else "无"
    grade = ("一等奖", "二等奖", "三等奖")[min(rank - 1 if first else rank, 2)]
    return {"award_kind": "个人", "grade": grade, "title": title, "rank": rank if first else rank + 1}
