"""活动与实事台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_an_activity_is_not_done_before_it_started():
    assert_breaks(
        "activity",
        """
        start_date | done_date  | breaks
        2021-05-04 | 2021-05-04 |
        2021-05-04 | 2021-05-03 | error done_date
        2021-05-04 |            |
        """,
    )


def test_an_activity_that_is_done_says_when():
    assert_breaks(
        "activity",
        """
        status | start_date | done_date  | breaks
        已办结 | 2021-05-04 | 2021-06-30 |
        已办结 | 2021-05-04 |            | error status
        推进中 | 2021-05-04 |            |
        未启动 | 2021-05-04 |            |
               | 2021-05-04 |            |
        """,
    )
