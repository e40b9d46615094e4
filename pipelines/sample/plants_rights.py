"""Wrong rows in the ledgers of the rights and the economy department."""

from datetime import timedelta

from pipelines.sample.invented import (
    UNKNOWN_TOWN,
    UNKNOWN_UNIT,
    days_before,
    has,
    is_filled,
    stranger,
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
    odd("wage_contract_enterprise", "broken_rule", "covered_workers", changes={"covered_workers": 9_999}),
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
CASES: list[Plant] = [
    wrong(
        "rights_case",
        "broken_rule",
        "closed_date",
        changes={"closed_date": days_before("received_date", 2)},
        pick=is_filled("closed_date"),
    ),
    wrong("rights_case", "broken_rule", "people", changes={"people": -2}),
    wrong("rights_case", "broken_rule", "amount", changes={"amount": -100}),
    wrong("rights_case", "broken_rule", "outcome", changes={"outcome": None}, pick=is_filled("closed_date")),
    wrong("rights_case", "not_allowed", "case_kind", raw={"case_kind": "电话咨询"}),
    wrong("rights_case", "bad_type", "amount", raw={"amount": 1234.567}),
]
SITES: list[Plant] = [
    wrong("demonstration_site", "broken_rule", "done_tasks", changes={"key_tasks": 4, "done_tasks": 5}),
    wrong("demonstration_site", "not_allowed", "level", raw={"level": "乡镇级"}),
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
CARE: list[Plant] = [
    wrong(
        "recuperation",
        "broken_rule",
        "end_date",
        changes={"person": stranger(12), "end_date": days_before("start_date", 3)},
    ),
    wrong("recuperation", "broken_rule", "amount", changes={"person": stranger(13), "amount": -1}),
    odd(
        "recuperation",
        "broken_rule",
        IDENTITY,
        is_extra=True,
        changes={
            "start_date": lambda row: row["start_date"] + timedelta(40),
            "end_date": lambda row: row["end_date"] + timedelta(40),
        },
    ),
    wrong("health_check", "broken_rule", "year", changes={"person": stranger(14), "year": lambda row: row["year"] - 1}),
    wrong("health_check", "bad_type", "checked_date", raw={"checked_date": "上半年"}),
]
PLANTS = [*CONTRACTS, *CONTRACT_ENTERPRISES, *MANAGEMENT, *CASES, *SITES, *COMPETITIONS, *AWARDS, *CARE]
