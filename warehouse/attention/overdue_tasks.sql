-- zh: 重点任务超期未完成
-- en: Key task overdue
-- weight: overdue
-- ledger: task
-- page: key-tasks department={department_id} light=red
-- says_zh: 完成{share}，已超期{days}天
-- says_en: {share} done, the due date passed {days} days ago
-- distance_zh: 1－完成数÷年度目标
-- distance_en: 1 − done ÷ target of the year

-- Department and owner are those that the list of tasks names.
with
tasks as (select * from mart.tasks where is_behind and planned_end < as_of_date)

select
    as_of_date,
    task_code as item,
    title as subject_zh,
    title as subject_en,
    department,
    owner,
    greatest(0, 1 - done / target) as distance,
    done / target as share,
    date_diff('day', planned_end, as_of_date) as days,
    task_code as row_name,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from tasks
