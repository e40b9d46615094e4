"""Wrong rows in the ledgers of cases, items to publish, audit findings and reported figures."""

from pipelines.sample.invented import days_before, has
from pipelines.sample.organisation import Row
from pipelines.sample.plants import Plant, odd, wrong


def is_closed(row: Row) -> bool:
    """Cases that are settled."""
    return row["closed_date"] is not None


def shows_people(row: Row) -> bool:
    """Published items with personal data, which is masked."""
    return bool(row["has_personal_data"] and row["published_date"])


CASES: list[Plant] = [
    wrong(
        "service_case",
        "broken_rule",
        "complete_date",
        changes={"complete_date": days_before("received_date", 1)},
        pick=is_closed,
    ),
    wrong(
        "service_case",
        "broken_rule",
        "closed_date",
        changes={"closed_date": days_before("complete_date", 1)},
        pick=is_closed,
    ),
    wrong("service_case", "broken_rule", "outcome", changes={"outcome": None}, pick=is_closed),
    wrong("service_case", "not_allowed", "matter", raw={"matter": "开具证明"}),
    wrong("service_case", "missing_value", "applicant", changes={"applicant": None}),
    wrong("service_case", "duplicate_key", "case_code"),
    odd("service_case", "broken_rule", "complete_date", changes={"complete_date": None}, pick=is_closed),
]
ITEMS: list[Plant] = [
    wrong("disclosure", "not_allowed", "channel", raw={"channel": "微信群"}),
    wrong("disclosure", "missing_value", "has_personal_data", changes={"has_personal_data": None}),
    wrong("disclosure", "duplicate_key", "item_code"),
    odd("disclosure", "broken_rule", "is_masked", changes={"is_masked": False}, pick=shows_people),
]
FINDINGS: list[Plant] = [
    wrong("audit_finding", "broken_rule", "due_date", changes={"due_date": days_before("found_date", 3)}),
    wrong("audit_finding", "broken_rule", "fixed_date", changes={"fixed_date": days_before("found_date", 3)}),
    wrong("audit_finding", "not_allowed", "source", raw={"source": "群众反映"}),
    wrong("audit_finding", "duplicate_key", "finding_code"),
]
HISTORY: list[Plant] = [
    wrong("history", "unknown_reference", "kpi_id", changes={"kpi_id": "happiness_index"}),
    wrong("history", "missing_value", "source", changes={"source": None}),
    wrong("history", "bad_type", "value", raw={"value": "八成左右"}),
    wrong("history", "duplicate_key", "kpi_id", pick=has("kpi_id", "union_density")),
]
PLANTS = [*CASES, *ITEMS, *FINDINGS, *HISTORY]
