"""任务进度清单: how far one task had come by the end of one month."""

import polars as pl

from pipelines.columns import MONTH_HEADINGS, TASK_CODE_HEADINGS, choice, day, month, number, text
from pipelines.ledger import Ledger, MonthOf, Reference, Value
from pipelines.rules import error, warning
from warehouse.language import Label

IS_BEHIND = pl.col("status") == "滞后"

LEDGER = Ledger(
    id="task_progress",
    table="task_progresses",
    label=Label("任务进度清单", "Progress of tasks"),
    grain=Label("一行一项任务的一个月", "One task and month a row"),
    department="office",
    key=("task_code", "month"),
    time=MonthOf("month"),
    frequency="month",  # one row a task and month
    title_words=("任务进度", "进度清单", "进展"),
    columns=(
        text(
            "task_code",
            "任务编号",
            "Task code",
            required=True,
            synonyms=TASK_CODE_HEADINGS,
            reference=Reference("task", "error", year_of="month"),
        ),
        month("month", "月份", "Month", required=True, synonyms=MONTH_HEADINGS),
        number(
            "done",
            "累计完成",
            "Done so far",
            required=True,
            synonyms=("累计完成数", "完成情况", "截至目前完成", "实际完成"),
            description=Label(
                "当年累计，与任务的计量单位相同；可以超过年度目标",
                "Of the year so far, in the task's unit; may exceed the target",
            ),
        ),
        choice(
            "status",
            "进度状态",
            "Status",
            required=True,
            synonyms=("进展状态", "完成状态", "亮灯", "推进情况"),
            values=(
                Value("未启动", "not started", ("未开展", "尚未启动")),
                Value("序时推进", "on schedule", ("正常推进", "按序时", "推进中")),
                Value("超序时", "ahead of schedule"),
                Value("常态推进", "ongoing"),
                Value("滞后", "behind", ("未达序时", "进度滞后")),
                Value("已完成", "done", ("完成", "已办结", "办结")),
            ),
        ),
        day("done_date", "实际完成日期", "Done on"),
        text("problem", "存在问题", "Problems", synonyms=("存在困难", "问题及原因", "滞后原因")),
        text("remedy", "解决措施", "Remedies", synonyms=("下一步措施", "下步打算", "整改措施")),
        text("needs", "需协调事项", "Needs coordination"),
    ),
    rules=(
        error(
            "done_date",
            (pl.col("status") == "已完成") & pl.col("done_date").is_null(),
            "进度状态为“已完成”的，应填实际完成日期",
            "A task that is done needs the day it was done on",
        ),
        warning(
            "problem",
            IS_BEHIND & pl.col("problem").is_null(),
            "进度状态为“滞后”的，应填存在问题",
            "A task that is behind needs its problems stated",
        ),
        warning(
            "remedy",
            IS_BEHIND & pl.col("remedy").is_null(),
            "进度状态为“滞后”的，应填解决措施",
            "A task that is behind needs its remedies stated",
        ),
    ),
)
