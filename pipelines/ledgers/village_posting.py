"""驻村队员台账: one person posted to one village."""

from pipelines.columns import choice, day, flag, person, text, town
from pipelines.ledger import Ledger, Span
from pipelines.rules import earlier, error
from pipelines.values import POSTING_LEVELS
from warehouse.language import Label

LEDGER = Ledger(
    id="village_posting",
    table="village_postings",
    label=Label("驻村队员台账", "Village postings"),
    grain=Label("一行一人的一次驻村", "One person and posting a row"),
    department="office",
    key=("person_key", "start_date"),
    time=Span("start_date", "end_date"),
    frequency="half_year",  # people stay for two years or so
    title_words=("驻村", "队员"),
    columns=(
        person(required=True),
        text("sending_unit", "派出单位", "Sent by", required=True),
        choice("level", "派出级别", "Level of the sender", required=True, values=POSTING_LEVELS),
        flag("sent_by_federation", "派出单位为县总工会", "Sent by the county federation", required=True),
        text("village", "驻点村", "Village", required=True),
        town("township_code", "所属乡镇", "Township", required=True),
        day("start_date", "开始日期", "From", required=True),
        day("end_date", "结束日期", "To"),
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
