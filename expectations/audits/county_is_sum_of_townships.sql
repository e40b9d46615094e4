-- suite: kpi
-- subject: kpi.raw_values
-- critical: empty
-- zh: 可加的分子、分母，全县数应等于各乡镇与未归属乡镇之和
-- en: An additive part's county figure must be the sum of its townships' and of what belongs to none
-- Grain: one row per indicator, as-of date and part whose county figure is not the sum of its cells.
-- Parts that a missing calendar leaves null somewhere have no sum to compare with.
with
county as (select value as region_code from meta.version where key = 'county_code'),

definitions as (
    select
        indicator_id,
        numerator_is_additive,
        denominator_is_additive
    from kpi.definitions
    where scope = 'township'
),

parts as (
    select
        raw_values.indicator_id,
        raw_values.as_of_date,
        raw_values.region_code,
        'numerator' as part,
        raw_values.numerator as amount
    from kpi.raw_values as raw_values
    inner join definitions on raw_values.indicator_id = definitions.indicator_id
    where definitions.numerator_is_additive
    union all
    select
        raw_values.indicator_id,
        raw_values.as_of_date,
        raw_values.region_code,
        'denominator' as part,
        raw_values.denominator as amount
    from kpi.raw_values as raw_values
    inner join definitions on raw_values.indicator_id = definitions.indicator_id
    where definitions.denominator_is_additive
),

sums as (
    select
        parts.indicator_id,
        parts.as_of_date,
        parts.part,
        sum(case when parts.region_code = county.region_code then parts.amount end) as county_amount,
        sum(case when parts.region_code <> county.region_code then parts.amount else 0 end) as township_amount,
        count(*) filter (where parts.amount is null) as unknown_cells
    from parts
    cross join county
    group by parts.indicator_id, parts.as_of_date, parts.part
)

select
    concat(indicator_id, ' ', as_of_date, if(part = 'numerator', ' 分子', ' 分母')) as place_zh,
    concat(indicator_id, ' ', as_of_date, ' ', part) as place_en
from sums
where unknown_cells = 0 and abs(county_amount - township_amount) > 0.005
order by indicator_id, as_of_date, part
