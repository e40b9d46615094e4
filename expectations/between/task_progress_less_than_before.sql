-- ledger: task_progress
-- column: done
-- severity: warning
-- zh: 累计完成比上个月少，请核对
-- en: Less done than the month before: please check

-- January is not compared with December: the figure starts anew with the year.

with

progress as (
    select * from latest.task_progresses
),

broken as (
    select this_month.row_id
    from progress as this_month
    inner join progress as month_before
        on
            month_before.task_code = this_month.task_code
            and month_before.month = this_month.month - interval 1 month
            and extract(year from month_before.month) = extract(year from this_month.month)
    where this_month.done < month_before.done
)

select row_id from broken
