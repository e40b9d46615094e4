"""三公经费台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_receptions_that_cost_anything_are_counted():
    assert_breaks(
        "three_public",
        """
        expense_kind     | amount  | events | breaks
        公务接待         | 800.00  | 3      |
        公务接待         | 800.00  |        | error events
        公务接待         | -800.00 |        | error events
        公务接待         | 0.00    |        |
        公务接待         | 800.00  | 0      |
        公务用车运行维护 | 800.00  |        |
        """,
    )
