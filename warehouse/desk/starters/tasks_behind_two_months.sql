-- zh: 连续两个月滞后的任务
-- en: Tasks behind two months in a row
-- about_zh: 截至当月和上月都滞后的重点任务，列出问题和措施。
-- about_en: Key tasks that are behind now and were behind a month before, with problem and remedy.
-- subject: tasks

with
tasks as (select * from mart.tasks where as_of_date = :as_of and is_behind),

a_month_before as (
    select task_code
    from mart.tasks
    where is_behind and as_of_date = last_day(cast(:as_of as date) - interval 1 month)
)

select
    tasks.task_code,
    tasks.title,
    tasks.department,
    tasks.owner,
    tasks.done / tasks.target as done_share,
    tasks.elapsed_days / tasks.planned_days as elapsed_share,
    tasks.planned_end,
    tasks.problem,
    tasks.remedy
from tasks
semi join a_month_before on tasks.task_code = a_month_before.task_code
order by elapsed_share - done_share desc, tasks.task_code
