-- zh: 同比下降的指标
-- en: Indicators below last year
-- about_zh: 全县与去年同期相比变差的指标，降幅大的在前。
-- about_en: Indicators of the county that are worse than a year before, the largest change first.
-- subject: indicators

with
county as (select region_code from meta.regions where position = 0),

figures as (
    select *
    from kpi.values
    semi join county using (region_code)
    where as_of_date = :as_of
),

names as (select indicator_id, label_zh, label_en, better from kpi.definitions)

select
    names.label_zh,
    names.label_en,
    figures.value,
    figures.last_year,
    figures.yoy
from figures
inner join names on figures.indicator_id = names.indicator_id
where (names.better = 'up' and figures.yoy < 0) or (names.better = 'down' and figures.yoy > 0)
order by abs(figures.yoy) desc, names.label_zh
