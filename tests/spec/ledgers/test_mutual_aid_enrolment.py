"""医疗互助参互台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_what_is_paid_is_people_times_fee():
    assert_breaks(
        "mutual_aid_enrolment",
        """
        people | fee    | paid_amount | breaks
        120    | 80.00  | 9600.00     |
        120    | 80.00  | 9599.99     | warning paid_amount
        3      | 0.10   | 0.30        |
               | 80.00  | 9600.00     |
        120    |        | 9600.00     |
        """,
    )


def test_a_period_ends_after_it_starts():
    assert_breaks(
        "mutual_aid_enrolment",
        """
        start_date | end_date   | breaks
        2021-01-01 | 2021-12-31 |
        2021-01-01 | 2021-01-01 | error end_date
        2021-01-01 | 2020-12-31 | error end_date
                   | 2020-12-31 |
        """,
    )
