-- ledger: task_progress
-- reads: task
-- column: status
-- severity: warning
-- zh: 进度状态为“序时推进”，但完成比例比计划时间进度落后10个百分点以上；请核对，落后的应填“滞后”
-- en: Marked as on schedule while more than 10 points behind the calendar: check it; enter 滞后 if it is behind

-- Calendar: days from the planned start to the month's last day (or the data date before it), both
-- counted, of all planned days. Shares are compared by cross-multiplication, so that exactly 10 points
-- are not more than 10.

with

progress as (
    select * from latest.task_progresses
),

tasks as (
    select * from latest.tasks
),

data_date as (
    select max(cast(nullif(value, '') as date)) as data_date
    from settings
    where name = 'data_date'
),

measured as (
    select
        progress.row_id,
        cast(progress.done as decimal(38, 6)) as done,
        cast(coalesce(tasks.target, 100) as decimal(38, 6)) as target,
        date_diff('day', tasks.planned_start, tasks.planned_end) + 1 as planned_days,
        tasks.planned_start,
        least(last_day(progress.month), data_date.data_date) as as_of_date
    from progress
    inner join tasks
        on
            tasks.task_code = progress.task_code
            and tasks.year = extract(year from progress.month)
    cross join data_date
    where progress.status = '序时推进'
),

capped as (
    select
        row_id,
        done,
        target,
        planned_days,
        greatest(0, least(planned_days, date_diff('day', planned_start, as_of_date) + 1)) as elapsed_days
    from measured
),

broken as (
    select row_id
    from capped
    where done * planned_days * 10 < target * (elapsed_days * 10 - planned_days)
)

select row_id from broken
