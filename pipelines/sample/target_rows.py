"""Rows of the office about what is to be reached."""

from collections.abc import Iterator
from datetime import date

from pipelines.sample.organisation import County, Row
from warehouse.figures.catalogue import indicators

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
    "member_register_coverage": 97,
    "platform_worker_coverage": 62,
    "reform_task_completion": 85,
    "service_on_time": 95,
    "refund_on_time": 94,
    "dues_collection": 96,
    "dues_remitted": 100,
    "collective_decision": 100,
    "central_procurement": 80,
    "subsidy_share": 14,
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
    "members_joined": (2_300, "按去年进度"),
    "platform_members_joined": (185, "按去年进度"),
    "demonstration_sites_named": (2, "年底"),
    "reform_sites": (5, None),
    "recuperation_people": (55, "按去年进度"),
    "health_check_platform": (85, "按去年进度"),
    "health_check_model": (15, "按去年进度"),
    "loans_granted": (5_000_000, "按去年进度"),
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
CEILINGS = {"service_days": 4.5, "loan_overdue": 4}
"""Not to be exceeded, in every year and whatever the county's size."""
SPENDING = {"three_public_spending": (84_000, "均衡")}
"""Not to be exceeded in the first year; six per cent less every year."""


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
    for kpi_id, ceiling in CEILINGS.items():
        yield _target(kpi_id, year, None, ceiling, None)
    for kpi_id, (start, pacing) in SPENDING.items():
        yield _target(kpi_id, year, None, round(start * 0.94**years) * place.factor, pacing)


def _target(kpi_id: str, year: int, town: str | None, value: float, pacing: str | None) -> Row:
    return {"kpi_id": kpi_id, "year": year, "township_code": town, "target": value, "pacing": pacing}
