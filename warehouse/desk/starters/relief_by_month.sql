-- zh: 送温暖分月筹集和支出
-- en: Relief raised and spent by month
-- about_zh: 全县各月筹集、支出和慰问人次，来自已发布的指标。
-- about_en: Money raised, money spent and visits of the county by month, from the published indicators.
-- subject: relief

with
months as (
    select indicator_id, as_of_date, month_value
    from kpi.values
    semi join (select region_code from meta.regions where position = 0) as county using (region_code)
    where as_of_date <= :as_of and as_of_date > cast(:as_of as date) - interval 24 months
)

select
    as_of_date,
    max(month_value) filter (where indicator_id = 'relief_raised') as raised_amount,
    max(month_value) filter (where indicator_id = 'relief_spent') as spent_amount,
    max(month_value) filter (where indicator_id = 'relief_visits') as visits
from months
where indicator_id in ('relief_raised', 'relief_spent', 'relief_visits')
group by as_of_date
order by as_of_date
