"""经费返拨台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_dues_are_refunded_after_the_receipt():
    assert_breaks(
        "dues_refund",
        """
        receipt_date | refunded_date | breaks
        2021-09-17   | 2021-09-17    |
        2021-09-17   | 2021-09-16    | error refunded_date
        2021-09-17   |               |
        """,
    )
