"""Small ledgers in which everything that could multiply rows happens at least once."""

EVERYTHING = {
    "enterprise": """
        unit_code | township_code | control_kind | reach_date
        A         | east          | 国有控股     | 2020-12-31
        A         | west          | 国有控股     | 2021-06-30
        B         | west          | 私人控股     | 2020-12-31
        C         | west          | 私人控股     | 2020-12-31
    """,
    "union": """
        union_code | unit_code | members | employees | reach_date | term_end_date
        U1         | A         | 5       | 9         | 2020-12-31 | 2021-06-30
        U1         | A         | 6       | 9         | 2021-06-30 | 2021-06-30
        U2         | A         | 7       | 9         | 2020-12-31 |
        U3         |           | 8       | 9         | 2020-12-31 |
        U4         | B         | 8       | 9         | 2020-12-31 |
    """,
    "union_unit": """
        union_code | unit_code
        U1         | A
        U1         | B
        U3         | A
        U3         | B
        U3         | C
        U4         | B
    """,
    "wage_contract": """
        contract_code | signed_date | effective_date | expiry_date | reach_date
        C1            | 2020-01-01  | 2020-01-01     | 2020-12-31  | 2020-12-31
        C2            | 2020-12-01  | 2021-01-01     | 2021-12-31  | 2020-12-31
        C2            | 2020-12-01  | 2021-01-01     | 2021-11-30  | 2021-06-30
        C3            | 2021-01-01  | 2021-01-01     | 2021-12-31  | 2020-12-31
    """,
    "wage_contract_enterprise": """
        contract_code | unit_code | covered_workers
        C1            | A         | 5
        C1            | B         | 5
        C2            | A         | 6
        C2            | B         | 6
        C3            | A         | 7
        C3            | B         | 7
    """,
    "democratic_management": """
        unit_code | year | has_congress | has_disclosure
        A         | 2020 | 是           | 是
        A         | 2021 | 是           | 否
        B         | 2021 | 是           | 是
    """,
    "hardship_household": """
        household_code | person_key | township_code | filed_date | reach_date
        H1             | wang       | east          | 2020-01-01 | 2020-12-31
        H1             | wang       | east          | 2020-01-01 | 2021-06-30
        H2             | wang       | west          | 2020-01-01 | 2020-12-31
    """,
    "relief_visit": """
        visit_code | township_code | visit_kind | person_key | visited_date
        V1         | east          | 个人       | wang       | 2021-02-01
        V2         | east          | 个人       | wang       | 2021-02-01
        V3         | east          | 集体       |            | 2021-02-01
    """,
    "relief_fund": """
        fund_code | received_date | amount
        F         | 2021-02-01    | 10
    """,
    "student_aid": """
        person_key | year | household_code | paid_date  | amount
        liu        | 2020 | H1             | 2021-01-01 | 10
        liu        | 2021 | H1             | 2021-09-01 | 10
    """,
    "mutual_aid_enrolment": """
        unit_code | period | people | paid_amount | start_date | end_date
        A         | 17     | 1      | 10          | 2021-01-01 | 2021-12-31
        A         | 18     | 1      | 10          | 2021-12-01 | 2022-12-31
        UNKNOWN   | 17     | 1      | 10          | 2021-01-01 | 2021-12-31
    """,
    "mutual_aid_claim": """
        claim_code | person_key | unit_code | period | applied_date | paid_date  | amount
        C1         | wang       | A         | 17     | 2021-01-01   | 2021-02-01 | 1
        C2         | wang       | UNKNOWN   | 17     | 2021-01-01   | 2021-02-01 | 1
        C3         | wang       | A         | 17     | 2021-01-01   |            | 1
    """,
    "competition": """
        competition_code | trade | industry | level | role     | held_date
        K                | 焊工  | 制造     | 市级  | 组队参加 | 2021-05-01
        K                | 电工  | 制造     | 市级  | 组队参加 | 2021-05-01
    """,
    "competition_award": """
        award_code | competition_code | award_kind | grade  | title    | person_key | awarded_date
        P1         | K                | 个人       | 一等奖 | 技术状元 | wang       | 2021-06-01
        P2         | K                | 个人       | 一等奖 | 技术状元 | wang       | 2021-06-01
        T1         | K                | 团体       | 一等奖 | 无       |            | 2021-06-01
    """,
    "task": """
        task_code | year
        A         | 2020
        A         | 2021
        B         | 2021
    """,
    "task_progress": """
        task_code | month   | done
        A         | 2020-12 | 9
        A         | 2021-01 | 1
        A         | 2021-02 | 2
    """,
    "member": """
        person_key | union_code | employment_kind | joined_date | left_date  | reach_date
        wang       | U1         | 正式            | 2019-03-01  |            | 2020-12-31
        wang       | U1         | 新就业形态      | 2021-03-01  |            | 2021-06-30
        wang       | U2         | 新就业形态      | 2021-04-01  | 2021-06-30 | 2021-06-30
        li         | U3         | 正式            | 2019-03-01  |            | 2020-12-31
        li         | UNKNOWN    | 新就业形态      | 2021-04-01  |            | 2020-12-31
    """,
    "platform_survey": """
        station_name | month   | surveyed | joined
        S            | 2020-12 | 9        | 1
        S            | 2021-01 | 9        | 2
        S            | 2021-02 | 9        | 3
        T            | 2020-12 | 9        | 4
    """,
    "demonstration_site": """
        unit_code | site_kind            | named_date | key_tasks | done_tasks | reach_date
        A         | 产业工人队伍建设改革 | 2020-03-01 | 9         | 3          | 2020-12-31
        A         | 产业工人队伍建设改革 | 2020-03-01 | 9         | 6          | 2021-06-30
        A         | 工资集体协商         | 2021-03-01 |           |            | 2020-12-31
        UNKNOWN   | 工资集体协商         | 2021-03-01 |           |            | 2020-12-31
    """,
    "village_posting": """
        person_key | start_date | township_code | sent_by_federation | reach_date
        wang       | 2019-05-10 | east          | 是                 | 2020-12-31
        wang       | 2019-05-10 | east          | 是                 | 2021-06-30
        wang       | 2021-05-10 | west          | 是                 | 2021-06-30
    """,
    "village_condolence": """
        payment_code | person_key | level | paid_date  | amount
        P1           | wang       | 省级  | 2021-02-01 | 10
        P2           | wang       | 省级  | 2021-02-01 | 10
    """,
    "recuperation": """
        person_key | start_date | amount
        wang       | 2021-05-10 | 10
        wang       | 2021-09-10 | 10
    """,
    "health_check": """
        person_key | year | beneficiary_kind | checked_date | amount
        wang       | 2020 | 劳模             | 2020-05-10   | 10
        wang       | 2021 | 新就业形态       | 2021-05-10   | 10
        liu        | 2021 | 劳模             | 2021-05-10   | 10
    """,
    "service_case": """
        case_code | matter       | received_date | complete_date | closed_date
        B1        | 工会组建批复 | 2021-09-16    | 2021-09-17    | 2021-09-23
        B2        | 医疗互助补助 | 2021-09-16    | 2021-09-17    | 2021-09-18
        B3        | 工会组建批复 | 2021-09-16    | 2021-09-17    |
    """,
    "dues": """
        unit_code | month   | payroll | paid_amount
        A         | 2021-01 | 1000    | 20
        A         | 2021-02 | 1000    | 10
        UNKNOWN   | 2021-01 | 1000    | 20
    """,
    "dues_refund": """
        refund_code | union_code | receipt_date | refunded_date | amount
        R1          | U1         | 2021-09-17   | 2021-09-23    | 5
        R2          | U1         | 2021-09-17   |               | 5
        R3          | UNKNOWN    | 2021-09-17   | 2021-09-17    | 5
    """,
    "dues_remit": """
        month   | due_amount | remitted_amount
        2021-01 | 10         | 5
    """,
    "budget": """
        subject_code | month   | adjusted_amount | executed_amount | executed_to_date
        50           | 2021-12 | 100             | 90              | 90
        501          | 2021-12 | 60              | 50              | 50
        50101        | 2021-12 | 60              | 50              | 50
        502          | 2021-12 | 40              | 40              | 40
        501          | 2020-12 | 60              | 50              | 50
    """,
    "subsidy": """
        grant_code | union_code | paid_date  | amount
        S1         | U1         | 2021-03-01 | 9
        S2         | U1         | 2021-03-01 | 9
    """,
    "large_payment": """
        payment_code | amount | meeting_date | paid_date
        L1           | 50000  | 2021-03-01   | 2021-03-01
        L2           | 90000  |              | 2021-03-01
        L3           | 49999  |              | 2021-03-01
    """,
    "procurement": """
        purchase_code | item_kind | method   | amount | purchased_date
        G1            | 办公用品  | 网上商城 | 5      | 2021-03-01
        G2            | 办公设备  | 询价     | 5      | 2021-03-01
    """,
    "three_public": """
        expense_kind | month   | amount
        公务接待     | 2021-01 | 5
    """,
    "project_payment": """
        payment_code | project_name | contract_amount | amount | paid_date
        X1           | 馆           | 100             | 10     | 2020-03-01
        X2           | 馆           | 100             | 10     | 2021-03-01
    """,
    "loan": """
        loan_code | person_key | township_code | granted_date | amount | status
        D1        | wang       | east          | 2020-03-01   | 10     | 逾期
        D2        | wang       | east          | 2021-03-01   | 10     | 在贷
    """,
    "activity": """
        activity_code | activity_kind | start_date | done_date  | status | participants
        D             | 办实事        | 2021-01-01 | 2021-02-01 | 已办结 | 9
        E             | 爱国卫生      | 2021-01-01 | 2021-01-01 | 已办结 | 9
    """,
    "appraisal": """
        subject  | year | voters | excellent | competent
        领导班子 | 2020 | 9      | 5         | 2
        领导班子 | 2021 | 9      | 6         | 2
        办公室   | 2020 | 9      | 4         | 2
        办公室   | 2021 | 9      | 9         | 0
    """,
    "audit_finding": """
        finding_code | found_date | due_date   | fixed_date
        F            | 2020-12-01 | 2021-01-31 | 2021-01-31
        G            | 2020-12-01 | 2021-01-31 |
    """,
    "disclosure": """
        item_code | due_date   | published_date
        I         | 2021-01-31 | 2021-01-31
        J         | 2021-01-31 |
    """,
    "rights_case": """
        case_code | case_kind | township_code | received_date | closed_date
        R         | 法律援助  | east          | 2021-01-31    | 2021-02-28
        S         | 法律援助  |               | 2021-01-31    |
        M         | 三方会议  |               | 2021-01-31    | 2021-01-31
    """,
    "service_station": """
        station_code | station_kind | township_code | built_date | reach_date
        Z            | 港湾         | east          | 2020-01-01 | 2020-12-31
        Z            | 港湾         | west          | 2020-01-01 | 2021-06-30
    """,
    "training": """
        class_code | trade  | end_date   | completed
        N          | 育婴员 | 2021-02-28 | 9
        O          | 保育员 | 2021-02-28 | 9
    """,
}
