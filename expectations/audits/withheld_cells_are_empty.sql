-- suite: privacy
-- subject: kpi.values
-- critical: empty
-- zh: 按规定不显示的结果，分子、值、同比、环比、去年值、亮灯和更正都应留空
-- en: A withheld result must show no numerator, value, last year, change, light or corrections
-- Grain: one row per withheld result that shows something all the same.
with
withheld as (select * from kpi.values where is_suppressed)

select
    concat(indicator_id, ' ', as_of_date, ' ', region_code) as place_zh,
    concat(indicator_id, ' ', as_of_date, ' ', region_code) as place_en
from withheld
where
    numerator is not null
    or value is not null
    or last_year is not null
    or yoy is not null
    or mom is not null
    or corrected_rows is not null
    or corrected_ledgers is not null
    or light is distinct from 'grey'
    or reason is distinct from 'suppressed'
order by indicator_id, as_of_date, region_code
