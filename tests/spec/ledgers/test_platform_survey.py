"""新业态摸底表: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_more_members_than_were_surveyed_are_doubtful():
    assert_breaks(
        "platform_survey",
        """
        surveyed | joined | breaks
        24       | 24     |
        24       | 25     | warning joined
                 | 25     |
        24       |        |
        """,
    )
