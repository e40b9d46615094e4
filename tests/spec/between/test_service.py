"""Awards, claims and relief visits against the ledgers they depend on."""

from tests.spec.between.given import assert_breaks


def test_an_award_is_for_a_trade_of_its_competition():
    assert_breaks(
        "competition_award_trade",
        competition_award="""
        award_code | competition_code | trade | breaks
        A1         | C1               | 电工  |
        A2         | C1               | 焊工  | x
        A3         | C1               |       |
        A4         | C9               | 焊工  |
        """,
        competition="""
        competition_code | trade
        C1               | 电工
        C1               | 钳工
        C2               | 焊工
        """,
    )


def test_a_claim_comes_from_a_unit_enrolled_in_its_period():
    assert_breaks(
        "mutual_aid_claim_enrolment",
        mutual_aid_claim="""
        claim_code | unit_code | period | breaks
        B1         | U1        | 17     |
        B2         | U1        | 16     | x
        B3         | U2        | 17     | x
        B4         | U2        |        |
        """,
        mutual_aid_enrolment="""
        unit_code | period
        U1        | 17
        U3        | 17
        """,
    )


def test_a_worker_in_hardship_has_a_file_in_force_on_the_day_of_the_visit():
    assert_breaks(
        "relief_visit_household",
        relief_visit="""
        visit_code | beneficiary_kind | person_key | visited_date | breaks
        W1         | 困难职工         | p1         | 2021-01-20   |
        W2         | 困难职工         | p1         | 2020-03-31   | x
        W3         | 困难职工         | p2         | 2021-06-30   |
        W4         | 困难职工         | p2         | 2021-07-01   | x
        W5         | 困难职工         | p3         | 2021-01-20   | x
        W6         | 劳模             | p3         | 2021-01-20   |
        W7         | 困难职工         |            | 2021-01-20   |
        """,
        hardship_household="""
        household_code | person_key | filed_date | closed_date
        D1             | p1         | 2020-04-01 |
        D2             | p2         | 2020-04-01 | 2021-06-30
        """,
    )


def test_the_latest_state_of_a_household_says_whether_it_is_on_file():
    assert_breaks(
        "relief_visit_household",
        relief_visit="""
        visit_code | beneficiary_kind | person_key | visited_date | breaks
        W1         | 困难职工         | p1         | 2021-09-20   | x
        """,
        hardship_household="""
        household_code | reach      | person_key | filed_date | closed_date
        D1             | 2021-06-30 | p1         | 2020-04-01 |
        D1             | 2021-12-31 | p1         | 2020-04-01 | 2021-08-31
        """,
    )


def test_a_second_visit_to_one_person_in_one_campaign_and_year_is_doubtful():
    assert_breaks(
        "relief_visit_twice",
        relief_visit="""
        visit_code | campaign | person_key | visited_date | breaks
        W1         | 元旦春节 | p1         | 2021-02-03   | x
        W2         | 元旦春节 | p1         | 2021-01-20   |
        W3         | 送清凉   | p1         | 2021-07-20   |
        W4         | 元旦春节 | p1         | 2020-01-20   |
        W5         | 元旦春节 | p2         | 2021-01-20   |
        W6         | 元旦春节 |            | 2021-01-20   |
        W7         | 元旦春节 |            | 2021-01-20   |
        """,
    )


def test_one_visit_handed_in_by_two_files_is_one_visit():
    assert_breaks(
        "relief_visit_twice",
        relief_visit="""
        visit_code | reach      | campaign | person_key | visited_date | breaks
        W1         | 2021-01-31 | 元旦春节 | p1         | 2021-01-20   |
        W1         | 2021-02-28 | 元旦春节 | p1         | 2021-01-20   |
        W1         | 2021-02-28 | 元旦春节 | p1         | 2021-01-20   |
        """,
    )
