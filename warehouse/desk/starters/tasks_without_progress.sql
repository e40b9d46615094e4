-- zh: 没有按月报进度的任务
-- en: Tasks whose progress was not reported
-- about_zh: 已经开始、但截至当月没有报进度的任务。
-- about_en: Tasks that have begun and whose progress was not reported for the month.
-- subject: tasks

select
    task_code,
    title,
    department,
    owner,
    planned_start,
    planned_end,
    progress_month
from mart.tasks
where
    as_of_date = :as_of
    and planned_start <= as_of_date
    and done < target
    and (progress_month is null or progress_month < date_trunc('month', as_of_date))
order by department, task_code
