-- zh: 法人证书60天内到期
-- en: Legal-person certificates ending within 60 days
-- weight: amber
-- ledger: union
-- page: attention kind=ending_certificates region={region_code}
-- says_zh: {counted}个工会的法人证书将到期，最近的还有{days}天
-- says_en: certificates to renew: {counted}, the first in {days} days
-- distance_zh: 1－剩余天数÷60；同一乡镇按最近的一个
-- distance_en: 1 − days left ÷ 60; of a township the first to end

-- One item a township.
with
deadlines as (
    select *
    from mart.union_deadlines
    where deadline_kind = 'certificate' and days_left >= 0
),

regions as (select * from meta.regions)

select
    deadlines.as_of_date,
    coalesce(deadlines.township_code, 'none') as item,
    coalesce(regions.region_name, '未注明乡镇') as subject_zh,
    coalesce(regions.region_name, 'no township') as subject_en,
    deadlines.township_code as region_code,
    1 - deadlines.days_left / 60 as distance,
    deadlines.days_left as days,
    concat_ws(' · ', deadlines.union_code, deadlines.union_name, deadlines.deadline_date) as row_name,
    deadlines.source_ledger,
    deadlines.source_file,
    deadlines.source_sheet,
    deadlines.source_row
from deadlines
left join regions on deadlines.township_code = regions.region_code
