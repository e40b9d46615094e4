"""重点任务清单: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_task_is_not_planned_to_end_before_it_starts():
    assert_breaks(
        "task",
        """
        planned_start | planned_end | breaks
        2021-01-01    | 2021-01-01  |
        2021-03-01    | 2021-02-28  | error planned_end
        2021-03-01    |             |
        """,
    )
