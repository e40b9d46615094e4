"""Figures of the year before the first one, as its signed documents reported them."""

from collections.abc import Iterator
from datetime import date

from pipelines.sample.organisation import County, Row
from pipelines.sample.target_rows import SAME_IN_ANY_PLACE
from warehouse.figures.catalogue import indicators

STATES = {
    "union_density": (77.6, 0.14),
    "unionisation": (81.9, 0.12),
    "wage_bargaining_coverage": (70.4, 0.5),
    "public_congress_coverage": (100, 0),
    "private_congress_coverage": (74.8, 0.2),
    "womens_body_coverage": (93.6, 0.1),
    "legal_person_coverage": (82.2, 0.1),
    "mutual_aid_coverage": (57.1, 0),
    "member_register_coverage": (97.2, 0.1),
    "platform_worker_coverage": (43.9, 0.7),
}
"""Ratios at the end of December in per cent, and how much a month was less than the next."""
HEADCOUNTS = {
    "unions": (341, 1),
    "members": (19_820, 95),
    "hardship_households": (171, 0),
    "village_team_sent": (3, 0),
}
"""The same of numbers of a county."""
TOTALS = {
    "unions_founded": 7,
    "wage_contracts_signed": 73,
    "wage_contract_enterprises": 236,
    "relief_raised": 570_000,
    "relief_spent": 518_600.5,
    "relief_visits": 880,
    "student_aid_students": 24,
    "mutual_aid_claims": 2_040,
    "mutual_aid_amount": 1_058_300,
    "competition_trades": 24,
    "members_joined": 1_580,
    "platform_members_joined": 121,
    "demonstration_sites_named": 2,
    "village_condolence_people": 7,
    "village_condolence_amount": 27_000,
    "recuperation_people": 48,
    "health_check_platform": 75,
    "health_check_model": 16,
    "relief_total": 1_901_900.5,
    "three_public_spending": 83_900,
    "loans_granted": 4_310_000,
    "good_deeds": 12,
    "activity_participants": 6_210,
    "health_county_activities": 7,
    "tripartite_meetings": 6,
    "training_nursery": 72,
    "training_childcare": 66,
    "stations_built": 34,
}
"""Totals of a county's whole year."""
OF_THE_YEAR = {
    "service_on_time": 93.2,
    "service_days": 4.6,
    "refund_on_time": 92.6,
    "dues_collection": 96.8,
    "budget_execution": 94.3,
    "disclosure_on_time": 86.5,
    "rights_cases_closed": 97.8,
    "appraisal_satisfaction": 91.8,
}
"""Ratios (in per cent) and averages of a whole year."""


def histories(county: County, until: date) -> Iterator[Row]:
    """Ledger history: the year before the sample's first, of indicators there are; ``until`` does not matter."""
    del until
    return (row for row in _reported(county) if row["kpi_id"] in indicators())


def _reported(county: County) -> Iterator[Row]:
    place = county.place
    year, factor = place.first_year - 1, place.factor
    monthly = STATES | {kpi_id: (last * factor, step * factor) for kpi_id, (last, step) in HEADCOUNTS.items()}
    for month in range(1, 13):
        for kpi_id, (last, step) in monthly.items():
            source = f"{place.county_name}总工会{year}年{month}月统计月报"
            yield _row(kpi_id, date(year, month, 1), round(last - step * (12 - month), 2), source)
    annual = f"{place.county_name}总工会{year}年工作总结"
    for kpi_id, total in TOTALS.items():
        yield _row(kpi_id, date(year, 12, 1), total if kpi_id in SAME_IN_ANY_PLACE else total * factor, annual)
    for kpi_id, value in OF_THE_YEAR.items():
        yield _row(kpi_id, date(year, 12, 1), value, annual)


def _row(kpi_id: str, month: date, value: float, source: str) -> Row:
    return {"kpi_id": kpi_id, "as_of": month, "value": value, "source": source}
