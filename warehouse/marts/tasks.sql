-- mart.tasks: one row per as-of date and task of its year.
-- For weights, tasks due and tasks behind. A task is behind when done / target is more than 10 points below the
-- elapsed share of its planned days (first and last day counted, between 0 and 1), or when its planned end has passed
-- and done is below the target. Both sides are multiplied out, so that exactly 10 points is not behind.
-- grain: as_of_date, task_code
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

progress as (select as_of_date, task_code, done from mart.latest_task_progress),

measured_tasks as (
    select
        tasks.*,
        coalesce(progress.done, 0) as done
    from tasks
    left join progress
        on
            tasks.as_of_date = progress.as_of_date
            and tasks.task_code = progress.task_code
)

select
    as_of_date,
    year_start_date,
    task_code,
    department,
    coalesce(weight, 1) as weight,
    full_target as target,
    done,
    elapsed_days,
    planned_days,
    planned_end <= as_of_date as is_due,
    done * (planned_days * 10) < full_target * (elapsed_days * 10 - planned_days)
    or (planned_end < as_of_date and done < full_target) as is_behind,
    planned_start,
    planned_end,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from measured_tasks
