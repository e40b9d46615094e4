"""重点任务清单: one priority task of a year, with who answers for it."""

from pipelines.columns import RESPONSIBLE_HEADINGS, TASK_CODE_HEADINGS, day, number, text, whole, year
from pipelines.ledger import Ledger, YearOf
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="task",
    table="tasks",
    label=Label("重点任务清单", "Priority tasks"),
    grain=Label("一行一项年度任务", "One task of a year a row"),
    department="office",
    key=("task_code", "year"),
    time=YearOf("year"),
    frequency="year",  # issued once, at the start of the year
    title_words=("任务清单", "重点任务", "责任清单"),
    columns=(
        text("task_code", "任务编号", "Task code", required=True, synonyms=TASK_CODE_HEADINGS),
        year("year", "年度", "Year", required=True),
        text("title", "任务名称", "Task", required=True, synonyms=("工作任务", "重点工作", "任务内容", "事项")),
        text("category", "任务分类", "Category", required=True),
        whole("weight", "权重", "Weight", default=1, minimum=1),
        text("metric", "量化指标", "Measure", required=True, synonyms=("目标任务", "工作目标")),
        number(
            "target",
            "年度目标",
            "Target of the year",
            default=100,
            positive=True,
            synonyms=("目标值", "年度任务数", "目标数"),
            description=Label(
                "空着的按100计（定性任务，按百分比填报进度）",
                "Empty counts as 100: a qualitative task, reported in per cent",
            ),
        ),
        text("unit", "计量单位", "Unit", default="%"),
        text("source", "任务来源", "Source"),
        text("supporting_departments", "配合部门", "Supporting departments"),
        text("leader", "责任领导", "Leader", required=True, synonyms=("牵头领导", "分管领导")),
        text("department", "责任部门", "Department", required=True, synonyms=RESPONSIBLE_HEADINGS),
        text("owner", "责任人", "Owner", required=True, synonyms=("具体责任人", "承办人", "经办人")),
        day("planned_start", "计划开始", "Planned start", required=True),
        day(
            "planned_end",
            "计划完成",
            "Planned end",
            required=True,
            synonyms=("完成时限", "计划完成时间", "办结时限", "时限要求"),
        ),
    ),
    rules=(
        error(
            "planned_end",
            earlier("planned_end", than="planned_start"),
            "计划完成不能早于计划开始",
            "Planned to end before it starts",
        ),
    ),
)
