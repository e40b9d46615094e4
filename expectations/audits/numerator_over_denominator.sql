-- suite: kpi
-- subject: kpi.values
-- warning: empty
-- zh: 当年累计的比率，分子不应大于分母，请核对两边的台账
-- en: The numerator of a year-to-date ratio should not exceed its denominator: compare the two ledgers
-- Grain: one row per ratio of the year to date, region and as-of date of the data date's year that does.
-- A ratio whose definition says that it may exceed 100 % is left out, and so is one that is neither good nor bad.
with
data_date as (select as_of_date, year_start_date from meta.as_of_dates where is_data_date),

ratios as (
    select
        indicator_id,
        label_zh,
        label_en
    from kpi.definitions
    where
        kind = 'ratio'
        and unit = '%'
        and time = 'ytd'
        and better <> 'none'
        and coalesce(caveat_zh, '') not like '%超过100%'
),

regions as (select region_code, region_name from meta.regions)

select
    concat(ratios.label_zh, ' ', shown.as_of_date, ' ', regions.region_name) as place_zh,
    concat(ratios.label_en, ' ', shown.as_of_date, ' ', regions.region_code) as place_en
from kpi.values as shown
inner join ratios on shown.indicator_id = ratios.indicator_id
inner join regions on shown.region_code = regions.region_code
cross join data_date
where
    shown.numerator > shown.denominator + 0.005
    and shown.as_of_date between data_date.year_start_date and data_date.as_of_date
order by shown.indicator_id, shown.as_of_date, shown.region_code
