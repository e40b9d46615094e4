"""单位名录: one legal unit, in force from its registration to its deregistration."""

import polars as pl

from pipelines.columns import (
    EMPLOYEES_HEADINGS,
    EMPLOYEES_IN_ALL,
    PEOPLE,
    UNIT_NAME_HEADINGS,
    choice,
    credit_code,
    day,
    text,
    town,
    whole,
)
from pipelines.ledger import Ledger, Span, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="enterprise",
    table="enterprises",
    label=Label("单位名录", "Units"),
    grain=Label("一行一个法人单位", "One legal unit a row"),
    department="org",
    key=("unit_code",),
    time=Span("registered_date", "closed_date"),
    frequency="month",  # the denominator of coverage: as fresh as the unions it is compared with
    title_words=("单位名录", "企业名录"),
    columns=(
        credit_code("unit_code", "统一社会信用代码", "Credit code", required=True),
        text("unit_name", "单位名称", "Unit name", required=True, synonyms=("企业名称", *UNIT_NAME_HEADINGS)),
        town("township_code", "所属乡镇", "Township", required=True),
        text(
            "industry",
            "行业门类",
            "Industry section",
            required=True,
            synonyms=("所属行业", "行业类别", "国民经济行业"),
            code_list="industry_section",
        ),
        choice(
            "control_kind",
            "控股情况",
            "Control",
            required=True,
            synonyms=("企业控股情况", "经济类型", "所有制性质", "经济成分"),
            values=(
                Value("国有控股", "state"),
                Value("集体控股", "collective"),
                Value("私人控股", "private"),
                Value("港澳台商控股", "Hong Kong, Macao or Taiwan"),
                Value("外商控股", "foreign"),
                Value("其他", "other"),
            ),
        ),
        choice(
            "unit_kind",
            "单位性质",
            "Kind of unit",
            required=True,
            synonyms=("单位类型", "单位类别", "机构类型"),
            values=(
                Value("企业", "enterprise"),
                Value("机关", "government office"),
                Value("事业", "public institution"),
                Value("社会组织", "social organisation"),
                Value("个体工商户", "sole trader"),
                Value("农民专业合作社", "farmers' cooperative"),
                Value("其他", "other"),
            ),
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
            "female_employees",
            "女职工人数",
            "Female employees",
            unit=PEOPLE,
            synonyms=("女职工数", "女职工"),
            parented_synonyms=(("职工", "其中：女"),),
        ),
        day("registered_date", "成立日期", "Registered", required=True, synonyms=("成立时间", "注册日期")),
        day("closed_date", "注销日期", "Deregistered", synonyms=("注销时间", "吊销日期")),
    ),
    rules=(
        error(
            "female_employees",
            pl.col("female_employees") > pl.col("employees"),
            "女职工人数不能多于职工人数",
            "Female employees cannot exceed employees",
        ),
        error(
            "closed_date",
            earlier("closed_date", than="registered_date"),
            "注销日期不能早于成立日期",
            "Deregistered before it was registered",
        ),
    ),
)
