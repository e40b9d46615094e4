"""Wrong rows in the ledgers of the office: tasks, their progress and the year's targets."""

from pipelines.sample.invented import MOBILE, TEXT_IDENTITY, days_before, has
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong

TASKS: list[Plant] = [
    odd(
        "task",
        "personal_content",
        "supporting_departments",
        changes={"supporting_departments": f"各乡镇总工会（联系 {MOBILE}）"},
    ),
    wrong("task", "broken_rule", "target", changes={"task_code": "RW901", "target": 0}),
    wrong("task", "broken_rule", "weight", changes={"task_code": "RW902", "weight": 0}),
    wrong(
        "task",
        "broken_rule",
        "planned_end",
        changes={"task_code": "RW903", "planned_end": days_before("planned_start", 1)},
    ),
    wrong("task", "missing_value", "owner", changes={"task_code": "RW904", "owner": None}),
    wrong("task", "duplicate_key", "task_code"),
]
BEGUN = has("status", "序时推进", "超序时")


def in_december(row: Row) -> bool:
    """Tasks that were completed, as they stand at the end of the year."""
    return bool(row["month"].month == 12 and row["status"] == "已完成")


def in_spring(row: Row) -> bool:
    """Tasks on schedule in April."""
    return bool(row["month"].month == 4 and row["status"] == "序时推进")


PROGRESS: list[Plant] = [
    odd(
        "task_progress",
        "personal_content",
        "problem",
        changes={"problem": f"职工（{TEXT_IDENTITY}）的申请待核"},
        pick=has("status", "滞后"),
    ),
    wrong("task_progress", "unknown_reference", "task_code", changes={"task_code": "RW999"}),
    wrong("task_progress", "broken_rule", "done", changes={"done": -1}, pick=BEGUN),
    wrong("task_progress", "not_allowed", "status", raw={"status": "基本完成"}),
    wrong("task_progress", "broken_rule", "done_date", changes={"done_date": None}, pick=has("status", "已完成")),
    wrong("task_progress", "missing_value", "done", changes={"done": None}, pick=BEGUN),
    wrong("task_progress", "duplicate_key", "task_code", pick=BEGUN),
    odd("task_progress", "broken_rule", "problem", changes={"problem": None}, pick=has("status", "滞后")),
    wrong("task_progress", "broken_rule", "status", is_extra=False, changes={"done": 1}, pick=in_december, book=0),
    odd("task_progress", "broken_rule", "done", changes={"done": 0, "status": "常态推进"}, pick=in_spring),
    odd("task_progress", "broken_rule", "status", changes={"status": "序时推进"}, pick=has("status", "滞后"), book=-1),
    odd("task_progress", "broken_rule", "remedy", changes={"remedy": None}, pick=has("status", "滞后")),
]
GOALS: list[Plant] = [
    wrong("target", "unknown_reference", "kpi_id", changes={"kpi_id": "happiness_index"}),
    wrong("target", "missing_value", "target", changes={"target": None}),
    wrong("target", "not_allowed", "pacing", raw={"pacing": "随缘"}),
    wrong("target", "duplicate_key", "kpi_id"),
]
PLANTS = [*TASKS, *PROGRESS, *GOALS]
