"""金秋助学台账: aid to one student in one year."""

from pipelines.columns import HOUSEHOLD_CODE_HEADINGS, choice, day, money, person, text, year
from pipelines.ledger import Event, Ledger, Reference, Value
from warehouse.language import Label

LEDGER = Ledger(
    id="student_aid",
    table="student_aids",
    label=Label("金秋助学台账", "Student aid"),
    grain=Label("一行一名学生的一个年度", "One student and year a row"),
    department="service",
    key=("person_key", "year"),
    time=Event("paid_date"),
    frequency="year",  # paid once a year, in autumn
    title_words=("助学",),
    columns=(
        person(
            "学生姓名",
            "Student's name",
            "学生身份证号",
            "Student's identity number",
            required=True,
            # A parent's name may stand in the same sheet under the common headings.
            synonyms=(),
            identity_synonyms=("学生身份证号码",),
        ),
        text(
            "household_code",
            "档案编号",
            "File code",
            synonyms=HOUSEHOLD_CODE_HEADINGS,
            reference=Reference("hardship_household", "warning"),
            warn_if_empty=True,
            description=Label(
                "没有困难职工档案的学生也可资助，但该行不计入任何乡镇",
                "Students without a file are aided too, but their rows count in no township",
            ),
        ),
        year("year", "年度", "Year", required=True),
        choice(
            "stage",
            "就读阶段",
            "Stage of education",
            required=True,
            synonyms=("学历层次", "就读学段", "教育阶段", "学段"),
            values=(
                Value("小学", "primary school"),
                Value("初中", "lower secondary school"),
                Value("高中", "upper secondary school"),
                Value("中职", "vocational secondary school", ("职高", "技校", "中专")),
                Value("专科", "junior college", ("大专", "高职")),
                Value("本科", "bachelor"),
                Value("研究生", "postgraduate"),
            ),
        ),
        day("paid_date", "发放日期", "Paid", required=True),
        money("amount", "金额", "Amount", required=True, positive=True),
    ),
)
