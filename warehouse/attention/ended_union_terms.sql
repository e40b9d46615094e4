-- zh: 工会届满未换届
-- en: Union terms past their end
-- weight: overdue
-- ledger: union
-- page: attention kind=ended_union_terms region={region_code}
-- says_zh: {counted}个工会届满未换届，最久{days}天
-- says_en: unions without an election: {counted}, the longest for {days} days
-- distance_zh: 超过届满日的天数÷60，最多1；同一乡镇按最久的一个
-- distance_en: days past the end ÷ 60, at most 1; of a township its longest

-- One item a township.
with
deadlines as (
    select *
    from mart.union_deadlines
    where deadline_kind = 'term' and days_left < 0
),

regions as (select * from meta.regions)

select
    deadlines.as_of_date,
    coalesce(deadlines.township_code, 'none') as item,
    coalesce(regions.region_name, '未注明乡镇') as subject_zh,
    coalesce(regions.region_name, 'no township') as subject_en,
    deadlines.township_code as region_code,
    least(1, -deadlines.days_left / 60) as distance,
    -deadlines.days_left as days,
    concat_ws(' · ', deadlines.union_code, deadlines.union_name, deadlines.deadline_date) as row_name,
    deadlines.source_ledger,
    deadlines.source_file,
    deadlines.source_sheet,
    deadlines.source_row
from deadlines
left join regions on deadlines.township_code = regions.region_code
