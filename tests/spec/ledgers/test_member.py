"""会员名册: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_member_in_new_employment_says_which_group():
    assert_breaks(
        "member",
        """
        employment_kind | platform_group | breaks
        新就业形态      | 外卖配送员     |
        新就业形态      |                | error platform_group
        农民工          |                |
        农民工          | 货车司机       |
                        |                |
        """,
    )


def test_nobody_joins_before_the_sixteenth_birthday():
    assert_breaks(
        "member",
        """
        birth_date | joined_date | breaks
        2000-03-15 | 2016-03-15  |
        2000-03-15 | 2016-03-14  | error joined_date
        2004-02-29 | 2020-02-29  |
        2004-02-29 | 2020-02-28  | error joined_date
        2000-03-15 |             |
                   | 2016-03-14  |
        """,
    )


def test_nobody_leaves_before_joining():
    assert_breaks(
        "member",
        """
        joined_date | left_date  | breaks
        2015-03-01  | 2015-03-01 |
        2015-03-01  | 2015-02-28 | error left_date
        2015-03-01  |            |
        """,
    )
