"""基层工会台账: one grass-roots union, in force from its founding to its dissolution."""

import polars as pl

from pipelines.columns import (
    EMPLOYEES_HEADINGS,
    EMPLOYEES_IN_ALL,
    PEOPLE,
    UNION_CODE_HEADINGS,
    UNITS,
    choice,
    credit_code,
    day,
    flag,
    text,
    town,
    whole,
)
from pipelines.ledger import DATA_DATE, Ledger, Reference, Span, Value
from pipelines.rules import earlier, error, warning
from warehouse.language import Label

LEDGER = Ledger(
    id="union",
    table="unions",
    label=Label("基层工会台账", "Grass-roots unions"),
    grain=Label("一行一个基层工会", "One grass-roots union a row"),
    department="org",
    key=("union_code",),
    time=Span("founded_date", "dissolved_date"),
    frequency="month",  # members and unions are reported monthly
    title_words=("基层工会", "工会组织"),
    columns=(
        text(
            "union_code",
            "工会编号",
            "Union code",
            required=True,
            synonyms=UNION_CODE_HEADINGS,
        ),
        text(
            "union_name",
            "工会名称",
            "Union name",
            required=True,
            synonyms=("基层工会名称", "工会组织名称", "工会全称", "所属工会"),
        ),
        choice(
            "union_kind",
            "组建形式",
            "Form of union",
            required=True,
            synonyms=("工会类型", "基层工会组织类型", "建会形式", "建会方式"),
            values=(
                Value("单独", "single unit", ("单独建会", "单建", "1")),
                Value("联合", "joint", ("联合建会", "联合基层工会", "2")),
                Value("行业", "industry"),
                Value("村社区", "village or community"),
                Value("机关", "government office"),
            ),
        ),
        credit_code(
            "unit_code",
            "所在单位信用代码",
            "Credit code of the unit",
            synonyms=("所在单位统一社会信用代码", "建会单位信用代码", "单位统一社会信用代码"),
            reference=Reference("enterprise", "warning"),
        ),
        town(
            "township_code",
            "所属乡镇",
            "Township",
            required=True,
        ),
        whole(
            "covered_units",
            "涵盖单位数",
            "Units covered",
            required=True,
            minimum=1,
            unit=UNITS,
            synonyms=("涵盖法人单位数", "覆盖单位数", "涵盖单位个数", "联合工会涵盖单位数"),
        ),
        whole(
            "employees",
            "职工人数",
            "Employees",
            required=True,
            unit=PEOPLE,
            synonyms=EMPLOYEES_HEADINGS,
            parented_synonyms=EMPLOYEES_IN_ALL,
        ),
        whole(
            "members",
            "会员人数",
            "Members",
            required=True,
            unit=PEOPLE,
            synonyms=("工会会员数", "会员数", "会员总数", "工会会员人数"),
            parented_synonyms=(("会员", "合计"), ("会员", "小计"), ("工会会员", "合计"), ("工会会员", "小计")),
        ),
        whole(
            "female_members",
            "女会员人数",
            "Female members",
            unit=PEOPLE,
            synonyms=("女会员数", "女会员", "女性会员"),
            parented_synonyms=(("会员", "其中：女"), ("工会会员", "其中：女")),
        ),
        whole(
            "migrant_members",
            "农民工会员人数",
            "Migrant-worker members",
            unit=PEOPLE,
            synonyms=("农民工会员数", "农民工会员", "其中：农民工"),
        ),
        day(
            "founded_date",
            "建会日期",
            "Founded",
            required=True,
            synonyms=("建会时间", "成立时间", "组建时间", "批复时间"),
        ),
        day("dissolved_date", "撤销日期", "Dissolved"),
        day(
            "term_end_date", "届满日期", "End of term", synonyms=("届满时间", "任期届满日期", "任期截止", "应换届时间")
        ),
        day("certificate_end_date", "法人证书有效期至", "Legal-person certificate valid until"),
        choice(
            "womens_body",
            "女职工组织",
            "Women workers' body",
            required=True,
            synonyms=("女工组织", "女职工委员会", "女工委", "是否建立女工组织"),
            values=(
                Value("女工委", "committee", ("女职工委员会",)),
                Value("女职工委员", "delegate"),
                Value("无", "none"),
            ),
        ),
        choice(
            "audit_body",
            "经审组织",
            "Audit body",
            required=True,
            synonyms=("经费审查委员会", "经审会", "经审委", "是否建立经审组织"),
            values=(
                Value("经审委", "committee", ("经费审查委员会", "经审会")),
                Value("经审委员", "auditor", ("经审员", "经费审查委员")),
                Value("无", "none"),
            ),
        ),
        flag(
            "legal_person",
            "法人资格",
            "Legal person",
            required=True,
            synonyms=("法人登记", "是否法人", "是否取得法人资格", "法人资格证书"),
        ),
    ),
    rules=(
        error(
            "covered_units",
            (pl.col("union_kind") == "单独") & (pl.col("covered_units") != 1),
            "组建形式为“单独”的工会，涵盖单位数应为1",
            "A single-unit union covers exactly 1 unit",
        ),
        error(
            "members",
            pl.col("members") > pl.col("employees"),
            "会员人数不能多于职工人数",
            "Members cannot exceed employees",
        ),
        error(
            "female_members",
            pl.col("female_members") > pl.col("members"),
            "女会员人数不能多于会员人数",
            "Female members cannot exceed members",
        ),
        error(
            "migrant_members",
            pl.col("migrant_members") > pl.col("members"),
            "农民工会员人数不能多于会员人数",
            "Migrant-worker members cannot exceed members",
        ),
        error(
            "dissolved_date",
            earlier("dissolved_date", than="founded_date"),
            "撤销日期不能早于建会日期",
            "Dissolved before it was founded",
        ),
        warning(
            "term_end_date",
            earlier("term_end_date", than=DATA_DATE) & pl.col("dissolved_date").is_null(),
            "任期已届满，应及时换届",
            "The term has ended: an election is due",
        ),
        warning(
            "womens_body",
            (pl.col("female_members") >= 10) & (pl.col("womens_body") == "无"),
            "女会员10人以上，应建立女职工委员会",
            "Ten or more female members and no women workers' body",
        ),
    ),
)
