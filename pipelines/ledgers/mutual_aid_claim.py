"""医疗互助补助台账: one application for mutual medical aid and its payment."""

import polars as pl

from pipelines.columns import PERIOD_HEADINGS, credit_code, day, money, person, text, whole
from pipelines.ledger import Event, Ledger
from pipelines.rules import earlier, error, warning
from warehouse.language import Label

LEDGER = Ledger(
    id="mutual_aid_claim",
    table="mutual_aid_claims",
    label=Label("医疗互助补助台账", "Mutual aid claims"),
    grain=Label("一行一次申请及其补助（人次）", "One application and its payment a row"),
    department="service",
    key=("claim_code",),
    time=Event("paid_date", otherwise="applied_date"),
    frequency="month",  # applications arrive all year round
    title_words=("互助补助", "医疗互助"),
    columns=(
        text("claim_code", "申请编号", "Application code", required=True),
        person(required=True),
        credit_code("unit_code", "统一社会信用代码", "Credit code", required=True),
        whole("period", "期次", "Period", required=True, synonyms=PERIOD_HEADINGS),
        day("applied_date", "申请日期", "Applied", required=True, synonyms=("申请时间", "受理日期", "收件日期")),
        day("forwarded_date", "上报日期", "Forwarded", synonyms=("报送日期", "上报省中心日期")),
        day(
            "paid_date",
            "到账日期",
            "Paid",
            synonyms=("补助到账时间", "拨付日期", "支付日期", "打款日期"),
            description=Label("空着表示尚未到账", "Empty: not yet paid"),
        ),
        money("self_paid", "自付金额", "Paid by the person", synonyms=("个人自付", "个人负担", "自付费用", "合规自付")),
        money(
            "amount",
            "补助金额",
            "Amount",
            required=True,
            positive=True,
            synonyms=("互助补助金", "补助金", "实补金额", "给付金额"),
        ),
    ),
    rules=(
        error(
            "forwarded_date",
            earlier("forwarded_date", than="applied_date"),
            "上报日期不能早于申请日期",
            "Forwarded before it was applied for",
        ),
        error(
            "paid_date",
            earlier("paid_date", than="applied_date"),
            "到账日期不能早于申请日期",
            "Paid before it was applied for",
        ),
        warning(
            "amount",
            pl.col("amount") > pl.col("self_paid"),
            "补助金额多于自付金额，请核对",
            "More aid than the person paid: please check",
        ),
    ),
)
