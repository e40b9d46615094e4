"""贷免扶补台账: one loan to somebody who starts a business."""

import polars as pl

from pipelines.columns import choice, day, money, person, text, town
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import error
from warehouse.language import Label

LEDGER = Ledger(
    id="loan",
    table="loans",
    label=Label("贷免扶补台账", "Start-up loans"),
    grain=Label("一行一笔贷款", "One loan a row"),
    department="service",
    key=("loan_code",),
    time=Event("granted_date"),
    frequency="quarter",  # loans are granted in rounds
    title_words=("贷免扶补", "贷款"),
    columns=(
        text("loan_code", "编号", "Loan code", required=True),
        person(required=True),
        town("township_code", "所属乡镇", "Township", required=True),
        day("granted_date", "发放日期", "Granted", required=True),
        money("amount", "金额", "Amount", required=True, positive=True),
        day("due_date", "到期日期", "Due", required=True),
        choice(
            "status",
            "状态",
            "Status",
            required=True,
            values=(
                Value("在贷", "outstanding"),
                Value("已还清", "paid back"),
                Value("逾期", "overdue"),
            ),
            description=Label("没有日期，以最近一次报送为准", "Has no date: as last handed in"),
        ),
    ),
    rules=(
        error(
            "due_date",
            pl.col("due_date") <= pl.col("granted_date"),
            "到期日期应晚于发放日期",
            "Must be due after it was granted",
        ),
    ),
)
