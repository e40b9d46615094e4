"""基层工会台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_single_unit_union_covers_one_unit():
    assert_breaks(
        "union",
        """
        union_kind | covered_units | breaks
        单独       | 1             |
        单独       | 2             | error covered_units
        联合       | 2             |
        单独       |               |
                   | 2             |
        """,
    )


def test_members_are_part_of_the_employees_and_groups_part_of_the_members():
    assert_breaks(
        "union",
        """
        employees | members | female_members | migrant_members | breaks
        100       | 100     | 100            | 100             |
        100       | 101     |                |                 | error members
        100       | 80      | 81             | 80              | error female_members
        100       | 80      | 80             | 81              | error migrant_members
        100       | 80      |                |                 |
        100       |         | 81             | 81              |
        """,
    )


def test_a_union_is_not_dissolved_before_it_was_founded():
    assert_breaks(
        "union",
        """
        founded_date | dissolved_date | breaks
        2015-03-01   | 2015-03-01     |
        2015-03-01   | 2015-02-28     | error dissolved_date
        2015-03-01   |                |
        """,
    )


def test_a_term_that_ended_before_the_data_date_is_due_for_election():
    assert_breaks(
        "union",
        """
        founded_date | term_end_date | dissolved_date | breaks
        2015-03-01   | 2021-12-31    |                |
        2015-03-01   | 2021-12-30    |                | warning term_end_date
        2015-03-01   | 2021-12-30    | 2021-06-30     |
        2015-03-01   |               |                |
        """,
        data_date="2021-12-31",
    )


def test_ten_women_need_a_womens_body():
    assert_breaks(
        "union",
        """
        members | female_members | womens_body | breaks
        50      | 10             | 无          | warning womens_body
        50      | 9              | 无          |
        50      | 10             | 女职工委员  |
        50      |                | 无          |
        """,
    )
