"""Wrong rows in the ledgers of the rights and the economy department."""

from datetime import timedelta

from pipelines.sample.invented import (
    UNKNOWN_TOWN,
    UNKNOWN_UNIT,
    days_before,
    has,
    wrong_check,
)
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.sheet import IDENTITY

CONTRACTS: list[Plant] = [
    wrong("wage_contract", "broken_rule", "expiry_date", changes={"expiry_date": lambda row: row["effective_date"]}),
    wrong(
        "wage_contract",
        "broken_rule",
        "covered_enterprises",
        changes={"covered_enterprises": 3},
        pick=has("contract_scope", "企业"),
    ),
    wrong("wage_contract", "broken_rule", "covered_workers", changes={"covered_workers": 0}),
    wrong("wage_contract", "not_allowed", "contract_kind", raw={"contract_kind": "口头约定"}),
    wrong("wage_contract", "unknown_reference", "township_code", changes={"township_code": UNKNOWN_TOWN}),
    wrong("wage_contract", "bad_type", "signed_date", raw={"signed_date": "2020.13.45"}),
    wrong("wage_contract", "duplicate_key", "contract_code"),
    odd(
        "wage_contract",
        "broken_rule",
        "effective_date",
        changes={
            "effective_date": days_before("signed_date", 4),
            "expiry_date": lambda row: row["signed_date"] + timedelta(300),
        },
        pick=has("contract_kind", "工资专项"),
    ),
    odd(
        "wage_contract",
        "broken_rule",
        "expiry_date",
        changes={"expiry_date": lambda row: row["expiry_date"] + timedelta(200)},
        pick=has("contract_kind", "工资专项"),
    ),
    odd(
        "wage_contract",
        "broken_rule",
        "covered_enterprises",
        changes={"covered_enterprises": 40},
        pick=has("contract_scope", "区域性"),
    ),
]
CONTRACT_ENTERPRISES: list[Plant] = [
    wrong("wage_contract_enterprise", "unknown_reference", "contract_code", changes={"contract_code": "GZ1999-0001"}),
    wrong("wage_contract_enterprise", "broken_rule", "covered_workers", changes={"covered_workers": 0}),
    wrong("wage_contract_enterprise", "duplicate_key", "contract_code"),
    odd("wage_contract_enterprise", "unknown_reference", "unit_code", changes={"unit_code": UNKNOWN_UNIT}),
    odd(
        "wage_contract_enterprise",
        "broken_rule",
        "covered_workers",
        changes={"covered_workers": lambda row: row["covered_workers"] * 2 + 20},
    ),
    odd(
        "wage_contract_enterprise",
        "approximate_value",
        "covered_workers",
        raw={"covered_workers": "约5"},
        pick=lambda row: row["covered_workers"] > 5,
    ),
]
MANAGEMENT: list[Plant] = [
    wrong("democratic_management", "bad_type", "year", raw={"year": "二零二零年"}),
    wrong("democratic_management", "missing_value", "has_congress", changes={"has_congress": None}),
    wrong("democratic_management", "duplicate_key", "unit_code"),
    odd("democratic_management", "unknown_reference", "unit_code", is_extra=True, changes={"unit_code": UNKNOWN_UNIT}),
    odd(
        "democratic_management",
        "broken_rule",
        "congress_meetings",
        changes={"congress_meetings": 0},
        pick=has("has_congress", True),
    ),
]
COMPETITIONS: list[Plant] = [
    wrong("competition", "broken_rule", "entrants", changes={"entrants": 0}),
    wrong("competition", "not_allowed", "role", raw={"role": "观摩"}),
    wrong("competition", "duplicate_key", "competition_code"),
]
AWARDS: list[Plant] = [
    wrong(
        "competition_award",
        "unknown_reference",
        "competition_code",
        changes={"award_code": "HJ-X1", "competition_code": "JS1999-001"},
    ),
    wrong(
        "competition_award",
        "broken_rule",
        "title",
        changes={"award_code": "HJ-X2", "title": "技术能手"},
        pick=has("award_kind", "团体"),
    ),
    wrong(
        "competition_award",
        "broken_rule",
        IDENTITY,
        changes={"award_code": "HJ-X3", "person": None},
        pick=has("award_kind", "个人"),
    ),
    wrong("competition_award", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(11)}, pick=has("award_kind", "个人")),
    odd("competition_award", "broken_rule", "rank", changes={"rank": 3}, pick=has("title", "技术状元")),
    odd("competition_award", "broken_rule", "trade", changes={"trade": "裁缝"}),
]
PLANTS = [*CONTRACTS, *CONTRACT_ENTERPRISES, *MANAGEMENT, *COMPETITIONS, *AWARDS]
