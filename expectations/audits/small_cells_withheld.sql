-- suite: privacy
-- subject: kpi.values
-- critical: empty
-- zh: 县以下人数少于规定数的结果必须不显示
-- en: A result below the county with fewer people than the threshold must be withheld
-- Grain: one row per result below the county with too few people behind it that is shown.
with
settings as (
    select
        max(case when key = 'county_code' then value end) as county_code,
        max(case when key = 'suppression_threshold' then cast(value as integer) end) as threshold
    from meta.version
),

small_cells as (
    select
        raw_values.indicator_id,
        raw_values.as_of_date,
        raw_values.region_code
    from kpi.raw_values as raw_values
    cross join settings
    where
        raw_values.region_code <> settings.county_code
        and raw_values.heads > 0
        and raw_values.heads < settings.threshold
)

select
    concat(indicator_id, ' ', as_of_date, ' ', region_code) as place_zh,
    concat(indicator_id, ' ', as_of_date, ' ', region_code) as place_en
from small_cells
inner join kpi.values as shown using (indicator_id, as_of_date, region_code)
where not shown.is_suppressed
order by indicator_id, as_of_date, region_code
