-- suite: kpi
-- subject: kpi.values
-- warning: value between 0 and 1
-- zh: 覆盖率和完成率应在0至100%之间，超出的请核对分子、分母两边的台账
-- en: A rate of coverage or completion should lie between 0 and 100 %: compare the ledgers of its two parts
-- Grain: one row per rate of a state (not of the year to date), region and as-of date of the data date's year.
-- A rate whose definition says that it may exceed 100 % is left out, and so is one that is neither good nor bad.
with
data_date as (select as_of_date, year_start_date from meta.as_of_dates where is_data_date),

rates as (
    select
        indicator_id,
        label_zh,
        label_en
    from kpi.definitions
    where
        kind = 'ratio'
        and unit = '%'
        and time <> 'ytd'
        and better <> 'none'
        and coalesce(caveat_zh, '') not like '%超过100%'
),

regions as (select region_code, region_name from meta.regions)

select
    shown.value,
    concat(rates.label_zh, ' ', shown.as_of_date, ' ', regions.region_name) as place_zh,
    concat(rates.label_en, ' ', shown.as_of_date, ' ', regions.region_code) as place_en
from kpi.values as shown
inner join rates on shown.indicator_id = rates.indicator_id
inner join regions on shown.region_code = regions.region_code
cross join data_date
where
    shown.value is not null
    and shown.as_of_date between data_date.year_start_date and data_date.as_of_date
order by shown.indicator_id, shown.as_of_date, shown.region_code
