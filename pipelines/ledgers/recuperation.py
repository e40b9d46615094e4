"""疗休养台账: one person on one recuperation trip."""

from pipelines.columns import BENEFICIARY_HEADINGS, choice, day, money, person, text
from pipelines.ledger import Event, Ledger, Value
from pipelines.rules import earlier, error
from warehouse.language import Label

LEDGER = Ledger(
    id="recuperation",
    table="recuperations",
    label=Label("疗休养台账", "Recuperation"),
    grain=Label("一行一人的一次疗休养", "One person and trip a row"),
    department="econ",
    key=("person_key", "start_date"),
    time=Event("start_date"),
    frequency="half_year",  # a few trips a year, from spring to autumn
    title_words=("疗休养", "疗养"),
    columns=(
        person(required=True),
        choice(
            "beneficiary_kind",
            "对象类别",
            "Kind of beneficiary",
            required=True,
            synonyms=BENEFICIARY_HEADINGS,
            values=(
                Value("劳模", "model worker"),
                Value("脱贫攻坚和乡村振兴一线", "frontline of poverty relief and rural revitalisation"),
                Value("抗疫一线", "epidemic frontline"),
                Value("新就业形态", "new form of employment"),
                Value("一线职工", "frontline worker"),
                Value("其他", "other"),
            ),
        ),
        text("place", "疗养地", "Place", required=True),
        day("start_date", "开始日期", "From", required=True),
        day("end_date", "结束日期", "To", required=True),
        money("amount", "费用", "Cost"),
    ),
    rules=(
        error(
            "end_date",
            earlier("end_date", than="start_date"),
            "结束日期不能早于开始日期",
            "Ends before it starts",
        ),
    ),
)
