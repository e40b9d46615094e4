-- suite: privacy
-- subject: kpi.values
-- critical: empty
-- zh: 不显示的结果不能用全县数减去其他乡镇推算出来
-- en: A withheld result must not be recoverable by subtracting the others from the county's figure
-- Grain: one row per indicator and as-of date with one withheld cell, or withheld cells with too few people together,
-- while another cell that could be withheld with them is shown.
with
settings as (
    select
        max(case when key = 'county_code' then value end) as county_code,
        max(case when key = 'suppression_threshold' then cast(value as integer) end) as threshold
    from meta.version
),

cells as (
    select
        raw_values.indicator_id,
        raw_values.as_of_date,
        raw_values.heads,
        shown.is_suppressed
    from kpi.raw_values as raw_values
    inner join kpi.values as shown
        on
            raw_values.indicator_id = shown.indicator_id
            and raw_values.as_of_date = shown.as_of_date
            and raw_values.region_code = shown.region_code
    cross join settings
    where raw_values.region_code <> settings.county_code and raw_values.heads > 0
),

groups as (
    select
        indicator_id,
        as_of_date,
        count(*) filter (where is_suppressed) as withheld_cells,
        coalesce(sum(heads) filter (where is_suppressed), 0) as withheld_heads,
        count(*) filter (where not is_suppressed) as shown_cells
    from cells
    group by indicator_id, as_of_date
)

select
    concat(indicator_id, ' ', as_of_date) as place_zh,
    concat(indicator_id, ' ', as_of_date) as place_en
from groups
cross join settings
where
    withheld_cells > 0
    and shown_cells > 0
    and (withheld_cells = 1 or withheld_heads < threshold)
order by indicator_id, as_of_date
