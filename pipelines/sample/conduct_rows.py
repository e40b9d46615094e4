"""Rows about how the federation keeps to its word: cases to settle in time, items to publish, findings to mend."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.organisation import County, Row
from pipelines.sample.working_time import closing_day

CASES, ITEMS, FINDINGS = 310, 100, 25
GROWTH = 0.06
MATTERS = (
    *("经费返拨", "工会组建批复", "医疗互助补助", "法人资格登记", "其他", "医疗互助补助"),
    *("工会组建批复", "经费返拨", "医疗互助补助", "其他"),
)
LIMITS = {"工会组建批复": 3, "法人资格登记": 0, "医疗互助补助": 15, "经费返拨": 5, "其他": 5}
"""Working days that the invented rooms keep to, also where there is no limit."""
CONTACTS = ("苍安和", "岚朗清", "桑嘉禾", "檀雨晴", "梓山水")
ITEMS_TO_PUBLISH = (
    ("党务公开", "党组织生活会情况", "公开栏"),
    ("办事公开", "工会组建和入会办事指南", "县政府网站"),
    ("三公经费", "三公经费支出情况", "县政府网站"),
    ("工作动态", "职工服务活动信息", "市总工会网站"),
    ("办事公开", "困难职工帮扶对象名单", "阳光监督平台"),
)
PROBLEMS = ("报销附件不全", "固定资产未及时登记", "往来款长期未清理", "会议记录不规范", "合同归档不及时")


def _count(county: County, most: int, year: int) -> int:
    """How many there are in a year, so that they grow to the most in the last one."""
    return round(most * county.place.factor / (1 + GROWTH) ** (county.place.last_year - year))


def service_cases(county: County, until: date) -> Iterator[Row]:
    """Ledger service_case: applications of one year; the latest of the last year are still open."""
    year, place = until.year, county.place
    dice = county.dice(f"service cases {year}")
    count = _count(county, CASES, year)
    days = 357 if year == place.last_year else 325
    for number in range(count):
        matter = MATTERS[number % len(MATTERS)]
        received = date(year, 1, 4) + timedelta(number * days // count)
        complete = received + timedelta(dice.choice((0, 0, 0, 1, 1, 3)))
        closed = closing_day(dice, complete, LIMITS[matter])
        is_closed = closed <= until
        yield {
            "case_code": f"BJ{year}-{number + 1:04d}",
            "matter": matter,
            "applicant": county.organised_units[dice.randrange(len(county.organised_units))].name,
            "first_contact": CONTACTS[number % len(CONTACTS)],
            "received_date": received,
            "complete_date": complete if complete <= until else None,
            "handed_over_date": complete if complete <= until else None,
            "closed_date": closed if is_closed else None,
            "outcome": ("退件" if number % 29 == 3 else "转办" if number % 41 == 7 else "办结") if is_closed else None,
            "sanctioned": False,
        }


def disclosures(county: County, until: date) -> Iterator[Row]:
    """Ledger disclosure: what is to be published in one year; lists of people are masked."""
    year = until.year
    dice = county.dice(f"disclosures {year}")
    count = _count(county, ITEMS, year)
    for number in range(count):
        kind, subject, channel = ITEMS_TO_PUBLISH[number % len(ITEMS_TO_PUBLISH)]
        due = date(year, 1, 15) + timedelta(number * 335 // count)
        published = due + timedelta(dice.randint(1, 9) if dice.random() < 0.07 else -dice.randint(0, 6))
        has_personal_data = subject.endswith("名单")
        yield {
            "item_code": f"GK{year}-{number + 1:03d}",
            "disclosure_kind": kind,
            "subject": f"{year}年{subject}（第{number // len(ITEMS_TO_PUBLISH) + 1}期）",
            "channel": channel,
            "due_date": due,
            "published_date": published if number % 37 != 20 else None,
            "has_personal_data": has_personal_data,
            "is_masked": has_personal_data,
        }


def findings(county: County, until: date) -> Iterator[Row]:
    """Ledger audit_finding: what audits and inspections of one year found; a few are mended late or not at all."""
    year = until.year
    dice = county.dice(f"findings {year}")
    rooms = list(DEPARTMENTS.values())
    count = _count(county, FINDINGS, year)
    for number in range(count):
        found = date(year, 2, 20) + timedelta(number * 200 // count)
        due = found + timedelta(60)
        fixed = due - timedelta(dice.randint(2, 40)) if number % 7 != 4 else due + timedelta(dice.randint(5, 25))
        yield {
            "finding_code": f"SJ{year}-{number + 1:03d}",
            "source": ("同级经审", "上级经审", "内部控制", "政府审计", "外部审计", "巡察", "党风廉政检查")[number % 7],
            "problem": PROBLEMS[number % len(PROBLEMS)],
            "department": rooms[number % len(rooms)].name,
            "found_date": found,
            "due_date": due,
            "fixed_date": fixed if number % 13 != 9 else None,
        }
