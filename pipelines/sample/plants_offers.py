"""Wrong rows in the ledgers of what workers are offered: help in disputes, sites, classes, stations, loans."""

from pipelines.sample.invented import UNKNOWN_TOWN, days_before, wrong_check
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong
from pipelines.sample.sheet import IDENTITY


def is_closed(row: Row) -> bool:
    """Cases that have been closed."""
    return row["closed_date"] is not None


def has_tasks(row: Row) -> bool:
    """Sites with key tasks."""
    return row["key_tasks"] is not None


CASES: list[Plant] = [
    wrong(
        "rights_case",
        "broken_rule",
        "closed_date",
        changes={"closed_date": days_before("received_date", 1)},
        pick=is_closed,
    ),
    wrong("rights_case", "broken_rule", "outcome", changes={"outcome": None}, pick=is_closed),
    wrong("rights_case", "broken_rule", "people", changes={"people": -1}),
    wrong("rights_case", "broken_rule", "amount", changes={"amount": -200}),
    wrong("rights_case", "not_allowed", "case_kind", raw={"case_kind": "来访"}),
    wrong("rights_case", "unknown_reference", "township_code", changes={"township_code": UNKNOWN_TOWN}),
    wrong("rights_case", "duplicate_key", "case_code"),
]
SITES: list[Plant] = [
    wrong(
        "demonstration_site",
        "broken_rule",
        "done_tasks",
        changes={"done_tasks": lambda row: row["key_tasks"] + 1},
        pick=has_tasks,
    ),
    wrong("demonstration_site", "bad_code", "unit_code", raw={"unit_code": "91530499MA00"}),
    wrong("demonstration_site", "duplicate_key", "unit_code"),
]
CLASSES: list[Plant] = [
    wrong("training", "broken_rule", "end_date", changes={"end_date": days_before("start_date", 1)}),
    wrong(
        "training",
        "broken_rule",
        "completed",
        changes={"completed": lambda row: row["enrolled"] + 1, "certified": None},
    ),
    wrong("training", "broken_rule", "certified", changes={"certified": lambda row: row["completed"] + 1}),
    wrong("training", "missing_value", "trade", changes={"trade": None}),
    wrong("training", "duplicate_key", "class_code"),
    odd(
        "training",
        "approximate_value",
        "enrolled",
        raw={"enrolled": "约50"},
        pick=lambda row: row["completed"] < 50,
    ),
]
STATIONS: list[Plant] = [
    wrong("service_station", "broken_rule", "closed_date", changes={"closed_date": days_before("built_date", 7)}),
    wrong("service_station", "not_allowed", "station_kind", raw={"station_kind": "岗亭"}),
    wrong("service_station", "unknown_reference", "township_code", changes={"township_code": UNKNOWN_TOWN}),
    wrong("service_station", "duplicate_key", "station_code"),
]
LOANS: list[Plant] = [
    wrong("loan", "broken_rule", "amount", changes={"amount": 0}),
    wrong("loan", "broken_rule", "due_date", changes={"due_date": lambda row: row["granted_date"]}),
    wrong("loan", "bad_code", IDENTITY, raw={IDENTITY: wrong_check(51)}),
    wrong("loan", "not_allowed", "status", raw={"status": "展期"}),
    wrong("loan", "duplicate_key", "loan_code"),
]
PLANTS = [*CASES, *SITES, *CLASSES, *STATIONS, *LOANS]
