"""Wrong rows in the ledgers of members and platform workers, of recuperation and health checks."""

from datetime import timedelta

from pipelines.sample.invented import (
    FIRST_UNION,
    UNKNOWN_UNION,
    days_before,
    impossible_birth,
    old_form,
    stranger,
    wrong_check,
)
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.sheet import IDENTITY


def in_force(row: Row) -> bool:
    """Members of another union than the first, who have not left."""
    return row["left_date"] is None and row["union_code"] != FIRST_UNION


def born_before_2000(row: Row) -> bool:
    """People who had an identity number of the old form."""
    return bool(row["person"].birth_date.year < 2000)


def before_autumn(row: Row) -> bool:
    """Trips after which there is time for another one in the year."""
    return bool(row["start_date"].month < 10)


MEMBERS: list[Plant] = [
    wrong("member", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(31)}),
    wrong(
        "member",
        "broken_rule",
        "platform_group",
        changes={"employment_kind": "新就业形态", "platform_group": None},
    ),
    wrong(
        "member",
        "broken_rule",
        "joined_date",
        changes={"joined_date": lambda row: row["person"].birth_date + timedelta(15 * 365), "left_date": None},
    ),
    wrong("member", "broken_rule", "left_date", changes={"left_date": days_before("joined_date", 3)}),
    wrong("member", "duplicate_key", IDENTITY),
    wrong("member", "not_allowed", "employment_kind", raw={"employment_kind": "临时工"}),
    wrong("member", "bad_type", "joined_date", raw={"joined_date": "入职时"}),
    odd(
        "member",
        "old_identity_number",
        IDENTITY,
        raw={IDENTITY: lambda row: old_form(row["person"])},
        pick=born_before_2000,
    ),
    odd(
        "member",
        "unknown_reference",
        "union_code",
        is_extra=True,
        changes={"person": stranger(32), "union_code": UNKNOWN_UNION},
    ),
    odd(
        "member",
        "broken_rule",
        IDENTITY,
        is_extra=True,
        changes={"union_code": FIRST_UNION, "joined_date": lambda row: row["joined_date"] + timedelta(1)},
        pick=in_force,
        book=-1,
    ),
]
SURVEYS: list[Plant] = [
    wrong("platform_survey", "broken_rule", "surveyed", changes={"surveyed": -1, "joined": 0}),
    wrong("platform_survey", "not_allowed", "platform_group", raw={"platform_group": "跑腿"}),
    wrong("platform_survey", "bad_type", "month", raw={"month": "十三月"}),
    wrong("platform_survey", "missing_value", "joined", changes={"joined": None}),
    wrong("platform_survey", "duplicate_key", "station_name"),
    odd("platform_survey", "broken_rule", "joined", changes={"joined": lambda row: row["surveyed"] + 3}),
]
TRIPS: list[Plant] = [
    wrong("recuperation", "broken_rule", "end_date", changes={"end_date": days_before("start_date", 1)}),
    wrong("recuperation", "broken_rule", "amount", changes={"amount": -10}),
    wrong("recuperation", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(33)}),
    wrong("recuperation", "missing_value", "place", changes={"place": None}),
    wrong("recuperation", "not_allowed", "beneficiary_kind", raw={"beneficiary_kind": "退休人员"}),
    wrong("recuperation", "duplicate_key", IDENTITY),
    odd(
        "recuperation",
        "broken_rule",
        IDENTITY,
        is_extra=True,
        changes={
            "start_date": lambda row: row["start_date"] + timedelta(30),
            "end_date": lambda row: row["end_date"] + timedelta(30),
        },
        pick=before_autumn,
    ),
]
CHECKS: list[Plant] = [
    wrong("health_check", "broken_rule", "year", changes={"year": lambda row: row["year"] - 1}),
    wrong("health_check", "broken_rule", "amount", changes={"amount": -5}),
    wrong("health_check", "bad_code", IDENTITY, raw={IDENTITY: impossible_birth()}),
    wrong("health_check", "missing_value", "person", raw={"person": None, IDENTITY: None}),
    wrong("health_check", "not_allowed", "beneficiary_kind", raw={"beneficiary_kind": "退休人员"}),
    wrong("health_check", "duplicate_key", IDENTITY),
    odd(
        "health_check",
        "old_identity_number",
        IDENTITY,
        raw={IDENTITY: lambda row: old_form(row["person"])},
        pick=born_before_2000,
    ),
]
PLANTS = [*MEMBERS, *SURVEYS, *TRIPS, *CHECKS]
