"""Rows of the office about what was done for workers and with them, and how it was judged."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import Place

GOOD_DEEDS, ACTIVITIES, GROWTH = 15, 45, 0.06
DEED_TITLES = (
    *(
        "为户外劳动者安装饮水点",
        "职工子女暑期托管班",
        "新就业形态劳动者免费体检",
        "环卫工人休息点改造",
        "技能培训送进园区",
    ),
    *("困难职工家庭灯光改造", "货车司机之家添置设备", "女职工专项保险补贴", "企业工资争议上门调处", "骑手充电柜进社区"),
    *("工地夜校", "职工法律咨询日", "就业专场招聘会", "职工食堂改善补助", "职工心理关爱室"),
)
KINDS = {
    "文体活动": ("职工篮球赛", "职工健步走", "职工书画展", "职工合唱比赛"),
    "志愿服务": ("劳模志愿服务队进社区", "义务植树", "关爱户外劳动者"),
    "普法宣传": ("劳动合同法宣传", "宪法宣传周", "安全生产月咨询"),
    "知识竞赛": ("职工安全知识竞赛", "工会法知识竞赛"),
    "主题演讲": ("劳动美主题演讲", "青年职工演讲比赛"),
    "爱国卫生": ("爱国卫生大扫除", "背街小巷清洁行动", "文明劝导"),
}
TURNS = (
    *("文体活动", "志愿服务", "爱国卫生", "普法宣传", "文体活动", "知识竞赛", "爱国卫生", "主题演讲"),
    *("文体活动", "志愿服务", "普法宣传"),
)
LEFT_OVER = 15
"""In the last year one in so many is not done."""
STUDIED = ("志愿服务", "知识竞赛", "主题演讲")
"""Kinds of activity that in the last year belong to the study of Party history."""
SUBJECTS = ("领导班子", *(room.name for room in list(DEPARTMENTS.values())[:5]))
VOTERS = 84


def activities(county: County, until: date) -> Iterator[Row]:
    """Ledger activity: good deeds and activities begun in the year of ``until``."""
    year, place = until.year, county.place
    rooms = list(DEPARTMENTS.values())
    deeds = place.grown(GOOD_DEEDS, year, GROWTH)
    for number in range(deeds + place.grown(ACTIVITIES, year, GROWTH)):
        is_deed = number < deeds
        row = _good_deed(year, number, deeds) if is_deed else _activity(county, year, number - deeds)
        yield {
            "activity_code": f"HD{year}-{number + 1:03d}",
            **row,
            "department": rooms[number % len(rooms)].name,
            **_progress(place, number, until, row["start_date"] + timedelta(_days(number, deeds))),
        }


def _good_deed(year: int, number: int, count: int) -> Row:
    return {
        "title": f"{DEED_TITLES[number % len(DEED_TITLES)]}（第{number + 1}件）",
        "activity_kind": "办实事",
        "campaign": "党史学习教育" if number % 2 else "其他",
        "start_date": date(year, 2, 22) + timedelta(number * 240 // count),
        "participants": 60 + number * 37 % 400,
        "amount": 3_000 + number * 2_350 % 48_000,
    }


def _activity(county: County, year: int, number: int) -> Row:
    """Sports and clean-ups all year round, contests around May Day and in autumn."""
    kind = TURNS[number % len(TURNS)]
    titles = KINDS[kind]
    if kind == "爱国卫生":
        campaign = "国家卫生县城"
    else:
        campaign = "党史学习教育" if kind in STUDIED and year == county.place.last_year else "其他"
    return {
        "title": f"{titles[number // len(TURNS) % len(titles)]}（第{number + 1}场）",
        "activity_kind": kind,
        "campaign": campaign,
        "start_date": date(year, 1, 15) + timedelta(number * 67 % 340),
        "participants": 40 + number * 53 % 260,
        "amount": number * 770 % 9_000,
    }


def _days(number: int, deeds: int) -> int:
    """A good deed takes weeks, an activity a day or two."""
    return 20 + number * 13 % 90 if number < deeds else number % 3


def _progress(place: Place, number: int, until: date, done: date) -> Row:
    """All is done by the end of its year but what is left over in the last one."""
    if until.year == place.last_year and number % LEFT_OVER == LEFT_OVER - 1:
        return {"done_date": None, "status": "未启动" if number % 2 else "推进中"}
    return {"done_date": min(done, until), "status": "已办结"}


def appraisals(county: County, until: date) -> Iterator[Row]:
    """Ledger appraisal: the leading group and five departments, a little better liked every year."""
    elapsed = until.year - county.place.first_year
    voters = VOTERS + 2 * elapsed
    for number, subject in enumerate(SUBJECTS):
        poor, abstained = number % 2, number % 3
        fair = 3 + number * 2 % 5
        excellent = round(voters * min(0.7 + 0.02 * elapsed + number % 4 * 0.02, 0.9))
        yield {
            "subject": subject,
            "year": until.year,
            "voters": voters,
            "excellent": excellent,
            "competent": voters - excellent - fair - poor - abstained,
            "fair": fair,
            "poor": poor,
            "abstained": abstained,
        }
