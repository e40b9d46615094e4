"""会员名册: one person's membership in one union, from joining to leaving."""

import polars as pl

from pipelines.columns import PLATFORM_GROUP_HEADINGS, UNION_CODE_HEADINGS, choice, day, person, text
from pipelines.ledger import Ledger, Reference, Span, Value
from pipelines.rules import earlier, error, younger
from pipelines.values import PLATFORM_GROUPS
from warehouse.language import Label

WORKING_AGE = 16

LEDGER = Ledger(
    id="member",
    table="members",
    label=Label("会员名册", "Members"),
    grain=Label("一行一人在一个工会的会籍", "One person's membership in one union a row"),
    department="org",
    key=("person_key", "union_code"),
    time=Span("joined_date", "left_date"),
    frequency="month",  # people join and leave all year round, and members are reported monthly
    title_words=("会员名册", "会员", "会籍"),
    columns=(
        person(required=True),
        text(
            "union_code",
            "工会编号",
            "Union code",
            required=True,
            synonyms=UNION_CODE_HEADINGS,
            reference=Reference("union", "warning"),
        ),
        choice(
            "employment_kind",
            "用工类别",
            "Kind of employment",
            required=True,
            synonyms=("用工形式", "就业形态", "用工性质", "职工类别", "就业状况"),
            values=(
                Value("正式", "regular"),
                Value("劳务派遣", "agency"),
                Value("农民工", "migrant worker"),
                Value("新就业形态", "new form of employment"),
                Value("灵活就业", "flexible"),
            ),
        ),
        choice(
            "platform_group",
            "新就业形态群体",
            "Group of new employment",
            synonyms=PLATFORM_GROUP_HEADINGS,
            values=PLATFORM_GROUPS,
        ),
        day("joined_date", "入会日期", "Joined", required=True, synonyms=("入会时间", "加入工会时间")),
        day("left_date", "退会日期", "Left", synonyms=("退会时间", "转出时间", "会籍转出日期")),
    ),
    rules=(
        error(
            "platform_group",
            (pl.col("employment_kind") == "新就业形态") & pl.col("platform_group").is_null(),
            "用工类别为“新就业形态”的，应填新就业形态群体",
            "A member in a new form of employment needs the group",
        ),
        error(
            "joined_date",
            younger(WORKING_AGE, on="joined_date"),
            "入会当日未满16周岁，请核对入会日期和身份证号",
            "Not yet 16 years old on the day of joining: check the date and the identity number",
        ),
        error(
            "left_date",
            earlier("left_date", than="joined_date"),
            "退会日期不能早于入会日期",
            "Left before joining",
        ),
    ),
)
