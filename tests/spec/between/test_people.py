"""People who stand twice in one ledger, or lack a row in another."""

from tests.spec.between.given import assert_breaks


def test_who_is_a_member_of_two_unions_on_one_day_is_doubtful_in_the_later_one():
    assert_breaks(
        "member_two_unions",
        member="""
        person_key | union_code | joined_date | left_date  | breaks
        p1         | G2         | 2020-03-01  |            | x
        p1         | G1         | 2018-03-01  |            |
        p2         | G1         | 2018-03-01  | 2020-02-29 |
        p2         | G2         | 2020-03-01  |            |
        p3         | G1         | 2018-03-01  | 2020-03-01 |
        p3         | G2         | 2020-03-01  |            | x
        p4         | G1         | 2018-03-01  |            |
        """,
    )


def test_every_membership_that_begins_within_another_is_reported():
    assert_breaks(
        "member_two_unions",
        member="""
        person_key | union_code | joined_date | left_date  | breaks
        p1         | G1         | 2018-03-01  | 2021-12-31 |
        p1         | G2         | 2019-03-01  | 2019-06-30 | x
        p1         | G3         | 2020-03-01  |            | x
        p2         | G2         | 2019-03-01  |            | x
        p2         | G1         | 2019-03-01  |            |
        """,
    )


def test_the_latest_state_of_a_membership_says_whether_it_has_ended():
    assert_breaks(
        "member_two_unions",
        member="""
        person_key | union_code | reach      | joined_date | left_date  | breaks
        p1         | G1         | 2020-12-31 | 2018-03-01  |            |
        p1         | G1         | 2021-12-31 | 2018-03-01  | 2021-02-28 |
        p1         | G2         | 2021-12-31 | 2021-03-01  |            |
        """,
    )


def test_a_second_trip_of_one_person_in_one_year_is_doubtful():
    assert_breaks(
        "recuperation_twice",
        recuperation="""
        person_key | start_date | breaks
        p1         | 2021-09-06 | x
        p1         | 2021-05-10 |
        p1         | 2020-05-10 |
        p2         | 2021-05-10 |
        """,
    )


def test_who_is_paid_for_being_posted_to_a_village_is_posted_on_that_day():
    assert_breaks(
        "village_condolence_posting",
        village_condolence="""
        payment_code | person_key | paid_date  | breaks
        J1           | p1         | 2021-02-05 | x
        J2           | p1         | 2021-03-01 |
        J3           | p1         | 2022-02-05 |
        J4           | p2         | 2021-06-30 |
        J5           | p2         | 2021-07-01 | x
        J6           | p3         | 2021-07-01 | x
        J7           | p2         |            |
        """,
        village_posting="""
        person_key | start_date | end_date
        p1         | 2021-03-01 |
        p2         | 2019-03-01 | 2020-02-29
        p2         | 2020-04-01 | 2021-06-30
        """,
    )
