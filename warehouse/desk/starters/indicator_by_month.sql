-- zh: 一个指标分月走势
-- en: One indicator by month
-- about_zh: 任选指标和地区，近36个月的数值、目标和同比。
-- about_en: Any indicator and region: figure, target and change on the year over the last 36 months.
-- subject: indicators
-- :indicator indicator = union_density

select
    as_of_date,
    value,
    target,
    last_year,
    yoy,
    light,
    is_complete
from kpi.values
where
    indicator_id = :indicator
    and region_code = :region
    and as_of_date <= :as_of
    and as_of_date > cast(:as_of as date) - interval 36 months
order by as_of_date
