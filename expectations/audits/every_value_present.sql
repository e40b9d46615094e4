-- suite: kpi
-- subject: kpi.values
-- critical: empty
-- zh: 每个指标在每个截止日（月末和数据日期）、每个地区都应有且只有一个结果
-- en: Every indicator must have exactly one result for every as-of date (month ends and the data date) and region
-- Grain: one row per indicator, as-of date and region without exactly one result. County-only indicators owe none to townships.
with
indicators as (select indicator_id, scope from kpi.definitions),

days as (select as_of_date from meta.as_of_dates where is_month_end or is_data_date),

regions as (select region_code, position from meta.regions),

results as (
    select
        indicator_id,
        as_of_date,
        region_code,
        count(*) as found
    from kpi.values
    group by indicator_id, as_of_date, region_code
),

due as (
    select
        indicators.indicator_id,
        days.as_of_date,
        regions.region_code
    from indicators
    cross join days
    cross join regions
    where indicators.scope = 'township' or regions.position = 0
),

counted as (
    select
        indicator_id,
        as_of_date,
        region_code,
        coalesce(found, 0) as found
    from due
    full outer join results using (indicator_id, as_of_date, region_code)
)

select
    concat(indicator_id, ' ', as_of_date, ' ', region_code, '：', found, '个') as place_zh,
    concat(indicator_id, ' ', as_of_date, ' ', region_code, ': ', found) as place_en
from counted
where found <> 1
order by indicator_id, as_of_date, region_code
