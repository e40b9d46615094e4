-- zh: 连续两个月亮红灯的指标
-- en: Indicators red two months running
-- about_zh: 全县当月和上月都落后的指标。
-- about_en: Indicators of the county that are behind now and were behind a month before.
-- subject: indicators

with
county as (select region_code from meta.regions where position = 0),

red as (
    select indicator_id, as_of_date, value, target, pace
    from kpi.values
    semi join county using (region_code)
    where light = 'red'
),

a_month_before as (
    select indicator_id, value as value_before
    from red
    where as_of_date = last_day(cast(:as_of as date) - interval 1 month)
),

names as (select indicator_id, label_zh, label_en, unit, department_id from kpi.definitions),

departments as (select department_id, name as department_name, owner from meta.departments)

select
    names.label_zh,
    names.label_en,
    departments.department_name,
    departments.owner,
    red.value,
    a_month_before.value_before,
    red.target,
    red.pace
from red
inner join a_month_before on red.indicator_id = a_month_before.indicator_id
inner join names on red.indicator_id = names.indicator_id
left join departments on names.department_id = departments.department_id
where red.as_of_date = :as_of
order by names.label_zh
