"""Rows of the finance department about the budget: subjects, their children and how far they were carried out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipelines.sample.organisation import County, Row

GROWTH = 0.06
ADJUSTED_FROM = 7
EVEN = (6, 6, 8, 8, 8, 8, 8, 8, 8, 8, 9, 15)
WINTER = (44, 12, 2, 2, 2, 2, 14, 6, 4, 2, 2, 8)
SUMMER = (2, 2, 6, 10, 14, 16, 16, 12, 10, 6, 4, 2)
LATE = (0, 0, 4, 6, 8, 10, 8, 10, 12, 12, 12, 18)


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject without children: its first year's budget in thousand yuan, and the months' shares in per cent."""

    code: str
    name: str
    thousands: int
    course: tuple[int, ...] = EVEN

    @property
    def direction(self) -> str:
        return "收入" if self.code.startswith("4") else "支出"


SUBJECTS = (
    Subject("401", "会费收入", 85),
    Subject("40201", "财政划拨经费", 3_900),
    Subject("40202", "税务代收经费", 4_600),
    Subject("40203", "直接拨缴经费", 620),
    Subject("40301", "回拨补助", 540, LATE),
    Subject("40302", "专项补助", 380, SUMMER),
    Subject("40303", "帮扶补助", 260, WINTER),
    Subject("40304", "送温暖补助", 240, WINTER),
    Subject("404", "政府补助收入", 420, LATE),
    Subject("405", "行政补助收入", 150),
    Subject("408", "其他收入", 36),
    Subject("50101", "职工教育费", 480),
    Subject("50102", "文体活动费", 720, SUMMER),
    Subject("50103", "宣传活动费", 290),
    Subject("50104", "劳模和职工疗休养支出", 460, SUMMER),
    Subject("50105", "会员活动费", 330),
    Subject("50201", "劳动关系协调费", 160),
    Subject("50202", "劳动保护费", 120, SUMMER),
    Subject("50203", "法律援助费", 90),
    Subject("50204", "困难职工帮扶费", 410, LATE),
    Subject("50205", "送温暖费", 640, WINTER),
    Subject("50301", "培训费", 350, LATE),
    Subject("50302", "会议费", 110),
    Subject("50303", "专项业务费", 1_150, LATE),
    Subject("50304", "其他业务支出", 130),
    Subject("50401", "工资福利支出", 1_700),
    Subject("50402", "商品和服务支出", 560),
    Subject("50501", "办公设备购置", 170, LATE),
    Subject("50502", "房屋建筑物购建", 900, LATE),
    Subject("506", "补助下级支出", 1_900, LATE),
    Subject("507", "事业支出", 320),
    Subject("508", "其他支出", 60),
)
PARENTS = {
    "402": "拨缴经费收入",
    "403": "上级补助收入",
    "501": "职工活动支出",
    "502": "维权支出",
    "503": "业务支出",
    "504": "行政支出",
    "505": "资本性支出",
}
"""Subjects that are the sums of those whose codes begin with theirs."""
AMOUNTS = ("budget_amount", "adjusted_amount", "executed_amount", "executed_to_date")


def budgets(county: County, until: date) -> Iterator[Row]:
    """Ledger budget: every subject and month of the year of ``until``, a parent before its children."""
    dice = county.dice(f"budget {until.year}")
    executed = {subject.code: dice.uniform(0.9, 0.985) for subject in SUBJECTS}
    adjusted = {subject.code: dice.choice((-0.04, 0, 0, 0, 0, 0.03, 0.06)) for subject in SUBJECTS}
    for month in range(1, 13):
        rows = [
            _row(county, subject, date(until.year, month, 1), executed[subject.code], adjusted[subject.code])
            for subject in SUBJECTS
        ]
        parents = [_parent(code, name, rows) for code, name in PARENTS.items()]
        yield from sorted((*parents, *rows), key=lambda row: str(row["subject_code"]))


def _row(county: County, subject: Subject, month: date, executed: float, adjusted: float) -> Row:
    years = month.year - county.place.first_year
    budget = round(subject.thousands * county.place.factor * (1 + GROWTH) ** years) * 1_000
    adjusted_budget = round(budget * (1 + adjusted) / 1_000) * 1_000
    to_date, before = (
        int(adjusted_budget * executed * sum(subject.course[:months]) / 100)
        for months in (month.month, month.month - 1)
    )
    return {
        "subject_code": subject.code,
        "subject_name": subject.name,
        "direction": subject.direction,
        "month": month,
        "budget_amount": budget,
        "adjusted_amount": adjusted_budget if month.month >= ADJUSTED_FROM else budget,
        "executed_amount": to_date - before,
        "executed_to_date": to_date,
    }


def _parent(code: str, name: str, rows: list[Row]) -> Row:
    children = [row for row in rows if row["subject_code"].startswith(code)]
    sums = {amount: sum(row[amount] for row in children) for amount in AMOUNTS}
    return {**children[0], "subject_code": code, "subject_name": name, **sums}
