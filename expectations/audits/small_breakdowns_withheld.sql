-- suite: privacy
-- subject: kpi.breakdowns
-- critical: empty
-- zh: 按类别分列的结果，人数少于规定数的必须不显示
-- en: A category with fewer people than the threshold must be withheld
-- Grain: one row per category with too few people behind it that is shown.
with
settings as (select cast(value as integer) as threshold from meta.version where key = 'suppression_threshold'),

raw_cells as (select * from kpi.raw_breakdowns where heads > 0),

shown_cells as (select * from kpi.breakdowns where not is_suppressed)

select
    concat_ws(' ', indicator_id, dimension, as_of_date, category) as place_zh,
    concat_ws(' ', indicator_id, dimension, as_of_date, category) as place_en
from raw_cells
inner join shown_cells using (indicator_id, dimension, as_of_date, category)
cross join settings
where raw_cells.heads < settings.threshold
order by
    indicator_id,
    dimension,
    as_of_date,
    category
