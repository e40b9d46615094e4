-- zh: 一个指标各乡镇对比
-- en: One indicator by township
-- about_zh: 任选指标，各乡镇的数值、目标、去年同期和原因。
-- about_en: Any indicator: figure, target and last year of every township, and why one is missing.
-- subject: indicators
-- :indicator indicator = union_density

with
figures as (select * from kpi.values where indicator_id = :indicator and as_of_date = :as_of),

townships as (select region_code, region_name, position from meta.regions where position > 0)

select
    townships.region_name,
    figures.value,
    figures.target,
    figures.last_year,
    figures.numerator,
    figures.denominator,
    figures.light,
    figures.reason
from townships
left join figures on townships.region_code = figures.region_code
order by figures.value desc nulls last, townships.position
