"""医疗互助参互台账: one unit enrolled for one period of mutual medical aid."""

import polars as pl

from pipelines.columns import PEOPLE, PERIOD_HEADINGS, UNIT_NAME_HEADINGS, credit_code, day, money, text, whole
from pipelines.ledger import Ledger, Reference, Span
from pipelines.rules import error, warning
from warehouse.language import Label

LEDGER = Ledger(
    id="mutual_aid_enrolment",
    table="mutual_aid_enrolments",
    label=Label("医疗互助参互台账", "Mutual aid enrolments"),
    grain=Label("一行一个单位的一个期次", "One unit and period a row"),
    department="service",
    key=("unit_code", "period"),
    time=Span("start_date", "end_date"),
    frequency="year",  # units enrol once for a period, and a period is a calendar year
    title_words=("参互", "医疗互助"),
    columns=(
        credit_code(
            "unit_code",
            "统一社会信用代码",
            "Credit code",
            required=True,
            reference=Reference("enterprise", "warning"),
        ),
        text("unit_name", "单位名称", "Unit name", required=True, synonyms=("企业名称", *UNIT_NAME_HEADINGS)),
        whole(
            "period",
            "期次",
            "Period",
            required=True,
            synonyms=PERIOD_HEADINGS,
            description=Label(
                "第N期对应公历 N+2004 年（配置 mutual_aid.base_year 可改）",
                "Period N covers calendar year N + 2004 (configuration mutual_aid.base_year)",
            ),
        ),
        whole(
            "people",
            "参加人数",
            "People enrolled",
            required=True,
            minimum=1,
            unit=PEOPLE,
            synonyms=("参互人数", "参加互助人数", "参保人数", "本期参互人数"),
        ),
        money("fee", "缴费标准", "Fee per head", required=True, synonyms=("互助金标准", "交纳标准")),
        money(
            "paid_amount",
            "缴费金额",
            "Paid",
            required=True,
            synonyms=("互助金", "缴纳互助金", "交纳金额", "收缴金额"),
        ),
        day("start_date", "起始日期", "From", required=True, synonyms=("互助起始日", "互助期限起")),
        day("end_date", "终止日期", "To", required=True, synonyms=("互助终止日", "互助期限止")),
    ),
    rules=(
        warning(
            "paid_amount",
            pl.col("paid_amount") != pl.col("people") * pl.col("fee"),
            "缴费金额不等于参加人数×缴费标准，请核对（新参加与续保标准不同的可忽略）",
            "Paid differs from people × fee: please check (fine where new and renewing members pay different fees)",
        ),
        error(
            "end_date",
            pl.col("end_date") <= pl.col("start_date"),
            "终止日期应晚于起始日期",
            "Must end after it starts",
        ),
    ),
)
