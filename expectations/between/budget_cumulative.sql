-- ledger: budget
-- column: executed_to_date
-- severity: error
-- zh: 累计执行不等于当年1月至本月的本月执行之和；请改正累计执行或本月执行
-- en: Executed to date is not the sum of the months from January on: correct it, or the month's amount

-- Judged where all months from January stand, to the cent. Of a subject's year the first month that differs falls;
-- the later ones need its amount and are not judged while no other row takes its place.

with

budgets as (
    select * from remaining.budgets
),

running as (
    select
        row_id,
        subject_code,
        month,
        executed_to_date,
        count(*) over months_so_far as months,
        sum(executed_amount) over months_so_far as executed
    from budgets
    window months_so_far as (partition by subject_code, extract(year from month) order by month)
),

differing as (
    select
        row_id,
        row_number() over (partition by subject_code, extract(year from month) order by month) as place
    from running
    where
        months = extract(month from month)
        and abs(executed_to_date - executed) > 0.01
),

broken as (
    select row_id
    from differing
    where place = 1
)

select row_id from broken
