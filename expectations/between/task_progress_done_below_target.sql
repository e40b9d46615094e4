-- ledger: task_progress
-- reads: task
-- column: status
-- severity: error
-- zh: 进度状态为“已完成”，但累计完成未达到年度目标；请改正状态或累计完成
-- en: Marked as done while less than the target of the year is done: correct the status or the figure

-- An empty target counts as 100: a qualitative task is reported in per cent.

with

progress as (
    select * from submitted.task_progresses
),

tasks as (
    select * from latest.tasks
),

broken as (
    select progress.row_id
    from progress
    inner join tasks
        on
            tasks.task_code = progress.task_code
            and tasks.year = extract(year from progress.month)
    where
        progress.status = '已完成'
        and progress.done < coalesce(tasks.target, 100)
)

select row_id from broken
