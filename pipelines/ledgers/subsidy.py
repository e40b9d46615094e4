"""对下补助台账: one grant to a grass-roots union."""

import polars as pl

from pipelines.columns import UNION_CODE_HEADINGS, day, money, text
from pipelines.ledger import Event, Ledger, Reference
from pipelines.rules import warning
from warehouse.language import Label

LEDGER = Ledger(
    id="subsidy",
    table="subsidies",
    label=Label("对下补助台账", "Subsidies to unions"),
    grain=Label("一行一笔补助", "One grant a row"),
    department="finance",
    key=("grant_code",),
    time=Event("paid_date"),
    frequency="quarter",  # granted a few times a year
    title_words=("对下补助",),
    columns=(
        text("grant_code", "编号", "Grant code", required=True),
        text(
            "union_code",
            "工会编号",
            "Union code",
            required=True,
            synonyms=UNION_CODE_HEADINGS,
            reference=Reference("union", "warning"),
        ),
        text("purpose", "项目", "Purpose", required=True),
        money("amount", "金额", "Amount", required=True, positive=True),
        day("paid_date", "拨付日期", "Paid", required=True),
        money("settled_amount", "决算金额", "Settled amount"),
    ),
    rules=(
        warning(
            "settled_amount",
            pl.col("settled_amount") > pl.col("amount"),
            "决算金额多于补助金额，请核对",
            "More settled than was granted: please check",
        ),
    ),
)
