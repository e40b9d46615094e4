"""对下补助台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_no_more_is_settled_than_was_granted():
    assert_breaks(
        "subsidy",
        """
        amount  | settled_amount | breaks
        5000.00 | 5000.00        |
        5000.00 | 5000.01        | warning settled_amount
        5000.00 |                |
        """,
    )
