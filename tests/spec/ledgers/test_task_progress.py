"""任务进度清单: what makes a row wrong."""

from tests.spec.drawing import assert_breaks


def test_a_task_that_is_done_has_the_day_it_was_done_on():
    assert_breaks(
        "task_progress",
        """
        status   | done_date  | breaks
        已完成   | 2021-11-20 |
        已完成   |            | error done_date
        序时推进 |            |
                 |            |
        """,
    )


def test_a_task_that_is_behind_says_why_and_what_is_done_about_it():
    assert_breaks(
        "task_progress",
        """
        status   | problem  | remedy   | breaks
        滞后     | 人手不足 | 增派人员 |
        滞后     |          | 增派人员 | warning problem
        滞后     | 人手不足 |          | warning remedy
        滞后     |          |          | warning problem, warning remedy
        序时推进 |          |          |
        """,
    )
