"""医疗互助补助台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_claim_is_forwarded_and_paid_after_it_was_applied_for():
    assert_breaks(
        "mutual_aid_claim",
        """
        applied_date | forwarded_date | paid_date  | breaks
        2021-03-10   | 2021-03-10     | 2021-03-10 |
        2021-03-10   | 2021-03-09     | 2021-04-01 | error forwarded_date
        2021-03-10   | 2021-03-12     | 2021-03-09 | error paid_date
        2021-03-10   |                |            |
                     | 2021-03-09     | 2021-03-09 |
        """,
    )


def test_aid_is_not_more_than_the_person_paid():
    assert_breaks(
        "mutual_aid_claim",
        """
        self_paid | amount  | breaks
        3000.00   | 3000.00 |
        3000.00   | 3000.01 | warning amount
                  | 3000.01 |
        """,
    )
