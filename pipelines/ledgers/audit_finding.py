"""审计与整改台账: one finding of an audit or inspection and what became of it."""

from pipelines.columns import choice, day, text
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="audit_finding",
    table="audit_findings",
    label=Label("审计与整改台账", "Audit findings"),
    grain=Label("一行一个问题", "One finding a row"),
    department="audit",
    key=("finding_code",),
    time=Event("found_date"),
    frequency="quarter",  # audits are a few a year, their remedies are followed up
    title_words=("审计", "整改"),
    columns=(
        text("finding_code", "编号", "Finding code", required=True),
        choice(
            "source",
            "来源",
            "Found by",
            required=True,
            values=(
                Value("上级经审", "audit committee of a higher level"),
                Value("同级经审", "own audit committee"),
                Value("政府审计", "government audit"),
                Value("外部审计", "external audit"),
                Value("内部控制", "internal control"),
                Value("巡察", "inspection tour"),
                Value("党风廉政检查", "integrity inspection"),
            ),
        ),
        text("problem", "问题", "Problem", required=True),
        text("department", "责任部门", "Department", required=True),
        day("found_date", "发现日期", "Found", required=True),
        day("due_date", "整改期限", "Due", required=True, synonyms=("整改时限", "完成时限")),
        day("fixed_date", "整改完成日期", "Fixed", synonyms=("整改完成时间", "销号日期", "办结日期")),
    ),
    rules=(
        error(
            "due_date",
            earlier("due_date", than="found_date"),
            "整改期限不能早于发现日期",
            "Due before it was found",
        ),
        error(
            "fixed_date",
            earlier("fixed_date", than="found_date"),
            "整改完成日期不能早于发现日期",
            "Fixed before it was found",
        ),
    ),
)
