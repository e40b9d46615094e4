-- mart.tasks: one row per as-of date and task of its year, with its latest progress.
-- For weights, tasks due, tasks behind and the list of tasks. A task is behind when done / target is more than 10 points below the
-- elapsed share of its planned days (first and last day counted, between 0 and 1), or when its planned end has passed
-- and done is below the target. Both sides are multiplied out, so that exactly 10 points is not behind.
-- Its light: red while it is behind; green once done reaches the target; amber when done is short of the elapsed share,
-- or its department itself reports 滞后; grey before its planned start; green otherwise.
-- grain: as_of_date, task_code
-- zh: 当年任务与进度
-- en: Tasks of the year
-- row_zh: 一个截至日期、任务
-- row_en: as-of date, task
with
tasks as (
    select
        *,
        coalesce(target, 100) as full_target,
        date_diff('day', planned_start, planned_end) + 1 as planned_days,
        case
            when as_of_date < planned_start then 0
            when as_of_date > planned_end then date_diff('day', planned_start, planned_end) + 1
            else date_diff('day', planned_start, as_of_date) + 1
        end as elapsed_days
    from as_of.tasks
    where this_year
),

progress as (select * from mart.latest_task_progress),

measured_tasks as (
    select
        tasks.*,
        coalesce(progress.done, 0) as done,
        progress.status,
        progress.problem,
        progress.remedy,
        progress.needs,
        progress.month as progress_month,
        progress.done_date
    from tasks
    left join progress
        on
            tasks.as_of_date = progress.as_of_date
            and tasks.task_code = progress.task_code
),

judged_tasks as (
    select
        *,
        done * (planned_days * 10) < full_target * (elapsed_days * 10 - planned_days)
        or (planned_end < as_of_date and done < full_target) as is_behind
    from measured_tasks
)

select
    as_of_date,
    year_start_date,
    task_code,
    title,
    category,
    metric,
    coalesce(unit, '%') as unit,
    leader,
    department,
    supporting_departments,
    owner,
    status,
    problem,
    remedy,
    needs,
    coalesce(weight, 1) as weight,
    full_target as target,
    done,
    elapsed_days,
    planned_days,
    planned_end <= as_of_date as is_due,
    is_behind,
    case
        when is_behind then 'red'
        when done >= full_target then 'green'
        when done * planned_days < full_target * elapsed_days or status = '滞后' then 'amber'
        when as_of_date < planned_start then 'grey'
        else 'green'
    end as light,
    planned_start,
    planned_end,
    progress_month,
    done_date,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from judged_tasks
