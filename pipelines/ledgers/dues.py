"""工会经费收缴台账: the dues of one unit for one month."""

from pipelines.columns import MONTH_HEADINGS, UNIT_NAME_HEADINGS, choice, credit_code, money, month, text
from pipelines.ledger import Ledger, MonthOf, Value
from warehouse.language import Label

LEDGER = Ledger(
    id="dues",
    table="dues",
    label=Label("工会经费收缴台账", "Union dues"),
    grain=Label("一行一个单位的一个月", "One unit and month a row"),
    department="finance",
    key=("unit_code", "month"),
    time=MonthOf("month"),
    frequency="month",  # one row a unit and month
    title_words=("经费收缴",),
    columns=(
        credit_code("unit_code", "统一社会信用代码", "Credit code", required=True),
        text("unit_name", "单位名称", "Unit name", required=True, synonyms=("企业名称", *UNIT_NAME_HEADINGS)),
        month("month", "月份", "Month", required=True, synonyms=MONTH_HEADINGS),
        money(
            "payroll",
            "工资总额",
            "Payroll",
            required=True,
            synonyms=("职工工资总额", "计提基数", "缴费基数", "计费工资总额"),
        ),
        money(
            "paid_amount",
            "实缴金额",
            "Paid",
            required=True,
            signed_warning=True,
            synonyms=("实缴经费", "实际缴纳", "入库金额", "缴费金额"),
            description=Label("应缴为工资总额的2%；退费填负数", "2 % of the payroll is due; a refund is negative"),
        ),
        choice(
            "channel",
            "缴费渠道",
            "Paid through",
            values=(
                Value("税务代收", "tax office"),
                Value("财政划拨", "public finance"),
                Value("直接拨缴", "direct transfer"),
            ),
        ),
        choice(
            "dues_kind",
            "类别",
            "Kind of dues",
            values=(Value("工会经费", "union dues"), Value("筹备金", "preparation fund")),
        ),
    ),
)
