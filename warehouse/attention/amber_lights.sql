-- zh: 指标亮黄灯
-- en: Indicator on amber
-- weight: amber
-- page: trends indicator={indicator_id} regions={region_code}
-- says_zh: 当前{value}，应达到{goal}，相差{gap}
-- says_en: now {value}, should be {goal}: {gap} away
-- distance_zh: 当前数与应达到数（目标或序时）相差的部分÷应达到数，最多1；应达到数为0的为1
-- distance_en: the difference to what is due (target or pace) ÷ what is due, at most 1; 1 where nothing is due

-- Shown figures only: a withheld one has no light here.
with
figures as (select * from kpi.values where light = 'amber'),

definitions as (select * from kpi.definitions),

regions as (select region_code from meta.regions),

judged as (
    select
        figures.as_of_date,
        figures.indicator_id,
        figures.region_code,
        figures.value,
        definitions.label_zh,
        definitions.label_en,
        definitions.department_id,
        coalesce(figures.pace, figures.target) as goal
    from figures
    inner join definitions on figures.indicator_id = definitions.indicator_id
    inner join regions on figures.region_code = regions.region_code
)

select
    as_of_date,
    concat(indicator_id, '/', region_code) as item,
    label_zh as subject_zh,
    label_en as subject_en,
    region_code,
    department_id as department,
    indicator_id,
    case when goal = 0 then 1 else least(1, abs(value - goal) / abs(goal)) end as distance
from judged
