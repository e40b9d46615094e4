"""困难职工档案: one worker's household in hardship, on file until it is out of it."""

from pipelines.columns import HOUSEHOLD_CODE_HEADINGS, PEOPLE, choice, day, person, text, town, whole
from pipelines.ledger import Ledger, Span, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="hardship_household",
    table="hardship_households",
    label=Label("困难职工档案", "Households in hardship"),
    grain=Label("一行一户困难职工家庭", "One worker's household a row"),
    department="service",
    key=("household_code",),
    time=Span("filed_date", "closed_date"),
    frequency="month",  # households are filed and closed all year round
    title_words=("困难职工",),
    columns=(
        text("household_code", "档案编号", "File code", required=True, synonyms=HOUSEHOLD_CODE_HEADINGS),
        person(required=True),
        town("township_code", "所属乡镇", "Township", required=True),
        choice(
            "hardship_kind",
            "困难类别",
            "Kind of hardship",
            required=True,
            synonyms=("困难类型", "致困类别", "建档类别", "困难职工类型"),
            values=(
                Value("深度困难", "deep", ("深度困难职工",)),
                Value("相对困难", "relative", ("相对困难职工",)),
                Value("意外致困", "by accident", ("意外致困职工",)),
            ),
        ),
        whole(
            "household_size",
            "家庭人口",
            "Household size",
            required=True,
            minimum=1,
            unit=PEOPLE,
            synonyms=("家庭人口数", "家庭成员数", "家庭人数"),
        ),
        day("filed_date", "建档日期", "Filed", required=True, synonyms=("建档时间", "录入时间")),
        day(
            "closed_date",
            "脱困日期",
            "Out of hardship",
            synonyms=("脱困时间", "注销日期", "退出日期", "解困时间"),
        ),
    ),
    rules=(
        error(
            "closed_date",
            earlier("closed_date", than="filed_date"),
            "脱困日期不能早于建档日期",
            "Out of hardship before it was filed",
        ),
    ),
)
