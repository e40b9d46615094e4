"""单位名录: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_women_are_part_of_the_employees():
    assert_breaks(
        "enterprise",
        """
        employees | female_employees | breaks
        10        | 10               |
        10        | 11               | error female_employees
        10        |                  |
                  | 11               |
        """,
    )


def test_a_unit_is_not_deregistered_before_it_was_registered():
    assert_breaks(
        "enterprise",
        """
        registered_date | closed_date | breaks
        2015-06-01      | 2015-06-01  |
        2015-06-01      | 2015-05-31  | error closed_date
        2015-06-01      |             |
                        | 2015-05-31  |
        """,
    )
