"""活动与实事台账: one activity, or one good deed (实事) done for workers."""

import polars as pl

from pipelines.columns import PEOPLE, RESPONSIBLE_HEADINGS, choice, day, money, text, whole
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="activity",
    table="activities",
    label=Label("活动与实事台账", "Activities and good deeds"),
    grain=Label("一行一项活动或实事", "One activity or good deed a row"),
    department="office",
    key=("activity_code",),
    time=Event("start_date"),
    frequency="month",  # activities take place all year round
    title_words=("活动", "实事"),
    columns=(
        text("activity_code", "编号", "Activity code", required=True),
        text("title", "名称", "Title", required=True),
        choice(
            "activity_kind",
            "类别",
            "Kind of activity",
            required=True,
            values=(
                Value("办实事", "good deed"),
                Value("主题演讲", "speech contest"),
                Value("知识竞赛", "quiz"),
                Value("爱国卫生", "public health campaign"),
                Value("普法宣传", "legal education"),
                Value("文体活动", "culture and sports"),
                Value("志愿服务", "voluntary service"),
            ),
        ),
        choice(
            "campaign",
            "专题",
            "Campaign",
            required=True,
            values=(
                Value("党史学习教育", "study of Party history"),
                Value("国家卫生县城", "national health county"),
                Value("其他", "other"),
            ),
        ),
        text("department", "责任部门", "Department", required=True, synonyms=RESPONSIBLE_HEADINGS),
        day("start_date", "开始日期", "Started", required=True),
        day("done_date", "完成日期", "Done"),
        whole("participants", "参与人数", "Participants", unit=PEOPLE),
        money("amount", "投入资金", "Spent"),
        choice(
            "status",
            "状态",
            "Status",
            required=True,
            values=(
                Value("未启动", "not started", ("未开展", "尚未启动")),
                Value("推进中", "under way"),
                Value("已办结", "done", ("办结", "完成", "已完成")),
            ),
        ),
    ),
    rules=(
        error(
            "done_date",
            earlier("done_date", than="start_date"),
            "完成日期不能早于开始日期",
            "Done before it started",
        ),
        error(
            "status",
            (pl.col("status") == "已办结") & pl.col("done_date").is_null(),
            "状态为“已办结”的，应填完成日期",
            "An activity that is done needs the day it was done on",
        ),
    ),
)
