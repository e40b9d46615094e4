"""预决算执行表: how far the budget of one subject was carried out by the end of one month."""

import polars as pl

from pipelines.columns import MONTH_HEADINGS, choice, money, month, text
from pipelines.ledger import Ledger, MonthOf, Value
from pipelines.rules import warning
from warehouse.language import Label

LEDGER = Ledger(
    id="budget",
    table="budgets",
    label=Label("预决算执行表", "Budget execution"),
    grain=Label("一行一个科目的一个月", "One subject and month a row"),
    department="finance",
    key=("subject_code", "month"),
    time=MonthOf("month"),
    frequency="month",  # one row a subject and month
    title_words=("预决算", "预算执行"),
    columns=(
        text(
            "subject_code",
            "科目编码",
            "Subject code",
            required=True,
            description=Label(
                "同月另一编码以它开头的，是上级科目：入库核对，不计入合计",
                "A code that another code of the month begins with is a parent: loaded and checked, never summed",
            ),
        ),
        text("subject_name", "科目名称", "Subject", required=True),
        choice(
            "direction",
            "收支",
            "Income or expense",
            required=True,
            values=(Value("收入", "income"), Value("支出", "expense")),
        ),
        month("month", "月份", "Month", required=True, synonyms=MONTH_HEADINGS),
        money("budget_amount", "年初预算", "Budget", required=True, synonyms=("预算数", "年初预算数")),
        money(
            "adjusted_amount",
            "调整预算",
            "Adjusted budget",
            required=True,
            synonyms=("调整后预算", "调整预算数", "全年预算数"),
        ),
        money(
            "executed_amount",
            "本月执行",
            "Executed in the month",
            required=True,
            signed_warning=True,
            synonyms=("本月数", "本期支出", "本月发生额"),
            description=Label("冲销填负数", "A reversal is negative"),
        ),
        money(
            "executed_to_date",
            "累计执行",
            "Executed to date",
            required=True,
            synonyms=("本年累计", "累计数", "累计发生额"),
            description=Label("当年1月至本月之和", "The sum from January of the year to the month"),
        ),
    ),
    rules=(
        warning(
            "executed_to_date",
            (pl.col("direction") == "支出") & (pl.col("executed_to_date") > pl.col("adjusted_amount")),
            "累计支出超过调整预算，请核对",
            "More spent to date than the adjusted budget allows: please check",
        ),
    ),
)
