-- mart.latest_task_progress: one row per as-of date and task of its year that has reported progress: the latest month
-- of that year which had ended by the as-of date.
-- For the weighted completion and for tasks done on time; a task without progress counts as 0 there.
-- grain: as_of_date, task_code
-- zh: 任务最近进度
-- en: Latest progress of tasks
-- row_zh: 一个截至日期、任务
-- row_en: as-of date, task
with
tasks as (
    select
        as_of_date,
        year_start_date,
        task_code,
        planned_end,
        coalesce(weight, 1) as weight,
        coalesce(target, 100) as target
    from as_of.tasks
    where this_year
),

progress as (select * from as_of.task_progresses where this_year),

latest_months as (
    select
        as_of_date,
        task_code,
        max(month) as month
    from progress
    group by
        as_of_date,
        task_code
)

select
    tasks.as_of_date,
    tasks.year_start_date,
    tasks.task_code,
    progress.status,
    progress.done,
    tasks.weight * least(progress.done, tasks.target) / tasks.target as completed_weight,
    tasks.planned_end <= tasks.as_of_date as is_due,
    coalesce(progress.status = '已完成' and progress.done_date <= tasks.planned_end, false) as is_done_on_time,
    progress.problem,
    progress.remedy,
    progress.needs,
    progress.month,
    progress.done_date,
    progress.source_ledger,
    progress.source_file,
    progress.source_sheet,
    progress.source_row
from tasks
inner join latest_months
    on
        tasks.as_of_date = latest_months.as_of_date
        and tasks.task_code = latest_months.task_code
inner join progress
    on
        latest_months.as_of_date = progress.as_of_date
        and latest_months.task_code = progress.task_code
        and latest_months.month = progress.month
