"""Wrong rows in the ledgers of the service centre."""

from pipelines.sample.invented import (
    ABSENT_UNIT,
    NUMERIC_IDENTITY,
    UNKNOWN_UNIT,
    days_before,
    has,
    impossible_birth,
    old_form,
    wrong_check,
)
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.sheet import IDENTITY

HOUSEHOLDS: list[Plant] = [
    wrong("hardship_household", "broken_rule", "household_size", changes={"household_size": 0}),
    wrong("hardship_household", "broken_rule", "closed_date", changes={"closed_date": days_before("filed_date", 5)}),
    wrong("hardship_household", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(21)}),
    wrong("hardship_household", "not_allowed", "hardship_kind", raw={"hardship_kind": "一般"}),
    wrong("hardship_household", "duplicate_key", "household_code"),
]
FUNDS: list[Plant] = [
    wrong("relief_fund", "broken_rule", "amount", changes={"amount": 0}),
    wrong("relief_fund", "not_allowed", "source", raw={"source": "村集体"}),
    wrong("relief_fund", "bad_type", "amount", raw={"amount": "五万"}),
    wrong("relief_fund", "missing_value", "received_date", changes={"received_date": None}),
]
OLD_NUMBER = {IDENTITY: lambda row: old_form(row["person"])}
NAMED = has("visit_kind", "个人")
VISITS: list[Plant] = [
    odd("relief_visit", "old_identity_number", IDENTITY, raw=OLD_NUMBER, pick=has("beneficiary_kind", "困难职工")),
    wrong("relief_visit", "broken_rule", "people", changes={"people": 2}, pick=NAMED),
    wrong("relief_visit", "broken_rule", "people", changes={"people": 0}, pick=has("visit_kind", "集体")),
    wrong("relief_visit", "broken_rule", IDENTITY, changes={"visit_code": "WW-X1", "person": None}, pick=NAMED),
    wrong("relief_visit", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(22)}, pick=NAMED),
    wrong(
        "relief_visit",
        "irrecoverable_number",
        IDENTITY,
        raw={IDENTITY: NUMERIC_IDENTITY},
        pick=NAMED,
        needs_workbook=True,
    ),
    wrong("relief_visit", "broken_rule", "cash_amount", changes={"cash_amount": -50}, pick=NAMED),
    wrong("relief_visit", "bad_type", "visited_date", raw={"visited_date": "春节前"}, pick=NAMED),
    wrong("relief_visit", "not_allowed", "campaign", raw={"campaign": "开学季"}, pick=NAMED),
    wrong("relief_visit", "duplicate_key", "visit_code", pick=NAMED),
    odd("relief_visit", "broken_rule", "goods_amount", changes={"cash_amount": 0, "goods_amount": 0}, pick=NAMED),
    odd("relief_visit", "broken_rule", "pay_method", changes={"pay_method": "现金"}, pick=NAMED),
    odd(
        "relief_visit",
        "broken_rule",
        "beneficiary_kind",
        changes={"beneficiary_kind": "困难职工"},
        pick=has("beneficiary_kind", "保安", "劳模", "其他"),
    ),
    odd(
        "relief_visit",
        "broken_rule",
        IDENTITY,
        is_extra=True,
        changes={"visit_code": "WW9999-X2"},
        pick=has("beneficiary_kind", "劳模", "其他"),
    ),
]
STUDENTS: list[Plant] = [
    wrong("student_aid", "broken_rule", "amount", changes={"amount": 0}),
    wrong("student_aid", "not_allowed", "stage", raw={"stage": "幼儿园"}),
    wrong("student_aid", "duplicate_key", IDENTITY),
    odd("student_aid", "broken_rule", "household_code", changes={"household_code": None}),
    odd("student_aid", "unknown_reference", "household_code", changes={"household_code": "KN99999"}),
]
ENROLMENTS: list[Plant] = [
    wrong("mutual_aid_enrolment", "broken_rule", "people", changes={"people": 0, "paid_amount": 0}),
    wrong("mutual_aid_enrolment", "broken_rule", "end_date", changes={"end_date": lambda row: row["start_date"]}),
    wrong("mutual_aid_enrolment", "missing_value", "fee", changes={"fee": None}),
    wrong("mutual_aid_enrolment", "duplicate_key", "unit_code"),
    odd(
        "mutual_aid_enrolment",
        "broken_rule",
        "paid_amount",
        changes={"paid_amount": lambda row: row["paid_amount"] - 150},
    ),
    odd("mutual_aid_enrolment", "unknown_reference", "unit_code", is_extra=True, changes={"unit_code": UNKNOWN_UNIT}),
]
CLAIMS: list[Plant] = [
    odd("mutual_aid_claim", "old_identity_number", IDENTITY, raw=OLD_NUMBER),
    wrong("mutual_aid_claim", "bad_code", IDENTITY, raw={IDENTITY: impossible_birth()}),
    wrong("mutual_aid_claim", "bad_code", IDENTITY, raw={IDENTITY: "53049919800506"}),
    wrong("mutual_aid_claim", "broken_rule", "amount", changes={"amount": 0}),
    wrong("mutual_aid_claim", "broken_rule", "paid_date", changes={"paid_date": days_before("applied_date", 1)}),
    wrong(
        "mutual_aid_claim", "broken_rule", "forwarded_date", changes={"forwarded_date": days_before("applied_date", 1)}
    ),
    wrong("mutual_aid_claim", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(23)}),
    wrong("mutual_aid_claim", "irrecoverable_number", IDENTITY, raw={IDENTITY: NUMERIC_IDENTITY}, needs_workbook=True),
    wrong("mutual_aid_claim", "missing_value", "person", raw={"person": None, IDENTITY: None}),
    wrong("mutual_aid_claim", "duplicate_key", "claim_code"),
    odd("mutual_aid_claim", "broken_rule", "unit_code", changes={"unit_code": ABSENT_UNIT}),
    odd("mutual_aid_claim", "broken_rule", "amount", changes={"amount": lambda row: row["self_paid"] + 100}),
]
PLANTS = [*HOUSEHOLDS, *FUNDS, *VISITS, *STUDENTS, *ENROLMENTS, *CLAIMS]
