"""The progress of tasks against their targets, the calendar and the month before."""

from tests.spec.between.given import assert_breaks

TASKS = """
task_code | year | target | planned_start | planned_end
R1        | 2021 | 40     | 2021-01-01    | 2021-12-31
R1        | 2020 | 10     | 2020-01-01    | 2020-12-31
R2        | 2021 |        | 2021-03-02    | 2021-06-09
"""


def test_a_task_is_done_when_its_target_of_that_year_is_reached():
    assert_breaks(
        "task_progress_done_below_target",
        task=TASKS,
        task_progress="""
        task_code | month   | status   | done   | breaks
        R1        | 2021-11 | 已完成   | 40     |
        R1        | 2021-10 | 已完成   | 39.999 | x
        R1        | 2020-11 | 已完成   | 39     |
        R1        | 2021-09 | 序时推进 | 10     |
        R9        | 2021-11 | 已完成   | 1      |
        R1        | 2021-08 | 已完成   |        |
        """,
    )


def test_a_task_without_a_target_is_done_at_100():
    assert_breaks(
        "task_progress_done_below_target",
        task=TASKS,
        task_progress="""
        task_code | month   | status | done | breaks
        R2        | 2021-05 | 已完成 | 99   | x
        R2        | 2021-06 | 已完成 | 100  |
        """,
    )


def test_on_schedule_is_at_most_10_points_behind_the_calendar():
    # R2 runs 100 days from 2 March: 31 March is day 30, 30 April day 60, 31 May day 91, 30 June is past its end.
    assert_breaks(
        "task_progress_behind_calendar",
        task=TASKS,
        task_progress="""
        task_code | month   | status   | done | breaks
        R2        | 2021-02 | 序时推进 | 0    |
        R2        | 2021-03 | 序时推进 | 20   |
        R2        | 2021-04 | 序时推进 | 49.9 | x
        R2        | 2021-05 | 序时推进 | 81   |
        R2        | 2021-06 | 序时推进 | 89.9 | x
        R2        | 2021-07 | 滞后     | 0    |
        R2        | 2021-08 | 序时推进 |      |
        R1        | 2021-12 | 序时推进 | 36   |
        R1        | 2021-11 | 序时推进 | 32   | x
        """,
    )


def test_a_month_that_has_not_ended_is_compared_at_the_data_date():
    # On 20 April R2 is at day 50 of 100; on 30 April it would be at day 60.
    assert_breaks(
        "task_progress_behind_calendar",
        data_date="2021-04-20",
        task=TASKS,
        task_progress="""
        task_code | month   | status   | done | breaks
        R2        | 2021-04 | 序时推进 | 40   |
        """,
    )


def test_without_a_data_date_the_month_is_compared_at_its_end():
    assert_breaks(
        "task_progress_behind_calendar",
        data_date="",
        task=TASKS,
        task_progress="""
        task_code | month   | status   | done | breaks
        R2        | 2021-04 | 序时推进 | 40   | x
        """,
    )


def test_what_is_done_does_not_shrink_within_a_year():
    assert_breaks(
        "task_progress_less_than_before",
        task_progress="""
        task_code | month   | done | breaks
        R1        | 2020-12 | 10   |
        R1        | 2021-01 | 2    |
        R1        | 2021-02 | 5    |
        R1        | 2021-03 | 4.9  | x
        R1        | 2021-05 | 1    |
        R2        | 2021-02 |      |
        R2        | 2021-03 | 1    |
        R2        | 2021-04 |      |
        """,
    )


def test_a_corrected_month_replaces_what_was_handed_in_before():
    assert_breaks(
        "task_progress_less_than_before",
        task_progress="""
        task_code | month   | reach      | done | breaks
        R1        | 2021-02 | 2021-02-28 | 50   |
        R1        | 2021-02 | 2021-03-31 | 5    |
        R1        | 2021-03 | 2021-03-31 | 6    |
        """,
    )
