"""Rows of the office and the audit room: deeds, applications, publications, appraisals, findings."""

from collections.abc import Iterator
from datetime import date, timedelta

from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.organisation import County, Row

ACTIVITIES, SERVICE_CASES, DISCLOSURES, FINDINGS = 60, 200, 60, 20
ROOM_NAMES = [room.name for room in DEPARTMENTS.values()]


def activities(county: County, until: date) -> Iterator[Row]:
    """Ledger activity: deeds and events of one year."""
    year = until.year
    kinds = (
        "办实事",
        "办实事",
        "主题演讲",
        "知识竞赛",
        "爱国卫生",
        "普法宣传",
        "文体活动",
        "志愿服务",
        "办实事",
        "文体活动",
    )
    for number in range(ACTIVITIES * county.place.factor):
        kind = kinds[number % len(kinds)]
        start = date(year, 1, 12) + timedelta(number * 29 % 300)
        is_done = number % 15 != 8 or year < county.place.last_year
        yield {
            "activity_code": f"HD{year}-{number + 1:03d}",
            "title": f"{kind}第{number + 1}项",
            "activity_kind": kind,
            "campaign": "国家卫生县城" if kind == "爱国卫生" else "党史学习教育" if kind == "办实事" else "其他",
            "department": ROOM_NAMES[number % len(ROOM_NAMES)],
            "start_date": start,
            "done_date": start + timedelta(0 if kind != "办实事" else 14 + number % 20) if is_done else None,
            "participants": 40 + number * 17 % 260,
            "amount": 1_000 + number % 9 * 850.5,
            "status": "已办结" if is_done else "推进中",
        }


def service_cases(county: County, until: date) -> Iterator[Row]:
    """Ledger service_case: applications of one year; a few take longer than their limit."""
    year, units = until.year, county.organised_units
    matters = ("工会组建批复", "法人资格登记", "医疗互助补助", "经费返拨", "其他")
    for number in range(SERVICE_CASES * county.place.factor):
        matter = matters[number % len(matters)]
        received = date(year, 1, 5) + timedelta(number * 31 % 350)
        complete = received + timedelta(number % 3)
        days = 0 if matter == "法人资格登记" and number % 20 != 1 else 1 + number % 2
        closed = complete + timedelta(12 if number % 23 == 5 else days)
        is_closed = closed <= until
        yield {
            "case_code": f"SL{year}-{number + 1:04d}",
            "matter": matter,
            "applicant": units[number * 11 % len(units)].name,
            "first_contact": DEPARTMENTS["org"].owner if number % 2 else DEPARTMENTS["service"].owner,
            "received_date": received,
            "complete_date": complete,
            "handed_over_date": complete if number % 4 == 0 else None,
            "closed_date": closed if is_closed else None,
            "outcome": "办结" if is_closed else None,
            "sanctioned": False,
        }


def disclosures(county: County, until: date) -> Iterator[Row]:
    """Ledger disclosure: what had to be published in one year."""
    year = until.year
    kinds = ("党务公开", "办事公开", "三公经费", "工作动态")
    channels = ("公开栏", "阳光监督平台", "县政府网站", "市总工会网站")
    for number in range(DISCLOSURES * county.place.factor):
        due = date(year, 1, 20) + timedelta(number % 60 * 5 + number // 60 % 30)
        yield {
            "item_code": f"GK{year}-{number + 1:03d}",
            "disclosure_kind": kinds[number % 4],
            "subject": f"{kinds[number % 4]}第{number + 1}项",
            "channel": channels[number // 4 % 4],
            "due_date": due,
            "published_date": due + timedelta(4 if number % 16 == 9 else -(number % 5)),
            "has_personal_data": number % 12 == 6,
            "is_masked": number % 12 == 6,
        }


def appraisals(county: County, until: date) -> Iterator[Row]:
    """Ledger appraisal: the leading group and every department, by 42 voters."""
    years = until.year - county.place.first_year
    for number, subject in enumerate(["领导班子", *ROOM_NAMES]):
        excellent, fair = 26 + number % 4 + years, number % 3
        yield {
            "subject": subject,
            "year": until.year,
            "voters": 42,
            "excellent": excellent,
            "competent": 42 - excellent - fair,
            "fair": fair,
            "poor": 0,
            "abstained": 0,
        }


def findings(county: County, until: date) -> Iterator[Row]:
    """Ledger audit_finding: findings of one year, nearly all of them fixed."""
    sources = ("上级经审", "同级经审", "政府审计", "外部审计", "内部控制", "党风廉政检查")
    problems = ("票据附件不齐全", "固定资产登记不及时", "经费拨缴凭证归档滞后", "采购验收手续不完整")
    for number in range(FINDINGS * county.place.factor):
        found = date(until.year, 2, 10) + timedelta(number * 37 % 260)
        is_fixed = number % 9 != 4
        yield {
            "finding_code": f"SJ{until.year}-{number + 1:03d}",
            "source": sources[number % len(sources)],
            "problem": problems[number % len(problems)],
            "department": ROOM_NAMES[number % len(ROOM_NAMES)],
            "found_date": found,
            "due_date": found + timedelta(60),
            "fixed_date": found + timedelta(20 + number % 35) if is_fixed else None,
        }
