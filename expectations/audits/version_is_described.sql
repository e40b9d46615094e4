-- suite: meta
-- subject: meta
-- critical: empty
-- zh: 版本信息、地区、截止日和指标定义应齐全
-- en: What the version says of itself, its regions, as-of dates and indicators must be complete
-- Grain: one row per thing that is missing.
with
required_keys as (
    select unnest(['version', 'data_date', 'first_month', 'county_code', 'county_name', 'suppression_threshold']) as key
),

entries as (select key, value from meta.version),

span as (
    select
        max(case when key = 'first_month' then cast(value as date) end) as first_month,
        max(case when key = 'data_date' then cast(value as date) end) as data_date
    from entries
),

months as (
    select last_day(cast(unnest(generate_series(first_month, data_date, interval 1 month)) as date)) as month_end
    from span
),

missing as (
    select 'meta.version ' || required_keys.key as thing
    from required_keys
    left join entries on required_keys.key = entries.key
    where coalesce(entries.value, '') = ''
    union all
    select 'meta.as_of_dates ' || months.month_end as thing
    from months
    left join meta.as_of_dates as days on months.month_end = days.as_of_date and days.is_month_end
    where days.as_of_date is null
    union all
    select 'meta.as_of_dates data_date' as thing
    from span
    where (select count(*) from meta.as_of_dates as days where days.is_data_date and days.as_of_date = data_date) <> 1
    union all
    select 'meta.regions county_code' as thing
    from entries
    where
        entries.key = 'county_code'
        and (select count(*) from meta.regions where region_code = entries.value and position = 0) <> 1
    union all
    select 'kpi.definitions' as thing
    where (select count(*) from kpi.definitions) = 0
)

select
    thing as place_zh,
    thing as place_en
from missing
order by thing
