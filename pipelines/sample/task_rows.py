"""Rows of the office about the year's tasks and their monthly progress."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.sample.departments import DEPARTMENTS
from pipelines.sample.organisation import County, Row
from pipelines.sample.place import month_end

TASKS = 48
BEHIND_IN_LAST_YEAR = (5, 12, 19, 27, 34, 43)
BEHIND_BEFORE = (8, 31)
SUBJECTS = (
    ("组织建设", "新建基层工会", 12, "个"),
    ("组织建设", "发展新就业形态会员", 180, "人"),
    ("权益保障", "签订工资专项集体合同", 80, "份"),
    ("权益保障", "开展劳动法律体检", 30, "家"),
    ("帮扶服务", "走访慰问职工", 1_000, "人次"),
    ("帮扶服务", "建设职工驿站", 6, "个"),
    ("建功立业", "举办职工技能竞赛", 10, "场"),
    ("建功立业", "开展职工技能培训", 480, "人"),
    ("经费财务", "规范基层工会财务", None, None),
    ("自身建设", "开展工会干部轮训", 12, "期"),
    ("自身建设", "完善议事决策制度", None, None),
    ("宣传教育", "开展职工文化活动", 24, "场"),
)
LEADERS = ("岑远山", "溪明月", "柏清风")


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a year. ``pace`` is how much of the calendar's share gets done."""

    row: Row
    target: int
    pace: float
    is_behind: bool

    def share_elapsed(self, day: date) -> float:
        """Elapsed ÷ planned days, both counted, 0–1."""
        start, end = self.row["planned_start"], self.row["planned_end"]
        share: float = ((day - start).days + 1) / ((end - start).days + 1)
        return min(max(share, 0), 1)

    def done(self, day: date) -> int:
        wanted = self.target * min(self.share_elapsed(day) * self.pace, 1)
        return math.floor(wanted) if self.is_behind else math.ceil(wanted - 1e-9)


def tasks_of(county: County, year: int) -> list[Task]:
    """The 48 tasks of a year; the last year has six behind schedule."""
    behind = BEHIND_IN_LAST_YEAR if year == county.place.last_year else BEHIND_BEFORE
    return [_task(year, number, number in behind) for number in range(TASKS * county.place.factor)]


def _task(year: int, number: int, is_behind: bool) -> Task:
    category, title, amount, unit = SUBJECTS[number % len(SUBJECTS)]
    department = list(DEPARTMENTS.values())[number % len(DEPARTMENTS)]
    round_number = number // len(SUBJECTS)
    target = amount * (2 + round_number) // 2 if amount else 100
    if is_behind:
        target = max(target, 20)
    row = {
        "task_code": f"RW{number + 1:03d}",
        "year": year,
        "title": f"{title}（第{round_number + 1}片区）",
        "category": category,
        "weight": 1 + number % 3,
        "metric": f"完成{title}{target}{unit}" if unit else "按计划完成",
        "target": target if amount or is_behind else None,
        "unit": unit or "%",
        "source": ("上级考核", "县委县政府重点工作", "年度工作要点")[number % 3],
        "supporting_departments": "各乡镇（街道）总工会",
        "leader": LEADERS[number % len(LEADERS)],
        "department": department.name,
        "owner": department.owner,
        "planned_start": date(year, 1, 1),
        "planned_end": date(year, 11, 30) if number % 4 == 1 else date(year, 12, 20),
    }
    pace = 0.68 + number % 5 * 0.02 if is_behind else 1.0 + number % 7 * 0.015
    return Task(row, target, pace, is_behind)


def tasks(county: County, until: date) -> Iterator[Row]:
    """Ledger task: the list of the year of ``until``."""
    for task in tasks_of(county, until.year):
        yield task.row


def progress(county: County, until: date) -> Iterator[Row]:
    """Ledger task_progress: every task and month of the year up to ``until``."""
    for task in tasks_of(county, until.year):
        done_date = None
        for month in range(1, until.month + 1):
            day = month_end(until.year, month)
            if done_date is None and task.done(day) >= task.target:
                done_date = min(day, task.row["planned_end"]) - timedelta(2)
            yield _progress_row(task, day, done_date)


def _progress_row(task: Task, day: date, done_date: date | None) -> Row:
    done = task.done(day)
    ahead = done / task.target - task.share_elapsed(day)
    if done_date is not None:
        status = "已完成"
    elif ahead < -0.095:
        status = "滞后"
    else:
        status = "超序时" if ahead > 0.04 else "序时推进"
    is_late = status == "滞后"
    return {
        "task_code": task.row["task_code"],
        "month": day.replace(day=1),
        "done": done,
        "status": status,
        "done_date": done_date,
        "problem": "部分乡镇人手不足，工作推进偏慢" if is_late else None,
        "remedy": "倒排工期，每周调度，由责任领导包片督导" if is_late else None,
        "needs": "请组织部协助抽调人员" if is_late and day.month % 3 == 0 else None,
    }
