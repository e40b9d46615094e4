"""历史指标: one figure that a signed document has already reported.

It stands for last year's value where no rows of that year exist, and nowhere else.
"""

from pipelines.columns import month, number, text, town
from pipelines.ledger import CATALOGUE, Ledger, MonthOf, Reference
from warehouse.language import Label

LEDGER = Ledger(
    id="history",
    table="histories",
    label=Label("历史指标", "Figures already reported"),
    grain=Label("一行一个已上报的指标值", "One reported figure a row"),
    department="office",
    key=("kpi_id", "as_of", "township_code"),
    time=MonthOf("as_of"),
    frequency="year",  # handed in once, for the years before the first rows
    title_words=("历史指标", "历年指标"),
    columns=(
        text("kpi_id", "指标编号", "Indicator", required=True, reference=Reference(CATALOGUE, "error")),
        month("as_of", "截止月份", "As of", required=True),
        town(
            "township_code",
            "所属乡镇",
            "Township",
            description=Label("空着表示全县", "Empty: the whole county"),
        ),
        number("numerator", "分子", "Numerator"),
        number("denominator", "分母", "Denominator"),
        number(
            "value",
            "值",
            "Value",
            required=True,
            description=Label("比率按百分数填写（80 表示 80%）", "A ratio is written in per cent (80 = 80 %)"),
        ),
        text(
            "source",
            "出处",
            "Source",
            required=True,
            description=Label("所依据的已签发材料", "The signed document that it comes from"),
        ),
    ),
)
