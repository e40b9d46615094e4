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
        union_code | unit_code | members | employees | reach_date
        U1         | A         | 5       | 9         | 2020-12-31
        U1         | A         | 6       | 9         | 2021-06-30
        U2         | A         | 7       | 9         | 2020-12-31
        U3         |           | 8       | 9         | 2020-12-31
        U4         | B         | 8       | 9         | 2020-12-31
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
