-- zh: 冻结之后改变了的数值
-- en: Figures restated since a month was frozen
-- about_zh: 先在上面选定一个快照：列出快照截至日的指标中，现在发布的数值与快照不同的。
-- about_en: Choose a snapshot above first: the figures of its day that are published otherwise now.
-- subject: indicators

with
frozen as (select * from snapshot.kpi.values where as_of_date = :as_of),

published as (select * from live.kpi.values where as_of_date = :as_of),

names as (select indicator_id, label_zh, label_en, position from snapshot.kpi.definitions),

regions as (select region_code, region_name, position from snapshot.meta.regions)

select
    names.label_zh,
    names.label_en,
    regions.region_name,
    frozen.value as frozen_value,
    published.value,
    published.value - frozen.value as value_changed
from frozen
inner join published
    on frozen.indicator_id = published.indicator_id and frozen.region_code = published.region_code
inner join names on frozen.indicator_id = names.indicator_id
inner join regions on frozen.region_code = regions.region_code
where frozen.value is distinct from published.value
order by names.position, regions.position
