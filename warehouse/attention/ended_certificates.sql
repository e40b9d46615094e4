-- zh: 法人证书已过期
-- en: Legal-person certificates expired
-- weight: overdue
-- ledger: union
-- page: attention kind=ended_certificates region={region_code}
-- says_zh: {counted}个工会的法人证书已过期，最久{days}天
-- says_en: unions with an expired certificate: {counted}, the longest for {days} days
-- distance_zh: 过期天数÷60，最多1；同一乡镇按最久的一个
-- distance_en: days since the expiry ÷ 60, at most 1; of a township its longest

-- One item a township.
with
deadlines as (
    select *
    from mart.union_deadlines
    where deadline_kind = 'certificate' and days_left < 0
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
