"""示范点台账: one unit named a demonstration site of one kind, until it is revoked."""

import polars as pl

from pipelines.columns import UNIT_NAME_HEADINGS, choice, credit_code, day, text, whole
from pipelines.ledger import Ledger, Span, Value
from pipelines.rules import error
from pipelines.values import LEVELS
from warehouse.language import Label

TASKS = Label("项", "tasks")

LEDGER = Ledger(
    id="demonstration_site",
    table="demonstration_sites",
    label=Label("示范点台账", "Demonstration sites"),
    grain=Label("一行一个单位的一类示范点", "One unit and kind of site a row"),
    department="econ",
    key=("unit_code", "site_kind"),
    time=Span("named_date", "revoked_date"),
    frequency="half_year",  # sites are named a few times a year, and their tasks are reported twice
    title_words=("示范点",),
    columns=(
        credit_code("unit_code", "统一社会信用代码", "Credit code", required=True),
        text("unit_name", "单位名称", "Unit name", required=True, synonyms=("企业名称", *UNIT_NAME_HEADINGS)),
        choice(
            "site_kind",
            "示范类型",
            "Kind of site",
            required=True,
            values=(
                Value("产业工人队伍建设改革", "reform of the industrial workforce"),
                Value("工资集体协商", "collective wage bargaining"),
                Value("职工之家", "workers' home"),
                Value("职工书屋", "workers' library"),
                Value("民主管理", "democratic management"),
            ),
        ),
        choice("level", "级别", "Level", required=True, values=LEVELS),
        day("named_date", "命名日期", "Named", required=True),
        day("revoked_date", "撤销日期", "Revoked"),
        whole("key_tasks", "重点任务数", "Key tasks", unit=TASKS),
        whole("done_tasks", "完成任务数", "Tasks done", unit=TASKS),
    ),
    rules=(
        error(
            "done_tasks",
            pl.col("done_tasks") > pl.col("key_tasks"),
            "完成任务数不能多于重点任务数",
            "More tasks done than there are",
        ),
    ),
)
