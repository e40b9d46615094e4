"""示范点台账: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_no_more_tasks_are_done_than_there_are():
    assert_breaks(
        "demonstration_site",
        """
        key_tasks | done_tasks | breaks
        12        | 12         |
        12        | 13         | error done_tasks
                  | 13         |
        12        |            |
        """,
    )
