"""贷免扶补台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_loan_is_due_after_it_was_granted():
    assert_breaks(
        "loan",
        """
        granted_date | due_date   | breaks
        2021-05-10   | 2023-05-10 |
        2021-05-10   | 2021-05-11 |
        2021-05-10   | 2021-05-10 | error due_date
        2021-05-10   | 2021-05-09 | error due_date
        2021-05-10   |            |
        """,
    )
