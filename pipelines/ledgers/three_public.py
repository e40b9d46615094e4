"""三公经费台账: what one kind of travel abroad, receptions and official cars cost in one month."""

import polars as pl

from pipelines.columns import MONTH_HEADINGS, choice, money, month, whole
from pipelines.ledger import Ledger, MonthOf, Value
from pipelines.rules import error
from warehouse.language import Label

LEDGER = Ledger(
    id="three_public",
    table="three_publics",
    label=Label("三公经费台账", "Travel abroad, receptions and cars"),
    grain=Label("一行一类支出的一个月", "One kind and month a row"),
    department="finance",
    key=("expense_kind", "month"),
    time=MonthOf("month"),
    frequency="month",  # one row a kind and month
    title_words=("三公",),
    columns=(
        choice(
            "expense_kind",
            "类别",
            "Kind of expense",
            required=True,
            values=(
                Value("因公出国（境）", "travel abroad", ("因公出国", "因公出国（境）费")),
                Value("公务接待", "receptions"),
                Value("公务用车购置", "purchase of cars", ("公车购置", "公务用车购置费")),
                Value("公务用车运行维护", "running of cars", ("公车运维", "公务用车运行维护费")),
            ),
        ),
        month("month", "月份", "Month", required=True, synonyms=MONTH_HEADINGS),
        money("budget_amount", "年度预算", "Budget of the year", required=True),
        money(
            "amount",
            "本月支出",
            "Spent in the month",
            required=True,
            signed_warning=True,
            description=Label("冲销填负数", "A reversal is negative"),
        ),
        whole("events", "批次", "Receptions held", unit=Label("批次", "receptions"), synonyms=("接待批次", "批次数")),
    ),
    rules=(
        error(
            "events",
            (pl.col("expense_kind") == "公务接待") & (pl.col("amount") != 0) & pl.col("events").is_null(),
            "公务接待有支出的，应填接待批次",
            "Receptions that cost anything need their number",
        ),
    ),
)
