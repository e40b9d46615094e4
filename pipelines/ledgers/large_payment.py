"""大额资金台账: one large payment and the meeting that decided on it.

Whether a payment at or over the configured threshold was decided on in time is a rule of its own
(``expectations/between/large_payment_meeting.sql``); it is a finding and never rejects the row.
"""

from pipelines.columns import day, money, text
from pipelines.ledger import Event, Ledger
from warehouse.language import Label

LEDGER = Ledger(
    id="large_payment",
    table="large_payments",
    label=Label("大额资金台账", "Large payments"),
    grain=Label("一行一笔支付", "One payment a row"),
    department="finance",
    key=("payment_code",),
    time=Event("paid_date"),
    frequency="month",  # a month without a payment is a zero report
    title_words=("大额资金",),
    columns=(
        text("payment_code", "编号", "Payment code", required=True),
        text("purpose", "事由", "Purpose", required=True),
        money("amount", "金额", "Amount", required=True, positive=True),
        day(
            "meeting_date",
            "党组会日期",
            "Leading group met",
            synonyms=("会议日期", "研究时间", "集体研究日期"),
        ),
        text("minutes_code", "会议纪要编号", "Minutes", synonyms=("纪要文号", "会议纪要号")),
        day("paid_date", "支付日期", "Paid", required=True),
    ),
)
