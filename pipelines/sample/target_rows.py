"""Rows of the office about what is to be reached."""

from collections.abc import Iterator
from datetime import date

from pipelines.sample.organisation import County, Row
from warehouse.indicator import indicators

RATIOS = {
    "wage_bargaining_coverage": 78,
    "union_density": 80,
    "unionisation": 78,
    "mutual_aid_coverage": 60,
    "womens_body_coverage": 85,
    "public_congress_coverage": 100,
    "public_disclosure_coverage": 100,
    "private_congress_coverage": 78,
    "audit_body_coverage": 85,
    "legal_person_coverage": 78,
    "task_completion": 92,
    "tasks_done_on_time": 85,
    "relief_execution": 95,
    "hardship_reach": 85,
    "contract_renewal": 80,
    "disclosure_on_time": 94,
    "rights_cases_closed": 93,
    "findings_fixed": 100,
    "appraisal_satisfaction": 90,
}
"""Per cent in the first year; half a point more every year where 100 is not reached yet."""
TOWNSHIP_RATIOS = ("wage_bargaining_coverage", "union_density", "unionisation", "mutual_aid_coverage")
AMOUNTS = {
    "unions_founded": (9, "均衡"),
    "members": (22_500, "年底"),
    "wage_contracts_signed": (77, "按去年进度"),
    "wage_contract_enterprises": (255, "按去年进度"),
    "mutual_aid_people": (14_000, None),
    "mutual_aid_units": (170, None),
    "tasks_behind": (0, None),
    "relief_raised": (580_000, "按去年进度"),
    "relief_visits": (900, "按去年进度"),
    "student_aid_students": (22, "按去年进度"),
    "competition_trades": (24, "按去年进度"),
    "good_deeds": (15, "按去年进度"),
    "activity_participants": (6_500, "按去年进度"),
    "health_county_activities": (7, "按去年进度"),
    "tripartite_meetings": (7, "均衡"),
    "training_nursery": (80, "按去年进度"),
    "training_childcare": (85, "按去年进度"),
    "stations_built": (42, None),
}
SAME_IN_ANY_PLACE = ("competition_trades", "tripartite_meetings")
"""What a city has no more of than a county."""


def targets(county: County, until: date) -> Iterator[Row]:
    """Ledger target: the county's goals of one year, and some of the townships', of indicators there are."""
    return (row for row in _goals(county, until) if row["kpi_id"] in indicators())


def _goals(county: County, until: date) -> Iterator[Row]:
    year, place = until.year, county.place
    years = year - place.first_year
    for kpi_id, start in RATIOS.items():
        yield _target(kpi_id, year, None, start if start == 100 else min(start + 0.5 * years, 100), None)
    for kpi_id in TOWNSHIP_RATIOS:
        for town in place.townships[:-1]:
            wanted = RATIOS[kpi_id] + 0.5 * years - (0 if town.kind == "街道" else 4)
            yield _target(kpi_id, year, town.name, wanted, None)
    for kpi_id, (start, pacing) in AMOUNTS.items():
        grown = round(start * (1 + 0.05 * years)) * (1 if kpi_id in SAME_IN_ANY_PLACE else place.factor)
        yield _target(kpi_id, year, None, grown, pacing)


def _target(kpi_id: str, year: int, town: str | None, value: float, pacing: str | None) -> Row:
    return {"kpi_id": kpi_id, "year": year, "township_code": town, "target": value, "pacing": pacing}
