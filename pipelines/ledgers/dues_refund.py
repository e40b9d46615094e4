"""经费返拨台账: one refund of dues to a grass-roots union."""

from pipelines.columns import UNION_CODE_HEADINGS, day, money, text
from pipelines.ledger import Event, Ledger, WorkingDays
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="dues_refund",
    table="dues_refunds",
    label=Label("经费返拨台账", "Refunds of dues"),
    grain=Label("一行一笔返拨", "One refund a row"),
    department="finance",
    key=("refund_code",),
    time=Event("receipt_date"),
    frequency="month",  # receipts come in all year round
    title_words=("经费返拨",),
    working_days=WorkingDays("receipt_date", "refunded_date"),
    columns=(
        text("refund_code", "编号", "Refund code", required=True),
        text("union_code", "工会编号", "Union code", required=True, synonyms=UNION_CODE_HEADINGS),
        day(
            "receipt_date",
            "收据日期",
            "Receipt",
            required=True,
            synonyms=("开票日期", "收据开具日期", "收到收据日期"),
        ),
        day(
            "refunded_date",
            "返拨日期",
            "Refunded",
            synonyms=("拨付日期", "返还日期", "划拨日期"),
            description=Label("空着表示尚未返拨", "Empty: not yet refunded"),
        ),
        money("amount", "金额", "Amount", required=True, positive=True),
    ),
    rules=(
        error(
            "refunded_date",
            earlier("refunded_date", than="receipt_date"),
            "返拨日期不能早于收据日期",
            "Refunded before the receipt",
        ),
    ),
)
