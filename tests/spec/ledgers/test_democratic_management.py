"""企业民主管理台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_congress_meets():
    assert_breaks(
        "democratic_management",
        """
        has_congress | congress_meetings | breaks
        是           | 1                 |
        是           | 0                 | warning congress_meetings
        否           | 0                 |
        是           |                   |
                     | 0                 |
        """,
    )
