"""职工培训台账: one training class."""

import polars as pl

from pipelines.columns import PEOPLE, day, money, text, whole
from pipelines.ledger import Event, Ledger
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="training",
    table="trainings",
    label=Label("职工培训台账", "Training classes"),
    grain=Label("一行一个班次", "One class a row"),
    department="service",
    key=("class_code",),
    time=Event("end_date"),
    frequency="quarter",  # about one class a month, seldom in every one
    title_words=("职工培训", "技能培训", "培训班"),
    columns=(
        text("class_code", "班次编号", "Class code", required=True),
        text("trade", "工种", "Trade", required=True),
        day("start_date", "开班日期", "Started", required=True),
        day("end_date", "结业日期", "Ended", required=True),
        whole("enrolled", "报名人数", "Enrolled", required=True, unit=PEOPLE),
        whole(
            "completed",
            "结业人数",
            "Completed",
            required=True,
            unit=PEOPLE,
            synonyms=("培训合格人数", "结业（合格）人数"),
        ),
        whole("certified", "取证人数", "Certified", unit=PEOPLE, synonyms=("获证人数", "发证人数", "取得证书人数")),
        money("amount", "经费", "Cost"),
    ),
    rules=(
        error(
            "end_date",
            earlier("end_date", than="start_date"),
            "结业日期不能早于开班日期",
            "Ended before it started",
        ),
        error(
            "completed",
            pl.col("completed") > pl.col("enrolled"),
            "结业人数不能多于报名人数",
            "More people completed than enrolled",
        ),
        error(
            "certified",
            pl.col("certified") > pl.col("completed"),
            "取证人数不能多于结业人数",
            "More people certified than completed",
        ),
    ),
)
