-- suite: privacy
-- subject: kpi.breakdowns
-- critical: empty
-- zh: 不显示的类别不能用合计减去其他类别推算出来
-- en: A withheld category must not be recoverable by subtracting the others from the total
-- Grain: one row per indicator, column and as-of date with one withheld category, or withheld categories with too few
-- people together, while another category that could be withheld with them is shown.
with
settings as (select cast(value as integer) as threshold from meta.version where key = 'suppression_threshold'),

raw_cells as (select * from kpi.raw_breakdowns where heads > 0),

shown_cells as (select * from kpi.breakdowns),

groups as (
    select
        raw_cells.indicator_id,
        raw_cells.dimension,
        raw_cells.as_of_date,
        count(*) filter (where shown_cells.is_suppressed) as withheld_cells,
        coalesce(sum(raw_cells.heads) filter (where shown_cells.is_suppressed), 0) as withheld_heads,
        count(*) filter (where not shown_cells.is_suppressed) as shown_cells
    from raw_cells
    inner join shown_cells using (indicator_id, dimension, as_of_date, category)
    group by
        raw_cells.indicator_id,
        raw_cells.dimension,
        raw_cells.as_of_date
)

select
    concat_ws(' ', indicator_id, dimension, as_of_date) as place_zh,
    concat_ws(' ', indicator_id, dimension, as_of_date) as place_en
from groups
cross join settings
where
    withheld_cells > 0
    and shown_cells > 0
    and (withheld_cells = 1 or withheld_heads < threshold)
order by
    indicator_id,
    dimension,
    as_of_date
