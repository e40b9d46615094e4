"""年度目标: the target of one indicator for one year, for the county or one township."""

from pipelines.columns import choice, number, text, town, year
from pipelines.ledger import CATALOGUE, Ledger, Reference, Value, YearOf
from warehouse.language import Label

LEDGER = Ledger(
    id="target",
    table="targets",
    label=Label("年度目标", "Targets of the year"),
    grain=Label("一行一个指标、年度和地区", "One indicator, year and region a row"),
    department="office",
    key=("kpi_id", "year", "township_code"),
    time=YearOf("year"),
    frequency="year",  # set once, at the start of the year
    title_words=("年度目标", "目标任务分解"),
    columns=(
        text("kpi_id", "指标编号", "Indicator", required=True, reference=Reference(CATALOGUE, "error")),
        year("year", "年度", "Year", required=True),
        town(
            "township_code",
            "所属乡镇",
            "Township",
            description=Label("空着表示全县", "Empty: the whole county"),
        ),
        number(
            "target",
            "目标值",
            "Target",
            required=True,
            description=Label("比率按百分数填写（80 表示 80%）", "A ratio is written in per cent (80 = 80 %)"),
        ),
        choice(
            "pacing",
            "序时方式",
            "Pacing",
            default="均衡",
            values=(
                Value("均衡", "even"),
                Value("按去年进度", "by last year's course"),
                Value("年底", "at the year's end"),
            ),
            description=Label(
                "均衡：目标×当年已过天数占比；按去年进度：目标×去年同日值÷去年全年值；年底：12月前不计进度",
                "Even: target × elapsed share of the year; by last year's course: target × last year's value on "
                "that day ÷ last year's total; at the year's end: no pace before December",
            ),
        ),
    ),
)
