-- zh: 预算执行偏离时序的科目
-- en: Budget subjects off the calendar
-- about_zh: 支出科目的执行率与时间进度相差多少，偏离最大的在前。
-- about_en: How far each subject's execution is from the share of the year that is gone, the farthest first.
-- subject: funds

with
subjects as (
    select *
    from as_of.budgets
    where as_of_date = :as_of and this_year and direction = '支出'
    qualify row_number() over (partition by subject_code order by month desc) = 1
)

select
    subject_code,
    subject_name,
    adjusted_amount,
    executed_to_date,
    executed_to_date / nullif(adjusted_amount, 0) as executed_share,
    extract(month from month) / 12 as elapsed_share
from subjects
order by abs(executed_share - elapsed_share) desc nulls last, subject_code
