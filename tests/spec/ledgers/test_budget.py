"""预决算执行表: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_no_more_is_spent_than_the_adjusted_budget_allows():
    assert_breaks(
        "budget",
        """
        direction | adjusted_amount | executed_to_date | breaks
        支出      | 100.00          | 100.00           |
        支出      | 100.00          | 100.01           | warning executed_to_date
        收入      | 100.00          | 100.01           |
        支出      | 100.00          |                  |
        """,
    )
