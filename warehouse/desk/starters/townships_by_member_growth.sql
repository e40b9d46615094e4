-- zh: 乡镇会员增长排名
-- en: Townships by growth of members
-- about_zh: 与去年同日相比，各乡镇（街道）和系统会员增加多少。人数少于5而不显示的，增长也为空。
-- about_en: How many members each township gained against the same day a year before; empty where figures are withheld.
-- subject: unions

with
figures as (
    select region_code, value as members, last_year as members_last_year
    from kpi.values
    where indicator_id = 'members' and as_of_date = :as_of
),

townships as (select region_code, region_name, position from meta.regions where position > 0)

select
    townships.region_name,
    figures.members,
    figures.members_last_year,
    figures.members - figures.members_last_year as members_gained,
    (figures.members - figures.members_last_year) / nullif(figures.members_last_year, 0) as growth_rate
from townships
left join figures on townships.region_code = figures.region_code
order by growth_rate desc nulls last, townships.position
