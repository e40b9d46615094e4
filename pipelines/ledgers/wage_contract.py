"""工资集体合同台账: one collective contract, in force from its effective to its expiry date."""

import polars as pl

from pipelines.columns import (
    CONTRACT_CODE_HEADINGS,
    COVERED_WORKERS_HEADINGS,
    PEOPLE,
    UNITS,
    choice,
    day,
    flag,
    text,
    town,
    whole,
)
from pipelines.ledger import Ledger, Span, Value
from pipelines.rules import earlier, error, warning
from warehouse.language import Label

IS_WAGE_ONLY = pl.col("contract_kind") == "工资专项"


def runs_longer_than(years: int) -> pl.Expr:
    """The contract's days, its last one included, are more than ``years`` years."""
    return pl.col("expiry_date").dt.offset_by(f"-{years}y") >= pl.col("effective_date")


LEDGER = Ledger(
    id="wage_contract",
    table="wage_contracts",
    label=Label("工资集体合同台账", "Collective contracts"),
    grain=Label("一行一份集体合同", "One collective contract a row"),
    department="rights",
    key=("contract_code",),
    time=Span("effective_date", "expiry_date"),
    frequency="month",  # contracts are signed and end all year round
    title_words=("集体合同", "工资集体"),
    columns=(
        text("contract_code", "合同编号", "Contract code", required=True, synonyms=CONTRACT_CODE_HEADINGS),
        choice(
            "contract_scope",
            "合同类型",
            "Contract scope",
            required=True,
            synonyms=("签订形式", "协商形式", "合同层级"),
            values=(
                Value("企业", "one enterprise"),
                Value("区域性", "area", ("区域",)),
                Value("行业性", "industry", ("行业",)),
            ),
        ),
        choice(
            "contract_kind",
            "合同种类",
            "Kind of contract",
            required=True,
            synonyms=("合同类别", "集体合同类型", "协议类型"),
            values=(
                Value("工资专项", "wages", ("工资集体协议", "工资专项集体合同", "工资协议")),
                Value("综合", "general"),
                Value("女职工专项", "women workers", ("女职工权益保护专项",)),
                Value("劳动安全专项", "labour safety"),
            ),
        ),
        text(
            "signing_party",
            "签订主体",
            "Signed by",
            required=True,
            synonyms=("签订单位", "协商主体", "企业（区域、行业）名称"),
        ),
        town("township_code", "所属乡镇", "Township", required=True),
        day("signed_date", "签订日期", "Signed", required=True, synonyms=("签订时间", "签约日期", "签字日期")),
        day(
            "effective_date",
            "生效日期",
            "Effective",
            required=True,
            synonyms=("起始日期", "合同起始时间", "有效期起"),
        ),
        day(
            "expiry_date",
            "终止日期",
            "Expires",
            required=True,
            synonyms=("截止日期", "到期日期", "有效期止", "期满日期"),
        ),
        whole(
            "covered_enterprises",
            "覆盖企业数",
            "Enterprises covered",
            required=True,
            minimum=1,
            unit=UNITS,
            synonyms=("涵盖企业数", "覆盖企业", "企业户数"),
        ),
        whole(
            "covered_workers",
            "覆盖职工数",
            "Workers covered",
            required=True,
            minimum=1,
            unit=PEOPLE,
            synonyms=COVERED_WORKERS_HEADINGS,
        ),
        flag("is_renewal", "是否续签", "Renewal"),
    ),
    rules=(
        warning(
            "effective_date",
            earlier("effective_date", than="signed_date"),
            "生效日期早于签订日期，请核对",
            "Takes effect before it was signed: please check",
        ),
        error(
            "expiry_date",
            pl.col("expiry_date") <= pl.col("effective_date"),
            "终止日期应晚于生效日期",
            "Must expire after it takes effect",
        ),
        warning(
            "expiry_date",
            IS_WAGE_ONLY & runs_longer_than(1),
            "工资专项集体合同的期限一般不超过1年，请核对",
            "A wage contract commonly runs for 1 year at most: please check",
        ),
        warning(
            "expiry_date",
            ~IS_WAGE_ONLY & runs_longer_than(3),
            "集体合同的期限一般不超过3年，请核对",
            "A collective contract commonly runs for 3 years at most: please check",
        ),
        error(
            "covered_enterprises",
            (pl.col("contract_scope") == "企业") & (pl.col("covered_enterprises") != 1),
            "合同类型为“企业”的，覆盖企业数应为1",
            "A contract of one enterprise covers exactly 1",
        ),
    ),
)
