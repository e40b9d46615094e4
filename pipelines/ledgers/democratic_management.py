"""企业民主管理台账: workers' congress and open factory affairs of one unit in one year."""

import polars as pl

from pipelines.columns import credit_code, flag, whole, year
from pipelines.ledger import Ledger, Reference, YearOf
from pipelines.rules import warning
from warehouse.language import Label

LEDGER = Ledger(
    id="democratic_management",
    table="democratic_managements",
    label=Label("企业民主管理台账", "Democratic management"),
    grain=Label("一行一个单位的一个年度", "One unit and year a row"),
    department="rights",
    key=("unit_code", "year"),
    time=YearOf("year"),
    frequency="year",  # one row a unit and year
    title_words=("民主管理", "厂务公开", "职代会"),
    columns=(
        credit_code(
            "unit_code",
            "统一社会信用代码",
            "Credit code",
            required=True,
            reference=Reference("enterprise", "warning"),
        ),
        year("year", "年度", "Year", required=True),
        flag(
            "has_congress",
            "建立职代会制度",
            "Has a workers' congress",
            required=True,
            synonyms=("职代会建制", "是否建立职代会"),
        ),
        whole("congress_meetings", "职代会召开次数", "Congress meetings", unit=Label("次", "meetings")),
        flag(
            "has_disclosure",
            "建立厂务公开制度",
            "Discloses factory affairs",
            required=True,
            synonyms=("厂务公开建制", "是否实行厂务公开"),
        ),
        flag("has_worker_director", "职工董事监事", "Has a workers' director or supervisor"),
    ),
    rules=(
        warning(
            "congress_meetings",
            pl.col("has_congress") & (pl.col("congress_meetings") == 0),
            "已建立职代会制度，但全年未召开职代会，请核对",
            "Has a workers' congress that did not meet all year: please check",
        ),
    ),
)
