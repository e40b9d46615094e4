"""采购台账: one purchase."""

import polars as pl

from pipelines.columns import choice, day, money, text
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import warning
from warehouse.language import Label

LEDGER = Ledger(
    id="procurement",
    table="procurements",
    label=Label("采购台账", "Purchases"),
    grain=Label("一行一次采购", "One purchase a row"),
    department="finance",
    key=("purchase_code",),
    time=Event("purchased_date"),
    frequency="month",  # a month without a purchase is a zero report
    title_words=("采购",),
    columns=(
        text("purchase_code", "编号", "Purchase code", required=True),
        choice(
            "item_kind",
            "品目",
            "Kind of item",
            required=True,
            values=(
                Value("办公用品", "office supplies"),
                Value("办公设备", "office equipment"),
                Value("服务", "services"),
                Value("工程", "works"),
                Value("其他", "other"),
            ),
        ),
        choice(
            "method",
            "采购方式",
            "Method",
            required=True,
            values=(
                Value("集中采购", "central procurement"),
                Value("网上商城", "online mall"),
                Value("公开招标", "open tender"),
                Value("邀请招标", "invited tender"),
                Value("竞争性谈判", "competitive negotiation"),
                Value("竞争性磋商", "competitive consultation"),
                Value("单一来源", "single source"),
                Value("询价", "request for quotations"),
                Value("框架协议", "framework agreement"),
                Value("自行采购", "own purchase"),
            ),
        ),
        money("budget_amount", "预算金额", "Budget", required=True),
        money("amount", "成交金额", "Amount", required=True, synonyms=("中标金额", "采购金额", "合同金额")),
        text("supplier", "供应商", "Supplier", required=True, synonyms=("供货商", "中标单位", "成交供应商")),
        day("purchased_date", "采购日期", "Purchased", required=True),
    ),
    rules=(
        warning(
            "method",
            (pl.col("item_kind") == "办公用品") & (pl.col("method") == "自行采购"),
            "办公用品应集中采购或在网上商城采购，自行采购不合规",
            "Office supplies are to be bought centrally or in the online mall: an own purchase is not compliant",
        ),
        warning(
            "amount",
            pl.col("amount") > pl.col("budget_amount"),
            "成交金额超过预算金额，请核对",
            "Bought for more than the budget: please check",
        ),
    ),
)
