"""联合工会涵盖单位明细: the units that a joint union covers."""

from pipelines.columns import UNION_CODE_HEADINGS, UNIT_NAME_HEADINGS, credit_code, text
from pipelines.ledger import Ledger, Reference
from warehouse.language import Label

LEDGER = Ledger(
    id="union_unit",
    table="union_units",
    label=Label("联合工会涵盖单位明细", "Units of joint unions"),
    grain=Label("一行一个工会涵盖的一家单位", "One union and covered unit a row"),
    department="org",
    key=("union_code", "unit_code"),
    time=None,
    frequency="month",  # kept together with the unions it details
    title_words=("涵盖单位",),
    columns=(
        text(
            "union_code",
            "工会编号",
            "Union code",
            required=True,
            synonyms=UNION_CODE_HEADINGS,
            reference=Reference("union", "error"),
        ),
        credit_code(
            "unit_code",
            "统一社会信用代码",
            "Credit code",
            required=True,
            reference=Reference("enterprise", "warning"),
        ),
        text("unit_name", "单位名称", "Unit name", synonyms=("企业名称", *UNIT_NAME_HEADINGS)),
    ),
)
