"""经费上解台账: the dues of one month that are passed on to the higher levels."""

from pipelines.columns import MONTH_HEADINGS, money, month
from pipelines.ledger import Ledger, MonthOf
from warehouse.language import Label

LEDGER = Ledger(
    id="dues_remit",
    table="dues_remits",
    label=Label("经费上解台账", "Dues remitted"),
    grain=Label("一行一个月", "One month a row"),
    department="finance",
    key=("month",),
    time=MonthOf("month"),
    frequency="month",  # one row a month
    title_words=("经费上解", "上解"),
    columns=(
        month("month", "月份", "Month", required=True, synonyms=MONTH_HEADINGS),
        money("due_amount", "应上解金额", "Due", required=True),
        money("remitted_amount", "已上解金额", "Remitted", required=True),
    ),
)
