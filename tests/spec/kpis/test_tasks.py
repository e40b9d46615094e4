"""任务清单: given tasks and their monthly progress → completion, tasks behind, tasks done on time."""

from tests.spec.kpis.figures import Given
from tests.warehouse_tables import Tables


def test_completion_weighs_tasks_and_caps_each_at_its_target(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | weight | target
            HALF      | 2021 | 3      | 40
            OVER      | 2021 | 2      | 100
            SILENT    | 2021 | 5      | 10
            NEXT      | 2022 | 9      | 10
        """,
        task_progress="""
            task_code | month   | done
            HALF      | 2021-01 | 5
            HALF      | 2021-02 | 20
            OVER      | 2021-01 | 186
            NEXT      | 2022-01 | 10
        """,
    )
    assert figures("task_completion", "2021-01-30") == {"county": (0, 3 + 2 + 5)}  # January has not ended
    assert figures("task_completion", "2021-01-31") == {"county": (3 * 5 / 40 + 2 * 1, 3 + 2 + 5)}
    assert figures("task_completion", "2021-02-27") == {"county": (3 * 5 / 40 + 2 * 1, 3 + 2 + 5)}
    assert figures("task_completion", "2021-12-31") == {"county": (3 * 20 / 40 + 2 * 1 + 5 * 0, 3 + 2 + 5)}
    assert figures("task_completion", "2022-01-15") == {"county": (0, 9)}  # another year, another list


def test_an_empty_weight_is_one_and_an_empty_target_a_hundred(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | weight | target
            A         | 2021 |        |
            B         | 2021 | 1      | 3
        """,
        task_progress="""
            task_code | month   | done
            A         | 2021-06 | 25
            B         | 2021-06 | 1
        """,
    )
    numerator, denominator = figures("task_completion", "2021-06-30")["county"]
    assert abs(numerator - (25 / 100 + 1 / 3)) < 1e-12
    assert denominator == 1 + 1


def test_progress_of_another_year_is_not_this_years(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | target
            A         | 2020 | 10
            A         | 2021 | 10
        """,
        task_progress="""
            task_code | month   | done
            A         | 2020-12 | 10
            A         | 2021-03 | 4
        """,
    )
    assert figures("task_completion", "2020-12-31") == {"county": (1, 1)}
    assert figures("task_completion", "2021-02-28") == {"county": (0, 1)}
    assert figures("task_completion", "2021-03-31") == {"county": (0.4, 1)}


def test_a_task_is_behind_when_more_than_ten_points_short_of_the_calendar(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | target | planned_start | planned_end
            EXACT     | 2021 | 1010   | 2021-03-02    | 2021-06-10
            SHORT     | 2021 | 1010   | 2021-03-02    | 2021-06-10
            PER_CENT  | 2021 | 100    | 2021-03-02    | 2021-06-10
            ENOUGH    | 2021 | 100    | 2021-03-02    | 2021-06-10
        """,
        task_progress="""
            task_code | month   | done
            EXACT     | 2021-03 | 199
            SHORT     | 2021-03 | 198.999999
            PER_CENT  | 2021-03 | 19.702970
            ENOUGH    | 2021-03 | 19.702971
        """,
    )
    # On 31 March 30 of 101 days have passed: 300/1010 of the target less 101/1010, which is 199/1010 or 19.7029702…%.
    assert figures.mart("tasks", "2021-03-31", "task_code", "is_behind") == ["PER_CENT", "SHORT"]
    assert figures("tasks_behind", "2021-03-31") == {"county": 2}


def test_days_before_the_planned_start_and_after_the_planned_end_are_capped(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | planned_start | planned_end
            ZERO      | 2021 | 2021-03-02    | 2021-06-10
            D89       | 2021 | 2021-03-02    | 2021-06-10
            D90       | 2021 | 2021-03-02    | 2021-06-10
            D99       | 2021 | 2021-03-02    | 2021-06-10
            DONE      | 2021 | 2021-03-02    | 2021-06-10
            OVER      | 2021 | 2021-03-02    | 2021-06-10
        """,
        task_progress="""
            task_code | month   | done
            ZERO      | 2021-02 | 0
            D89       | 2021-02 | 89
            D90       | 2021-02 | 90
            D99       | 2021-02 | 99
            DONE      | 2021-02 | 100
            OVER      | 2021-02 | 186
        """,
    )

    def behind(day: str) -> list[str]:
        return figures.mart("tasks", day, "task_code", "is_behind")

    assert behind("2021-03-01") == []  # not begun: nothing is due
    assert behind("2021-06-10") == ["D89", "ZERO"]  # the last day: all of it is due, D90 is 10 points short
    assert behind("2021-06-11") == ["D89", "D90", "D99", "ZERO"]  # past the end whatever is short is behind
    assert behind("2021-12-31") == ["D89", "D90", "D99", "ZERO"]


def test_a_task_without_progress_falls_behind_with_the_calendar(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | planned_start | planned_end
            TEN       | 2021 | 2021-01-01    | 2021-01-10
            YEAR      | 2021 | 2021-01-01    | 2021-12-31
        """,
        task_progress="",
    )
    assert figures("tasks_behind", "2021-01-01") == {}  # 1 of 10 days: 10 points
    assert figures("tasks_behind", "2021-01-02") == {"county": 1}  # 2 of 10 days
    assert figures("tasks_behind", "2021-02-05") == {"county": 1}  # YEAR: 36 of 365 days
    assert figures("tasks_behind", "2021-02-06") == {"county": 2}  # 37 of 365 days


def test_on_time_is_done_by_the_planned_end_among_tasks_due(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | planned_end
            GOOD      | 2021 | 2021-06-30
            LATE      | 2021 | 2021-06-30
            OPEN      | 2021 | 2021-06-30
            SILENT    | 2021 | 2021-06-30
            EARLY     | 2021 | 2021-12-31
        """,
        task_progress="""
            task_code | month   | status   | done_date
            GOOD      | 2021-05 | 序时推进 |
            GOOD      | 2021-06 | 已完成   | 2021-06-30
            LATE      | 2021-07 | 已完成   | 2021-07-01
            OPEN      | 2021-06 | 滞后     |
            EARLY     | 2021-05 | 已完成   | 2021-05-20
        """,
    )
    assert figures("tasks_done_on_time", "2021-06-29") == {}  # nothing is due, though EARLY is done
    assert figures("tasks_done_on_time", "2021-06-30") == {"county": (1, 4)}
    assert figures("tasks_done_on_time", "2021-07-31") == {"county": (1, 4)}  # LATE is done, not on time
    assert figures("tasks_done_on_time", "2021-12-31") == {"county": (1 + 1, 4 + 1)}


def test_the_latest_progress_decides(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | target | planned_end
            A         | 2021 | 10     | 2021-06-30
        """,
        task_progress="""
            task_code | month   | done | status   | done_date
            A         | 2021-06 | 10   | 已完成   | 2021-06-20
            A         | 2021-07 | 8    | 序时推进 |
        """,
    )
    assert figures("tasks_done_on_time", "2021-06-30") == {"county": (1, 1)}
    assert figures("tasks_done_on_time", "2021-07-31") == {"county": (0, 1)}
    assert figures("task_completion", "2021-07-31") == {"county": (0.8, 1)}
    assert figures("tasks_behind", "2021-07-31") == {"county": 1}


def test_a_leap_year_has_a_day_more_to_do_it_in(given: Given) -> None:
    figures = given(
        task="""
            task_code | year | target | planned_start | planned_end
            EXACT     | 2020 | 3660   | 2020-01-01    | 2020-12-31
            SHORT     | 2020 | 3660   | 2020-01-01    | 2020-12-31
        """,
        task_progress="""
            task_code | month   | done
            EXACT     | 2020-02 | 234
            SHORT     | 2020-02 | 233
        """,
    )
    # On 29 February 60 of 366 days have passed: 600/3660 of the target less 366/3660, which is 234/3660.
    assert figures.mart("tasks", "2020-02-29", "task_code", "is_behind") == ["SHORT"]
    # A day before the month had not ended: no progress is known, and 59 of 366 days are more than 10 points.
    assert figures.mart("tasks", "2020-02-28", "task_code", "is_behind") == ["EXACT", "SHORT"]


def test_on_time_has_no_value_while_nothing_is_due() -> None:
    built = Tables(
        tasks="""
            task_code | year | planned_start | planned_end
            A         | 2021 | 2021-01-01    | 2021-06-30
        """,
        task_progresses="",
    ).build()
    before, after = (built.kpi("tasks_done_on_time", day) for day in ("2021-05-31", "2021-06-30"))
    assert (before["numerator"], before["denominator"], before["value"]) == (0, 0, None)
    assert before["reason"] == "zero_denominator"
    assert (after["numerator"], after["denominator"], after["value"]) == (0, 1, 0)
    assert (after["mom"], after["yoy"]) == (None, None)
