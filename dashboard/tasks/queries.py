"""What only the page of key tasks asks of the published version."""

from datetime import date

import polars as pl

from dashboard.data import rows
from warehouse.reader import Published


def tasks(source: Published, as_of: date) -> pl.DataFrame:
    """One row a task of the year: the worst light first, then by planned end.

    task_code, title, leader, department, department_code (the department's id where it is one of the federation's, else
    the name as written), owner, status_zh, status_en, problem, remedy, needs, weight, completed_weight (what
    task_completion adds up), target, done, done_share, elapsed_share (fractions), unit, planned_start, planned_end,
    light, is_behind and progress_month (null where no progress was reported).
    """
    return rows(
        source,
        """
        with
        departments as (select name, min(department_id) as department_id from meta.departments group by name),

        states as (
            select value_zh, value_en from meta.values where ledger_id = 'task_progress' and column_name = 'status'
        )

        select
            tasks.task_code,
            tasks.title,
            tasks.leader,
            tasks.department,
            coalesce(departments.department_id, tasks.department) as department_code,
            tasks.owner,
            tasks.status as status_zh,
            coalesce(states.value_en, tasks.status) as status_en,
            tasks.problem,
            tasks.remedy,
            tasks.needs,
            tasks.weight,
            coalesce(progress.completed_weight, 0)::double as completed_weight,
            tasks.target::double as target,
            tasks.done::double as done,
            (tasks.done / tasks.target)::double as done_share,
            tasks.elapsed_days / tasks.planned_days as elapsed_share,
            tasks.unit,
            tasks.planned_start,
            tasks.planned_end,
            tasks.light,
            tasks.is_behind,
            tasks.progress_month
        from mart.tasks as tasks
        left join mart.latest_task_progress as progress using (as_of_date, task_code)
        left join departments on tasks.department = departments.name
        left join states on tasks.status = states.value_zh
        where tasks.as_of_date = ?
        order by
            case tasks.light when 'red' then 1 when 'amber' then 2 when 'green' then 3 else 4 end,
            tasks.planned_end,
            tasks.task_code
        """,
        as_of,
    )
