-- zh: 工资合同60天内到期
-- en: Wage contracts expiring within 60 days
-- weight: amber
-- ledger: wage_contract
-- page: coverage region={region_code}
-- says_zh: {counted}家企业的合同将到期未续签，最近的还有{days}天
-- says_en: enterprises to renew: {counted}, the first in {days} days
-- distance_zh: 1－剩余天数÷60；同一乡镇按最近的一份
-- distance_en: 1 − days left ÷ 60; of a township the first to expire

-- One item a township, by the registry of enterprises.
with
contracts as (
    select *
    from mart.wage_contract_expiries
    where days_left between 0 and 60 and not is_renewed
),

regions as (select * from meta.regions)

select
    contracts.as_of_date,
    coalesce(contracts.township_code, 'none') as item,
    coalesce(regions.region_name, '未注明乡镇') as subject_zh,
    coalesce(regions.region_name, 'no township') as subject_en,
    contracts.township_code as region_code,
    1 - contracts.days_left / 60 as distance,
    contracts.days_left as days,
    concat_ws(' · ', contracts.contract_code, contracts.unit_name, contracts.expiry_date) as row_name,
    contracts.source_ledger,
    contracts.source_file,
    contracts.source_sheet,
    contracts.source_row
from contracts
left join regions on contracts.township_code = regions.region_code
