"""Rows of the office about what is to be reached and what was reached before the ledgers begin."""

from collections.abc import Iterator
from datetime import date

from pipelines.sample.organisation import County, Row
from warehouse.indicator import indicators

RATIOS = {
    "wage_bargaining_coverage": 78,
    "union_density": 80,
    "unionisation": 78,
    "mutual_aid_coverage": 68,
    "womens_body_coverage": 85,
    "public_congress_coverage": 100,
    "public_disclosure_coverage": 100,
    "private_congress_coverage": 78,
    "audit_body_coverage": 85,
    "legal_person_coverage": 78,
    "platform_worker_coverage": 68,
    "member_register_coverage": 78,
    "task_completion": 92,
    "tasks_done_on_time": 85,
    "relief_execution": 95,
    "service_on_time": 95,
    "refund_on_time": 95,
    "dues_collection": 90,
    "dues_remitted": 100,
    "collective_decision": 100,
    "central_procurement": 85,
    "disclosure_on_time": 95,
    "findings_fixed": 88,
    "hardship_reach": 85,
    "contract_renewal": 80,
}
"""Per cent in the first year; half a point more every year where 100 is not reached yet."""
TOWNSHIP_RATIOS = ("wage_bargaining_coverage", "union_density", "unionisation", "mutual_aid_coverage")
AMOUNTS = {
    "unions_founded": (9, "均衡"),
    "members": (22_500, "年底"),
    "wage_contracts_signed": (80, "按去年进度"),
    "wage_contract_enterprises": (260, "按去年进度"),
    "mutual_aid_people": (16_500, None),
    "mutual_aid_units": (175, None),
    "tasks_behind": (0, None),
    "relief_raised": (580_000, "按去年进度"),
    "relief_visits": (950, "按去年进度"),
    "student_aid_students": (24, "按去年进度"),
    "good_deeds": (18, "均衡"),
    "competition_trades": (24, "按去年进度"),
    "training_nursery": (120, "均衡"),
    "platform_members_joined": (120, "均衡"),
    "stations_built": (12, None),
}
HISTORY = {
    "union_density": (17_350, 22_650),
    "wage_bargaining_coverage": (214, 296),
    "unionisation": (149, 190),
    "mutual_aid_coverage": (12_300, 17_350),
    "members": 17_350,
    "unions": 324,
    "wage_contracts_signed": 74,
    "wage_contract_enterprises": 231,
    "mutual_aid_people": 12_300,
    "mutual_aid_units": 160,
    "relief_spent": 548_200,
    "relief_visits": 905,
    "relief_raised": 566_000,
    "student_aid_students": 24,
    "mutual_aid_claims": 2_140,
    "unions_founded": 11,
    "good_deeds": 17,
    "task_completion": 91.4,
}


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
        grown = round(start * (1 + 0.05 * years)) * place.factor
        yield _target(kpi_id, year, None, grown, pacing)


def _target(kpi_id: str, year: int, town: str | None, value: float, pacing: str | None) -> Row:
    return {"kpi_id": kpi_id, "year": year, "township_code": town, "target": value, "pacing": pacing}


def history(county: County, until: date) -> Iterator[Row]:
    """Ledger history: the signed figures of December before the first year; ``until`` does not matter."""
    del until
    year = county.place.first_year - 1
    for kpi_id, figure in HISTORY.items():
        numerator, denominator = figure if isinstance(figure, tuple) else (None, None)
        reported = figure * county.place.factor if isinstance(figure, int) else figure
        yield {
            "kpi_id": kpi_id,
            "as_of": date(year, 12, 1),
            "township_code": None,
            "numerator": numerator,
            "denominator": denominator,
            "value": round(100 * numerator / denominator, 2) if numerator and denominator else reported,
            "source": f"{county.place.county_name}总工会{year}年工作总结",
        }
