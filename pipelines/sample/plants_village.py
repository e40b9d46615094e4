"""Wrong rows in the ledgers of the office: village teams, activities, appraisals."""

from pipelines.sample.invented import MOBILE, days_before, has, stranger, wrong_check
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.sheet import IDENTITY

POSTINGS: list[Plant] = [
    wrong("village_posting", "broken_rule", "end_date", changes={"end_date": days_before("start_date", 1)}),
    wrong("village_posting", "bad_type", "sent_by_federation", raw={"sent_by_federation": "待定"}),
    wrong("village_posting", "duplicate_key", IDENTITY),
]
CONDOLENCES: list[Plant] = [
    wrong("village_condolence", "broken_rule", "amount", changes={"amount": 0}),
    wrong("village_condolence", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(41)}),
    wrong("village_condolence", "duplicate_key", "payment_code"),
    odd(
        "village_condolence",
        "broken_rule",
        IDENTITY,
        is_extra=True,
        changes={"payment_code": "ZC-X1", "person": stranger(42)},
    ),
]
DONE = has("status", "已办结")
ACTIVITIES: list[Plant] = [
    wrong("activity", "broken_rule", "done_date", changes={"done_date": days_before("start_date", 2)}, pick=DONE),
    wrong("activity", "broken_rule", "status", changes={"done_date": None}, pick=DONE),
    wrong("activity", "broken_rule", "participants", changes={"participants": -30}),
    wrong("activity", "broken_rule", "amount", changes={"amount": -100}),
    wrong("activity", "not_allowed", "campaign", raw={"campaign": "年度重点"}),
    wrong("activity", "missing_value", "department", changes={"department": None}),
    wrong("activity", "duplicate_key", "activity_code"),
    odd("activity", "personal_content", "title", changes={"title": f"健步走（报名 {MOBILE}）"}),
]
APPRAISALS: list[Plant] = [
    wrong("appraisal", "broken_rule", "abstained", changes={"excellent": lambda row: row["excellent"] + 1}),
    wrong("appraisal", "broken_rule", "voters", changes={"voters": 0}),
    wrong("appraisal", "broken_rule", "subject", raw={"subject": "溪明月"}),
    wrong("appraisal", "duplicate_key", "subject"),
]
PLANTS = [*POSTINGS, *CONDOLENCES, *ACTIVITIES, *APPRAISALS]
