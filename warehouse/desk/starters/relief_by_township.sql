-- zh: 各乡镇慰问支出和人次
-- en: Relief by township
-- about_zh: 各乡镇本年慰问支出、人次和人均；少于5人的不显示。
-- about_en: Money, visits and money per visit of the year by township; withheld for fewer than five people.
-- subject: relief

with
figures as (select * from kpi.values where as_of_date = :as_of),

townships as (select region_code, region_name, position from meta.regions where position > 0)

select
    townships.region_name,
    max(figures.value) filter (where figures.indicator_id = 'relief_spent') as spent_amount,
    max(figures.value) filter (where figures.indicator_id = 'relief_visits') as visits,
    max(figures.value) filter (where figures.indicator_id = 'relief_per_visit') as amount_per_visit
from townships
left join figures on townships.region_code = figures.region_code
group by townships.region_name, townships.position
order by spent_amount desc nulls last, townships.position
