"""限时办结台账: one application that has to be settled within so many working days."""

import polars as pl

from pipelines.columns import choice, day, flag, text
from pipelines.ledger import Event, Ledger, Value, WorkingDays
from pipelines.rules import earlier, error, warning
from warehouse.language import Label

IS_CLOSED = pl.col("closed_date").is_not_null()

LEDGER = Ledger(
    id="service_case",
    table="service_cases",
    label=Label("限时办结台账", "Service cases"),
    grain=Label("一行一项申请", "One application a row"),
    department="office",
    key=("case_code",),
    time=Event("received_date"),
    frequency="month",  # applications arrive all year round
    title_words=("限时办结", "首问责任"),
    working_days=WorkingDays("complete_date", "closed_date"),
    columns=(
        text("case_code", "受理编号", "Case code", required=True, synonyms=("编号",)),
        choice(
            "matter",
            "事项",
            "Matter",
            required=True,
            values=(
                Value("工会组建批复", "approval of a union's founding"),
                Value("法人资格登记", "registration as a legal person"),
                Value("医疗互助补助", "mutual medical aid"),
                Value("经费返拨", "refund of dues"),
                Value("其他", "other"),
            ),
            description=Label(
                "各事项的办结期限在 config.toml 的 [service_limits] 设定",
                "The limit of each matter is set in [service_limits] of config.toml",
            ),
        ),
        text("applicant", "申请单位", "Applicant", required=True),
        text("first_contact", "首问责任人", "First contact", required=True),
        day(
            "received_date",
            "收件日期",
            "Received",
            required=True,
            synonyms=("收文日期", "申请日期", "受理日期"),
        ),
        day(
            "complete_date",
            "材料齐全日期",
            "Papers complete",
            synonyms=("材料补齐日期", "正式受理日期"),
            description=Label("办结期限自当日起算，当日为第0天", "The limit runs from this day, which is day 0"),
        ),
        day("handed_over_date", "移交日期", "Handed over"),
        day("closed_date", "办结日期", "Closed", synonyms=("办结时间", "结案日期", "完成时间")),
        choice(
            "outcome",
            "结果",
            "Outcome",
            values=(Value("办结", "settled"), Value("退件", "returned"), Value("转办", "passed on")),
        ),
        flag("sanctioned", "追责", "Sanctioned"),
    ),
    rules=(
        error(
            "complete_date",
            earlier("complete_date", than="received_date"),
            "材料齐全日期不能早于收件日期",
            "The papers were complete before they were received",
        ),
        error(
            "closed_date",
            earlier("closed_date", than="complete_date"),
            "办结日期不能早于材料齐全日期",
            "Closed before the papers were complete",
        ),
        warning(
            "complete_date",
            IS_CLOSED & pl.col("complete_date").is_null(),
            "已办结但没有材料齐全日期，无法计算办理时限，请补填",
            "Closed without the day on which the papers were complete, so that no time can be counted: fill it in",
        ),
        error(
            "outcome",
            IS_CLOSED & pl.col("outcome").is_null(),
            "已填办结日期的，应填结果",
            "A case that is closed needs its outcome",
        ),
    ),
)
