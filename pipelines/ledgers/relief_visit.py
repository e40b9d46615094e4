"""送温暖慰问台账: one visit to one person or one group."""

import polars as pl

from pipelines.columns import (
    BENEFICIARY_HEADINGS,
    CAMPAIGN_HEADINGS,
    PEOPLE,
    choice,
    day,
    money,
    person,
    text,
    town,
    whole,
)
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import error, warning
from pipelines.values import RELIEF_CAMPAIGNS
from warehouse.language import Label

IS_INDIVIDUAL = pl.col("visit_kind") == "个人"

LEDGER = Ledger(
    id="relief_visit",
    table="relief_visits",
    label=Label("送温暖慰问台账", "Relief visits"),
    grain=Label("一行一次对一人或一个集体的慰问", "One visit to a person or a group a row"),
    department="service",
    key=("visit_code",),
    time=Event("visited_date"),
    frequency="month",  # a month without a visit is a zero report
    title_words=("慰问", "送温暖", "送清凉"),
    columns=(
        text("visit_code", "编号", "Visit code", required=True),
        choice("campaign", "批次", "Campaign", required=True, synonyms=CAMPAIGN_HEADINGS, values=RELIEF_CAMPAIGNS),
        choice(
            "visit_kind",
            "慰问形式",
            "Form of visit",
            default="个人",
            values=(Value("个人", "person"), Value("集体", "group")),
        ),
        whole("people", "慰问人数", "People visited", default=1, minimum=1, unit=PEOPLE),
        person(),
        choice(
            "beneficiary_kind",
            "对象类别",
            "Kind of recipient",
            required=True,
            synonyms=BENEFICIARY_HEADINGS,
            values=(
                Value("困难职工", "worker in hardship"),
                Value("环卫工人", "street cleaner"),
                Value("保安", "security guard"),
                Value("新就业形态劳动者", "platform worker"),
                Value("防疫一线", "epidemic frontline"),
                Value("劳模", "model worker"),
                Value("其他", "other"),
            ),
        ),
        town("township_code", "所属乡镇", "Township", required=True),
        day(
            "visited_date",
            "慰问日期",
            "Visited",
            required=True,
            synonyms=("慰问时间", "走访日期", "发放时间", "发放日期"),
        ),
        money(
            "cash_amount",
            "慰问金",
            "Cash",
            required=True,
            synonyms=("慰问金额", "现金慰问", "发放金额", "救助金额"),
        ),
        money(
            "goods_amount",
            "慰问品折价",
            "Value of goods",
            synonyms=("慰问品价值", "物资折价", "慰问品金额", "实物折价", "物品价值"),
        ),
        choice(
            "pay_method",
            "发放方式",
            "Paid by",
            required=True,
            synonyms=("支付方式", "发放形式", "领取方式"),
            values=(
                Value("银行转账", "bank transfer", ("打卡", "银行卡", "转账", "一卡通")),
                Value("现金", "cash"),
                Value("实物", "goods"),
            ),
        ),
    ),
    rules=(
        error(
            "people",
            IS_INDIVIDUAL & (pl.col("people") != 1),
            "慰问形式为“个人”的，慰问人数应为1；慰问多人请填“集体”",
            "A visit to a person counts 1; enter a group visit for more",
        ),
        error(
            "person_key",
            IS_INDIVIDUAL & pl.col("person_key").is_null(),
            "慰问形式为“个人”的，应填姓名和身份证号；集体慰问请填“集体”",
            "A visit to a person needs name and identity number; enter a group visit otherwise",
        ),
        warning(
            "goods_amount",
            (pl.col("cash_amount") == 0) & (pl.col("goods_amount").fill_null(0) == 0),
            "慰问金和慰问品折价都是0，请核对",
            "Neither cash nor goods were given: please check",
        ),
        warning(
            "pay_method",
            pl.col("pay_method") == "现金",
            "以现金发放，应优先银行转账",
            "Paid in cash: a bank transfer is preferred",
        ),
    ),
)
