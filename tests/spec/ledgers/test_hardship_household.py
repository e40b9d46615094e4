"""困难职工档案: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_household_is_not_out_of_hardship_before_it_was_filed():
    assert_breaks(
        "hardship_household",
        """
        filed_date | closed_date | breaks
        2020-04-01 | 2020-04-01  |
        2020-04-01 | 2020-03-31  | error closed_date
        2020-04-01 |             |
        """,
    )
