"""Wrong rows in the ledgers of the organisation department."""

from pipelines.sample.invented import (
    NUMERIC_UNIT,
    REJECTED_UNION,
    UNKNOWN_TOWN,
    UNKNOWN_UNION,
    UNKNOWN_UNIT,
    WRONG_CHECK_UNIT,
    days_before,
    has,
)
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.sheet import Formula

TOWNSHIPS: list[Plant] = [
    wrong("township", "bad_code", "township_code", raw={"township_code": "53049"}),
    wrong("township", "bad_code", "township_code", raw={"township_code": "530488101"}),
    wrong("township", "not_allowed", "township_kind", changes={"township_code": "530499120", "township_kind": "村"}),
    wrong("township", "duplicate_key", "township_code", changes={"township_name": "重复镇"}),
]
ENTERPRISES: list[Plant] = [
    wrong("enterprise", "missing_value", "unit_name", changes={"unit_name": None}),
    wrong("enterprise", "bad_code", "unit_code", raw={"unit_code": "91530499MA000"}),
    wrong("enterprise", "bad_code", "unit_code", raw={"unit_code": "91530499MAI00000O1"}),
    wrong("enterprise", "irrecoverable_number", "unit_code", raw={"unit_code": NUMERIC_UNIT}, needs_workbook=True),
    wrong("enterprise", "bad_code", "industry", raw={"industry": "Z"}),
    wrong("enterprise", "not_allowed", "control_kind", raw={"control_kind": "控股不详"}),
    wrong("enterprise", "not_allowed", "unit_kind", raw={"unit_kind": "分公司筹备组"}),
    wrong("enterprise", "unknown_reference", "township_code", changes={"township_code": UNKNOWN_TOWN}),
    wrong("enterprise", "unknown_reference", "township_code", changes={"township_code": "530499777"}),
    wrong("enterprise", "bad_code", "township_code", changes={"township_code": "5304991"}),
    wrong("enterprise", "bad_type", "employees", raw={"employees": 12.5}),
    wrong("enterprise", "bad_type", "employees", raw={"employees": "三十"}),
    wrong("enterprise", "broken_rule", "employees", changes={"employees": -3, "female_employees": None}),
    wrong(
        "enterprise", "broken_rule", "female_employees", changes={"female_employees": lambda row: row["employees"] + 1}
    ),
    wrong("enterprise", "bad_type", "registered_date", raw={"registered_date": "2016年3月"}),
    wrong("enterprise", "bad_type", "registered_date", raw={"registered_date": "16.3.5"}),
    wrong("enterprise", "broken_rule", "closed_date", changes={"closed_date": days_before("registered_date", 1)}),
    wrong("enterprise", "duplicate_key", "unit_code", changes={"employees": lambda row: row["employees"] + 1}),
    odd("enterprise", "bad_code", "unit_code", is_extra=True, changes={"unit_code": WRONG_CHECK_UNIT}),
    odd(
        "enterprise",
        "approximate_value",
        "employees",
        raw={"employees": "约120"},
        pick=lambda row: row["employees"] > 110,
    ),
    odd(
        "enterprise",
        "uncached_formula",
        "female_employees",
        raw={"female_employees": Formula("=1+1")},
        needs_workbook=True,
    ),
]
UNIONS: list[Plant] = [
    wrong("union", "missing_value", "members", changes={"members": None}),
    wrong("union", "broken_rule", "covered_units", changes={"covered_units": 2}, pick=has("union_kind", "单独")),
    wrong("union", "broken_rule", "covered_units", changes={"covered_units": 0}, pick=has("union_kind", "联合")),
    wrong("union", "broken_rule", "members", changes={"members": lambda row: row["employees"] + 6}),
    wrong("union", "broken_rule", "female_members", changes={"female_members": lambda row: row["members"] + 1}),
    wrong("union", "broken_rule", "migrant_members", changes={"migrant_members": lambda row: row["members"] + 1}),
    wrong("union", "broken_rule", "dissolved_date", changes={"dissolved_date": days_before("founded_date", 9)}),
    wrong("union", "not_allowed", "union_kind", raw={"union_kind": "合并"}),
    wrong("union", "not_allowed", "audit_body", raw={"audit_body": "审计组"}),
    wrong("union", "bad_type", "legal_person", raw={"legal_person": "待定"}),
    wrong("union", "bad_type", "founded_date", raw={"founded_date": "建会中"}),
    wrong(
        "union",
        "broken_rule",
        "employees",
        changes={"employees": -1, "members": 0, "female_members": 0, "migrant_members": 0},
    ),
    wrong("union", "duplicate_key", "union_code", changes={"union_name": "重复登记的工会"}),
    wrong(
        "union",
        "broken_rule",
        "members",
        changes={"union_code": REJECTED_UNION, "members": lambda row: row["employees"] + 2},
        book=-2,
    ),
    odd(
        "union",
        "unknown_reference",
        "unit_code",
        changes={"unit_code": UNKNOWN_UNIT},
        pick=has("union_kind", "单独"),
        book=5,
    ),
    odd(
        "union",
        "broken_rule",
        "term_end_date",
        changes={"term_end_date": days_before("founded_date", 0)},
        pick=lambda row: not row["dissolved_date"],
        book=-1,
    ),
    odd(
        "union",
        "broken_rule",
        "term_end_date",
        changes={"term_end_date": days_before("founded_date", 0)},
        pick=lambda row: not row["dissolved_date"],
        book=-1,
    ),
    odd(
        "union",
        "broken_rule",
        "womens_body",
        changes={"womens_body": "无"},
        pick=lambda row: row["female_members"] >= 12,
        book=-4,
    ),
    odd("union", "broken_rule", "covered_units", changes={"covered_units": 7}, pick=has("union_kind", "联合"), book=-1),
    odd(
        "union",
        "approximate_value",
        "members",
        raw={"members": "约20"},
        pick=lambda row: row["employees"] > 40 and row["female_members"] < 20 and row["migrant_members"] < 20,
        book=8,
    ),
]
UNION_UNITS: list[Plant] = [
    wrong("union_unit", "unknown_reference", "union_code", changes={"union_code": UNKNOWN_UNION}),
    wrong("union_unit", "missing_value", "unit_code", changes={"unit_code": None}),
    wrong("union_unit", "duplicate_key", "union_code"),
    odd("union_unit", "rejected_reference", "union_code", is_extra=True, changes={"union_code": REJECTED_UNION}),
    odd("union_unit", "unknown_reference", "unit_code", changes={"unit_code": UNKNOWN_UNIT, "unit_name": "外县单位"}),
]
PLANTS = [*TOWNSHIPS, *ENTERPRISES, *UNIONS, *UNION_UNITS]
