"""公开事项台账: one item that is to be published."""

import polars as pl

from pipelines.columns import choice, day, flag, text
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import warning
from warehouse.language import Label

LEDGER = Ledger(
    id="disclosure",
    table="disclosures",
    label=Label("公开事项台账", "Items to publish"),
    grain=Label("一行一个公开事项", "One item to publish a row"),
    department="office",
    key=("item_code",),
    time=Event("due_date"),
    frequency="month",  # a month without an item is a zero report
    title_words=("公开事项",),
    columns=(
        text("item_code", "编号", "Item code", required=True),
        choice(
            "disclosure_kind",
            "公开类别",
            "Kind of publication",
            required=True,
            values=(
                Value("党务公开", "party affairs"),
                Value("办事公开", "services"),
                Value("三公经费", "travel, receptions and cars"),
                Value("工作动态", "news of the work"),
            ),
        ),
        text("subject", "公开事项", "Item", required=True),
        choice(
            "channel",
            "公开渠道",
            "Published through",
            required=True,
            values=(
                Value("公开栏", "notice board"),
                Value("阳光监督平台", "supervision platform"),
                Value("县政府网站", "county government's website"),
                Value("市总工会网站", "city federation's website"),
            ),
        ),
        day("due_date", "应公开日期", "Due", required=True),
        day("published_date", "实际公开日期", "Published"),
        flag("has_personal_data", "含个人信息", "Has personal data", required=True),
        flag("is_masked", "已脱敏", "Masked"),
    ),
    rules=(
        warning(
            "is_masked",
            pl.col("published_date").is_not_null() & pl.col("has_personal_data") & ~pl.col("is_masked"),
            "已公开的内容含个人信息而未脱敏，不合规，请立即处理",
            "Published with personal data that is not masked, which is not compliant: see to it at once",
        ),
    ),
)
