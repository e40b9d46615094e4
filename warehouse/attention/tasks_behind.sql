-- zh: 重点任务滞后
-- en: Key task behind the calendar
-- weight: red
-- ledger: task
-- page: key-tasks department={department_id} light=red
-- says_zh: 完成{share}，时间已过{due_share}
-- says_en: {share} done with {due_share} of the time gone
-- distance_zh: 时间进度－完成数÷年度目标
-- distance_en: the share of the planned time that is gone − done ÷ target of the year

-- Department and owner are those that the list of tasks names.
with
tasks as (select * from mart.tasks where is_behind and planned_end >= as_of_date)

select
    as_of_date,
    task_code as item,
    title as subject_zh,
    title as subject_en,
    department,
    owner,
    elapsed_days / planned_days - done / target as distance,
    done / target as share,
    elapsed_days / planned_days as due_share,
    task_code as row_name,
    source_ledger,
    source_file,
    source_sheet,
    source_row
from tasks
