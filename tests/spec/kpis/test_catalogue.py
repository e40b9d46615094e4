"""The catalogue by family: what each indicator is, in the catalogue's order."""

from warehouse.figures.catalogue import indicators

CATALOGUE = """
    id                             | kind    | unit | time   | better | scope    | about people
    wage_bargaining_coverage       | ratio   | %    | point  | up     | township |
    wage_bargaining_worker_coverage| ratio   | %    | point  | up     | township |
    union_density                  | ratio   | %    | point  | up     | township |
    wage_bargaining_coverage_100   | ratio   | %    | point  | up     | township |
    member_register_coverage       | ratio   | %    | point  | up     | township |
    unionisation                   | ratio   | %    | point  | up     | township |
    public_congress_coverage       | ratio   | %    | point  | up     | township |
    public_disclosure_coverage     | ratio   | %    | point  | up     | township |
    private_congress_coverage      | ratio   | %    | point  | up     | township |
    womens_body_coverage           | ratio   | %    | point  | up     | township |
    audit_body_coverage            | ratio   | %    | point  | up     | township |
    legal_person_coverage          | ratio   | %    | point  | up     | township |
    mutual_aid_coverage            | ratio   | %    | period | up     | township |
    platform_worker_coverage       | ratio   | %    | month  | up     | county   |
    unions                         | count   | 个   | point  | up     | township |
    womens_committees              | count   | 个   | point  | up     | township |
    audit_committees               | count   | 个   | point  | up     | township |
    members                        | count   | 人   | point  | up     | township |
    unions_founded                 | count   | 个   | ytd    | up     | township |
    members_joined                 | count   | 人   | ytd    | up     | township |
    migrant_members                | count   | 人   | point  | up     | township |
    platform_members_joined        | count   | 人   | ytd    | up     | township |
    wage_contracts_signed          | count   | 份   | ytd    | up     | township |
    contract_renewal               | ratio   | %    | ytd    | up     | township |
    wage_contract_enterprises      | count   | 家   | ytd    | up     | township |
    wage_contract_workers          | count   | 人   | ytd    | up     | township |
    demonstration_sites_named      | count   | 家   | ytd    | up     | township |
    reform_sites                   | count   | 个   | point  | up     | township |
    reform_task_completion         | ratio   | %    | point  | up     | township |
    relief_raised                  | amount  | 元   | ytd    | up     | county   |
    relief_spent                   | amount  | 元   | ytd    | none   | township | yes
    relief_visits                  | count   | 人次 | ytd    | up     | township | yes
    relief_execution               | ratio   | %    | ytd    | up     | county   |
    relief_per_visit               | average | 元   | ytd    | none   | township | yes
    hardship_households            | count   | 户   | point  | none   | township | yes
    hardship_resolved              | count   | 户   | ytd    | up     | township | yes
    hardship_reach                 | ratio   | %    | ytd    | up     | township | yes
    student_aid_students           | count   | 人   | ytd    | up     | township | yes
    student_aid_amount             | amount  | 元   | ytd    | none   | township | yes
    mutual_aid_units               | count   | 家   | period | up     | township |
    mutual_aid_people              | count   | 人   | period | up     | township |
    mutual_aid_claims              | count   | 人次 | ytd    | none   | township | yes
    mutual_aid_amount              | amount  | 元   | ytd    | none   | township | yes
    mutual_aid_payout              | ratio   | %    | period | none   | township | yes
    village_condolence_people      | count   | 人   | ytd    | none   | county   |
    village_condolence_amount      | amount  | 元   | ytd    | none   | county   |
    village_team_sent              | count   | 人   | point  | none   | township |
    recuperation_people            | count   | 人   | ytd    | up     | county   |
    health_check_platform          | count   | 人   | ytd    | up     | county   |
    health_check_model             | count   | 人   | ytd    | up     | county   |
    relief_total                   | amount  | 元   | ytd    | none   | county   |
    competition_industries         | count   | 个   | ytd    | up     | county   |
    competition_trades             | count   | 个   | ytd    | up     | county   |
    team_first_prizes              | count   | 个   | ytd    | up     | county   |
    team_second_prizes             | count   | 个   | ytd    | up     | county   |
    team_third_prizes              | count   | 个   | ytd    | up     | county   |
    skill_champions                | count   | 人   | ytd    | up     | county   |
    skill_experts                  | count   | 人   | ytd    | up     | county   |
    competition_award_rate         | ratio   | %    | ytd    | up     | county   |
    task_completion                | ratio   | %    | month  | up     | county   |
    tasks_behind                   | count   | 项   | month  | down   | county   |
    tasks_done_on_time             | ratio   | %    | month  | up     | county   |
    service_on_time                | ratio   | %    | ytd    | up     | county   |
    service_days                   | average | 日   | ytd    | down   | county   |
    refund_on_time                 | ratio   | %    | ytd    | up     | township |
    dues_collection                | ratio   | %    | ytd    | up     | township |
    dues_remitted                  | ratio   | %    | ytd    | up     | county   |
    budget_execution               | ratio   | %    | month  | none   | county   |
    subsidy_share                  | ratio   | %    | ytd    | up     | county   |
    collective_decision            | ratio   | %    | ytd    | up     | county   |
    central_procurement            | ratio   | %    | ytd    | up     | county   |
    three_public_spending          | amount  | 元   | ytd    | down   | county   |
    project_payment_share          | ratio   | %    | point  | none   | county   |
    loans_granted                  | amount  | 元   | ytd    | up     | township | yes
    loan_overdue                   | ratio   | %    | point  | down   | township | yes
    disclosure_on_time             | ratio   | %    | ytd    | up     | county   |
    good_deeds                     | count   | 件   | ytd    | up     | county   |
    activity_participants          | count   | 人次 | ytd    | up     | county   |
    health_county_activities       | count   | 场   | ytd    | up     | county   |
    rights_cases_closed            | ratio   | %    | ytd    | up     | township |
    tripartite_meetings            | count   | 次   | ytd    | up     | township |
    training_nursery               | count   | 人   | ytd    | up     | county   |
    training_childcare             | count   | 人   | ytd    | up     | county   |
    stations_built                 | count   | 个   | point  | up     | township |
    findings_fixed                 | ratio   | %    | ytd    | up     | county   |
    appraisal_satisfaction         | ratio   | %    | month  | up     | county   |
"""
FAMILIES = ("coverage", "organisation", "relief", "competitions", "tasks", "service", "funds", "openness")


def test_the_catalogue() -> None:
    stated = [[cell.strip() for cell in line.split("|")] for line in CATALOGUE.strip().splitlines()[1:]]
    declared = [
        [one.id, one.kind, one.unit.zh, one.time, one.better, one.scope, "yes" if one.suppression else ""]
        for one in indicators().values()
        if one.family in FAMILIES
    ]
    assert declared == stated
